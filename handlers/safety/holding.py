"""What belongs to a worry is kept until it is settled, though somebody asks to be forgotten.

A safeguarding lead says so below a worry. That something is kept, owners and leads see; about whom
and because of what, those alone who may read the worry.
"""

from typing import Final

from handlers.actions import Action
from handlers.actors import actor_of
from handlers.cards import DEFAULT_ZONE
from handlers.days import full_day
from handlers.house import PersonalTurn
from handlers.messages import Message, Press, Say
from handlers.permissions import allowed
from handlers.safety.safeguarding import HOLD, may_read, name_of, readable
from handlers.tapping import Taps
from handlers.texts import Line, Personal, T
from storage import due_work, forgetting, holds, nobody, people, worries
from storage.holds import Hold
from storage.worries import Worry

END: Final = "hold-end"


async def _keep(turn: PersonalTurn, number: str) -> list[Message] | None:
    """Keep what belongs to both sides of a worry, from now on, or for longer."""
    worry = await readable(turn, number)
    if not isinstance(worry, Worry):
        return None if worry is None else [Say(turn.person, (worry,))]
    gone = set(await nobody.everyone(turn.transaction))
    sides = await holds.sides_of(turn.transaction, worry) - gone
    if not sides:
        return [Say(turn.person, (T("hold-nobody-left"),))]
    until = await holds.set_for(turn.transaction, worry.id, sides, turn.person.id, turn.now)
    day = full_day(until.astimezone(DEFAULT_ZONE).date())
    end = Press(T("button-hold-end"), f"{END}:{worry.id}")
    lines = (T("hold-set", day=day, number=len(sides)), T("hold-what-it-means"))
    return [Say(turn.person, lines, ((end,),))]


async def _end(turn: PersonalTurn, number: str) -> list[Message] | None:
    """Keep nothing for a worry any more; whoever waits to be forgotten is, at once."""
    worry = await readable(turn, number)
    if not isinstance(worry, Worry):
        return None if worry is None else [Say(turn.person, (worry,))]
    held = await holds.people_in(turn.transaction, worry.id)
    if not await holds.end(turn.transaction, worry.id):
        return [Say(turn.person, (T("hold-ended-already"),))]
    await forgetting.look_again(turn.transaction, held, turn.now)
    is_open = worry.settled_at is None
    return [Say(turn.person, (T("hold-ended-but-open" if is_open else "hold-ended"),))]


async def listed(turn: PersonalTurn) -> list[Message]:
    """Return what is kept, for owners and leads; the way to change it for those who may."""
    if not allowed(await actor_of(turn), Action.READ_HOLDS):
        return [Say(turn.person, (T("not-allowed"),))]
    messages = [
        await _shown(turn, each) for each in await holds.standing(turn.transaction, turn.now)
    ]
    unsettled = await holds.unsettled(turn.transaction, turn.now)
    lines: list[Line] = []
    if unsettled:
        lines.append(T("holds-unsettled", number=len(unsettled)))
    waiting = await due_work.number_of(turn.transaction, forgetting.LATER)
    if waiting:
        lines.append(T("holds-waiting", number=waiting))
    if lines:
        messages.append(Say(turn.person, lines))
    return messages or [Say(turn.person, (T("holds-none"), T("holds-how")))]


async def _shown(turn: PersonalTurn, hold: Hold) -> Message:
    by = await people.get(turn.transaction, hold.set_by)
    day = full_day(hold.until.astimezone(DEFAULT_ZONE).date())
    line = Personal("hold-standing", name=name_of(by), day=day, number=hold.number)
    worry = await worries.find(turn.transaction, hold.worry_id)
    if worry is None or not await may_read(turn, worry):
        return Say(turn.person, (line,))
    longer = Press(T("button-hold-longer"), f"{HOLD}:{worry.id}")
    end = Press(T("button-hold-end"), f"{END}:{worry.id}")
    return Say(turn.person, (line,), ((longer,), (end,)))


TAPS: Final[Taps] = {HOLD: _keep, END: _end}

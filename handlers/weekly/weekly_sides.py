"""What one side of weekly help has changed, in words for both sides."""

from datetime import date

from handlers import posting
from handlers.cards import window_of
from handlers.house import PersonalTurn, Turn
from handlers.messages import Message, Press, Say
from handlers.texts import Line, PublicName, T
from handlers.weekly import weekly
from storage import people, repeats
from storage.model import Person, Repeat, Task
from storage.outbox import Purpose


async def as_it_stands(turn: PersonalTurn, repeat: Repeat, *before: Line) -> Message:
    """Return how weekly help stands after a change, to whoever made it."""
    repeat = await repeats.get(turn.transaction, repeat.id)
    return await weekly.standing(turn, turn.person, repeat, *before)


async def to_helper(turn: Turn, repeat: Repeat, line: Line) -> list[Message]:
    """Return word to the volunteer of a pair; nothing where there is none."""
    if repeat.helper_id is None:
        return []
    helper = await people.get(turn.transaction, repeat.helper_id)
    return [Say(helper, (line,), purpose=Purpose.NEWS)]


async def helper_away(
    turn: PersonalTurn, repeat: Repeat, until: date, said: Line, told: Line
) -> list[Message]:
    """Note that a volunteer is away; the resident is told that others may come meanwhile."""
    await repeats.helper_is_away(turn.transaction, repeat, turn.person.id, until)
    resident = await people.get(turn.transaction, repeat.resident_id)
    now = await repeats.get(turn.transaction, repeat.id)
    buttons = await weekly.buttons_for(turn, resident, now)
    return [
        await as_it_stands(turn, repeat, said),
        Say(resident, (told,), buttons, purpose=Purpose.NEWS),
    ]


def still_yours(helper: Person, task: Task) -> Message:
    """Tell a helper of a week that was arranged already, with the way to hand it back."""
    back = Press(T("button-hand-back"), f"back:{task.token}:{task.claim_number}")
    line = T("weekly-still-yours", reference=PublicName(task.reference))
    return Say(helper, (line,), ((back,),))


async def stays_or_not(
    turn: Turn, to: Person, repeat: Repeat, purpose: Purpose = Purpose.ANSWER
) -> list[Message]:
    """Ask a resident whether what is not finished yet stays; nothing where all is."""
    task = await weekly.unfinished(turn, repeat)
    if task is None:
        return []
    window = window_of(task, await posting.home_of(turn, task))
    stays = weekly.press(T("button-weekly-stays"), "stays", repeat)
    close = Press(T("button-weekly-close"), f"dropped:{task.token}")
    line = T("weekly-stays-or-not", window=window, reference=PublicName(task.reference))
    return [Say(to, (line,), ((stays,), (close,)), purpose=purpose)]

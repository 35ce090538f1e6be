"""The volunteer who is wished for answers: every week, or just this once."""

from handlers.actions import Action
from handlers.actors import actor_of
from handlers.helping.private_parts import name_of
from handlers.house import PersonalTurn
from handlers.messages import Message, Say
from handlers.permissions import allowed
from handlers.texts import Personal, T
from handlers.weekly import weekly
from storage import people, repeats
from storage.model import Repeat
from storage.outbox import Purpose


async def wish_granted(turn: PersonalTurn, repeat: Repeat, _detail: str) -> list[Message]:
    """Make a pair of both: the volunteer said yes."""
    if repeat.helper_id == turn.person.id:
        return [await weekly.standing(turn, turn.person, repeat)]
    if not allowed(await actor_of(turn), Action.ANSWER_WISH, repeat):
        return [Say(turn.person, (T("weekly-settled"),))]
    window = await weekly.next_window(turn, repeat)
    if await weekly.can_come(turn, turn.person.id, repeat, window.start.date()) is None:
        return [Say(turn.person, (T("weekly-cannot-come"),), weekly.wish_buttons(repeat))]
    await repeats.accept(turn.transaction, repeat, turn.person.id)
    repeat = await repeats.get(turn.transaction, repeat.id)
    resident = await people.get(turn.transaction, repeat.resident_id)
    name = name_of(turn.person)
    told = Personal("weekly-granted", name=name, window=window)
    return [
        await weekly.standing(turn, turn.person, repeat, T("weekly-thanks")),
        Say(resident, (told,), purpose=Purpose.NEWS),
    ]


async def wish_declined(turn: PersonalTurn, repeat: Repeat, _detail: str) -> list[Message]:
    """Tell a resident kindly that the volunteer does not come every week; offer the open way."""
    is_asked = allowed(await actor_of(turn), Action.ANSWER_WISH, repeat)
    if not is_asked or not await repeats.part(turn.transaction, repeat, turn.person.id):
        return [Say(turn.person, (T("weekly-settled"),))]
    resident = await people.get(turn.transaction, repeat.resident_id)
    name = name_of(turn.person)
    lines = (Personal("weekly-declined", name=name), T("weekly-shall-anybody"))
    buttons = weekly.choosing_buttons(repeat)
    return [
        Say(turn.person, (T("weekly-just-once"),)),
        Say(resident, lines, buttons, purpose=Purpose.NEWS),
    ]

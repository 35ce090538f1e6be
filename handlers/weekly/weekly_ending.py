"""Weekly help ends, or its volunteer does not come any more: the other side is told kindly."""

from handlers.actions import Action
from handlers.actors import actor_of
from handlers.helping.private_parts import name_of
from handlers.house import PersonalTurn, Turn
from handlers.messages import ChangeSaid, Message, Say
from handlers.permissions import allowed
from handlers.texts import Line, Personal, PublicName, T
from handlers.weekly import again, weekly
from handlers.weekly.weekly_sides import stays_or_not, still_yours
from storage import due_work, people, repeats
from storage.model import Person, Repeat
from storage.outbox import Purpose


async def sure(turn: PersonalTurn, repeat: Repeat, _detail: str) -> list[Message]:
    """Ask whether weekly help shall really end."""
    if not allowed(await actor_of(turn), Action.END_REPEAT, repeat):
        return [settled(turn.person)]
    yes = weekly.press(T("button-weekly-end-yes"), "ended", repeat)
    no = weekly.press(T("button-weekly-end-no"), "keep", repeat)
    said = "weekly-end-sure" if turn.person.id == repeat.resident_id else "weekly-end-sure-helper"
    return [Say(turn.person, (T(said),), ((yes,), (no,)))]


def settled(person: Person) -> Message:
    """Return what somebody hears whose button came too late, or was never meant for them."""
    return Say(person, (T("weekly-settled"),))


async def end(turn: PersonalTurn, repeat: Repeat, _detail: str) -> list[Message]:
    """End weekly help for its resident, or the part of its volunteer; nobody is to blame."""
    if not allowed(await actor_of(turn), Action.END_REPEAT, repeat):
        return [settled(turn.person)]
    if turn.person.id != repeat.resident_id:
        return await _ended_by_helper(turn, repeat)
    name = await weekly.helped_name(turn, repeat)
    await close(turn, repeat)
    told = Personal("weekly-ended-by-resident", name=name)
    return [
        Say(turn.person, (T("weekly-ended"),)),
        *await stays_or_not(turn, turn.person, repeat),
        *await to_helper(turn, repeat, told),
    ]


async def close(turn: Turn, repeat: Repeat) -> None:
    """End weekly help and all that was planned for it; its private parts are forgotten."""
    await repeats.end(turn.transaction, repeat, turn.now)
    await due_work.drop(turn.transaction, repeat.id, weekly.WEEKLY, again.ASK_HELPER)


async def to_helper(turn: Turn, repeat: Repeat, told: Personal) -> list[Message]:
    """Return word to whoever came every week, or was asked to; what they were asked is closed."""
    number = repeat.helper_id or repeat.wished_id
    if number is None:
        return []
    helper = await people.get(turn.transaction, number)
    lines: list[Line] = [told]
    task = await weekly.unfinished(turn, repeat)
    if task is not None and task.helper_id == number:
        lines.append(T("weekly-one-still-yours", reference=PublicName(task.reference)))
    return [
        *await wish_closed(turn, repeat, T("weekly-settled")),
        Say(helper, lines, purpose=Purpose.NEWS),
    ]


async def wish_closed(turn: Turn, repeat: Repeat, text: T) -> list[Message]:
    """Return what closes the question to a volunteer who has not answered yet."""
    if repeat.wished_id is None:
        return []
    volunteer = await people.get(turn.transaction, repeat.wished_id)
    return [ChangeSaid(volunteer, again.wish_label(repeat), (text,))]


async def ended_for(turn: Turn, helped_id: int, requester_id: int) -> list[Message]:
    """End all weekly help for somebody who is asked for no longer, and tell who came."""
    messages: list[Message] = []
    for repeat in await repeats.of_resident(turn.transaction, requester_id):
        if repeat.helped_id == helped_id:
            name = await weekly.helped_name(turn, repeat)
            await close(turn, repeat)
            told = Personal("weekly-ended-by-resident", name=name)
            messages += await to_helper(turn, repeat, told)
    return messages


async def _ended_by_helper(turn: PersonalTurn, repeat: Repeat) -> list[Message]:
    await repeats.part(turn.transaction, repeat, turn.person.id)
    told = Personal("weekly-ended-by-helper", name=name_of(turn.person))
    messages: list[Message] = [
        Say(turn.person, (T("weekly-ended-thanks"),)),
        await _offered_to_anybody(turn, repeat, told),
    ]
    task = await weekly.unfinished(turn, repeat)
    if task is not None and task.helper_id == turn.person.id:
        messages.append(still_yours(turn.person, task))
    return messages


async def _offered_to_anybody(turn: Turn, repeat: Repeat, told: Personal) -> Message:
    resident = await people.get(turn.transaction, repeat.resident_id)
    buttons = weekly.choosing_buttons(repeat)
    lines = (told, T("weekly-shall-anybody"))
    return Say(resident, lines, buttons, purpose=Purpose.NEWS)


async def helper_left(turn: Turn, helper: Person) -> list[Message]:
    """Return word to everybody whom a volunteer who leaves the scheme came to every week."""
    messages: list[Message] = []
    for repeat in await repeats.of_helper(turn.transaction, helper.id):
        was_asked = repeat.wished_id == helper.id
        await repeats.part(turn.transaction, repeat, helper.id)
        told = Personal(
            "weekly-declined" if was_asked else "weekly-helper-left", name=name_of(helper)
        )
        messages.append(await _offered_to_anybody(turn, repeat, told))
    return messages


async def stays(turn: PersonalTurn, _repeat: Repeat, _detail: str) -> list[Message]:
    """Leave what was arranged as it is."""
    return [Say(turn.person, (T("weekly-it-stays"),))]

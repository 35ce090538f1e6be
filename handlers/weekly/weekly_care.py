"""Those who look after the scheme see all weekly help, and end it where that is right."""

from collections.abc import Sequence
from typing import Final

from handlers.actions import Action
from handlers.actors import actor_of
from handlers.asking.closing import close
from handlers.house import PersonalTurn
from handlers.looking_after import sight_of
from handlers.messages import Message, Press, Say
from handlers.permissions import allowed
from handlers.tapping import Taps
from handlers.texts import Line, Paragraph, Personal, T
from handlers.weekly import weekly, weekly_ending
from handlers.weekly.bereavement import mourn
from handlers.weekly.weekly_sides import stays_or_not
from storage import people, repeats
from storage.model import Repeat, RepeatStatus
from storage.outbox import Purpose

#: How many are listed in one message, and how many buttons stand side by side.
LISTED: Final = 10
COLUMNS: Final = 2


async def listed(turn: PersonalTurn) -> list[Message]:
    """Return all weekly help that somebody looks after, each with a button that ends it."""
    actor = await actor_of(turn)
    if not allowed(actor, Action.END_REPEAT_OF_OTHERS):
        return [Say(turn.person, (T("not-allowed"),))]
    going = await repeats.in_sight(turn.transaction, sight_of(actor))
    if not going:
        return [Say(turn.person, (T("weekly-none"),))]
    return [
        await _page(turn, going[start : start + LISTED], start + 1)
        for start in range(0, len(going), LISTED)
    ]


async def _page(turn: PersonalTurn, some: Sequence[Repeat], first: int) -> Message:
    numbered = list(enumerate(some, first))
    entries = [await _entry(turn, each, number) for number, each in numbered]
    buttons = [
        Press(T("button-weekly-end-number", number=number), f"weekly:{each.token}")
        for number, each in numbered
    ]
    rows = [buttons[start : start + COLUMNS] for start in range(0, len(buttons), COLUMNS)]
    return Say(turn.person, entries, rows)


async def _entry(turn: PersonalTurn, repeat: Repeat, number: int) -> Line:
    """Return whom it is for, who comes, and when it comes next."""
    helper = T("weekly-listed-nobody")
    lines: list[Line] = [
        Personal(
            "weekly-listed",
            number=number,
            name=await weekly.helped_name(turn, repeat),
            kind=T(f"kind-{repeat.kind.value}"),
        ),
        helper,
        T("weekly-next", window=await weekly.coming_window(turn, repeat)),
    ]
    if repeat.helper_id is not None:
        name = await weekly.person_name(turn, repeat.helper_id)
        lines[1] = Personal("weekly-listed-helper", name=name)
    return Paragraph(lines)


async def _tapped(turn: PersonalTurn, data: str) -> list[Message] | None:
    """End weekly help of others, for a reason that decides what is said about it."""
    token, _, reason = data.partition(":")
    repeat = await repeats.with_token(turn.transaction, token)
    if repeat is None:
        return None
    if not allowed(await actor_of(turn), Action.END_REPEAT_OF_OTHERS, repeat):
        return [Say(turn.person, (T("not-allowed"),))]
    if repeat.status is RepeatStatus.ENDED:
        return [Say(turn.person, (T("weekly-ended-before"),))]
    match reason:
        case "":
            return await _asked_why(turn, repeat)
        case "keep":
            return await listed(turn)
        case "wish":
            return await _no_longer_wished(turn, repeat)
        case "moved":
            return await _moved(turn, repeat)
        case "died":
            return await _asked_whether_died(turn, repeat)
        case "died-yes":
            name = await weekly.helped_name(turn, repeat)
            said = Say(turn.person, (Personal("bereaved-noted", name=name),))
            resident = await people.get(turn.transaction, repeat.resident_id)
            return [said, *await mourn(turn, resident, repeat.helped_id, name)]
        case _:
            return None


def _reason(label: T, repeat: Repeat, reason: str) -> Press:
    return Press(label, f"weekly:{repeat.token}:{reason}")


async def _asked_why(turn: PersonalTurn, repeat: Repeat) -> list[Message]:
    name = await weekly.helped_name(turn, repeat)
    line = Personal("weekly-why-end", name=name, kind=T(f"kind-{repeat.kind.value}"))
    buttons = (
        (_reason(T("button-weekly-not-wished"), repeat, "wish"),),
        (_reason(T("button-weekly-moved"), repeat, "moved"),),
        (_reason(T("button-weekly-died"), repeat, "died"),),
        (_reason(T("button-weekly-end-no"), repeat, "keep"),),
    )
    return [Say(turn.person, (line,), buttons)]


async def _asked_whether_died(turn: PersonalTurn, repeat: Repeat) -> list[Message]:
    """Ask once more: what follows is silence, which nobody would notice if it were a mistake."""
    name = await weekly.helped_name(turn, repeat)
    buttons = (
        (_reason(T("button-weekly-died-yes"), repeat, "died-yes"),),
        (_reason(T("button-weekly-end-no"), repeat, "keep"),),
    )
    return [Say(turn.person, (Personal("bereaved-sure", name=name),), buttons)]


async def _no_longer_wished(turn: PersonalTurn, repeat: Repeat) -> list[Message]:
    name = await weekly.helped_name(turn, repeat)
    resident = await people.get(turn.transaction, repeat.resident_id)
    await weekly_ending.close(turn, repeat)
    told = Personal("weekly-ended-by-coordinator-for-helper", name=name)
    return [
        Say(turn.person, (T("weekly-ended"),)),
        Say(resident, (T("weekly-ended-by-coordinator"),), purpose=Purpose.NEWS),
        *await stays_or_not(turn, resident, repeat, Purpose.NEWS),
        *await weekly_ending.to_helper(turn, repeat, told),
    ]


async def _moved(turn: PersonalTurn, repeat: Repeat) -> list[Message]:
    """End weekly help of somebody who lives elsewhere now, with what is not finished."""
    name = await weekly.helped_name(turn, repeat)
    resident = await people.get(turn.transaction, repeat.resident_id)
    task = await weekly.unfinished(turn, repeat)
    if task is not None and not allowed(await actor_of(turn), Action.CLOSE_REQUEST, task):
        # It was handed over to others, who decide about it.
        task = None
    closed = None if task is None else await close(turn, task)
    await weekly_ending.close(turn, repeat)
    return [
        Say(turn.person, (T("weekly-ended"),)),
        Say(resident, (T("weekly-ended-moved"),), purpose=Purpose.NEWS),
        *(closed or []),
        *await weekly_ending.to_helper(
            turn, repeat, Personal("weekly-ended-moved-for-helper", name=name)
        ),
    ]


TAPS: Final[Taps] = {"weekly": _tapped}

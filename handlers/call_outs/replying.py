"""Those who are called answer: a place, a turn on the reserve, or neither; and may think again.

Who may answer is decided by the account: whoever was called, or came by the link.
"""

from collections.abc import Awaitable, Callable
from typing import Final

from handlers.actions import Action
from handlers.actors import actor_of
from handlers.call_outs import gaps, timetable
from handlers.call_outs.describing import (
    answers,
    areas_of,
    backs_out,
    check_on,
    comes_after_all,
    facts_of,
    label_of,
    name_of_area,
    numbers_of,
    settle_earlier,
    zone_of,
)
from handlers.call_outs.watching import progress_soon
from handlers.house import PersonalTurn
from handlers.messages import Message, PrivateButtons, Say
from handlers.permissions import allowed
from handlers.tapping import Taps
from handlers.texts import Line, T
from storage import call_out_answers, call_out_recipients, call_outs, due_work
from storage.call_out_recipients import Answer, Recipient
from storage.call_outs import OPEN, CallOut, Standing

_Answering = Callable[[PersonalTurn, CallOut, Recipient], Awaitable[list[Message]]]


async def _said(
    turn: PersonalTurn, call_out: CallOut, lines: tuple[Line, ...], buttons: PrivateButtons = ()
) -> list[Message]:
    """Say how somebody stands now, as the newest word about a call-out."""
    await settle_earlier(turn, call_out, turn.person)
    return [_newest(turn, call_out, lines, buttons)]


def _newest(
    turn: PersonalTurn, call_out: CallOut, lines: tuple[Line, ...], buttons: PrivateButtons
) -> Message:
    return Say(turn.person, lines, buttons, label=label_of(call_out, turn.person.id))


async def yes(turn: PersonalTurn, call_out: CallOut, recipient: Recipient) -> list[Message]:
    """Give somebody who can come a place, or a turn on the reserve."""
    if not allowed(await actor_of(turn), Action.OFFER):
        return [Say(turn.person, (T("not-allowed"),))]
    if recipient.has_place:
        # Whoever taps twice is told twice, and nothing that was said before changes.
        return [await _has_place(turn, call_out, recipient.neighbourhood_id)]
    if not await _is_checked_enough(turn, call_out):
        return [Say(turn.person, (T("call-needs-check"),))]
    place = await call_out_answers.take_place(turn.transaction, call_out, recipient, turn.now)
    if place is not None:
        await progress_soon(turn, call_out)
        # Others may have waited for the last place.
        await due_work.plan_unless_planned(
            turn.transaction, timetable.STAND_DOWN, call_out.id, turn.now + timetable.GATHERED_FOR
        )
        await settle_earlier(turn, call_out, turn.person)
        return [await _has_place(turn, call_out, place)]
    if await call_out_answers.stand_by(turn.transaction, call_out, recipient, turn.now):
        await progress_soon(turn, call_out)
        await settle_earlier(turn, call_out, turn.person)
    lines = (T("call-on-reserve"), await facts_of(turn, call_out), T("call-reserve-how"))
    return [_newest(turn, call_out, lines, backs_out(call_out))]


async def _has_place(turn: PersonalTurn, call_out: CallOut, place: int | None) -> Message:
    assert place is not None  # noqa: S101 - a place is in a neighbourhood
    area = await name_of_area(turn, place)
    lines = (T("call-has-place", area=area), await facts_of(turn, call_out), T("call-place-how"))
    return _newest(turn, call_out, lines, backs_out(call_out))


async def _is_checked_enough(turn: PersonalTurn, call_out: CallOut) -> bool:
    """Say whether somebody has the check that a call-out takes: it may have ended meanwhile."""
    if not call_out.checked_only:
        return True
    check = (await actor_of(turn)).check
    zone = zone_of(await areas_of(turn, await numbers_of(turn, call_out)))
    return check is not None and check.expires_on >= check_on(call_out.ends_at, zone)


async def no(turn: PersonalTurn, call_out: CallOut, recipient: Recipient) -> list[Message]:
    """Note that somebody cannot come; their place goes to the first of the reserve."""
    moved = await _leave(turn, call_out, recipient, Answer.NO)
    was_coming = recipient.has_place or recipient.is_on_reserve
    lines = (T("call-out-noted" if was_coming else "call-no-noted"),)
    return [*await _said(turn, call_out, lines, comes_after_all(call_out)), *moved]


async def later(turn: PersonalTurn, call_out: CallOut, recipient: Recipient) -> list[Message]:
    """Note that somebody does not know yet; they are asked once more."""
    if not allowed(await actor_of(turn), Action.OFFER):
        return [Say(turn.person, (T("not-allowed"),))]
    if recipient.has_place or recipient.is_on_reserve:
        return await yes(turn, call_out, recipient)
    await _leave(turn, call_out, recipient, Answer.LATER)
    planned = await due_work.planned_at(turn.transaction, timetable.ASK_AGAIN, call_out.id)
    if planned is None or recipient.asked_again_at is not None:
        return await _said(turn, call_out, (T("call-later-by-yourself"),), answers(call_out)[:2])
    return await _said(turn, call_out, (T("call-later-noted"),), answers(call_out)[:2])


async def _leave(
    turn: PersonalTurn, call_out: CallOut, recipient: Recipient, answer: Answer
) -> list[Message]:
    freed = await call_out_answers.leave(turn.transaction, call_out, recipient, answer, turn.now)
    await progress_soon(turn, call_out)
    return [] if freed is None else await gaps.filled(turn, call_out, freed)


def _tap(
    does: _Answering, late: Answer
) -> Callable[[PersonalTurn, str], Awaitable[list[Message] | None]]:
    async def tap(turn: PersonalTurn, token: str) -> list[Message] | None:
        call_out = await call_outs.with_token(turn.transaction, token)
        if call_out is None:
            return None
        recipient = await call_out_recipients.find(turn.transaction, call_out, turn.person.id)
        if recipient is None:
            return [Say(turn.person, (T("call-not-called"),))]
        if call_out.standing in OPEN and turn.now < call_out.ends_at:
            return await does(turn, call_out, recipient)
        # A place that somebody had stays theirs in the books.
        await call_out_answers.note(turn.transaction, recipient, late, turn.now)
        ended = call_out.standing if call_out.standing not in OPEN else Standing.OVER
        return await _said(turn, call_out, (T(f"call-late-{ended.value}"),))

    return tap


TAPS: Final[Taps] = {
    "call-yes": _tap(yes, Answer.YES),
    "call-no": _tap(no, Answer.NO),
    "call-later": _tap(later, Answer.LATER),
    "call-out": _tap(no, Answer.NO),
}

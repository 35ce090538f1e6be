"""A call-out to very many takes two: a second person who looks after all of its places agrees."""

from handlers.call_outs import sending, timetable
from handlers.call_outs.describing import numbers_of, question
from handlers.call_outs.watching import leads, may_lead, progress, seen_by, told, who_could_agree
from handlers.house import PersonalTurn, Turn
from handlers.messages import Buttons, ChangeSaid, Message, Press, Say
from handlers.outgoing import keep
from handlers.tapping import Taps
from handlers.texts import Line, Personal, T
from handlers.timed_work import TimedWork
from storage import call_outs, outbox_changes, people
from storage.call_outs import CallOut, Standing
from storage.model import Person
from storage.outbox import Purpose
from storage.private import PrivateText


def _label(call_out: CallOut, person: Person) -> str:
    return f"call-agree:{call_out.id}:{person.id}"


async def ask_to_agree(turn: Turn, call_out: CallOut) -> list[Message]:
    """Ask everybody who could agree to a call-out, and tell its author that it waits for one."""
    await timetable.wait(turn, call_out)
    return [*await progress(turn, call_out), *await _asked(turn, call_out)]


async def _asked(turn: Turn, call_out: CallOut, *before: Line) -> list[Message]:
    some = await who_could_agree(turn, await numbers_of(turn, call_out), call_out.made_by)
    return [await asked_of(turn, call_out, each, Purpose.NEWS, *before) for each in some]


async def asked_of(
    turn: Turn, call_out: CallOut, person: Person, purpose: Purpose, *before: Line
) -> Message:
    """Return the question whether somebody agrees; an earlier one loses its buttons."""
    author = await people.get(turn.transaction, call_out.made_by)
    lines: list[Line] = [
        *before,
        Personal("call-agree-asked", name=author.first_name or PrivateText("…")),
        T("call-agree-reaches", number=call_out.reaches),
        *await question(turn, call_out),
    ]
    buttons: Buttons = (
        (Press(T("button-call-agree"), f"call-agree:{call_out.token}"),),
        (Press(T("button-call-refuse"), f"call-refuse:{call_out.token}"),),
    )
    label = _label(call_out, person)
    await keep(turn, [ChangeSaid(person, label, (T("call-agree-below"),), purpose=Purpose.NEWS)])
    await outbox_changes.drop_label(turn.transaction, label)
    return Say(person, lines, buttons, purpose=purpose, label=label)


async def settled(turn: Turn, call_out: CallOut, said: Line) -> list[Message]:
    """Return what takes the question from everybody who was asked to agree."""
    some = await who_could_agree(turn, await numbers_of(turn, call_out), call_out.made_by)
    return [
        ChangeSaid(each, _label(call_out, each), (said,), purpose=Purpose.NEWS) for each in some
    ]


async def _agree(turn: PersonalTurn, token: str) -> list[Message] | None:
    """Send a call-out off, on the word of somebody who did not make it."""
    call_out = await call_outs.with_token(turn.transaction, token)
    if call_out is None:
        return None
    refused = await _why_not(turn, call_out)
    if refused is not None:
        return [Say(turn.person, (refused,))]
    author = await people.get(turn.transaction, call_out.made_by)
    if not await may_lead(seen_by(turn, author), await numbers_of(turn, call_out)):
        return [Say(turn.person, (T("call-agree-author-gone"),))]
    if not await call_outs.agree(turn.transaction, call_out, turn.person.id, turn.now):
        return [Say(turn.person, (_settled_as(call_out),))]
    call_out = await call_outs.get(turn.transaction, call_out.id)
    return [
        *await settled(turn, call_out, T("call-agree-settled")),
        Say(turn.person, (T("call-agreed"),)),
        *await sending.begin(turn, call_out),
    ]


async def _refuse(turn: PersonalTurn, token: str) -> list[Message] | None:
    """End a call-out that somebody does not agree to; nobody is called."""
    call_out = await call_outs.with_token(turn.transaction, token)
    if call_out is None:
        return None
    refused = await _why_not(turn, call_out)
    if refused is not None:
        return [Say(turn.person, (refused,))]
    if not await call_outs.refuse(turn.transaction, call_out, turn.person.id, turn.now):
        return [Say(turn.person, (_settled_as(call_out),))]
    await timetable.nothing_more(turn, call_out)
    call_out = await call_outs.get(turn.transaction, call_out.id)
    return [
        *await settled(turn, call_out, T("call-agree-settled")),
        Say(turn.person, (T("call-refused"),)),
        *await told(turn, call_out, (T("call-refused-yours"),)),
        *await progress(turn, call_out),
    ]


async def _why_not(turn: PersonalTurn, call_out: CallOut) -> T | None:
    if not await leads(turn, call_out):
        return T("not-allowed")
    return T("call-agree-own") if turn.person.id == call_out.made_by else None


def _settled_as(call_out: CallOut) -> T:
    """Return why there is nothing to agree to."""
    return T(f"call-agree-{call_out.standing.value}")


async def _asked_again(turn: Turn, call_out_id: int) -> list[Message]:
    """Ask those once more who could agree, while there is time."""
    call_out = await call_outs.get(turn.transaction, call_out_id)
    if call_out.standing is not Standing.WAITING:
        return []
    return await _asked(turn, call_out, T("call-agree-still"))


TAPS: Taps = {"call-agree": _agree, "call-refuse": _refuse}
TIMED: TimedWork = {timetable.AGREE: _asked_again}

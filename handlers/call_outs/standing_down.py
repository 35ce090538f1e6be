"""Those are told who are not needed any more: no place is left, it was stopped, or it is over."""

from datetime import timedelta
from typing import Final

from handlers.call_outs import gaps, timetable
from handlers.call_outs.describing import label_of, purpose_of, settle_earlier, stands_by
from handlers.call_outs.sending import BATCH, SOON
from handlers.call_outs.watching import progress_soon
from handlers.house import Turn
from handlers.messages import ChangeSaid, Message, Say
from handlers.texts import T
from handlers.timed_work import TimedWork
from storage import call_out_answers, call_out_recipients, call_outs, due_work
from storage.call_out_recipients import Answer, Recipient
from storage.call_outs import OPEN, CallOut, Standing
from storage.model import Person
from storage.outbox import Purpose

#: After so long it is known what became of a message that was just leaving.
HAS_LEFT: Final = timedelta(minutes=1)


async def _tell(turn: Turn, call_out_id: int) -> list[Message]:
    """Tell the next of those who are not needed any more."""
    call_out = await call_outs.get(turn.transaction, call_out_id)
    if call_out.standing in OPEN:
        return await _full(turn, call_out)
    if call_out.standing is Standing.STOPPED:
        return await _stopped(turn, call_out)
    if call_out.standing is Standing.OVER:
        return await _over(turn, call_out)
    return []


async def _full(turn: Turn, call_out: CallOut) -> list[Message]:
    """Thank those who have not decided and for whom there is no place; the reserve is open."""
    is_leaving = await call_out_answers.stand_down_unsent(turn.transaction, call_out, turn.now)
    some = await call_out_answers.stand_down(turn.transaction, call_out, BATCH, turn.now)
    await _again(turn, call_out, some, is_leaving=is_leaving)
    await gaps.settle_where_full(turn, call_out)
    await progress_soon(turn, call_out)
    line = T("call-full", purpose=purpose_of(call_out.purpose))
    return [
        ChangeSaid(
            person,
            label_of(call_out, person.id),
            (line,),
            stands_by(call_out),
            purpose=Purpose.BULK,
        )
        for _, person in await call_out_recipients.people_in(turn.transaction, some)
    ]


async def _stopped(turn: Turn, call_out: CallOut) -> list[Message]:
    """Tell those who were called that they need not come; whoever said yes gets a word of it."""
    some = await call_out_answers.release(turn.transaction, call_out, BATCH, turn.now)
    is_leaving = bool(await call_out_recipients.queued(turn.transaction, call_out))
    await _again(turn, call_out, some, is_leaving=is_leaving)
    line = T("call-stopped-yours", purpose=purpose_of(call_out.purpose))
    messages: list[Message] = []
    for recipient, person in await call_out_recipients.people_in(turn.transaction, some):
        if recipient.answer is Answer.YES:
            messages.append(await _newest(turn, call_out, person, line))
        else:
            label = label_of(call_out, person.id)
            messages.append(ChangeSaid(person, label, (line,), purpose=Purpose.BULK))
    return messages


async def _over(turn: Turn, call_out: CallOut) -> list[Message]:
    """Thank those who had a place or stood by."""
    some = await call_out_answers.thank(turn.transaction, call_out, BATCH, turn.now)
    await _again(turn, call_out, some, is_leaving=False)
    came = T("call-over-came", purpose=purpose_of(call_out.purpose))
    stood_by = T("call-over-stood-by", purpose=purpose_of(call_out.purpose))
    return [
        await _newest(turn, call_out, person, came if recipient.has_place else stood_by)
        for recipient, person in await call_out_recipients.people_in(turn.transaction, some)
    ]


async def _newest(turn: Turn, call_out: CallOut, person: Person, line: T) -> Message:
    await settle_earlier(turn, call_out, person)
    return Say(person, (line,), purpose=Purpose.NEWS, label=label_of(call_out, person.id))


async def _again(turn: Turn, call_out: CallOut, some: list[Recipient], *, is_leaving: bool) -> None:
    """Look again where there are more of them, or will be once it is known what has left."""
    if len(some) == BATCH or is_leaving:
        due_at = turn.now + (SOON if len(some) == BATCH else HAS_LEFT)
        await due_work.plan(turn.transaction, timetable.STAND_DOWN, call_out.id, due_at)


TIMED: Final[TimedWork] = {timetable.STAND_DOWN: _tell}

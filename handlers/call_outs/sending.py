"""A call-out is sent off: people are noted and written to, a few hundred at a time."""

from datetime import datetime, timedelta
from typing import Final

from handlers.call_outs import timetable
from handlers.call_outs.describing import (
    answers,
    areas_of,
    check_on,
    label_of,
    numbers_of,
    question,
    zone_of,
)
from handlers.call_outs.strangers import kit
from handlers.call_outs.watching import PROGRESS, keep_up, progress, progress_soon
from handlers.house import Turn
from handlers.messages import Message, Say
from handlers.timed_work import TimedWork
from storage import call_out_answers, call_out_recipients, call_outs, due_work
from storage.call_outs import Audience, CallOut, Standing
from storage.outbox import Purpose

#: How many are noted and written to in one transaction, which everybody else waits for.
BATCH: Final = 100
#: With so many messages waiting no more are made yet, so that what is stopped is stopped early.
ENOUGH: Final = 2 * BATCH
SOON: Final = timedelta(seconds=2)


async def audience_of(turn: Turn, call_out: CallOut) -> Audience:
    """Return whom a call-out is for."""
    areas = await areas_of(turn, await numbers_of(turn, call_out))
    zone = zone_of(areas)
    return Audience(
        places=frozenset(each.id for each in areas),
        kinds=call_out.kinds,
        languages=call_out.languages,
        checked_on=check_on(call_out.ends_at, zone) if call_out.checked_only else None,
        today=turn.now.astimezone(zone).date(),
        author=call_out.made_by,
    )


async def begin(turn: Turn, call_out: CallOut) -> list[Message]:
    """Have a call-out sent, and everything planned that follows; shows how it goes."""
    await timetable.plan(turn, call_out)
    await due_work.plan(turn.transaction, timetable.CALL, call_out.id, turn.now)
    await progress_soon(turn, call_out)
    return [*await progress(turn, call_out), *await kit(turn, call_out)]


async def call_next(turn: Turn, call_out: CallOut) -> list[Message]:
    """Write to some who were not called yet, or not needed before, where places are free."""
    if not await call_outs.call_more(turn.transaction, call_out):
        return []
    who = await audience_of(turn, call_out)
    await call_out_answers.call_again(turn.transaction, call_out, who)
    await progress_soon(turn, call_out)
    return await _call(turn, call_out.id)


async def _call(turn: Turn, call_out_id: int) -> list[Message]:
    """Write to the next of those who are called."""
    call_out = await call_outs.get(turn.transaction, call_out_id)
    if call_out.standing is not Standing.SENDING:
        return []
    not_before = await timetable.goes_at(turn, call_out)
    if not_before > turn.now:
        return await _later(turn, call_out, not_before, [])
    if await call_out_recipients.queued(turn.transaction, call_out) >= ENOUGH:
        return await _later(turn, call_out, turn.now + SOON, [])
    due = await call_out_recipients.due(turn.transaction, call_out, BATCH)
    if len(due) < BATCH:
        who = await audience_of(turn, call_out)
        await call_out_recipients.call(turn.transaction, call_out, who, BATCH - len(due))
        due = await call_out_recipients.due(turn.transaction, call_out, BATCH)
    lines = await question(turn, call_out)
    messages: list[Message] = [
        Say(
            person,
            lines,
            answers(call_out),
            purpose=Purpose.BULK,
            label=label_of(call_out, person.id),
            recipient=recipient.id,
        )
        for recipient, person in await call_out_recipients.people_in(turn.transaction, due)
    ]
    if not await call_out_recipients.is_anybody_left(turn.transaction, call_out, due):
        await call_outs.all_are_called(turn.transaction, call_out)
        await progress_soon(turn, call_out)
        return messages
    return await _later(turn, call_out, turn.now + SOON, messages)


async def _later(
    turn: Turn, call_out: CallOut, moment: datetime, messages: list[Message]
) -> list[Message]:
    await due_work.plan(turn.transaction, timetable.CALL, call_out.id, moment)
    return messages


TIMED: Final[TimedWork] = {timetable.CALL: _call, PROGRESS: keep_up}

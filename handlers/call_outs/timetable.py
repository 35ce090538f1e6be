"""What is done about a call-out when: nothing of it is left without a next deadline."""

from datetime import datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from handlers.call_outs.describing import quiet_hours, zone_of_call_out
from handlers.house import Turn
from storage import due_work
from storage.call_outs import CallOut

#: Timed work: the next of those who are called.
CALL: Final = "call-out"
#: Timed work: those who could agree are asked again.
AGREE: Final = "call-out-agree"
#: Timed work: those who said "later" are asked once more.
ASK_AGAIN: Final = "call-out-ask-again"
#: Timed work: those who said yes are reminded.
REMIND: Final = "call-out-remind"
#: Timed work: those are thanked for whom there is no place any more.
STAND_DOWN: Final = "call-out-stand-down"
#: Timed work: it is over.
END: Final = "call-out-end"

#: What begins so soon after the night is called at once, and not in the morning.
NO_TIME_TO_WAIT: Final = timedelta(hours=3)
#: So long changes are gathered before others hear of them.
GATHERED_FOR: Final = timedelta(seconds=10)
EVENING_BEFORE: Final = time(18)
SHORTLY_BEFORE: Final = timedelta(hours=2)
#: Whoever said "later" is asked so long before.
ASKED_AGAIN_BEFORE: Final = timedelta(hours=12)
AGREEMENT_REMINDED_AFTER: Final = timedelta(hours=2)
#: What begins sooner than that cannot wait so long.
URGENT_REMINDED_AFTER: Final = timedelta(minutes=15)
OVER_AFTER: Final = timedelta(minutes=30)


def not_at_night(turn: Turn, starts_at: datetime, zone: ZoneInfo) -> datetime:
    """Return from when on people may be called: now, or in the morning where that will do."""
    morning = quiet_hours(turn, zone).after(turn.now, timedelta(0))
    return morning if starts_at - morning >= NO_TIME_TO_WAIT else turn.now


async def goes_at(turn: Turn, call_out: CallOut) -> datetime:
    """Return from when on people may be called by a call-out."""
    return not_at_night(turn, call_out.starts_at, await zone_of_call_out(turn, call_out))


async def wait(turn: Turn, call_out: CallOut) -> None:
    """Plan what is done about a call-out that nobody has agreed to yet."""
    # What begins soon, or at once, is still worth sending while it lasts.
    is_soon = call_out.starts_at - turn.now < AGREEMENT_REMINDED_AFTER
    until = max(call_out.ends_at if is_soon else call_out.starts_at, turn.now)
    patience = URGENT_REMINDED_AFTER if is_soon else AGREEMENT_REMINDED_AFTER
    remind_at = turn.now + min(patience, (until - turn.now) / 4)
    if not is_soon:
        zone = await zone_of_call_out(turn, call_out)
        remind_at = quiet_hours(turn, zone).after(remind_at, timedelta(0))
    if remind_at < until:
        await due_work.plan(turn.transaction, AGREE, call_out.id, remind_at)
    await due_work.plan(turn.transaction, END, call_out.id, until)


async def plan(turn: Turn, call_out: CallOut) -> None:
    """Plan all that follows from a call-out which is sent now."""
    zone = await zone_of_call_out(turn, call_out)
    await due_work.drop(turn.transaction, call_out.id, AGREE)
    end = max(call_out.ends_at, turn.now) + OVER_AFTER
    await due_work.plan(turn.transaction, END, call_out.id, end)
    for kind, moment in (
        (REMIND, _reminds_at(turn, call_out, zone)),
        (ASK_AGAIN, asks_again_at(turn, call_out, zone)),
    ):
        if moment is not None:
            await due_work.plan(turn.transaction, kind, call_out.id, moment)


def _reminds_at(turn: Turn, call_out: CallOut, zone: ZoneInfo) -> datetime | None:
    """Return when those who said yes are reminded; None where there is no time for it."""
    day_before = call_out.starts_at.astimezone(zone).date() - timedelta(days=1)
    evening = datetime.combine(day_before, EVENING_BEFORE, zone)
    shortly = call_out.starts_at - SHORTLY_BEFORE
    if evening > turn.now:
        return evening
    is_awake = not quiet_hours(turn, zone).holds(shortly)
    return shortly if shortly > turn.now and is_awake else None


def asks_again_at(turn: Turn, call_out: CallOut, zone: ZoneInfo) -> datetime | None:
    """Return when those who said "later" are asked once more; None where time is short."""
    left = call_out.starts_at - turn.now
    if left <= SHORTLY_BEFORE:
        return None
    moment = max(call_out.starts_at - ASKED_AGAIN_BEFORE, turn.now + left / 2)
    awake = quiet_hours(turn, zone).after(moment, timedelta(0))
    return awake if awake < call_out.starts_at else turn.now + left / 2


async def nothing_more(turn: Turn, call_out: CallOut) -> None:
    """Plan nothing more for a call-out that is at its end."""
    for_nobody = (CALL, AGREE, ASK_AGAIN, REMIND, STAND_DOWN, END)
    await due_work.drop(turn.transaction, call_out.id, *for_nobody)

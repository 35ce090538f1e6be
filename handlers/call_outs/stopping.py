"""*Stop*: what has not been sent is not sent, and those who were called are told."""

from typing import Final

from handlers.call_outs import agreeing, timetable
from handlers.call_outs.watching import for_leads, progress, tally, watchers
from handlers.house import PersonalTurn
from handlers.messages import Buttons, Message, Press, Say
from handlers.tapping import Taps
from handlers.texts import T
from storage import call_out_answers, call_outs, due_work, fates
from storage.call_outs import OPEN, CallOut, Standing
from storage.fates import Fate
from storage.outbox import Purpose


async def _stop(turn: PersonalTurn, call_out: CallOut) -> list[Message]:
    """Ask whether a call-out shall really be stopped."""
    if call_out.standing not in (*OPEN, Standing.WAITING):
        return [_ended(turn, call_out)]
    counts = await tally(turn, call_out)
    called = counts.sent(Fate.SENT, Fate.UNKNOWN, Fate.JOINED)
    buttons: Buttons = (
        (Press(T("button-call-stop-yes"), f"call-stop-yes:{call_out.token}"),),
        (Press(T("button-call-stop-no"), f"call-stop-no:{call_out.token}"),),
    )
    return [Say(turn.person, (T("call-stop-sure", number=called),), buttons)]


async def _stop_yes(turn: PersonalTurn, call_out: CallOut) -> list[Message]:
    """Stop a call-out; whoever it was called by hears of it where somebody else did."""
    if not await call_outs.stop(turn.transaction, call_out, turn.person.id, turn.now):
        return [_ended(turn, call_out)]
    await fates.stop(turn.transaction, call_out.id, turn.now)
    await call_out_answers.stand_up(turn.transaction, call_out)
    await timetable.nothing_more(turn, call_out)
    await due_work.plan(turn.transaction, timetable.STAND_DOWN, call_out.id, turn.now)
    was_waiting = call_out.standing is Standing.WAITING
    said = T("call-stopped-unsent" if was_waiting else "call-stopped")
    messages: list[Message] = [Say(turn.person, (said,))]
    if was_waiting:
        messages += await agreeing.settled(turn, call_out, T("call-agree-stopped"))
    call_out = await call_outs.get(turn.transaction, call_out.id)
    messages += [
        Say(each, (T("call-stopped-by-other"),), purpose=Purpose.NEWS)
        for each in await watchers(turn, call_out)
        if each.id != turn.person.id
    ]
    return [*messages, *await progress(turn, call_out)]


async def _stop_no(turn: PersonalTurn, call_out: CallOut) -> list[Message]:
    """Leave a call-out as it is."""
    if call_out.standing not in (*OPEN, Standing.WAITING):
        return [_ended(turn, call_out)]
    return [Say(turn.person, (T("call-goes-on"),))]


def _ended(turn: PersonalTurn, call_out: CallOut) -> Message:
    return Say(turn.person, (T(f"call-ended-{call_out.standing.value}"),))


TAPS: Final[Taps] = {
    "call-stop": for_leads(_stop),
    "call-stop-yes": for_leads(_stop_yes),
    "call-stop-no": for_leads(_stop_no),
}

"""Messages of a call-out of which nobody knows whether they arrived: never repeated, but listed.

Whoever looks after it asks those people, and says what came of it.
"""

from typing import Final

from handlers.actions import About, Everywhere
from handlers.call_outs.describing import numbers_of, purpose_of, window_of, zone_of_call_out
from handlers.call_outs.watching import leads, progress_soon
from handlers.helping.private_parts import name_of
from handlers.house import PersonalTurn
from handlers.messages import Message, Press, Say, number_carried
from handlers.queue.from_tables import source
from handlers.queue.item import Sort, Source
from handlers.tapping import Tap, Taps
from handlers.texts import Personal, T
from storage import call_out_recipients, call_outs
from storage.fates import Fate


async def _shown(turn: PersonalTurn, number: int) -> tuple[About | None, Say]:
    found = await call_out_recipients.numbered(turn.transaction, number)
    assert found is not None  # noqa: S101 - the queue has just read its number
    call_out_id, recipient = found
    call_out = await call_outs.get(turn.transaction, call_out_id)
    ((_, person),) = await call_out_recipients.people_in(turn.transaction, [recipient])
    zone = await zone_of_call_out(turn, call_out)
    line = Personal(
        "queue-unknown-send",
        name=name_of(person),
        purpose=purpose_of(call_out.purpose),
        window=window_of(call_out.starts_at, call_out.ends_at, zone),
    )
    buttons = (
        (Press(T("button-call-arrived"), f"call-arrived:{number}"),),
        (Press(T("button-call-not-arrived"), f"call-not-arrived:{number}"),),
    )
    return Everywhere(await numbers_of(turn, call_out)), Say(turn.person, (line,), buttons)


def _settling(fate: Fate) -> Tap:
    async def tap(turn: PersonalTurn, carried: str) -> list[Message] | None:
        number = number_carried(carried)
        if number is None:
            return None
        found = await call_out_recipients.numbered(turn.transaction, number)
        if found is None:
            return None
        call_out = await call_outs.get(turn.transaction, found[0])
        if not await leads(turn, call_out):
            return [Say(turn.person, (T("not-allowed"),))]
        if not await call_out_recipients.settle(turn.transaction, found[1], fate):
            return [Say(turn.person, (T("call-arrived-settled"),))]
        await progress_soon(turn, call_out)
        return [Say(turn.person, (T("call-arrived-noted"),))]

    return tap


SOURCES: Final[tuple[Source, ...]] = (
    source(Sort.UNKNOWN_SEND, _shown, lambda _turn: call_out_recipients.unknown_sends),
)
TAPS: Final[Taps] = {
    "call-arrived": _settling(Fate.SENT),
    "call-not-arrived": _settling(Fate.UNREACHABLE),
}

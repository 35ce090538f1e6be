"""Whatever those who are called do: no place is given twice, the reserve keeps its order, and
everybody knows what they have."""

import asyncio
import shutil
import tempfile
from datetime import timedelta
from pathlib import Path
from typing import Any, Final

from hypothesis import given, settings
from hypothesis import strategies as st

from storage import call_out_recipients, chats
from storage.call_out_recipients import Answer, Recipient
from storage.call_outs import OPEN, CallOut
from storage.database import Transaction
from tests.handlers.called import Hall, hall_in
from tests.handlers.talks import OWNER

ACCOUNTS: Final = tuple(f"telegram:{7001 + number}" for number in range(6))
#: Where each of them helps.
HELPS_IN: Final = ((0,), (0,), (0, 1), (0, 1), (1,), (1,))
BUTTONS: Final = ("call-yes", "call-no", "call-later", "call-out")
WHO: Final = st.integers(0, len(ACCOUNTS) - 1)
#: Most of what happens is that somebody drops out, or thinks again.
DEEDS: Final = (*["drops_out"] * 8, *["taps"] * 6, "closes", "calls_next", "waits", "waits")
ACT: Final = st.fixed_dictionaries(
    {
        "deed": st.sampled_from(DEEDS),
        "who": st.integers(0, len(ACCOUNTS) - 1),
        "button": st.sampled_from(BUTTONS),
        "minutes": st.sampled_from((1, 30, 60 * 24)),
    }
)
Act = dict[str, Any]


class _Story:
    """What happens with one call-out, looked at after every act."""

    def __init__(self, hall: Hall, call_out: CallOut) -> None:
        self.hall, self.call_out = hall, call_out
        self.reserve: list[int] = []
        self.out_of_reach: set[int] = set()

    async def does(self, act: Act) -> None:
        """Let one thing happen, and look at what holds after it."""
        who = int(act["who"])
        match act["deed"]:
            case "drops_out":
                await self._taps(who, "call-out")
            case "taps":
                await self._taps(who, act["button"])
            case "closes":
                await self._closes(who)
            case "calls_next":
                await self.hall.taps(OWNER, f"call-next:{self.call_out.token}")
            case _:
                await self.hall.passes(timedelta(minutes=act["minutes"]))
        await self.holds()

    async def says_yes(self, who: int) -> None:
        await self._taps(who, "call-yes")
        await self.holds()

    async def _taps(self, who: int, button: str) -> None:
        await self.hall.taps(ACCOUNTS[who], f"{button}:{self.call_out.token}")

    async def _closes(self, who: int) -> None:
        person = await self.hall.talks.person(ACCOUNTS[who])
        self.out_of_reach.add(person.id)

        async def close(transaction: Transaction) -> None:
            await chats.set_reachable(transaction, person.chat_id, reachable=False)

        await self.hall.talks.look(close)

    async def is_stopped(self) -> None:
        """Stop it, and see that whoever said yes, and can be told, is told."""
        said = await self.hall.talks.look(self._everybody)
        coming = {each.person_id for each in said if each.answer is Answer.YES}
        await self.hall.taps(OWNER, f"call-stop-yes:{self.call_out.token}")
        await self.hall.passes(timedelta(minutes=2))
        for account in ACCOUNTS:
            person = await self.hall.talks.person(account)
            if person.id in coming - self.out_of_reach:
                assert "has been stopped" in await self.hall.reads(account)

    async def holds(self) -> None:
        """Look at everything that has to hold whatever happened."""
        said = await self.hall.talks.look(self._everybody)
        await self._quotas(said)
        now = await self.hall.now(self.call_out)
        if now.standing in OPEN:
            self._order(said)
            for account in ACCOUNTS:
                await self._knows(account)

    async def _everybody(self, transaction: Transaction) -> list[Recipient]:
        found = await call_out_recipients.those_who(transaction, self.call_out, tuple(Answer))
        return [recipient for recipient, _ in found]

    async def _quotas(self, said: list[Recipient]) -> None:
        for place in await self.hall.places(self.call_out):
            here = [each for each in said if each.neighbourhood_id == place.neighbourhood_id]
            assert place.taken <= place.wanted
            assert place.taken == sum(each.has_place for each in here)
        assert not [each for each in said if each.has_place and each.is_on_reserve]

    def _order(self, said: list[Recipient]) -> None:
        """Whoever leaves the reserve for a place was before all others whom the place suits."""
        waits = [each for each in said if each.is_on_reserve]
        turns = [each.turn for each in waits]
        assert len(turns) == len(set(turns))
        order = [each.person_id for each in sorted(waits, key=lambda each: each.turn or 0)]
        stayed = [number for number in self.reserve if number in order]
        assert stayed == [number for number in order if number in self.reserve]
        moved = [each for each in said if each.has_place and each.person_id in self.reserve]
        for each in moved:
            ahead = self.reserve[: self.reserve.index(each.person_id)]
            passed_over = {number for number in ahead if number in order} - self.out_of_reach
            assert not [number for number in passed_over if self._suits(number, each)]
        self.reserve = order

    def _suits(self, person_id: int, given: Recipient) -> bool:
        number = person_id - self._first
        return given.neighbourhood_id in [self.hall.areas[area] for area in HELPS_IN[number]]

    _first = 2

    async def _knows(self, account: str) -> None:
        person = await self.hall.talks.person(account)
        stands = await self.hall.stands(self.call_out, account)
        if stands is None or person.id in self.out_of_reach:
            return
        read = await self.hall.reads(account)
        if stands.has_place:
            assert any(words in read for words in ("have a place", "You have it now"))
        elif stands.is_on_reserve:
            assert "you are on the reserve" in read
        else:
            assert "have a place" not in read
            assert "you are on the reserve" not in read


async def _play(folder: Path, willing: list[int], acts: list[Act], *, stops: bool) -> None:
    async with hall_in(folder) as hall:
        for account, areas in zip(ACCOUNTS, HELPS_IN, strict=True):
            await hall.helper(account, *areas)
        call_out = await hall.calls({0: 1, 1: 2})
        story = _Story(hall, call_out)
        for who in willing:
            await story.says_yes(who)
        for act in acts:
            await story.does(act)
        if stops and (await hall.now(call_out)).standing in OPEN:
            await story.is_stopped()
        await hall.passes(timedelta(days=12))
        await story.holds()
        assert (await hall.now(call_out)).standing not in OPEN


@settings(max_examples=8, deadline=None)
@given(
    willing=st.permutations(range(len(ACCOUNTS))),
    acts=st.lists(ACT, min_size=5, max_size=15),
    stops=st.booleans(),
)
def test_no_place_is_given_twice_and_everybody_knows_what_they_have(
    willing: list[int], acts: list[Act], *, stops: bool
) -> None:
    folder = Path(tempfile.mkdtemp())
    try:
        asyncio.run(_play(folder, willing, acts, stops=stops))
    finally:
        shutil.rmtree(folder)

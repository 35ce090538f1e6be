"""The scheme that the state machine plays with: its people, its stage, and what is checked."""

import asyncio
from collections.abc import Callable, Coroutine, Mapping, Sequence
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final, TypeVar
from zoneinfo import ZoneInfo

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from handlers.deadlines import CONFIRM, LEASE
from storage import checks, people, volunteers
from storage.database import Transaction
from storage.model import Kind
from storage.volunteers import Offer
from tests.clock import BEGINNING
from tests.endurance.model import rows
from tests.endurance.model.acts import acts_of
from tests.endurance.model.cast import ACCOUNTS, NEW, OFFERS, STARTS, VOLUNTEERS, Offered, template
from tests.endurance.model.invariants import Holds
from tests.endurance.model.plain import Plain
from tests.endurance.model.promises import MINUTE, Answer, Promise, said_of
from tests.endurance.model.records import Asked, Somebody, Volunteer, Weekly
from tests.endurance.model.stage import MARK, OWNER, Stage
from tests.endurance.model.talking import Talk
from tests.endurance.model.telling import Told
from tests.endurance.model.watching import Watching
from tests.fresh_scheme import copy_scheme

R = TypeVar("R")

#: From this number on, one of all places is taken, whatever becomes of it.
STRAY: Final = 10


class Scheme(RuleBasedStateMachine):
    """People and what they know; what they do is added by those who act.

    One rule draws what happens from all that could: so a story seldom stands still, where a rule
    for each act would leave out half of them for a whole story.
    """

    def __init__(self) -> None:
        super().__init__()
        self._loop = asyncio.new_event_loop()
        self._folder = TemporaryDirectory()
        self.stage = Stage(Path(self._folder.name), BEGINNING)
        self.talk = Talk(self.stage)
        self.plain = Plain(ZoneInfo("UTC"), {}, {1: {2}, 2: {1}})
        self.watching = Watching(self.plain, OWNER)
        self.promises: dict[str, Promise] = {}

    def run_now(self, work: Coroutine[Any, Any, R]) -> R:
        """Wait for something that the service does."""
        return self._loop.run_until_complete(work)

    @initialize(
        start=st.sampled_from(STARTS),
        zone=st.sampled_from(("Europe/London", "America/New_York")),
        offers=st.tuples(*([OFFERS] * len(VOLUNTEERS))),
    )
    def begins(self, start: datetime, zone: str, offers: Sequence[Offered]) -> None:
        """Let people come together."""
        self.stage.now, self.plain.zone = start, ZoneInfo(zone)
        copy_scheme(Path(template(zone).name), Path(self._folder.name))
        self.run_now(self.stage.start())
        for name, account in ACCOUNTS.items():
            is_new = name in NEW
            self.plain.people[account] = Somebody(
                account, "" if is_new else MARK + name, reachable=not is_new, has_agreed=not is_new
            )
        self.run_now(self.stage.look(partial(self._offer, offers)))

    async def _offer(self, offers: Sequence[Offered], transaction: Transaction) -> None:
        for name, offered in zip(VOLUNTEERS, offers, strict=True):
            person = await people.find(transaction, ACCOUNTS[name])
            assert person is not None
            await self._offers(transaction, person.id, person.account, offered)

    async def _offers(
        self, transaction: Transaction, person_id: int, account: str, offered: Offered
    ) -> None:
        offer = Offer(
            frozenset(map(Kind, offered.kinds)),
            offered.areas,
            offered.times,
            offered.languages,
            offered.has_car,
            offered.at_once,
            offered.often,
        )
        await volunteers.save(transaction, person_id, offer, self.stage.now)
        somebody = self.plain.people[account]
        somebody.volunteer = Volunteer(
            set(offered.kinds),
            set(offered.areas),
            offered.at_once,
            offered.often,
            offered.times,
            offered.languages,
            offered.has_car,
        )
        if offered.paused is not None:
            until = self.plain.today(self.stage.now) + timedelta(days=offered.paused)
            await volunteers.pause(transaction, person_id, until)
            somebody.volunteer.paused_until = until
        if offered.checked is not None:
            day = (self.stage.now + timedelta(days=offered.checked)).date()
            await checks.record_check(transaction, person_id, person_id, self.stage.now, day)
            somebody.checked_until = day

    @rule(data=st.data())
    def somebody_acts(self, data: st.DataObject) -> None:
        """Let something happen that can happen now."""
        acts = {
            name: each for name, each in acts_of(type(self)).items() if each.can_happen(self.plain)
        }
        often = [name for name, each in acts.items() for _ in range(each.weight)]
        name = data.draw(st.sampled_from(often), label="act")
        chosen = {
            key: data.draw(strategy, label=key) for key, strategy in acts[name].choices.items()
        }
        getattr(self, name)(**chosen)

    # --- Acts ------------------------------------------------------------------------------------

    def called(self, names: Sequence[str], who: int) -> Somebody:
        """Return one of some people."""
        return self.plain.people[ACCOUNTS[names[who % len(names)]]]

    @property
    def owner(self) -> Somebody:
        """Whoever looks after the scheme."""
        return self.plain.people[OWNER]

    def place(self, which: int, wanted: Callable[[Asked], bool] | None = None) -> Asked:
        """Return one of the places that are wanted, or of all where there is none.

        A high number takes one of all: so some buttons are pressed that are of no use.
        """
        every = list(self.plain.places.values())
        some = [each for each in every if wanted is None or wanted(each)]
        found = some if some and which < STRAY else every
        return found[which % len(found)]

    def weekly_help(self, which: int) -> Weekly:
        """Return one of all weekly help."""
        return list(self.plain.weekly.values())[which % len(self.plain.weekly)]

    def comes_back(self, somebody: Somebody) -> list[Told]:
        """Let somebody open their private chat, in case that they had closed it."""
        if somebody.reachable:
            return []
        somebody.reachable = True
        return self.run_now(self.stage.unblocks(somebody.account))

    def is_free(self, somebody: Somebody) -> list[Told]:
        """Let somebody be asked nothing, before they begin something else."""
        told = self.comes_back(somebody)
        while self.run_now(self.stage.asked(somebody.account)) is not None:
            told += self.run_now(self.stage.says(somebody.account, "/cancel"))
        return told

    def taps(self, somebody: Somebody, data: str) -> list[Told]:
        """Let somebody press a button in private."""
        told = self.comes_back(somebody)
        return [*told, *self.run_now(self.stage.taps(somebody.account, data))]

    def says(self, somebody: Somebody, text: str) -> list[Told]:
        """Let somebody write in private."""
        told = self.comes_back(somebody)
        return [*told, *self.run_now(self.stage.says(somebody.account, text))]

    def resident_hears(self, place: Asked, told: Sequence[Told], id: str, **more: str) -> None:
        """Check that a resident is told of something."""
        word = said_of(place, id, reference=place.reference, **more)
        heard = [each.text for each in told if each.chat == place.resident.account]
        assert any(word in each for each in heard), f"{place.resident.name} does not hear: {word}"

    def settled(self, told: Sequence[Told]) -> None:
        """Take in what was said because of an act, and do what is due at once."""
        self.watching.reads(told)
        self.passes_until(self.stage.now)

    def passes_until(self, end: datetime, *, is_late: bool = False) -> None:
        """Let time pass, hearing everything that is said meanwhile; `is_late` where it was over."""
        self.run_now(self._passes(end, is_late=is_late))
        self.plain.time_is(self.stage.now)
        self._are_kept()

    async def _passes(self, end: datetime, *, is_late: bool) -> None:
        async for work, told in self.stage.works(end):
            now = self.stage.now
            at_once = work.kind in (LEASE, CONFIRM)
            self.plain.time_is(now if at_once else now - timedelta(microseconds=1))
            new = await rows.adopt_weekly(self.stage, self.plain, told)
            self.watching.hears(told, now, new)
            if not is_late:
                self._are_kept()

    def _are_kept(self) -> None:
        for promise in self.promises.values():
            assert not promise.is_broken(self.stage.now - MINUTE), f"not kept: {promise}"

    # --- What holds ------------------------------------------------------------------------------

    @invariant()
    def all_holds(self) -> None:
        """Check what holds after each act."""
        self.is_all_well()

    def is_all_well(self) -> None:
        """Check what holds at every moment, and note what is promised."""
        planned = self.run_now(self.stage.look(self._held))
        waiting = {
            each.resident.account
            for each in self.plain.places.values()
            if each.status != "withdrawn" and not each.confirmed
        }
        # Whoever is out of reach is there again as soon as they ask.
        away = [each for each in sorted(waiting) if not self.plain.people[each].reachable]
        for some in (sorted(waiting.difference(away)), *([each] for each in away)):
            for account, told in self.run_now(self.stage.imagines(some, "/mine")).items():
                self._is_told_the_truth(self.plain.people[account], told, planned)

    def _is_told_the_truth(
        self, somebody: Somebody, told: list[Told], planned: Mapping[str, datetime]
    ) -> None:
        for promise in Answer(self.plain, self.stage.now, told).promises(somebody):
            due_at = planned[promise.place.token]
            self.promises[promise.place.token] = promise
            assert due_at < promise.at + MINUTE, (
                f"{promise.place.reference} is promised {promise.step} at {promise.at}, "
                f"and nobody looks before {due_at}"
            )

    async def _held(self, transaction: Transaction) -> dict[str, datetime]:
        return await Holds(transaction, self.stage.now, self.plain).check()

    def teardown(self) -> None:
        """Let everybody stop what they are asked, and leave the stage."""
        try:
            if self.stage.database is not None:
                for somebody in self.plain.people.values():
                    if somebody.reachable:
                        self.is_free(somebody)
        finally:
            self.run_now(self.stage.stop())
            self._loop.close()
            self._folder.cleanup()

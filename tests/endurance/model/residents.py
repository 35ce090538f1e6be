"""What residents do: ask, write, withdraw, say whether it was done, wish for it every week."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from hypothesis import strategies as st

from tests.endurance.model import rows
from tests.endurance.model.acts import act, any_done, any_held, any_weekly, few_open, many_places
from tests.endurance.model.cast import RESIDENTS
from tests.endurance.model.plain import (
    SECRETS_KEPT,
    UNFINISHED,
    UNKNOWN_KIND,
    WEEKLY_KINDS,
    level_of,
)
from tests.endurance.model.records import HELD, Asked, Somebody, Weekly
from tests.endurance.model.talking import MOST_QUESTIONS, TIMES, Asking, Press, Wish
from tests.endurance.model.telling import Told
from tests.endurance.model.volunteers import ANYBODY, KEYS, WHICH, WHO, Volunteers
from tests.endurance.model.wordings import said

WISHES: Final = st.builds(
    Wish,
    kind=st.sampled_from(
        (
            *("shopping",) * 6,
            *("errand", "dog-walk", "doorstep-chat", "pharmacy-run", "phone-call", "lift"),
            *("listening", UNKNOWN_KIND),
        )
    ),
    when=st.integers(0, 5),
    typed=st.sampled_from(TIMES),
    area=st.sampled_from((1, 1, 1, 1, 2, 2, 2, None)),
    helpers=st.sampled_from((1, 1, 2, 2, 3)),
    words=st.sampled_from(("", "", "", "", "", KEYS)),
    language=st.sampled_from(("any", "any", "en", "es")),
    car=st.booleans(),
    others=st.integers(0, 3),
)


class Residents(Volunteers):
    """Residents, and whoever else taps their buttons."""

    @act(
        6,
        few_open,
        who=st.integers(0, len(RESIDENTS) - 1),
        wish=WISHES,
        for_another=st.booleans(),
        stops_after=st.sampled_from((None, None, None, None, 1, 3)),
    )
    def asks(self, who: int, wish: Wish, *, for_another: bool, stops_after: int | None) -> None:
        """Let somebody ask for help, for themself or for a neighbour, or leave it halfway."""
        somebody = self.called(RESIDENTS, who)
        told = self.is_free(somebody)
        asking = Asking(wish, for_another=for_another, words=self.talk.words)
        told += self.says(somebody, "/askfor" if for_another else "/ask")
        most = stops_after or MOST_QUESTIONS
        told += self.run_now(self.talk.answers(somebody.account, asking, most))
        if stops_after is None:
            self._asked_for(somebody, wish, asking, for_another=for_another)
            for place in self.plain.of_request(list(self.plain.places.values())[-1]):
                heard = [each.text for each in told if each.chat == somebody.account]
                assert any(place.reference in each for each in heard), "sent, and nobody told"
        self.settled(told)

    def _asked_for(
        self, somebody: Somebody, wish: Wish, asking: Asking, *, for_another: bool
    ) -> None:
        """Let the plain model know of a new request; what nobody is told is read."""
        made = self.run_now(rows.new_places(self.stage, self.plain))
        assert len(made) == asking.helpers, f"{len(made)} places for {wish}"
        somebody.name = self.run_now(rows.name_of(self.stage, somebody))
        somebody.has_agreed = True
        person = None
        if for_another:
            person = self.run_now(rows.name_of_helped(self.stage, made[0].helped_id))
        mentions_keys = bool(wish.words) and asking.wrote
        waits = wish.area is None or wish.kind == UNKNOWN_KIND
        place = Asked(
            token=made[0].token,
            reference=made[0].reference,
            request=made[0].token,
            resident=somebody,
            kind=wish.kind,
            level=level_of(wish.kind, mentions_keys=mentions_keys),
            area=wish.area,
            start=made[0].window_start,
            end=made[0].window_end,
            slots=asking.helpers,
            language=asking.language,
            needs_car=asking.needs_car,
            person=person,
            status="with-coordinator" if waits else "open",
            mentions_keys=mentions_keys,
        )
        for number, row in enumerate(made, 1):
            self.plain.places[row.token] = replace(
                place, token=row.token, reference=row.reference, slot=number, asked=set(), could=[]
            )

    @act(1, many_places, who=st.one_of(st.none(), st.none(), WHO), which=WHICH)
    def withdraws(self, who: int | None, which: int) -> None:
        """Let a resident close a request that is not needed any more, or somebody else try."""
        place = self.place(which, lambda each: each.status in UNFINISHED)
        somebody = place.resident if who is None else self.called(ANYBODY, who)
        told = self.taps(somebody, f"drop:{place.token}")
        told += self.taps(somebody, f"dropped:{place.token}")
        if somebody is place.resident and place.status in UNFINISHED:
            for each in self.plain.of_request(place):
                if each.status in UNFINISHED:
                    self._closed(each, told)
        self.settled(told)

    def _closed(self, place: Asked, told: list[Told]) -> None:
        if place.holder is not None:
            word = said("details-closed-not-needed", reference=place.reference)
            heard = [each.text for each in told if each.chat == place.holder.account]
            assert word in heard, f"{place.holder.name} does not hear: {word}"
        place.status, place.closed_at, place.holder = "withdrawn", self.stage.now, None

    @act(
        2,
        any_held,
        which=WHICH,
        from_helper=st.booleans(),
        is_old=st.integers(0, 4),
        stops=st.booleans(),
    )
    def writes(self, which: int, *, from_helper: bool, is_old: int, stops: bool) -> None:
        """Let one side write to the other; once it is over, nothing arrives."""
        place = self.place(which, lambda each: each.status in HELD)
        if from_helper and place.holder is None:
            return
        somebody = place.holder if from_helper and place.holder else place.resident
        other = place.resident if from_helper else place.holder
        claim = place.claim - (1 if is_old == 0 else 0)
        told = [*self.is_free(somebody), *self.taps(somebody, f"write:{place.token}:{claim}")]
        if place.status in HELD and claim == place.claim and other is not None:
            words = self.talk.words()
            told += (passed_on := self.says(somebody, words))
            arrived = {each.chat for each in passed_on if words in each.text}
            assert arrived == {other.account}, f"{words} came to {arrived}"
            place.in_touch |= from_helper and other.reachable
            if stops:
                told += self.taps(somebody, "hush:")
        self.settled(told)

    # --- Whether it was done ---------------------------------------------------------------------

    @act(
        4,
        any_done,
        who=st.one_of(st.none(), st.none(), st.none(), WHO),
        which=WHICH,
        answer=st.sampled_from(
            ("confirm", "confirm", "dispute", "nobody-came", "not-everything", "something-else")
        ),
    )
    def says_whether_done(self, who: int | None, which: int, answer: str) -> None:
        """Let a resident confirm that it was done, or say what was wrong; or somebody else try."""
        place = self.place(which, lambda each: each.status == "done" and not each.confirmed)
        somebody = place.resident if who is None else self.called(ANYBODY, who)
        stamp = f"{place.token}:{place.claim}"
        is_word = answer in ("confirm", "dispute")
        told = self.taps(somebody, f"{answer}:{stamp}" if is_word else f"disputed:{stamp}:{answer}")
        if somebody is place.resident and place.status == "done" and not place.confirmed:
            self._answered(place, answer)
        self.settled(told)

    def _answered(self, place: Asked, answer: str) -> None:
        match answer:
            case "confirm":
                place.confirmed, place.dispute = True, ""
            case "dispute":
                place.dispute, place.dispute_at = place.dispute or "said", self.stage.now
            case "something-else":
                place.dispute = "told"
            case _:
                self.not_done(place)

    def not_done(self, place: Asked) -> None:
        """Note that a place is open again after its helper had said that it is done."""
        self.plain.opened_again(place, self.stage.now)
        if self.stage.now >= place.end and place.is_carried:
            place.step = "coordinator"

    # --- Every week ------------------------------------------------------------------------------

    @act(3, any_done, which=WHICH, same=st.booleans())
    def wishes_it_weekly(self, which: int, *, same: bool) -> None:
        """Let a resident have a request every week, with the same helper or with anybody."""
        self._wishes(self.place(which, self._can_be_weekly), same=same)

    def _wishes(self, place: Asked, *, same: bool) -> None:
        can_be = self._can_be_weekly(place)
        told = [*self.is_free(place.resident), *self.taps(place.resident, f"again:{place.token}")]
        offered: list[str] = []

        def answers(own: Sequence[str], _may_skip: bool) -> Press:
            offered.extend(own)
            return Press("same" if same and "same" in own else own[-1])

        told += self.run_now(self.talk.answers(place.resident.account, answers))
        made = self.run_now(rows.new_weekly(self.stage, self.plain))
        assert len(made) == (1 if can_be else 0), f"weekly help of {place.reference}"
        for token in made:
            wished = place.holder if same and "same" in offered else None
            self.plain.weekly[token] = Weekly(token, place, place.level, wished=wished)
        self.settled(told)

    @act(6, any_done, which=WHICH)
    def become_a_pair(self, which: int) -> None:
        """Let a resident wish for the same helper every week, and the helper say yes by day."""
        place = self.place(which, self._can_be_weekly)
        if not self._can_be_weekly(place):
            return
        self._wishes(place, same=True)
        weekly = list(self.plain.weekly.values())[-1]
        if weekly.first is place and weekly.wished is not None:
            self.passes_until(self.plain.awake(self.stage.now))
            self.changes_weekly(None, len(self.plain.weekly) - 1, "yes", by_helper=True)

    def _can_be_weekly(self, place: Asked) -> bool:
        if place.status != "done" or place.slots > 1 or place.weekly is not None:
            return False
        if place.closed_at is None or self.stage.now >= place.closed_at + SECRETS_KEPT:
            return False
        going = [each for each in self.plain.weekly.values() if each.status != "ended"]
        return place.kind in WEEKLY_KINDS and all(each.first is not place for each in going)

    @act(
        3,
        any_weekly,
        who=st.one_of(st.none(), st.none(), WHO),
        which=st.integers(0, 3),
        verb=st.sampled_from(("yes", "yes", "no", "ended", "anybody")),
        by_helper=st.booleans(),
    )
    def changes_weekly(self, who: int | None, which: int, verb: str, *, by_helper: bool) -> None:
        """Let a side of weekly help change it, or somebody who has nothing to do with it."""
        weekly = self.weekly_help(which)
        resident = weekly.first.resident
        helper = weekly.helper or weekly.wished or resident
        is_helpers = verb in ("yes", "no") or (verb == "ended" and by_helper)
        somebody = helper if is_helpers else resident
        somebody = somebody if who is None else self.called(ANYBODY, who)
        start = self.run_now(rows.next_of(self.stage, weekly.token))
        told = self.taps(somebody, f"repeat:{verb}:{weekly.token}")
        is_wished = weekly.status != "ended" and somebody is weekly.wished
        match verb:
            case "yes" if is_wished and rows.can_come(self.plain, somebody, weekly.first, start):
                weekly.helper, weekly.wished, weekly.status = somebody, None, "going"
            case "no" if is_wished:
                self._parted(weekly)
            case "ended" if weekly.status != "ended" and somebody is resident:
                weekly.status, weekly.helper, weekly.wished = "ended", None, None
            case "ended" if weekly.status != "ended" and somebody is weekly.helper:
                self._parted(weekly)
            case "anybody" if weekly.status == "choosing" and somebody is resident:
                weekly.status = "going"
        self.settled(told)

    @staticmethod
    def _parted(weekly: Weekly) -> None:
        weekly.status, weekly.helper, weekly.wished = "choosing", None, None

"""The state machine: everybody acts, in any order, while time passes."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from hypothesis import strategies as st

from tests.endurance.model import rows
from tests.endurance.model.acts import act, any_done, any_open, any_place, any_waiting
from tests.endurance.model.cast import VOLUNTEERS
from tests.endurance.model.plain import SECRETS_KEPT, UNKNOWN_KIND, level_of
from tests.endurance.model.promises import MINUTE
from tests.endurance.model.records import Asked
from tests.endurance.model.residents import Residents
from tests.endurance.model.talking import Press, anything
from tests.endurance.model.volunteers import ANYBODY, WHICH, WHO
from tests.endurance.model.wordings import said

#: What a coordinator gives a request that has no kind.
GIVEN: Final = ("errand", "lift", "paperwork")
PASSES: Final = tuple(
    timedelta(minutes=minutes)
    for minutes in (1, 10, 30, 60, 3 * 60, 9 * 60, 24 * 60, 60 * 60, 4 * 24 * 60, 8 * 24 * 60)
)
#: Somebody who asks for a neighbour is asked again after three months whether that still holds.
LONGEST: Final = timedelta(days=80)
#: What a coordinator is asked to decide.
DECISIONS: Final = ("worry-read:", "worry-settled:", "approve:", "refuse:", "cost-")


class Everybody(Residents):
    """All who act; coordinators and time itself here."""

    _passed: timedelta = timedelta(0)

    # --- Coordinators ----------------------------------------------------------------------------

    @act(3, any_waiting, which=WHICH, kind=st.sampled_from(GIVEN), gives_place=st.booleans())
    def completes(self, which: int, kind: str, *, gives_place: bool) -> None:
        """Let the coordinator give a request what it lacks, or try to change one that has it."""
        place = self.place(which, lambda each: each.status == "with-coordinator")
        given = f"area:{place.token}:2" if gives_place else f"kind:{place.token}:{kind}"
        told = self.taps(self.owner, given)
        for each in self.plain.of_request(place):
            if each.status == "with-coordinator":
                self._given(each, kind, gives_place=gives_place)
        self.settled(told)

    def _given(self, place: Asked, kind: str, *, gives_place: bool) -> None:
        if gives_place and place.area is None:
            place.area = 2
        elif not gives_place and place.kind == UNKNOWN_KIND:
            place.kind = kind
            place.level = level_of(kind, mentions_keys=place.mentions_keys)
        if place.area is not None and place.kind != UNKNOWN_KIND:
            place.status = "open"

    @act(2, any_open, who=WHO, which=WHICH)
    def chooses(self, who: int, which: int) -> None:
        """Let the coordinator pick somebody who could do it, or somebody who never said so."""
        place = self.place(which, lambda each: bool(each.could) and each.status == "open")
        could = place.could or [self.called(ANYBODY, who)]
        somebody = could[who % len(could)]
        number = self.run_now(rows.number_of(self.stage, somebody))
        outcome = self.plain.could_be_chosen(somebody, place, self.stage.now)
        told = self.taps(self.owner, f"pick:{place.token}:{number}")
        words = {"reference": place.reference} if outcome == "choose-already" else {}
        heard = [each.text for each in told if each.chat in ("", self.owner.account)]
        assert said(outcome, **words) in heard, f"{outcome}: {heard}"
        if outcome == "choose-noted":
            self.plain.taken(somebody, place)
            self.resident_hears(place, told, "taken-by", name=somebody.name)
        self.settled(told)

    @act(1, any_place, who=st.integers(0, len(VOLUNTEERS) - 1), which=st.integers(0, 2))
    def records_check(self, who: int, which: int) -> None:
        """Let the coordinator note that somebody was checked."""
        somebody, chosen = self.called(VOLUNTEERS, who), list[str]()

        def answers(own: Sequence[str], _may_skip: bool) -> Press:
            first = next((each for each in ("send", "both") if each in own), None)
            chosen.append(first or own[min(which, len(own) - 1)])
            return Press(chosen[-1])

        number = self.run_now(rows.number_of(self.stage, somebody))
        told = [*self.is_free(self.owner), *self.taps(self.owner, f"check:{number}")]
        told += self.run_now(self.talk.answers(self.owner.account, answers))
        if somebody.volunteer is not None:
            *_, until, _send = chosen
            somebody.checked_until = date.fromisoformat(until)
        self.settled(told)

    @act(1, any_done, which=WHICH, opens=st.booleans())
    def settles(self, which: int, *, opens: bool) -> None:
        """Let the coordinator decide about what was done and may not have been."""
        place = self.place(which, lambda each: each.status == "done" and not each.confirmed)
        made = "open" if opens else "done"
        told = self.taps(self.owner, f"settle:{place.token}:{place.claim}:{made}")
        if place.status == "done" and not place.confirmed and place.closed_at is not None:
            if not opens:
                place.confirmed, place.dispute = True, ""
            elif self.stage.now < place.closed_at + SECRETS_KEPT:
                self.not_done(place)
        self.settled(told)

    @act(1, any_place, which=st.integers(0, 5))
    def decides(self, which: int) -> None:
        """Let the coordinator press any button that stands below what waits for them."""
        pressed = [
            data
            for shown in self.stage.chats.get(self.owner.account, {}).values()
            for data in shown.buttons
            if data.startswith(DECISIONS)
        ]
        if pressed:
            self.settled(self.taps(self.owner, pressed[which % len(pressed)]))

    # --- Words for coordinators ------------------------------------------------------------------

    @act(1, any_place, who=WHO)
    def worries(self, who: int) -> None:
        """Let somebody tell what worries them."""
        somebody = self.called(ANYBODY, who)
        told = [*self.is_free(somebody), *self.says(somebody, "/report")]
        words = self.talk.words()
        told += self.run_now(self.talk.answers(somebody.account, anything(words=words)))
        heard = {each.chat for each in told if words in each.text}
        assert heard == {somebody.account, self.owner.account}
        self.settled(told)

    @act(1, any_done, which=WHICH, how=st.sampled_from(("thanks", "cost")), receipt=st.booleans())
    def hands_in(self, which: int, how: str, *, receipt: bool) -> None:
        """Let a resident write thanks, or a helper hand in what it cost."""
        place = self.place(which, lambda each: each.status == "done")
        somebody = place.holder if how == "cost" else place.resident
        if somebody is None:
            return
        stamp = f"{how}:{place.token}" + ("" if how == "cost" else f":{place.claim}")
        told = [*self.is_free(somebody), *self.taps(somebody, stamp)]
        amount = "4.50" if how == "cost" else self.talk.words()
        # The last ready-made thanks stand before words of one's own.
        which_button = 1 if receipt and how == "cost" else -1
        told += self.run_now(
            self.talk.answers(somebody.account, anything(which_button, words=amount))
        )
        self.settled(told)

    # --- Time ------------------------------------------------------------------------------------

    @act(8, any_open, which=WHICH, steps=st.integers(1, 4))
    def waits_for_what_is_promised(self, which: int, steps: int) -> None:
        """Let time pass until what somebody was promised for their request, step by step."""
        place = self.place(which, lambda each: each.is_carried)
        for _ in range(steps):
            promise = self.promises.get(place.token)
            if promise is None or promise.at < self.stage.now:
                return
            self._waits(promise.at + MINUTE - self.stage.now)
            self.is_all_well()

    @act(6, by=st.sampled_from(PASSES), restarts=st.integers(0, 4))
    def time_passes(self, by: timedelta, restarts: int) -> None:
        """Let time pass, with everything done that is due; sometimes the service starts anew."""
        if not restarts:
            self.run_now(self.stage.stop())
            self.run_now(self.stage.start())
        self._waits(by)

    @act(1, any_place, by=st.sampled_from(PASSES[:7]))
    def is_off(self, by: timedelta) -> None:
        """Let the service be off for a while; what was due meanwhile is done late."""
        self.run_now(self.stage.stop())
        self.stage.now += by
        self._passed += by
        self.run_now(self.stage.start())
        self.passes_until(self.stage.now, is_late=True)

    def _waits(self, by: timedelta) -> None:
        if self._passed + by < LONGEST:
            self._passed += by
            self.passes_until(self.stage.now + by)

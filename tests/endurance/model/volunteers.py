"""What volunteers do: take cards, keep or break what they promised, pause and leave."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Final

from hypothesis import strategies as st

from tests.endurance.model import rows
from tests.endurance.model.acts import act, any_held, any_open, any_place, anybody_asked
from tests.endurance.model.cast import ACCOUNTS, VOLUNTEERS
from tests.endurance.model.plain import UNFINISHED
from tests.endurance.model.records import HELD, Asked, Somebody, Volunteer
from tests.endurance.model.scheme import Scheme
from tests.endurance.model.talking import Press, Write, anything
from tests.endurance.model.telling import Told
from tests.endurance.model.watching import GROUPS
from tests.endurance.model.wordings import said

ANYBODY: Final = tuple(name for name in ACCOUNTS if name != "Olive")
#: They never ask for anything.
HELPING_ONLY: Final = ("Vic", "Una")
WHO: Final = st.integers(0, len(ANYBODY) - 1)
ABLE_OR_ANYBODY: Final = st.integers(0, 2 * len(ANYBODY) - 1)
WHICH: Final = st.integers(0, 11)
#: At which of its stages the holder of a place can press which button.
STAGES: Final = {"contact": HELD, "off": ("claimed",), "done": HELD, "back": HELD}
KEYS: Final = "the key is under the mat"
#: What opens the private chat in place of a word about it.
OPENING: Final = ("claim-yours", "claim-already-yours", "could-noted", "claim-questions-first")
#: What in private is said with more words.
LACKING: Final = ("claim-questions-first", "claim-needs-check")


class Volunteers(Scheme):
    """Volunteers, and whoever else taps their buttons."""

    @act(
        14,
        any_open,
        who=ABLE_OR_ANYBODY,
        which=WHICH,
        late=st.sampled_from((False, False, False, True)),
        follows=st.booleans(),
        agrees=st.booleans(),
    )
    def taps_card(self, who: int, which: int, *, late: bool, follows: bool, agrees: bool) -> None:
        """Let somebody tap a card where it hangs, or one that they saw a while ago."""
        place = self.place(which, lambda each: each.status == "open" or (late and each.is_held))
        if place.area is None or place.status == "with-coordinator":
            return
        somebody = self._somebody_for(who, place)
        hanging = [] if late else self._cards(place)
        group, message = hanging[which % len(hanging)] if hanging else (GROUPS[place.area], None)
        outcome = self.plain.would_get(somebody, place, self.stage.now)
        before = self.run_now(self.stage.asked(somebody.account))
        told = self.run_now(
            self.stage.taps(somebody.account, f"claim:{place.token}", group, message)
        )
        (answer,) = [each for each in told if each.action == "answer_tap"]
        opens = not somebody.reachable and outcome in OPENING
        assert (answer.start is not None) == opens, f"{outcome}: {answer}"
        assert opens or answer.text == self._word(outcome, somebody), f"{outcome}: {answer}"
        self._gets(somebody, place, outcome, told)
        if follows and answer.start is not None:
            told += self._follows(somebody, place, answer.start)
        self._joins(somebody, place, before, told, agrees=agrees)
        self.settled(told)

    def _somebody_for(self, who: int, place: Asked) -> Somebody:
        """Return somebody who gives such help; with a high number, anybody."""
        able = [
            each
            for each in self.plain.people.values()
            if each.volunteer is not None and place.kind in each.volunteer.kinds
        ]
        return able[who % len(able)] if able and who < len(ANYBODY) else self.called(ANYBODY, who)

    def _cards(self, place: Asked) -> list[tuple[str, int]]:
        return [
            (group, number)
            for group in GROUPS.values()
            for number, shown in self.stage.chats.get(group, {}).items()
            if f"claim:{place.token}" in shown.buttons
        ]

    def _word(self, outcome: str, somebody: Somebody) -> str:
        if outcome != "claim-too-many":
            return said(outcome)
        assert somebody.volunteer is not None
        return said(outcome, number=somebody.volunteer.at_once)

    def _gets(self, somebody: Somebody, place: Asked, outcome: str, told: list[Told]) -> None:
        """Let the plain model know what became of a tap."""
        if outcome == "could-noted":
            place.could.append(somebody)
        if outcome == "claim-yours":
            self.plain.taken(somebody, place)
            self.resident_hears(place, told, "taken-by", name=somebody.name)

    def _follows(self, somebody: Somebody, place: Asked, word: str) -> list[Told]:
        """Open the private chat by its link; what was tapped waits there."""
        somebody.reachable = True
        outcome = self.plain.would_get(somebody, place, self.stage.now)
        told = self.run_now(self.stage.says(somebody.account, f"/start {word}"))
        self._gets(somebody, place, outcome, told)
        return told

    def _joins(
        self,
        somebody: Somebody,
        place: Asked,
        before: str | None,
        told: list[Told],
        *,
        agrees: bool,
    ) -> None:
        """Answer the two questions of somebody who takes a kind for the first time."""
        account = somebody.account
        if before is not None or self.run_now(self.stage.asked(account)) != "join":
            return
        answers = anything(0 if agrees else 1)
        told += self.run_now(self.talk.answers(account, answers))
        if not agrees:
            return
        somebody.name = self.run_now(rows.name_of(self.stage, somebody))
        somebody.has_agreed = True
        if somebody.volunteer is None:
            assert place.area is not None
            somebody.volunteer = Volunteer(set(), {place.area}, often="never")
        somebody.volunteer.kinds.add(place.kind)
        outcome = self.plain.would_get(somebody, place, self.stage.now)
        self._gets(somebody, place, outcome, told)

    @act(3, anybody_asked, who=WHO, which=WHICH, says_yes=st.booleans(), agrees=st.booleans())
    def answers_ask(self, who: int, which: int, *, says_yes: bool, agrees: bool) -> None:
        """Let somebody answer who was asked directly, or who has only seen such a button."""
        place = self.place(which, lambda each: bool(each.asked) and each.status == "open")
        asked = [self.plain.people[each] for each in sorted(place.asked)]
        somebody = asked[who % len(asked)] if asked else self.called(ANYBODY, who)
        told = self.is_free(somebody)
        outcome = self.plain.would_get(somebody, place, self.stage.now)
        told += self.taps(somebody, f"ask-{'yes' if says_yes else 'no'}:{place.token}")
        heard = [each.text for each in told if each.chat == somebody.account]
        if somebody.account not in place.asked or somebody is place.resident:
            assert said("not-allowed") in heard
        elif says_yes:
            is_said = any(self._word(outcome, somebody) in each for each in heard)
            # In private more is said of what somebody lacks.
            assert is_said or outcome in LACKING, f"{outcome}: {heard}"
            self._gets(somebody, place, outcome, told)
            self._joins(somebody, place, None, told, agrees=agrees)
        self.settled(told)

    # --- What somebody does who has taken it -----------------------------------------------------

    @act(7, any_held, which=WHICH, then=st.integers(0, 5))
    def gets_on(self, which: int, then: int) -> None:
        """Let a helper do what comes next: be in touch, set off, say that it is done."""
        place = self.place(which, lambda each: each.is_held)
        if place.is_held:
            self.settled(self._next(place, then))

    @act(4, any_held, which=WHICH)
    def sees_it_through(self, which: int) -> None:
        """Let a helper do everything at once that is left to do."""
        place, told = self.place(which, lambda each: each.is_held), list[Told]()
        for _ in STAGES:
            if place.is_held:
                told += self._next(place, 0)
        self.settled(told)

    def _next(self, place: Asked, then: int) -> list[Told]:
        assert place.holder is not None
        button = "done" if place.status == "on-the-way" else "off" if place.in_touch else "contact"
        may = self._may(place.holder, place, button)
        told = self.taps(place.holder, f"{button}:{place.token}:{place.claim}")
        if may:
            self._pressed(place.holder, place, button, then, told)
        return told

    @act(
        3,
        any_place,
        who=st.one_of(st.none(), st.none(), WHO),
        which=WHICH,
        button=st.sampled_from(sorted(STAGES)),
        is_old=st.integers(0, 4),
        then=st.integers(0, 5),
    )
    def presses(self, who: int | None, which: int, button: str, is_old: int, then: int) -> None:
        """Let the holder of a place press a button, or anybody else, or one that is old."""
        place = self.place(which, lambda each: each.status in STAGES[button])
        holder = place.holder
        somebody = holder if who is None and holder is not None else self.called(ANYBODY, who or 0)
        claim = place.claim - (1 if is_old == 0 else 0)
        may = somebody is holder and claim == place.claim and self._may(somebody, place, button)
        told = self.taps(somebody, f"{button}:{place.token}:{claim}")
        if may:
            self._pressed(somebody, place, button, then, told)
        self.settled(told)

    def _may(self, holder: Somebody, place: Asked, button: str) -> bool:
        """Say whether the holder of a place can do something; no door is shown without a check."""
        lacks_check = button == "off" and self.plain.lacks_check(holder, place, self.stage.now)
        return place.status in STAGES[button] and not lacks_check

    def _pressed(
        self, somebody: Somebody, place: Asked, button: str, then: int, told: list[Told]
    ) -> None:
        name = somebody.name
        match button:
            case "contact":
                if not place.in_touch:
                    word = said("in-touch", name=name, reference=place.reference)
                    assert any(word in each.text for each in told)
                place.in_touch = True
                told += self._goes_on(somebody, "contact", then)
            case "off":
                place.status, place.in_touch = "on-the-way", True
                coming = "on-the-phone" if place.kind == "phone-call" else "on-the-way"
                self.resident_hears(place, told, coming, name=name)
            case "done":
                self.plain.done(place, self.stage.now)
                self.resident_hears(place, told, "done-to-resident", name=name)
            case _:
                self.plain.opened_again(place, self.stage.now)
                self.resident_hears(place, told, "handed-back", name=name)
                self._leaves_note(somebody, place, then, told)

    def _goes_on(self, somebody: Somebody, name: str, then: int) -> list[Told]:
        """Answer what a tap leads to, or leave it."""
        if then == 0 or self.run_now(self.stage.asked(somebody.account)) != name:
            return []
        return self.run_now(self.talk.answers(somebody.account, anything(then)))

    def _leaves_note(self, somebody: Somebody, place: Asked, then: int, told: list[Told]) -> None:
        if then in (0, 1) or self.run_now(self.stage.asked(somebody.account)) != "hand-back-note":
            return
        note = f"{self.talk.words()} {KEYS if then == 2 else ''}".strip()
        told += self.run_now(self.talk.answers(somebody.account, lambda *_: Write(note)))
        kept = said("note-kept", reference=place.reference)
        if then == 2 and any(kept in each.text for each in told):
            for each in self.plain.of_request(place):
                each.level = "assigned" if each.status in UNFINISHED else each.level

    # --- Whether they are there ------------------------------------------------------------------

    @act(
        2,
        any_place,
        who=st.integers(0, len(VOLUNTEERS) - 1),
        which=st.integers(0, 2),
        ends=st.booleans(),
    )
    def pauses(self, who: int, which: int, *, ends: bool) -> None:
        """Let a volunteer be left in peace until a day, or end that."""
        somebody, chosen = self.called(VOLUNTEERS, who), list[str]()
        if ends:
            if somebody.volunteer is not None:
                somebody.volunteer.paused_until = None
            self.settled(self.taps(somebody, "me:go-on"))
            return

        def picks(own: Sequence[str], _may_skip: bool) -> Press:
            chosen.append(own[which])
            return Press(own[which])

        told = [*self.is_free(somebody), *self.taps(somebody, "menu:pause")]
        told += self.run_now(self.talk.answers(somebody.account, picks))
        if somebody.volunteer is not None:
            somebody.volunteer.paused_until = date.fromisoformat(chosen[-1])
        self.settled(told)

    @act(1, any_place, who=st.integers(0, len(VOLUNTEERS) - 1), really=st.booleans())
    def leaves(self, who: int, *, really: bool) -> None:
        """Let a volunteer leave; whoever waits for them is told."""
        somebody = self.called(VOLUNTEERS, who)
        held = self.plain.held_by(somebody)
        told = [*self.is_free(somebody), *self.taps(somebody, "menu:leave")]
        answers = partial(anything, 0 if really else 1)
        told += self.run_now(self.talk.answers(somebody.account, answers()))
        if really and somebody.volunteer is not None:
            self.plain.leaves(somebody, self.stage.now)
            for place in held:
                self.resident_hears(place, told, "handed-back", name=somebody.name)
        self.settled(told)

    @act(2, any_place, who=st.integers(0, 1), really=st.booleans())
    def is_forgotten(self, who: int, *, really: bool) -> None:
        """Let a volunteer be forgotten; whoever waits for them is told, and not by their name."""
        somebody = self.called(HELPING_ONLY, who)
        held = self.plain.held_by(somebody)
        told = [*self.is_free(somebody), *self.says(somebody, "/forget")]
        really = really and not self.run_now(rows.is_held(self.stage, somebody))
        told += self.run_now(self.talk.answers(somebody.account, anything(0 if really else 1)))
        if really:
            self.plain.forgets(somebody, self.stage.now)
            for place in held:
                self.resident_hears(place, told, "forget-helper-gone")
        self.settled(told)

    @act(2, any_place, who=WHO, comes_back=st.booleans())
    def blocks(self, who: int, *, comes_back: bool) -> None:
        """Let somebody close their chat, or open it again."""
        somebody = self.called(ANYBODY, who)
        told: list[Told] = []
        if somebody.name and comes_back:
            told = self.comes_back(somebody)
        elif somebody.name and somebody.reachable:
            told = self.run_now(self.stage.blocks(somebody.account))
            somebody.reachable = False
        self.settled(told)

"""What is heard while time passes: it tells the plain model what happened; is it allowed?"""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime, timedelta
from typing import Final

from tests.endurance.model.plain import STEPS, Plain
from tests.endurance.model.records import Asked, Somebody
from tests.endurance.model.stage import MARK
from tests.endurance.model.telling import Told
from tests.endurance.model.wordings import found, kind_named, moment_named, said

GROUPS: Final = {1: "telegram:-1001", 2: "telegram:-1002"}
#: After this residents are left in peace about what is long over.
STILL_NEWS: Final = timedelta(days=3)


class Intrusion(AssertionError):  # noqa: N818 - says what a message is
    """Somebody is asked who may not be, or reads what is not for them."""


class Watching:
    """Reads every message that is written, whoever it reaches."""

    def __init__(self, plain: Plain, owner: str) -> None:
        self._plain, self._owner = plain, owner

    def reads(self, told: Iterable[Told]) -> None:
        """Check what holds for any message, and note by when helpers were told to be in touch."""
        for each in told:
            if MARK in each.text and (each.chat in GROUPS.values() or not each.chat):
                raise Intrusion(f"{each.chat or 'the answer to a tap'}: {each.text}")
            by = found("details-contact-by", each.text, "by")
            place = self._about(each.buttons, "contact")
            if by is not None and place is not None:
                place.contact_by = moment_named(by["by"], self._plain.zone)
            self._notes_arrival(each)

    def _notes_arrival(self, each: Told) -> None:
        """Note when a resident was told that somebody comes."""
        for word in ("coming-to-resident", "coming-phone"):
            said_so = found(word, each.text, "name", "window", "reference")
            if said_so is not None:
                place = self._called(said_so["reference"])
                assert place.holder is not None
                assert place.holder.name == said_so["name"]
                place.coming = said_so["window"]

    def hears(self, told: Sequence[Told], now: datetime, new: Collection[str] = ()) -> None:
        """Take in what was said because time passed; `new` requests were shown just now."""
        self.reads(told)
        for each in told:
            closed = found("given-up-to-owners", each.text, "reference")
            if closed is not None:
                self._plain.given_up(self._called(closed["reference"]), now)
        carried = self._asked(told, now)
        for each in told:
            carried |= self._shown(each)
        for token, step in carried:
            if token in new:
                continue
            place = self._plain.places[token]
            if STEPS.index(step) > STEPS.index(place.step):
                place.step = step
                self._was_told(place, told, now)

    # --- Steps -----------------------------------------------------------------------------------

    def _shown(self, each: Told) -> set[tuple[str, str]]:
        """Return which request a message carries to which step."""
        place = self._about(each.buttons, "claim")
        if place is not None and each.action == "send" and place.is_carried:
            at_home = place.area is not None and each.chat == GROUPS[place.area]
            return {(place.token, "raised" if at_home else "adjacent")}
        if each.chat != self._owner:
            return set()
        gaps = found("unclaimed-to-owners", each.text, "reference", "kind", "window")
        if gaps is None:
            return set()
        place = self._called(gaps["reference"])
        if gaps["kind"] != kind_named(place.kind) or place.status != "open":
            raise Intrusion(f"a coordinator hears wrong things: {each.text}")
        return {(place.token, "coordinator")} if place.is_carried else set()

    def _was_told(self, place: Asked, told: Sequence[Told], now: datetime) -> None:
        """Check that a resident hears of a step; of several places, the first that is free."""
        reference = place.reference
        if place.step == "coordinator":
            word = said("unclaimed-to-resident", reference=reference)
            is_due = now <= place.end + STILL_NEWS
        else:
            gaps = {"areas": _OTHER[place.area or 0]} if place.step == "adjacent" else {}
            word = said(f"carried-{place.step}", reference=reference, **gaps)
            is_due = all(
                each.slot >= place.slot or each.status != "open"
                for each in self._plain.of_request(place)
            )
        # Whoever is out of reach is rung, and would read of steps that are over.
        is_due = is_due and place.resident.reachable
        hears = [each for each in told if each.chat == place.resident.account]
        if is_due and not any(word in each.text for each in hears):
            heard = [each.text for each in hears]
            raise Intrusion(f"{place.resident.name} does not hear at {now}: {word}, but {heard}")

    def _about(self, buttons: Iterable[str], name: str) -> Asked | None:
        for data in buttons:
            pressed, _, rest = data.partition(":")
            if pressed == name:
                return self._plain.places.get(rest.partition(":")[0])
        return None

    def _called(self, reference: str) -> Asked:
        return next(each for each in self._plain.places.values() if each.reference == reference)

    # --- Who is asked ----------------------------------------------------------------------------

    def _asked(self, told: Sequence[Told], now: datetime) -> set[tuple[str, str]]:
        """Check everybody who is asked, in the order in which they are; returns for what."""
        carried: set[tuple[str, str]] = set()
        for each in told:
            wished = any(data.startswith("repeat:yes:") for data in each.buttons)
            nudged = any(data.startswith("offer-nothing:") for data in each.buttons)
            if (wished or nudged) and self._plain.is_quiet(now):
                raise Intrusion(f"asked at {now}: {each.text}")
            place = self._about(each.buttons, "ask-yes")
            if place is None or each.action != "send":
                continue
            self._may_be_asked(self._plain.people[each.chat], place, now)
            carried.add((place.token, "asking"))
        return carried

    def _may_be_asked(self, somebody: Somebody, place: Asked, now: datetime) -> None:
        plain = self._plain
        assert place.is_carried, f"{somebody.name} is asked for what is {place.status}"
        if not plain.fits(somebody, place, now) or not plain.may_be_asked(somebody, now):
            raise Intrusion(f"{somebody.name} is asked at {now}: {somebody.volunteer}")
        waits = self._waited(somebody, now)
        for other in plain.people.values():
            might = plain.fits(other, place, now) and plain.may_be_asked(other, now)
            if other is not somebody and might and self._waited(other, now) > waits:
                raise Intrusion(f"{somebody.name} is asked before {other.name}")
        place.asked.add(somebody.account)
        assert somebody.volunteer is not None
        somebody.volunteer.last_asked = now

    @staticmethod
    def _waited(somebody: Somebody, now: datetime) -> timedelta:
        assert somebody.volunteer is not None
        last = somebody.volunteer.last_asked
        return timedelta.max if last is None else now - last


#: How the neighbourhood beside another is called.
AREAS: Final = {1: "Elm Park", 2: "Oak Hill"}
_OTHER: Final = {1: AREAS[2], 2: AREAS[1], 0: ""}

"""What a resident has to read who asks where their request is, by the plain model."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from tests.endurance.model.plain import OVER_AFTER, STEPS, UNFINISHED, Plain
from tests.endurance.model.records import Asked, Somebody
from tests.endurance.model.stage import TEXTS
from tests.endurance.model.telling import Told
from tests.endurance.model.wordings import found, moment_named, said

#: Moments are written without their seconds.
MINUTE = timedelta(minutes=1)


class Dishonest(AssertionError):  # noqa: N818 - says what an answer is
    """Somebody is told something else than what holds."""


@dataclass(frozen=True, slots=True)
class Promise:
    """That a request will be carried to a step at a moment, if nobody takes it before."""

    place: Asked
    claim: int
    step: str
    at: datetime

    def is_broken(self, now: datetime) -> bool:
        """Say whether it was not kept; volunteers may be looked for in vain."""
        place = self.place
        if not place.is_carried or place.claim != self.claim or self.step == "asking":
            return False
        is_behind = STEPS.index(place.step) < STEPS.index(self.step)
        return is_behind and self.at + MINUTE <= now


class Answer:
    """The answer to one resident, compared with the plain model."""

    def __init__(self, plain: Plain, now: datetime, told: list[Told]) -> None:
        self._plain, self._now = plain, now
        self._texts = [each.text for each in told]

    def promises(self, resident: Somebody) -> list[Promise]:
        """Return what a resident is promised; raises Dishonest where a word is not true."""
        mine = [each for each in self._plain.places.values() if each.resident is resident]
        made: list[Promise] = []
        for place in mine:
            if place.slot == 1:
                made += self._of_request(self._plain.of_request(place))
            if place.status == "done" and not place.confirmed:
                self._unconfirmed(place)
        return made

    def _unconfirmed(self, place: Asked) -> None:
        assert place.holder is not None
        done = said_of(place, "done-to-resident", name=place.holder.name, reference=place.reference)
        also = {"": "unconfirmed", "said": "dispute-begun", "told": "disputed"}[place.dispute]
        texts = [each for each in self._texts if done in each]
        if len(texts) != 1 or said_of(place, f"standing-{also}") not in texts[0]:
            raise Dishonest(f"{place.reference} is done, {place.dispute!r}: {self._texts}")

    def _of_request(self, places: list[Asked]) -> list[Promise]:
        going = [each for each in places if each.status in UNFINISHED]
        references = said("card-reference", reference=", ".join(each.reference for each in going))
        texts = [each for each in self._texts if references in each.split("\n")]
        if not going:
            return []
        if len(texts) != 1:
            raise Dishonest(f"no answer about {references}: {self._texts}")
        paragraphs = texts[0].split("\n\n")[1:]
        if len(paragraphs) != len(going):
            raise Dishonest(f"{len(going)} places of {references}: {texts[0]}")
        made = [
            self._of_place(place, paragraph.split("\n"))
            for place, paragraph in zip(going, paragraphs, strict=True)
        ]
        return [each for each in made if each is not None]

    def _of_place(self, place: Asked, lines: list[str]) -> Promise | None:
        if place.slots > 1:
            _same(place, lines[:1], [said("place-standing", slot=place.slot, slots=place.slots)])
            lines = lines[1:]
        if place.holder is not None:
            self._held(place, place.holder, lines)
        elif place.is_carried:
            return self._waiting(place, lines)
        else:
            waits = "with-coordinator" if place.status == "with-coordinator" else "assigned"
            _same(place, lines, [said_of(place, f"standing-{waits}")])
        return None

    def _held(self, place: Asked, holder: Somebody, lines: list[str]) -> None:
        if place.status == "claimed" and not place.in_touch:
            promised = _found(place, "standing-not-in-touch", "\n".join(lines), "name", "by")
            if promised is None or promised["name"] != holder.name:
                raise Dishonest(f"{place.reference} is with {holder.name}: {lines}")
            by = moment_named(promised["by"], self._plain.zone)
            if by != place.contact_by or by + MINUTE <= self._now:
                raise Dishonest(f"contact by {place.contact_by} for {place.reference}: {lines}")
            return
        rings = place.kind == "phone-call" and place.status == "on-the-way"
        standing = "on-the-phone" if rings else place.status
        wanted = [said_of(place, f"standing-{standing}", name=holder.name)]
        if place.status == "on-the-way":
            words = "at-the-door" if place.kind != "phone-call" else "on-the-phone"
            if _found(place, f"words-{words}", "\n".join(lines), "theirs", "yours") is None:
                raise Dishonest(f"no words for the door of {place.reference}: {lines}")
            lines = [lines[0], *lines[2:]]
        elif place.coming is not None:
            coming = "standing-coming" if place.kind != "phone-call" else "standing-coming-phone"
            wanted.append(said(coming, window=place.coming))
        if not holder.reachable:
            wanted.append(said("standing-unreached"))
        if self._now >= place.end + OVER_AFTER:
            wanted.append(said("standing-over"))
        _same(place, lines, wanted)

    def _waiting(self, place: Asked, lines: list[str]) -> Promise | None:
        """Compare what is said of a request that waits; returns what is promised next."""
        _same(place, [lines[0], lines[-1]], [said(f"waiting-{place.step}"), said("waiting-word")])
        if place.step == "coordinator":
            _same(place, lines[1:-1], [])
            return None
        (line,) = lines[1:-1]
        for step in STEPS[STEPS.index(place.step) + 1 :]:
            promised = found(f"next-{step}", line, "by")
            if promised is not None and (step != "asking" or self._can_be_asked(place)):
                at = moment_named(promised["by"], self._plain.zone)
                if at + MINUTE <= self._now:
                    raise Dishonest(f"{place.reference} was to come to {step} before: {line}")
                return Promise(place, place.claim, step, at)
        raise Dishonest(f"{place.reference} is {place.step}: {line}")

    def _can_be_asked(self, place: Asked) -> bool:
        people = self._plain.people.values()
        return any(self._plain.fits(each, place, self._now) for each in people)


def _same(place: Asked, lines: list[str], wanted: list[str]) -> None:
    if lines != wanted:
        raise Dishonest(f"{place.reference} is {place.status}, {wanted}: {lines}")


def _for(place: Asked, id: str) -> str:
    return f"{id}-for" if place.person is not None and TEXTS.has(f"{id}-for") else id


def said_of(place: Asked, id: str, **arguments: str | int) -> str:
    """Return a wording as a resident reads it, who may have asked for somebody else."""
    named = _for(place, id)
    also = {"person": place.person} if named != id and place.person is not None else {}
    return said(named, **arguments, **also)


def _found(place: Asked, id: str, text: str, *gaps: str) -> dict[str, str] | None:
    named = _for(place, id)
    return found(named, text, *gaps, *(["person"] if named != id else []))

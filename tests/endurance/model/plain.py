"""The plain model: what everybody did and was told, and what has to follow from that.

It knows no database and no handler. Kinds, levels, statuses and steps are words here.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from tests.endurance.model.records import HELD, NOBODY, Asked, Somebody, Weekly

#: Kinds of help that whoever was checked may take, and those that a coordinator gives; the others
#: are for anybody.
CHECKED_KINDS: Final = ("pharmacy-run", "phone-call", "lift")
ASSIGNED_KINDS: Final = ("listening", "paperwork")
UNKNOWN_KIND: Final = "something-else"
WEEKLY_KINDS: Final = frozenset(
    {"shopping", "food-parcel", "hot-meal", "errand", "dog-walk", "doorstep-chat"}
    | {"pharmacy-run", "phone-call"}
)
#: How far a request that nobody takes has been carried.
STEPS: Final = ("posted", "raised", "adjacent", "asking", "coordinator")
PAUSES: Final = {"as-needed": timedelta(0), "daily": timedelta(days=1), "weekly": timedelta(days=7)}
#: From when until when nobody is asked, on the clock on the wall.
QUIET_FROM, QUIET_UNTIL = time(21), time(8)
UNFINISHED: Final = ("with-coordinator", "open", *HELD)
CONFIRMED_AFTER: Final = timedelta(days=2)
#: After this a coordinator hears of what a resident leaves open.
ANSWERED_WITHIN: Final = timedelta(minutes=30)
#: After this, and a day at most, a request is closed that nobody took.
GIVEN_UP_AFTER: Final = timedelta(days=14)
OVER_AFTER: Final = timedelta(hours=2)
SECRETS_KEPT: Final = timedelta(hours=72)
DAY: Final = timedelta(days=1)
QUARTER: Final = timedelta(minutes=15)
INSTANT: Final = timedelta(seconds=1)


def level_of(kind: str, *, mentions_keys: bool) -> str:
    """Return who may take a request."""
    if mentions_keys or kind in (*ASSIGNED_KINDS, UNKNOWN_KIND):
        return "assigned"
    return "checked" if kind in CHECKED_KINDS else "open"


@dataclass
class Plain:
    """Everybody, and everything that was asked for."""

    zone: ZoneInfo
    people: dict[str, Somebody]
    beside: dict[int, set[int]]
    places: dict[str, Asked] = field(default_factory=dict)
    weekly: dict[str, Weekly] = field(default_factory=dict)
    #: Who was shown what when: whoever had a place is not asked for its request.
    have_held: set[tuple[str, str]] = field(default_factory=set)

    def of_request(self, place: Asked) -> list[Asked]:
        """Return the places of a request in their order."""
        same = [each for each in self.places.values() if each.request == place.request]
        return sorted(same, key=lambda each: each.slot)

    def are(self, *statuses: str) -> bool:
        """Say whether there is a place of such a status."""
        return any(each.status in statuses for each in self.places.values())

    def held_by(self, somebody: Somebody) -> list[Asked]:
        """Return what somebody has taken and not finished."""
        return [
            each for each in self.places.values() if each.holder is somebody and each.status in HELD
        ]

    def today(self, now: datetime) -> date:
        """Return the day on the calendar of the place."""
        return now.astimezone(self.zone).date()

    def awake(self, moment: datetime) -> datetime:
        """Return a moment, or the end of the quiet hours that it falls into."""
        local = moment.astimezone(self.zone)
        if not self.is_quiet(moment):
            return moment
        day = local.date() + (timedelta(days=1) if local.time() >= QUIET_FROM else timedelta(0))
        return datetime.combine(day, QUIET_UNTIL, self.zone)

    def is_checked(self, somebody: Somebody, day: date) -> bool:
        """Say whether somebody's check is good on a day."""
        return somebody.checked_until is not None and somebody.checked_until >= day

    # --- Who gets it -----------------------------------------------------------------------------

    def would_get(self, somebody: Somebody, place: Asked, now: datetime) -> str:
        """Return the name of the word that somebody hears who taps a card."""
        if place.holder is somebody and place.status in HELD:
            return "claim-already-yours"
        if place.status != "open":
            return f"claim-{place.status}"
        if place.resident is somebody:
            return "claim-own"
        if somebody.volunteer is None or place.kind not in somebody.volunteer.kinds:
            return "claim-questions-first"
        if self.lacks_check(somebody, place, now):
            return "claim-needs-check"
        if place.level == "assigned":
            return "could-already" if somebody in place.could else "could-noted"
        return self.why_not(somebody, place) or "claim-yours"

    def lacks_check(self, somebody: Somebody, place: Asked, now: datetime) -> bool:
        """Say whether somebody has no check that is good until the day of the visit."""
        takes_check = place.kind in CHECKED_KINDS or place.level == "checked"
        return takes_check and not self.is_checked(somebody, self.today(max(now, place.end)))

    def why_not(self, somebody: Somebody, place: Asked) -> str:
        """Return why somebody who may take a place does not get it; nothing where they do."""
        held = self.held_by(somebody)
        if any(each.request == place.request for each in held):
            return "claim-other-place"
        assert somebody.volunteer is not None
        return "claim-too-many" if len(held) >= somebody.volunteer.at_once else ""

    def could_be_chosen(self, somebody: Somebody, place: Asked, now: datetime) -> str:
        """Return the name of the word that a coordinator hears who picks somebody."""
        if somebody.volunteer is None or somebody not in place.could or place.level != "assigned":
            return "button-unknown"
        if place.status != "open":
            return "choose-already"
        able = place.kind in somebody.volunteer.kinds and place.resident is not somebody
        if not able or self.lacks_check(somebody, place, now):
            return "choose-not-able"
        return "choose-holds-too-many" if self.why_not(somebody, place) else "choose-noted"

    # --- What becomes of it ----------------------------------------------------------------------

    def taken(self, somebody: Somebody, place: Asked, *, by_itself: bool = False) -> None:
        """Note that somebody has a place now."""
        place.status, place.holder, place.by_itself = "claimed", somebody, by_itself
        place.claim += 1
        place.contact_by, place.in_touch, place.coming = None, False, None
        self.have_held.add((somebody.account, place.request))

    def opened_again(self, place: Asked, now: datetime) -> None:
        """Note that nobody has a place any more; what was shown next door stays there."""
        place.free_since = now
        place.status, place.holder, place.closed_at = "open", None, None
        place.contact_by, place.in_touch, place.coming = None, False, None
        place.dispute = ""
        if place.is_carried:
            place.step = "adjacent" if STEPS.index(place.step) >= 2 else "raised"

    def done(self, place: Asked, now: datetime) -> None:
        """Note that a helper says that it is done."""
        place.status, place.closed_at = "done", now

    def time_is(self, now: datetime) -> None:
        """Note what time brings by itself, of all that was promised."""
        for place in self.places.values():
            late = place.contact_by is not None and place.contact_by <= now
            if place.status == "claimed" and not place.in_touch and late:
                self.opened_again(place, now)
            if place.status == "done" and not place.confirmed and not place.dispute:
                assert place.closed_at is not None
                place.confirmed = self.awake(place.closed_at + CONFIRMED_AFTER) <= now
            if place.dispute == "said" and place.dispute_at is not None:
                place.dispute = "told" if place.dispute_at + ANSWERED_WITHIN <= now else "said"

    def gives_up_at(self, place: Asked) -> datetime | None:
        """Return when a request is closed at the latest; None while somebody has a place of it."""
        places = self.of_request(place)
        if any(each.is_held for each in places):
            return None
        freed = [each.free_since or each.closed_at for each in places]
        freed += [each.closed_at for each in places]
        latest = [each for each in freed if each is not None]
        return max(place.end + GIVEN_UP_AFTER, place.end, *latest) + DAY

    def given_up(self, place: Asked, now: datetime) -> None:
        """Note that a request is closed that nobody took: long after its time only."""
        places = [each for each in self.of_request(place) if each.status in UNFINISHED]
        assert all(each.holder is None for each in places), "closed while somebody helps"
        assert place.end + GIVEN_UP_AFTER <= now, f"{place.reference} is given up too early"
        for each in places:
            each.status, each.closed_at = "withdrawn", now

    def leaves(self, somebody: Somebody, now: datetime) -> None:
        """Note that somebody offers nothing any more: what they had is open again."""
        for place in self.held_by(somebody):
            self.opened_again(place, now)
        for weekly in self.weekly.values():
            if weekly.status != "ended" and somebody in (weekly.helper, weekly.wished):
                weekly.status, weekly.helper, weekly.wished = "choosing", None, None
        for place in self.places.values():
            if somebody in place.could:
                place.could.remove(somebody)
        somebody.volunteer = None

    def forgets(self, somebody: Somebody, now: datetime) -> None:
        """Note that nothing is known of a volunteer any more: they are a stranger from now on."""
        self.leaves(somebody, now)
        for place in self.places.values():
            place.asked.discard(somebody.account)
            if place.holder is somebody:
                place.holder = NOBODY
        somebody.name, somebody.has_agreed, somebody.checked_until = "", False, None
        # Nothing may be written to a stranger until they write.
        somebody.reachable = False

    # --- Who may be asked ------------------------------------------------------------------------

    def is_quiet(self, now: datetime) -> bool:
        """Say whether people are left in peace at a moment."""
        clock = now.astimezone(self.zone).time()
        return clock >= QUIET_FROM or clock < QUIET_UNTIL

    def fits(self, somebody: Somebody, place: Asked, now: datetime) -> bool:
        """Say whether somebody could be asked for a place, now or at another hour."""
        offered = somebody.volunteer
        if offered is None or offered.often == "never" or not somebody.reachable:
            return False
        if place.kind not in offered.kinds or somebody is place.resident or place.area is None:
            return False
        if not offered.areas & {place.area, *self.beside[place.area]}:
            return False
        if self.lacks_check(somebody, place, now):
            return False
        if len(self.held_by(somebody)) >= offered.at_once or self._knows(somebody, place):
            return False
        if place.needs_car and not offered.has_car:
            return False
        if place.language is not None and place.language not in offered.languages:
            return False
        return not offered.times or not offered.times.isdisjoint(self._parts_of_week(place))

    def _knows(self, somebody: Somebody, place: Asked) -> bool:
        was_asked = any(somebody.account in each.asked for each in self.of_request(place))
        return was_asked or (somebody.account, place.request) in self.have_held

    def may_be_asked(self, somebody: Somebody, now: datetime) -> bool:
        """Say whether somebody may be asked at a moment, by their own choice."""
        offered = somebody.volunteer
        if offered is None or offered.often == "never" or self.is_quiet(now):
            return False
        if offered.paused_until is not None and self.today(now) <= offered.paused_until:
            return False
        return offered.last_asked is None or offered.last_asked + PAUSES[offered.often] <= now

    def _parts_of_week(self, place: Asked) -> Iterator[str]:
        moment = place.start
        while moment < place.end:
            yield self._part_of_week(moment)
            moment += QUARTER
        yield self._part_of_week(place.end - INSTANT)

    def _part_of_week(self, moment: datetime) -> str:
        local = moment.astimezone(UTC).astimezone(self.zone)
        part = "morning" if local.hour < 12 else "afternoon" if local.hour < 17 else "evening"
        return f"{'weekend' if local.isoweekday() > 5 else 'weekday'}-{part}"

"""What a typed time says, in its own terms, before anybody looks at a calendar."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from handlers.understanding.when_dates import Clock, WrittenDate, clock_at, date_at, mark_at
from handlers.understanding.when_marks import Kind, Mark, marks_of
from handlers.understanding.when_windows import MINUTES_OF_DAY

_ANCHORS = (Kind.BETWEEN, Kind.AT, Kind.ABOUT, Kind.AFTER, Kind.FROM, Kind.BEFORE, Kind.BY)
_BETWEEN_ANCHOR_AND_HOUR = (Kind.AT, Kind.ABOUT, Kind.FILLER, Kind.THE, Kind.ONE)
_BEFORE_DAY = (Kind.THE, Kind.FILLER, Kind.ONE, Kind.NEXT, Kind.OF, Kind.IN, Kind.AT)
_WEEKS = (Kind.NEXT_WEEK, Kind.THIS_WEEK, Kind.WEEKEND, Kind.NEXT_WEEKEND)
_DAY_WORDS = (Kind.WEEKDAY, Kind.DAY, *_WEEKS)
_PART_WORDS = (Kind.PART, Kind.PART_TODAY)
_NOT_AN_HOUR = (Kind.UNKNOWN, Kind.UNIT, Kind.MONTH)
_MORNING, _AFTERNOON = 0, 1
_MINUTES_OF_WEEK = 7 * MINUTES_OF_DAY
# How many small words may stand between two that belong together; a bound, so that time stays
# in line with length.
_REACH = 2


@dataclass(frozen=True, slots=True)
class Hours:
    """At, after or before an hour, or between two; `kind` is one of those four."""

    kind: Kind
    clock: Clock
    until: Clock | None = None


@dataclass(slots=True)
class Reading:
    """Everything that was said about when.

    `day_limit` is BEFORE, BY or AFTER where the day itself is a limit ("by Friday"). `minutes` is a
    time from now, and `within` says that any moment up to it will do.
    """

    offsets: set[int] = field(default_factory=set)
    dates: set[WrittenDate] = field(default_factory=set)
    weekdays: set[int] = field(default_factory=set)
    not_today: bool = False
    week_later: bool = False
    weeks: set[Kind] = field(default_factory=set)
    parts: set[int] = field(default_factory=set)
    hours: set[Hours] = field(default_factory=set)
    day_limit: Kind | None = None
    minutes: int | None = None
    within: bool = False
    soon: bool = False
    any_time: bool = False
    loose_number: int | None = None
    negated: bool = False

    @property
    def names_day(self) -> bool:
        """Whether a day was said, in whatever way."""
        return bool(self.offsets or self.dates or self.weekdays or self.weeks)

    @property
    def says_nothing(self) -> bool:
        """Whether no time was said at all."""
        said = self.names_day or self.parts or self.hours or self.soon or self.any_time
        return not said and self.minutes is None and self.loose_number is None


def read_when(text: str, language: str) -> Reading:
    """Read a typed time with the words of one language; what it does not know, it passes over."""
    reader = _Reader(marks_of(text, language))
    place = 0
    while place < len(reader.marks):
        place += reader.step(place)
    return reader.reading


class _Reader:
    def __init__(self, marks: Sequence[Mark]) -> None:
        self.marks = marks
        self.reading = Reading()
        self.all_known = not any(Kind.UNKNOWN in mark.kinds for mark in marks)

    def step(self, place: int) -> int:
        """Take in what starts at a place; returns the number of marks that it took."""
        return (
            self._negation(place)
            or self._day_limit(place)
            or self._duration(place)
            or self._date(place)
            or self._hours(place)
            or self._day_or_part(place)
            or self._loose_number(place)
            or 1
        )

    def _kinds_at(self, place: int, kinds: Iterable[Kind]) -> bool:
        return mark_at(self.marks, place).is_any(kinds)

    def _starts_day(self, place: int) -> bool:
        return self._kinds_at(place, _DAY_WORDS) or date_at(self.marks, place) is not None

    def _leads_to_day(self, place: int) -> bool:
        """Whether a day follows, with no more than a few small words before it."""
        for ahead in range(place + 1, place + 2 + _REACH):
            if self._starts_day(ahead):
                return True
            if not self._kinds_at(ahead, _BEFORE_DAY):
                return False
        return False

    def _negation(self, place: int) -> int:
        if not self._kinds_at(place, (Kind.NOT,)):
            return 0
        after = self._skip(place + 1, _BEFORE_DAY)
        if self._leads_to_day(place) or self._kinds_at(after, _PART_WORDS):
            self.reading.negated = True
        if self._kinds_at(place + 1, (Kind.ANY_TIME,)):
            self.reading.negated = True
        return 1

    def _day_limit(self, place: int) -> int:
        limits = (Kind.BEFORE, Kind.BY, Kind.AFTER)
        limit = next((kind for kind in limits if self._kinds_at(place, (kind,))), None)
        if limit is None or not self._leads_to_day(place):
            return 0
        self.reading.day_limit = limit
        return 1

    def _duration(self, place: int) -> int:
        """ "In 2 days", "within the hour", "an hour from now"; a bare "30 minutes" is no time."""
        lead = self._kinds_at(place, (Kind.IN, Kind.WITHIN))
        count = mark_at(self.marks, place + lead)
        counted = count.is_any((Kind.NUMBER, Kind.ONE))
        unit = mark_at(self.marks, place + lead + counted)
        if Kind.UNIT not in unit.kinds or not (lead or counted):
            return 0
        used = lead + counted + 1
        trailing = self._kinds_at(place + used, (Kind.FROM_NOW,))
        if lead or trailing:
            minutes = count.kinds.get(Kind.NUMBER, 1) * unit.kinds[Kind.UNIT]
            self.reading.minutes = minutes
            self.reading.within = self._kinds_at(place, (Kind.WITHIN,))
        elif Kind.O_CLOCK in unit.kinds and self._kinds_at(place - 1, _ANCHORS):
            return 0
        return used + trailing

    def _date(self, place: int) -> int:
        found = date_at(self.marks, place)
        if found is None:
            return 0
        date, used = found
        self.reading.dates.add(date)
        # "10-12 June", "10 or 12 June": the first is a day of the same month.
        linked = self._kinds_at(place - 1, (Kind.TO, Kind.AND, Kind.OR, Kind.SIGN))
        earlier = mark_at(self.marks, place - 2).kinds.get(Kind.NUMBER)
        if linked and date.month and earlier is not None:
            self.reading.dates.add(WrittenDate(earlier, date.month, date.year))
        return used

    def _skip(self, place: int, kinds: Iterable[Kind]) -> int:
        for _ in range(_REACH):
            place += self._kinds_at(place, kinds)
        return place

    def _hours(self, place: int) -> int:
        anchor = next((kind for kind in _ANCHORS if self._kinds_at(place, (kind,))), None)
        start = place if anchor is None else self._skip(place + 1, _BETWEEN_ANCHOR_AND_HOUR)
        first = clock_at(self.marks, start)
        if first is None:
            return 0
        after = start + first.used
        until, end = self._second_hour(after, anchor)
        if not first.plain and self._is_no_hour(anchor, end, ranged=until is not None):
            return 0
        if until is not None:
            self.reading.hours.add(Hours(Kind.BETWEEN, first.clock, until))
            return end - place
        kind = {
            None: Kind.AT,
            Kind.ABOUT: Kind.AT,
            Kind.FROM: Kind.AFTER,
            Kind.BY: Kind.BEFORE,
        }.get(anchor, anchor)
        if kind is None or kind == Kind.BETWEEN:
            return 0
        self.reading.hours.add(Hours(kind, first.clock))
        return after - place + self._other_hour(after, kind)

    def _second_hour(self, place: int, anchor: Kind | None) -> tuple[Clock | None, int]:
        """The end of a range of hours, if one follows, and the place behind it."""
        links = [Kind.TO, Kind.BY]
        if anchor == Kind.BETWEEN:
            links.append(Kind.AND)
        if anchor in {Kind.FROM, Kind.BETWEEN}:
            links.append(Kind.AT)
        if not self._kinds_at(place, links) and mark_at(self.marks, place).text != "-":
            return None, place
        start = self._skip(place + 1, _BETWEEN_ANCHOR_AND_HOUR)
        second = clock_at(self.marks, start)
        return (None, place) if second is None else (second.clock, start + second.used)

    def _is_no_hour(self, anchor: Kind | None, end: int, *, ranged: bool) -> bool:
        """Whether a bare number counts something else: "3 bags", "2 days", "10-12 June"."""
        if anchor is None:
            return not ranged or self._kinds_at(end, _NOT_AN_HOUR)
        if anchor == Kind.ABOUT:
            return self._kinds_at(end, _NOT_AN_HOUR)
        return self._kinds_at(end, (Kind.UNIT,)) or (
            mark_at(self.marks, end).glued and self._kinds_at(end, (Kind.UNKNOWN,))
        )

    def _other_hour(self, place: int, kind: Kind) -> int:
        """ "At 3 or 4": the second hour of a choice."""
        if not self._kinds_at(place, (Kind.OR,)):
            return 0
        start = self._skip(place + 1, (Kind.AT, Kind.ABOUT))
        found = clock_at(self.marks, start)
        if found is None or (not found.plain and self._kinds_at(start + found.used, _NOT_AN_HOUR)):
            return 0
        self.reading.hours.add(Hours(kind, found.clock))
        return start + found.used - place

    def _day_or_part(self, place: int) -> int:
        kinds, reading = self.marks[place].kinds, self.reading
        if Kind.WEEKDAY in kinds:
            reading.weekdays.add(kinds[Kind.WEEKDAY])
            near = (place - 1, place + 1)
            reading.not_today |= any(self._kinds_at(side, (Kind.NEXT,)) for side in near)
            # "Tuesday week" and "a week on Tuesday".
            following = mark_at(self.marks, place + 1).kinds.get(Kind.UNIT)
            reading.week_later |= following == _MINUTES_OF_WEEK
            reading.week_later |= self._kinds_at(place - 1, (Kind.WEEK_ON,))
        elif Kind.DAY in kinds:
            reading.offsets.add(kinds[Kind.DAY])
        elif Kind.PART_TODAY in kinds:
            reading.offsets.add(0)
            reading.parts.add(kinds[Kind.PART_TODAY])
        elif Kind.PART in kinds:
            reading.parts.add(kinds[Kind.PART])
        elif Kind.NOW in kinds:
            reading.soon = True
        elif Kind.ANY_TIME in kinds:
            reading.any_time = True
        elif kinds.keys() & {Kind.AM, Kind.PM} and self._kinds_at(place - 1, _DAY_WORDS):
            reading.parts.add(_MORNING if Kind.AM in kinds else _AFTERNOON)
        else:
            weeks = [kind for kind in _WEEKS if kind in kinds]
            reading.weeks.update(weeks)
            return len(weeks)
        return 1

    def _loose_number(self, place: int) -> int:
        """ "Friday 3": a number that nothing explains, beside a day or among known words only."""
        number = self.marks[place].kinds.get(Kind.NUMBER)
        if number is None or number > 31 or self._kinds_at(place + 1, _NOT_AN_HOUR):
            return 0
        following = mark_at(self.marks, place + 1)
        if (following.text == ":" and following.glued) or mark_at(
            self.marks, place - 1
        ).text == ":":
            return 0
        if self.all_known or self._kinds_at(place - 1, (*_DAY_WORDS, *_PART_WORDS)):
            self.reading.loose_number = number
        return 1

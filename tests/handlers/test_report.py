"""A report tells what was counted by hand, the same in words, in pictures and in the table."""

from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

import pytest
import pytest_asyncio
from hypothesis import given
from hypothesis import strategies as st

from bot.sheets import sheet_csv
from handlers.numbers.periods import Lately, Period, lately
from handlers.numbers.withholding import ENOUGH
from handlers.payload import Chart
from storage import checks, roles, volunteers
from storage.database import Transaction
from storage.model import ClosedAs, Kind, Role, Status
from storage.volunteers import Offer
from tests.handlers.called import hall_in
from tests.handlers.played_scheme import NOON, Scheme, scheme_in
from tests.handlers.talks import ANA, BEN, OWNER

CORA: Final = "telegram:8001"
KIM: Final = "telegram:8002"
HOSPICE: Final = "St Joseph's Hospice"
NOT_ALLOWED: Final = "You cannot do that here. If you think you should, please ask a coordinator."
HOUR: Final = timedelta(hours=1)
DAY: Final = timedelta(days=1)


@pytest_asyncio.fixture
async def scheme(tmp_path: Path) -> AsyncIterator[Scheme]:
    async with scheme_in(tmp_path) as opened:
        await opened.neighbourhood("Elm Park")
        await opened.neighbourhood("Mill Side")
        yield opened


async def _march(scheme: Scheme) -> None:
    """Play a month, with something before it and something after it."""
    done, taken, closed = Status.DONE, Status.CLAIMED, Status.WITHDRAWN
    asked = scheme.asked
    await asked(9, "Elm Park", Kind.SHOPPING, done, taken_after=HOUR)
    await asked(5, "Elm Park", Kind.SHOPPING, taken_after=3 * HOUR)
    await asked(6, "Elm Park", Kind.LIFT)
    await asked(5, "Mill Side", Kind.LIFT, done, taken_after=30 * HOUR)
    await asked(5, "Mill Side", Kind.LIFT, closed, closed_as=ClosedAs.COULD_NOT_HELP)
    await asked(7, "Mill Side", Kind.SHOPPING, taken, taken_after=2 * HOUR)
    await asked(7, "Mill Side", Kind.POST, done, at=NOON - 10 * DAY, taken_after=HOUR)
    await asked(7, "Mill Side", Kind.POST, at=NOON + 22 * DAY)


def _standing(asked: int, waiting: int, taken: int, done: int, closed: int) -> dict[str, str]:
    return {
        "Asked for": str(asked),
        "Waiting for somebody": str(waiting),
        "Somebody is on it": str(taken),
        "Done": str(done),
        "Closed, not done": str(closed),
    }


async def test_the_numbers_are_those_counted_by_hand(scheme: Scheme) -> None:
    await _march(scheme)
    seen = await scheme.sees(OWNER)
    # By how they stand: 5 + 6 wait, somebody is on 7, 9 + 5 are done, 5 are closed.
    assert seen.row("What was asked for") == {
        **_standing(37, 11, 7, 14, 5),
        # Of 26 that were taken, 9 were within 1 hour, 7 within 2, 5 within 3 and 5 within 30.
        "Half waited at most (hours)": "2",
        "Taken within a day": "21",
    }
    assert seen.row("By kind of help", "Shopping") == {
        **_standing(21, 5, 7, 9, 0),
        "Half waited at most (hours)": "2",
    }
    assert seen.row("By kind of help", "Lift") == {
        **_standing(16, 6, 0, 5, 5),
        "Half waited at most (hours)": "30",
    }
    assert seen.row("By neighbourhood", "Elm Park") == {
        **_standing(20, 11, 0, 9, 0),
        "Half waited at most (hours)": "1",
    }
    assert seen.row("By neighbourhood", "Mill Side") == {
        **_standing(17, 0, 7, 5, 5),
        "Half waited at most (hours)": "2",
    }
    assert seen.row("Why it ended", "Closed, not done")["We could not help"] == "5"
    assert not [cell for cell in seen.table if "Post" in cell or "By organisation" in cell]
    assert seen.lines[:9] == [
        "From Sunday 1 March 2026 to Tuesday 31 March 2026",
        "",
        "Where: everywhere",
        "",
        *(f"{what}: {number}" for what, number in _standing(37, 11, 7, 14, 5).items()),
    ]
    assert "Of what somebody took, half waited 2 hours at most." in seen.lines
    assert "Taken within a day: 21 of 37" in seen.lines


async def test_small_numbers_are_told_nowhere(scheme: Scheme) -> None:
    await _march(scheme)
    await scheme.asked(2, "Mill Side", Kind.POST, Status.DONE, taken_after=HOUR)
    seen = await scheme.sees(OWNER)
    assert seen.row("By kind of help", "Post") == {
        "Asked for": "fewer than 5",
        "Waiting for somebody": "0",
        "Somebody is on it": "0",
        "Done": "fewer than 5",
        "Closed, not done": "0",
    }
    told = [number for cell, number in seen.table.items() if cell[2] != _HALF]
    assert not {"1", "2", "3", "4"} & set(told)
    assert any(line.startswith("A number from 1 to 4 could") for line in seen.lines)


#: What stands in the table under another heading than in the pictures.
_HALF: Final = "Half waited at most (hours)"
_PARTS: Final = {
    "Half waited so many hours at most, by kind of help": "By kind of help",
    "Half waited so many hours at most, by neighbourhood": "By neighbourhood",
}


def _drawn(chart: Chart) -> dict[tuple[str, str, str], float | None]:
    """Return what the bars of a picture say, as the cells of the table are called."""
    return {
        _cell(panel.title, label, series.name): value
        for panel in chart.panels
        for series in panel.series
        for label, value in zip(panel.labels, series.values, strict=True)
    }


def _cell(part: str, label: str, series: str) -> tuple[str, str, str]:
    if part in _PARTS:
        return _PARTS[part], label, _HALF
    return (part, label, series) if series else (part, "", label)


def _is_the_same(value: float | None, told: str) -> bool:
    if value is None:
        return told in ("fewer than 5", "not told")
    return told == str(int(value))


async def test_words_pictures_and_table_tell_the_same(scheme: Scheme) -> None:
    await _march(scheme)
    await scheme.asked(3, "Elm Park", Kind.POST, Status.DONE, taken_after=HOUR)
    await scheme.asked(2, None, Kind.SOMETHING_ELSE, Status.WITHDRAWN)
    seen = await scheme.sees(OWNER)
    assert len(seen.charts) == 2
    for chart in seen.charts:
        for cell, value in _drawn(chart).items():
            assert _is_the_same(value, seen.table[cell]), cell
    told = {cell[2]: number for cell, number in seen.table.items() if cell[0] not in _BY}
    for line in seen.lines:
        what, colon, number = line.partition(": ")
        if colon and what in told:
            assert number.partition(" of ")[0] == told[what]


_BY: Final = ("By kind of help", "By neighbourhood", "By organisation")


async def test_a_spreadsheet_finds_no_formula_and_nobody_a_name(scheme: Scheme) -> None:
    await scheme.neighbourhood("=cmd()")
    await scheme.asked(9, "=cmd()", Kind.SHOPPING, Status.DONE, taken_after=HOUR)
    seen = await scheme.sees(OWNER)
    assert seen.sheet is not None
    table = sheet_csv(seen.sheet).decode("utf-8-sig")
    assert "\nBy neighbourhood,'=cmd(),Asked for,9" in table.replace("\r", "")
    for name in ("Ana", "Ben", "Olive"):
        assert name not in table + seen.words


# --- Whose numbers -------------------------------------------------------------------------------


async def _with_partner(scheme: Scheme) -> None:
    await scheme.neighbourhood("Hospice Gardens", organisation=HOSPICE)
    await scheme.appoint(KIM, Role.CONTACT, HOSPICE)
    await scheme.appoint(CORA, Role.COORDINATOR, None, "Mill Side")
    await _march(scheme)
    await scheme.asked(8, "Hospice Gardens", Kind.HOT_MEAL, Status.DONE, taken_after=HOUR)
    await scheme.asked(6, None, Kind.SOMETHING_ELSE)


async def test_everybody_sees_the_numbers_of_what_they_look_after_only(scheme: Scheme) -> None:
    await _with_partner(scheme)
    seen = await scheme.sees(KIM)
    assert "Where: Hospice Gardens" in seen.lines
    assert "Asked for: 8" in seen.lines
    assert {cell[1] for cell in seen.table if cell[0] == "By neighbourhood"} == {"Hospice Gardens"}
    seen = await scheme.sees(CORA)
    assert "Where: Mill Side" in seen.lines
    assert "Asked for: 23" in seen.lines
    # What has no neighbourhood yet, in the scheme's own part, is hers to complete.
    places = {cell[1] for cell in seen.table if cell[0] == "By neighbourhood"}
    assert places == {"Mill Side", "No neighbourhood yet"}
    assert "Hot meal" not in str(seen.table)


async def test_owners_see_all_of_it_and_by_organisation(scheme: Scheme) -> None:
    await _with_partner(scheme)
    seen = await scheme.sees(OWNER)
    assert seen.row("By organisation", HOSPICE)["Asked for"] == "8"
    assert seen.row("By organisation", "The scheme itself")["Asked for"] == "43"
    assert seen.row("What was asked for")["Asked for"] == "51"


async def test_nobody_else_is_shown_any_numbers(scheme: Scheme) -> None:
    await _march(scheme)
    for account in (ANA, BEN):
        for button in ("this-week", "last-month", "days"):
            await scheme.talks.taps(account, f"report:{button}")
            seen = scheme.seen()
            assert seen.words == NOT_ALLOWED
            assert not seen.charts
            assert seen.sheet is None


async def test_a_button_shows_nothing_more_once_a_role_has_ended(scheme: Scheme) -> None:
    await _with_partner(scheme)
    cora = await scheme.talks.person(CORA)

    async def end(transaction: Transaction) -> None:
        await roles.end(transaction, cora.id, Role.COORDINATOR, scheme.talks.now)

    await scheme.talks.taps(CORA, "report:last-month")
    assert "Asked for: 23" in scheme.seen().lines
    await scheme.talks.look(end)
    await scheme.talks.taps(CORA, "report:last-month")
    assert scheme.seen().words == NOT_ALLOWED


# --- Little and nothing --------------------------------------------------------------------------


async def test_where_nothing_was_asked_for_that_is_said(scheme: Scheme) -> None:
    seen = await scheme.sees(OWNER)
    assert "Nobody asked for help in this time. Please try other days with /report." in seen.lines
    assert not seen.charts
    assert seen.sheet is None


@pytest.mark.parametrize("number", range(1, ENOUGH))
async def test_of_very_little_there_is_neither_picture_nor_table(
    scheme: Scheme, number: int
) -> None:
    await scheme.asked(number, "Elm Park", Kind.POST, Status.DONE, taken_after=HOUR)
    seen = await scheme.sees(OWNER)
    assert "Asked for: fewer than 5" in seen.lines
    assert not seen.charts
    assert seen.sheet is None


async def test_weekly_help_that_its_volunteer_has_from_the_beginning_has_not_waited(
    scheme: Scheme,
) -> None:
    await scheme.asked(9, "Elm Park", status=Status.CLAIMED, taken_after=timedelta())
    await scheme.asked(5, "Elm Park", status=Status.CLAIMED, taken_after=5 * HOUR)
    seen = await scheme.sees(OWNER)
    assert "Of what somebody took, half waited 5 hours at most." in seen.lines


async def test_what_was_handed_back_counts_from_when_it_was_first_taken(scheme: Scheme) -> None:
    await scheme.asked(5, "Elm Park", taken_after=2 * DAY)
    seen = await scheme.sees(OWNER)
    assert "Waiting for somebody: 5" in seen.lines
    assert "Of what somebody took, half waited 48 hours at most." in seen.lines
    assert "Taken within a day: 0 of 5" in seen.lines


# --- Volunteers and call-outs --------------------------------------------------------------------


async def _helper(scheme: Scheme, account: str, place: str, *, is_new: bool) -> None:
    """Let somebody help in a place: since March, or for longer and checked."""
    person = await scheme.talks.arrives(account, "Vic")
    offer = Offer(frozenset({Kind.POST}), frozenset(filter(None, [scheme.areas[place]])))

    async def save(transaction: Transaction) -> None:
        since = NOON if is_new else NOON - 60 * DAY
        await volunteers.save(transaction, person.id, offer, since)
        if not is_new:
            until = (scheme.talks.now + DAY).date()
            await checks.record_check(transaction, person.id, person.id, since, until)

    await scheme.talks.look(save)


async def test_volunteers_are_counted_where_they_help(scheme: Scheme) -> None:
    await _with_partner(scheme)
    for place, number in {"Mill Side": 12, "Elm Park": 9, "Hospice Gardens": 7}.items():
        for each in range(number):
            await _helper(scheme, f"telegram:{place}{each}", place, is_new=each < 5)
    seen = await scheme.sees(CORA)
    assert seen.row("Volunteers") == {
        "Volunteers": "12",
        "New volunteers": "5",
        "Checked today": "7",
        "Took something on": "fewer than 5",
    }
    assert "Volunteers: 28" in (await scheme.sees(OWNER)).lines


async def test_call_outs_are_told_with_what_came_of_them(tmp_path: Path) -> None:
    async with hall_in(tmp_path) as hall:
        for number in range(20):
            await hall.helper(f"telegram:{number}", number % 2)
        await hall.calls({0: 6, 1: 9})
        for number in range(20):
            answer = "yes" if number < 16 else "no"
            await hall.taps(f"telegram:{number}", f"call-{answer}:hall")
        today = hall.talks.now.date()
        await Scheme(hall.talks).sees(OWNER, Period(today, today))
        lines = Scheme(hall.talks).seen().lines
    # Eight and eight said yes for six and nine places, so that two are on the reserve.
    names = ("Call-outs", "People called", "Said yes", "Wanted", "Have a place")
    assert [line for line in lines if line.startswith(names)] == [
        "Call-outs: 1",
        "People called: 20",
        "Said yes: not told",
        "Wanted: 15",
        "Have a place: 14",
    ]


# --- Days ----------------------------------------------------------------------------------------

_ZONES: Final = st.sampled_from(
    (
        *("Europe/London", "Europe/Madrid", "America/New_York", "Africa/Cairo", "Asia/Beirut"),
        *("America/Sao_Paulo", "Asia/Kathmandu", "Australia/Lord_Howe", "Pacific/Chatham", "UTC"),
    )
).map(ZoneInfo)
_DAYS: Final = st.dates(date(2015, 1, 1), date(2035, 12, 31))


@given(zone=_ZONES, day=_DAYS, share=st.integers(0, 99))
def test_a_day_is_what_the_clock_of_the_place_calls_so(
    zone: ZoneInfo, day: date, share: int
) -> None:
    start, end = Period(day, day).edges(zone)
    assert Period(day + DAY, day + DAY).edges(zone)[0] == end
    for moment in (start, start + share * (end - start) / 100, end - timedelta(microseconds=1)):
        assert moment.astimezone(zone).date() == day
    assert (start - timedelta(microseconds=1)).astimezone(zone).date() < day


@given(today=_DAYS)
def test_stretches_to_choose_from_end_today_or_with_a_month(today: date) -> None:
    week, month, months = (lately(today)[each] for each in Lately)
    assert (week.first.weekday(), week.last) == (0, today)
    assert today - week.first < 7 * DAY
    assert month.last == months.last < today
    assert (month.last + DAY).day == month.first.day == months.first.day == 1
    assert 28 * DAY <= month.last + DAY - month.first <= 31 * DAY
    assert 89 * DAY <= months.last + DAY - months.first <= 92 * DAY


async def test_days_begin_by_the_clock_of_the_place_also_when_it_changes(scheme: Scheme) -> None:
    # Clocks go forward on 29 March: the last half hour of that day is before 23:00 in UTC.
    await scheme.asked(5, "Elm Park", at=datetime(2026, 3, 29, 0, 0, tzinfo=UTC))
    await scheme.asked(6, "Elm Park", at=datetime(2026, 3, 29, 22, 59, tzinfo=UTC))
    await scheme.asked(7, "Elm Park", at=datetime(2026, 3, 29, 23, 0, tzinfo=UTC))
    sunday = date(2026, 3, 29)
    assert "Asked for: 11" in (await scheme.sees(OWNER, Period(sunday, sunday))).lines
    monday = Period(sunday + DAY, sunday + DAY)
    assert "Asked for: 7" in (await scheme.sees(OWNER, monday)).lines


async def test_each_place_has_its_own_clock(scheme: Scheme) -> None:
    await scheme.neighbourhood("Far East", "Asia/Tokyo")
    late = datetime(2026, 3, 10, 20, tzinfo=UTC)
    await scheme.asked(5, "Elm Park", at=late)
    await scheme.asked(6, None, at=late)
    await scheme.asked(7, "Far East", at=late)
    day = Period(late.date(), late.date())
    seen = await scheme.sees(OWNER, day)
    assert "Asked for: 11" in seen.lines
    seen = await scheme.sees(OWNER, Period(day.first + DAY, day.last + DAY))
    assert "Asked for: 7" in seen.lines

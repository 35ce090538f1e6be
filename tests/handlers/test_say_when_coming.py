"""When a helper comes: what is offered, and what typed words mean within a window."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from handlers.helping.say_when_coming import PickArrival, arrivals
from handlers.question import Again, Answered, Picked, StaleAnswerError, Words
from handlers.texts import T, Window

LONDON = ZoneInfo("Europe/London")


def at(day: str, clock: str, fold: int = 0) -> datetime:
    """Read a local time, in 2026."""
    return datetime.fromisoformat(f"2026-{day} {clock}").replace(tzinfo=LONDON, fold=fold)


def asked(start: datetime, end: datetime, now: datetime) -> PickArrival:
    """Ask when somebody comes."""
    window = Window(start, end)
    return PickArrival("coming", window, now=now, zone=LONDON, says=(T("ask-coming"),))


@pytest.mark.parametrize(
    ("start", "end", "offered"),
    [
        (at("04-14", "15:00"), at("04-14", "18:00"), ["15:00", "16:00", "17:00"]),
        (at("04-14", "10:15"), at("04-14", "12:00"), ["10:15", "11:15"]),
        (at("04-14", "08:00"), at("04-14", "20:00"), ["08:00", "10:00", "12:00", "14:00", "16:00"]),
        # The night without the time from 1 to 2 o'clock, and the night that has it twice.
        (at("03-29", "00:00"), at("03-29", "04:00"), ["00:00", "02:00", "03:00"]),
        (at("10-25", "00:00"), at("10-25", "03:00"), ["00:00", "01:00", "01:00", "02:00"]),
    ],
)
def test_parts_of_a_day_are_offered(start: datetime, end: datetime, offered: list[str]) -> None:
    parts = arrivals(Window(start, end), LONDON)
    assert [f"{begins:%H:%M}" for begins, _ in parts][: len(offered)] == offered
    assert len(parts) <= 6
    moments = [moment.astimezone(UTC) for part in parts for moment in part]
    # They follow upon one another, and cover the window.
    assert moments[::2] == [start.astimezone(UTC), *moments[1:-1:2]]
    assert moments[-1] == end.astimezone(UTC)


def test_days_are_offered_where_there_are_several() -> None:
    parts = arrivals(Window(at("04-14", "15:00"), at("04-25", "12:00")), LONDON)
    assert [f"{start:%d %H:%M}-{end:%H:%M}" for start, end in parts] == [
        "14 15:00-20:00",
        *(f"{day} 08:00-20:00" for day in range(15, 20)),
    ]


NOW = at("04-13", "10:00")
TOMORROW = (at("04-14", "15:00"), at("04-14", "20:00"))


def read(words: str, start: datetime, end: datetime, now: datetime = NOW) -> Iterator[str]:
    """Yield the beginning and the end of what was understood."""
    question = asked(start, end, now)
    made = question.hear(Words(words, "en"), None)
    assert isinstance(made, Answered)
    picked = question.restore(made.stored)
    assert picked is not None
    yield from (f"{moment:%m-%d %H:%M}" for moment in (picked.start, picked.end))


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("at 4 in the afternoon", "04-14 16:00", "04-14 17:00"),
        ("tomorrow at 4pm", "04-14 16:00", "04-14 17:00"),
        ("Tuesday between 4pm and 6pm", "04-14 16:00", "04-14 18:00"),
        # What reaches beyond the window is cut to it.
        ("tomorrow evening", "04-14 17:00", "04-14 20:00"),
        ("tomorrow after 7pm", "04-14 19:00", "04-14 20:00"),
    ],
)
def test_typed_words_mean_a_time_within_the_window(words: str, start: str, end: str) -> None:
    assert list(read(words, *TOMORROW)) == [start, end]


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("tomorrow at 9am", "problem-time-outside"),
        ("at 9 in the morning", "problem-time-outside"),
        ("Thursday at 4pm", "problem-time-outside"),
        # It is not the day after the window's that was meant.
        ("today at 4pm", "problem-time-outside"),
        ("when I can", "problem-time-not-understood"),
    ],
)
def test_another_time_is_told_so(words: str, why: str) -> None:
    made = asked(*TOMORROW, now=NOW).hear(Words(words, "en"), None)
    assert isinstance(made, Again)
    assert made.reason.id == why


def test_what_is_over_is_not_offered_and_what_is_offered_stays_the_same() -> None:
    start, end = TOMORROW
    first = [option.id for option in asked(start, end, now=NOW).options(None)]
    later = asked(start, end, now=start + timedelta(minutes=50)).options(None)
    assert [option.id for option in later] == first[1:]
    made = asked(start, end, now=NOW).hear(Picked(first[0]), None)
    assert isinstance(made, Answered)
    with pytest.raises(StaleAnswerError):
        asked(start, end, now=start + timedelta(hours=1)).restore(made.stored)


def test_an_answer_to_another_window_is_asked_for_again() -> None:
    start, end = TOMORROW
    with pytest.raises(StaleAnswerError):
        asked(start, end - timedelta(hours=1), now=NOW).restore(
            [int(start.timestamp()), int(end.timestamp())]
        )
    assert asked(start, end, now=NOW).restore(None) is None

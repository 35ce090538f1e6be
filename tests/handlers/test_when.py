"""A typed time becomes a window that a neighbour can plan with, or a reason why not."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import chain
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.understanding.when import (
    DayPart,
    TimeProblem,
    Window,
    understand_when,
    window_choices,
)
from handlers.understanding.when_marks import Kind
from handlers.understanding.words import languages, words_of

LONDON = ZoneInfo("Europe/London")
MADRID = ZoneInfo("Europe/Madrid")
WEDNESDAY = datetime(2026, 6, 10, 14, 7, tzinfo=LONDON)
MIERCOLES = datetime(2026, 6, 10, 14, 7, tzinfo=MADRID)


def shown(window: Window | TimeProblem) -> str:
    """A window as "Fri 12 Jun 15:00-20:00", with the second day only where it is another."""
    if isinstance(window, TimeProblem):
        return window.value
    same_day = window.start.date() == window.end.date()
    end = window.end.strftime("%H:%M" if same_day else "%a %d %b %H:%M")
    return f"{window.start:%a %d %b %H:%M}-{end}"


def heard(text: str, now: datetime = WEDNESDAY, language: str = "en") -> str:
    zone = now.tzinfo
    assert isinstance(zone, ZoneInfo)
    return shown(understand_when(text, language, now, zone))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Days
        ("today", "Wed 10 Jun 14:15-20:00"),
        ("tomorrow", "Thu 11 Jun 08:00-20:00"),
        ("day after tomorrow", "Fri 12 Jun 08:00-20:00"),
        ("Friday", "Fri 12 Jun 08:00-20:00"),
        ("fri", "Fri 12 Jun 08:00-20:00"),
        # Any time: today, tomorrow or the day after
        ("any time", "Wed 10 Jun 14:15-Fri 12 Jun 20:00"),
        ("whenever you like", "Wed 10 Jun 14:15-Fri 12 Jun 20:00"),
        ("I don't mind", "Wed 10 Jun 14:15-Fri 12 Jun 20:00"),
        ("any time Friday", "Fri 12 Jun 08:00-20:00"),
        ("tomorrow, no rush", "Thu 11 Jun 08:00-20:00"),
        ("this Friday", "Fri 12 Jun 08:00-20:00"),
        ("next Friday", "Fri 12 Jun 08:00-20:00"),
        ("Wednesday", "Wed 10 Jun 14:15-20:00"),
        ("next Wednesday", "Wed 17 Jun 08:00-20:00"),
        ("Wednesday morning", "Wed 17 Jun 08:00-12:00"),
        ("a week on Friday", "Fri 19 Jun 08:00-20:00"),
        ("Sunday week", "Sun 21 Jun 08:00-20:00"),
        ("in 2 days", "Fri 12 Jun 08:00-20:00"),
        ("in a week's time", "Wed 17 Jun 08:00-20:00"),
        ("next week", "Mon 15 Jun 08:00-20:00"),
        ("Tuesday next week", "Tue 16 Jun 08:00-20:00"),
        ("this weekend", "Sat 13 Jun 08:00-Sun 14 Jun 20:00"),
        ("this week", "Wed 10 Jun 14:15-Sun 14 Jun 20:00"),
        # Dates
        ("15 June", "Mon 15 Jun 08:00-20:00"),
        ("June 15", "Mon 15 Jun 08:00-20:00"),
        ("the 15th of June 2026", "Mon 15 Jun 08:00-20:00"),
        ("15/6", "Mon 15 Jun 08:00-20:00"),
        ("6/15", "Mon 15 Jun 08:00-20:00"),
        ("15/06/2026", "Mon 15 Jun 08:00-20:00"),
        ("15.06.2026", "Mon 15 Jun 08:00-20:00"),
        ("2026-06-15", "Mon 15 Jun 08:00-20:00"),
        ("15th", "Mon 15 Jun 08:00-20:00"),
        ("the 3rd at 2", "Fri 03 Jul 14:00-15:00"),
        ("the 31st", "Fri 31 Jul 08:00-20:00"),
        ("Friday 12", "Fri 12 Jun 08:00-20:00"),
        ("Friday 3", "Fri 12 Jun 15:00-16:00"),
        ("Friday 19 June", "Fri 19 Jun 08:00-20:00"),
        # Parts of the day
        ("this afternoon", "Wed 10 Jun 14:15-17:00"),
        ("this evening", "Wed 10 Jun 17:00-21:00"),
        ("tonight", "Wed 10 Jun 17:00-21:00"),
        ("in the morning", "Thu 11 Jun 08:00-12:00"),
        ("after lunch tomorrow", "Thu 11 Jun 12:00-17:00"),
        ("Friday morning or afternoon", "Fri 12 Jun 08:00-17:00"),
        ("Friday pm", "Fri 12 Jun 12:00-17:00"),
        # Hours
        ("at 3", "Wed 10 Jun 15:00-16:00"),
        ("3", "Wed 10 Jun 15:00-16:00"),
        ("3pm", "Wed 10 Jun 15:00-16:00"),
        ("at 15:30", "Wed 10 Jun 15:30-16:30"),
        ("at 1530", "Wed 10 Jun 15:30-16:30"),
        ("half past 3", "Wed 10 Jun 15:30-16:30"),
        ("half three", "Wed 10 Jun 15:30-16:30"),
        ("quarter to five", "Wed 10 Jun 16:45-17:45"),
        ("10.30 tomorrow", "Thu 11 Jun 10:30-11:30"),
        ("10 a.m. on Saturday", "Sat 13 Jun 10:00-11:00"),
        ("Tue 7am", "Tue 16 Jun 07:00-08:00"),
        ("three o'clock tomorrow", "Thu 11 Jun 15:00-16:00"),
        ("around 3ish", "Wed 10 Jun 15:00-16:00"),
        ("Friday evening at 7", "Fri 12 Jun 19:00-20:00"),
        ("tomorrow morning at 7", "Thu 11 Jun 07:00-08:00"),
        ("at noon tomorrow", "Thu 11 Jun 12:00-13:00"),
        ("tomorrow at midnight", "Fri 12 Jun 00:00-01:00"),
        ("00:30", "Thu 11 Jun 00:30-01:30"),
        ("after 3", "Wed 10 Jun 15:00-20:00"),
        ("before 10", "Thu 11 Jun 08:00-10:00"),
        ("until 5pm today", "Wed 10 Jun 14:15-17:00"),
        ("Friday after 3", "Fri 12 Jun 15:00-20:00"),
        ("Friday, not before 10", "Fri 12 Jun 10:00-20:00"),
        ("after 9 and before 11 tomorrow", "Thu 11 Jun 09:00-11:00"),
        ("between 10 and 12", "Thu 11 Jun 10:00-12:00"),
        ("10-12", "Thu 11 Jun 10:00-12:00"),
        ("10 to 12", "Thu 11 Jun 10:00-12:00"),
        ("Friday 9–5", "Fri 12 Jun 09:00-17:00"),
        ("Friday from 9 till 1", "Fri 12 Jun 09:00-13:00"),
        ("10 to 2pm tomorrow", "Thu 11 Jun 10:00-14:00"),
        ("8 to 9pm", "Wed 10 Jun 20:00-21:00"),
        ("9-11am tomorrow", "Thu 11 Jun 09:00-11:00"),
        ("Friday 20:00-00:00", "Fri 12 Jun 20:00-Sat 13 Jun 00:00"),
        # From now on
        ("in an hour", "Wed 10 Jun 15:15-16:15"),
        ("in half an hour", "Wed 10 Jun 14:45-15:45"),
        ("within the hour", "Wed 10 Jun 14:15-15:15"),
        ("within 2 days", "Wed 10 Jun 14:15-Fri 12 Jun 20:00"),
        ("asap", "Wed 10 Jun 14:15-20:00"),
        ("now", "Wed 10 Jun 14:15-20:00"),
        ("by Friday", "Wed 10 Jun 14:15-Fri 12 Jun 20:00"),
        ("before Friday", "Wed 10 Jun 14:15-Thu 11 Jun 20:00"),
        ("after Friday", "Sat 13 Jun 08:00-20:00"),
        ("before 15 June if possible", "Wed 10 Jun 14:15-Sun 14 Jun 20:00"),
        # Among other words
        ("please, some time on Friday afternoon if possible", "Fri 12 Jun 12:00-17:00"),
        ("Good morning, Friday would be lovely!", "Fri 12 Jun 08:00-20:00"),
        ("I need 3 bags of rice on FRIDAY", "Fri 12 Jun 08:00-20:00"),
        ("a walk for 2 hours on Friday", "Fri 12 Jun 08:00-20:00"),
        ("ring 07700 900482 Friday after 3", "Fri 12 Jun 15:00-20:00"),
    ],
)
def test_english(text: str, expected: str) -> None:
    assert heard(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("hoy", "Wed 10 Jun 14:15-20:00"),
        ("mañana", "Thu 11 Jun 08:00-20:00"),
        ("manana", "Thu 11 Jun 08:00-20:00"),
        ("cuando sea", "Wed 10 Jun 14:15-Fri 12 Jun 20:00"),
        ("me da igual", "Wed 10 Jun 14:15-Fri 12 Jun 20:00"),
        ("el viernes a cualquier hora", "Fri 12 Jun 08:00-20:00"),
        ("pasado mañana", "Fri 12 Jun 08:00-20:00"),
        ("pasado mañana a las 10", "Fri 12 Jun 10:00-11:00"),
        ("mañana por la tarde", "Thu 11 Jun 12:00-17:00"),
        ("mañana por la mañana", "Thu 11 Jun 08:00-12:00"),
        ("por la mañana", "Thu 11 Jun 08:00-12:00"),
        ("el viernes", "Fri 12 Jun 08:00-20:00"),
        ("el viernes que viene", "Fri 12 Jun 08:00-20:00"),
        ("el próximo miércoles", "Wed 17 Jun 08:00-20:00"),
        ("el viernes por la mañana", "Fri 12 Jun 08:00-12:00"),
        ("MIÉRCOLES A LAS 9", "Wed 17 Jun 09:00-10:00"),
        ("sab", "Sat 13 Jun 08:00-20:00"),
        ("este fin de semana", "Sat 13 Jun 08:00-Sun 14 Jun 20:00"),
        ("la semana que viene", "Mon 15 Jun 08:00-20:00"),
        ("el martes de la semana que viene", "Tue 16 Jun 08:00-20:00"),
        ("esta tarde", "Wed 10 Jun 14:15-17:00"),
        ("esta noche", "Wed 10 Jun 17:00-21:00"),
        ("lo antes posible", "Wed 10 Jun 14:15-20:00"),
        ("el 15", "Mon 15 Jun 08:00-20:00"),
        ("el día 15 por la tarde", "Mon 15 Jun 12:00-17:00"),
        ("15 de junio de 2026", "Mon 15 Jun 08:00-20:00"),
        ("1º de julio", "Wed 01 Jul 08:00-20:00"),
        ("uno de julio", "Wed 01 Jul 08:00-20:00"),
        ("viernes 12", "Fri 12 Jun 08:00-20:00"),
        ("a las 3", "Wed 10 Jun 15:00-16:00"),
        ("a la una mañana", "Thu 11 Jun 13:00-14:00"),
        ("a las tres y media", "Wed 10 Jun 15:30-16:30"),
        ("a las cinco menos cuarto", "Wed 10 Jun 16:45-17:45"),
        ("a las 8 de la tarde", "Wed 10 Jun 20:00-21:00"),
        ("a las 10 de la mañana", "Thu 11 Jun 10:00-11:00"),
        ("a las 12 de la noche", "Thu 11 Jun 00:00-01:00"),
        ("mañana a las 15h30", "Thu 11 Jun 15:30-16:30"),
        ("a las 15 horas", "Wed 10 Jun 15:00-16:00"),
        ("mañana al mediodía", "Thu 11 Jun 12:00-13:00"),
        ("a partir de las 15", "Wed 10 Jun 15:00-20:00"),
        ("el lunes a partir de las cuatro", "Mon 15 Jun 16:00-20:00"),
        ("antes de las 10", "Thu 11 Jun 08:00-10:00"),
        ("entre las 10 y las 12", "Thu 11 Jun 10:00-12:00"),
        ("de las 10 a las 12 el sábado", "Sat 13 Jun 10:00-12:00"),
        ("jueves de 5 a 7 de la tarde", "Thu 11 Jun 17:00-19:00"),
        ("desde las 9 hasta la 1", "Thu 11 Jun 09:00-13:00"),
        ("en 2 días", "Fri 12 Jun 08:00-20:00"),
        ("dentro de una hora", "Wed 10 Jun 15:15-16:15"),
        ("antes del viernes", "Wed 10 Jun 14:15-Thu 11 Jun 20:00"),
        ("hasta el viernes", "Wed 10 Jun 14:15-Fri 12 Jun 20:00"),
        ("buenos días, necesito pan para el viernes por la tarde", "Fri 12 Jun 12:00-17:00"),
        ("por favor, el lunes si es posible", "Mon 15 Jun 08:00-20:00"),
    ],
)
def test_spanish(text: str, expected: str) -> None:
    assert heard(text, MIERCOLES, "es") == expected


@pytest.mark.parametrize(
    ("language", "text", "problem"),
    [
        ("en", "", TimeProblem.NOT_UNDERSTOOD),
        ("en", "hello there", TimeProblem.NOT_UNDERSTOOD),
        ("en", "good afternoon", TimeProblem.NOT_UNDERSTOOD),
        ("en", "about 3kg", TimeProblem.NOT_UNDERSTOOD),
        ("en", "07700 900482", TimeProblem.NOT_UNDERSTOOD),
        ("en", "not Friday", TimeProblem.NOT_UNDERSTOOD),
        ("en", "tomorrow except the morning", TimeProblem.NOT_UNDERSTOOD),
        ("en", "25:00", TimeProblem.NOT_UNDERSTOOD),
        ("en", "12:75", TimeProblem.NOT_UNDERSTOOD),
        ("es", "buenas tardes", TimeProblem.NOT_UNDERSTOOD),
        ("es", "no el viernes", TimeProblem.NOT_UNDERSTOOD),
        ("en", "Tuesday or Thursday between 10:00 and 12:30", TimeProblem.AMBIGUOUS),
        ("en", "10-12 June", TimeProblem.AMBIGUOUS),
        ("en", "Friday 13 June", TimeProblem.AMBIGUOUS),
        ("en", "at 4 or 5", TimeProblem.AMBIGUOUS),
        ("en", "this weekend in the morning", TimeProblem.AMBIGUOUS),
        ("en", "22:00 to 02:00", TimeProblem.AMBIGUOUS),
        ("es", "lunes o martes", TimeProblem.AMBIGUOUS),
        ("en", "31 February", TimeProblem.NO_SUCH_DAY),
        ("en", "29 February", TimeProblem.NO_SUCH_DAY),
        ("en", "the 31st of June", TimeProblem.NO_SUCH_DAY),
        ("en", "32nd", TimeProblem.NO_SUCH_DAY),
        ("en", "2026-13-45", TimeProblem.NO_SUCH_DAY),
        ("es", "31 de febrero", TimeProblem.NO_SUCH_DAY),
        ("en", "today at 9", TimeProblem.PAST),
        ("en", "this morning", TimeProblem.PAST),
        ("en", "yesterday", TimeProblem.PAST),
        ("en", "yesterday at 3", TimeProblem.PAST),
        ("en", "the day before yesterday", TimeProblem.PAST),
        ("en", "not any time", TimeProblem.NOT_UNDERSTOOD),
        ("es", "ayer", TimeProblem.PAST),
        ("es", "anteayer por la tarde", TimeProblem.PAST),
        ("en", "1 June", TimeProblem.PAST),
        ("en", "10/06/2025", TimeProblem.PAST),
        ("en", "1/1/1", TimeProblem.PAST),
        ("es", "esta mañana", TimeProblem.PAST),
        ("es", "hoy a las 9", TimeProblem.PAST),
        ("en", "in 61 days", TimeProblem.TOO_FAR),
        ("en", "1 September", TimeProblem.TOO_FAR),
        ("en", "31/12/9999", TimeProblem.TOO_FAR),
        ("es", "en 9999 semanas", TimeProblem.TOO_FAR),
        ("es", "en 9999 horas", TimeProblem.TOO_FAR),
    ],
)
def test_no_window(language: str, text: str, problem: TimeProblem) -> None:
    assert heard(text, language=language) == problem


@pytest.mark.parametrize(
    ("now", "text", "expected"),
    [
        # Around midnight
        ("2026-06-10 23:50", "today", TimeProblem.PAST),
        ("2026-06-10 23:50", "tomorrow", "Thu 11 Jun 08:00-20:00"),
        ("2026-06-10 23:50", "asap", "Thu 11 Jun 00:00-20:00"),
        ("2026-06-10 23:50", "in an hour", "Thu 11 Jun 01:00-02:00"),
        ("2026-06-11 00:10", "tomorrow", "Fri 12 Jun 08:00-20:00"),
        ("2026-06-11 00:10", "tonight", "Thu 11 Jun 17:00-21:00"),
        ("2026-06-10 19:30", "asap", "Wed 10 Jun 19:30-Thu 11 Jun 20:00"),
        ("2026-06-10 22:30", "in an hour", "Wed 10 Jun 23:30-Thu 11 Jun 00:30"),
        # The last quarter of an hour does not count
        ("2026-06-10 19:45", "today", "Wed 10 Jun 19:45-20:00"),
        ("2026-06-10 19:46", "today", TimeProblem.PAST),
        ("2026-06-10 15:10", "today at 3", "Wed 10 Jun 15:15-16:00"),
        ("2026-06-10 15:16", "today at 3", TimeProblem.PAST),
        ("2026-06-10 15:16", "at 3", "Thu 11 Jun 15:00-16:00"),
        # Week ends
        ("2026-06-12 21:30", "Friday", "Fri 19 Jun 08:00-20:00"),
        ("2026-06-12 12:00", "Friday", "Fri 12 Jun 12:00-20:00"),
        ("2026-06-14 12:00", "next week", "Mon 15 Jun 08:00-20:00"),
        ("2026-06-14 12:00", "this weekend", "Sun 14 Jun 12:00-20:00"),
        ("2026-06-14 21:00", "the weekend", "Sat 20 Jun 08:00-Sun 21 Jun 20:00"),
        ("2026-06-14 12:00", "next weekend", "Sat 20 Jun 08:00-Sun 21 Jun 20:00"),
        ("2026-06-15 09:00", "next week", "Mon 22 Jun 08:00-20:00"),
        # Ends of months and years
        ("2026-12-20 10:00", "1 January", "Fri 01 Jan 08:00-20:00"),
        ("2026-12-31 10:00", "the 1st", "Fri 01 Jan 08:00-20:00"),
        ("2026-12-31 10:00", "tomorrow", "Fri 01 Jan 08:00-20:00"),
        ("2027-02-01 10:00", "the 30th", "Tue 30 Mar 08:00-20:00"),
        ("2028-02-01 10:00", "29 February", "Tue 29 Feb 08:00-20:00"),
    ],
)
@pytest.mark.parametrize("zone", [LONDON, MADRID], ids=str)
def test_edges_of_the_calendar(now: str, text: str, expected: str, zone: ZoneInfo) -> None:
    moment = datetime.fromisoformat(now).replace(tzinfo=zone)
    assert heard(text, moment) == expected


@pytest.mark.parametrize(
    ("zone", "now", "text", "start_utc", "hours"),
    [
        # Spring: 01:00 GMT becomes 02:00 BST; in Madrid 02:00 becomes 03:00.
        (LONDON, "2026-03-28 12:00", "tomorrow at 01:30", "2026-03-29 01:30", 1),
        (MADRID, "2026-03-28 12:00", "tomorrow at 02:30", "2026-03-29 01:30", 1),
        (LONDON, "2026-03-28 12:00", "tomorrow between 1am and 2am", "2026-03-29 01:00", 1),
        (LONDON, "2026-03-28 12:00", "tomorrow", "2026-03-29 07:00", 12),
        (LONDON, "2026-03-29 00:30", "in an hour", "2026-03-29 01:30", 1),
        # Autumn: the hour from 01:00 to 02:00 (Madrid: from 02:00 to 03:00) comes twice.
        (LONDON, "2026-10-24 12:00", "tomorrow at 01:30", "2026-10-25 00:30", 1),
        (MADRID, "2026-10-24 12:00", "tomorrow at 02:30", "2026-10-25 00:30", 1),
        (LONDON, "2026-10-25 00:30", "in an hour", "2026-10-25 00:30", 1),
        (LONDON, "2026-10-24 12:00", "tomorrow between 1am and 3am", "2026-10-25 00:00", 3),
        (LONDON, "2026-10-24 12:00", "tomorrow", "2026-10-25 08:00", 12),
    ],
)
def test_clock_changes(zone: ZoneInfo, now: str, text: str, start_utc: str, hours: int) -> None:
    window = understand_when(text, "en", datetime.fromisoformat(now).replace(tzinfo=zone), zone)
    assert isinstance(window, Window)
    assert window.start.tzinfo is zone
    assert window.start.astimezone(UTC) == datetime.fromisoformat(start_utc).replace(tzinfo=UTC)
    assert window.end.astimezone(UTC) - window.start.astimezone(UTC) == timedelta(hours=hours)


def test_now_may_come_in_any_zone() -> None:
    late_in_utc = datetime(2026, 6, 10, 23, 30, tzinfo=UTC)
    assert shown(understand_when("today", "en", late_in_utc, LONDON)) == "Thu 11 Jun 08:00-20:00"


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("tomorrow", DayPart.DAY),
        ("tomorrow morning", DayPart.MORNING),
        ("Friday afternoon", DayPart.AFTERNOON),
        ("tonight", DayPart.EVENING),
        ("at 3", DayPart.HOURS),
        ("by Friday", DayPart.DAYS),
        ("asap", DayPart.HOURS),
    ],
)
def test_a_window_knows_how_to_be_named(text: str, part: DayPart) -> None:
    window = understand_when(text, "en", WEDNESDAY, LONDON)
    assert isinstance(window, Window)
    assert window.part == part


def test_a_regional_tag_means_its_language_and_an_unknown_one_english() -> None:
    assert heard("mañana", language="es-MX") == heard("tomorrow", language="xx")


@pytest.mark.parametrize("language", languages())
def test_every_language_has_every_kind_of_word(language: str) -> None:
    english, words = words_of("en", "when"), words_of(language, "when")
    assert words.keys() == english.keys()
    assert words["words"].keys() <= set(Kind)
    assert english["words"].keys() - words["words"].keys() == set()
    assert [len(words["lists"][name]) for name in ("weekdays", "months")] == [7, 12]
    assert len(words["lists"]["numbers"]) >= 12


def every_phrase() -> Iterator[str]:
    for language in languages():
        words = words_of(language, "when")
        for table in (words[name] for name in words if name != "lists"):
            yield from chain.from_iterable(table.values())
        yield from chain.from_iterable(chain.from_iterable(words["lists"].values()))


NUMBERS = st.integers(0, 35) | st.sampled_from([1530, 2026, 9999, 12345])
PHRASES = st.sampled_from(sorted(every_phrase())) | st.sampled_from(":/.-") | NUMBERS.map(str)
SENTENCES = st.builds(str.join, st.sampled_from(["", " "]), st.lists(PHRASES, max_size=10))
MOMENTS = st.integers(946_684_800, 4_102_444_800).map(lambda s: datetime.fromtimestamp(s, UTC))


@given(
    text=st.text(max_size=300) | SENTENCES,
    language=st.sampled_from(["en", "es", "uk", ""]),
    now=MOMENTS,
    zone=st.sampled_from([LONDON, MADRID, ZoneInfo("Asia/Kathmandu"), ZoneInfo("Pacific/Apia")]),
)
def test_any_text_gives_a_problem_or_a_window_ahead(
    text: str, language: str, now: datetime, zone: ZoneInfo
) -> None:
    window = understand_when(text, language, now, zone)
    if isinstance(window, Window):
        start, end = window.start.astimezone(UTC), window.end.astimezone(UTC)
        assert now < end
        assert start < end <= now + timedelta(days=61)
        assert start >= now
        assert window.start.tzinfo is zone


@pytest.mark.parametrize("piece", ["at ", "1 ", "10-", "not on the ", "ﷺ", "half ", "\u0301", "9"])
def test_very_long_texts_are_answered(piece: str) -> None:
    text = piece * 4_000
    assert isinstance(understand_when(text, "en", WEDNESDAY, LONDON), Window | TimeProblem)


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (
            "2026-06-10 14:07",
            [
                ("Wed 10 Jun 14:15-17:00", DayPart.AFTERNOON),
                ("Wed 10 Jun 17:00-21:00", DayPart.EVENING),
                ("Thu 11 Jun 08:00-12:00", DayPart.MORNING),
                ("Thu 11 Jun 12:00-17:00", DayPart.AFTERNOON),
                ("Fri 12 Jun 08:00-20:00", DayPart.DAY),
                ("Sat 13 Jun 08:00-20:00", DayPart.DAY),
            ],
        ),
        (
            "2026-06-10 22:00",
            [
                ("Thu 11 Jun 08:00-12:00", DayPart.MORNING),
                ("Thu 11 Jun 12:00-17:00", DayPart.AFTERNOON),
                ("Fri 12 Jun 08:00-20:00", DayPart.DAY),
                ("Sat 13 Jun 08:00-20:00", DayPart.DAY),
                ("Sun 14 Jun 08:00-20:00", DayPart.DAY),
                ("Mon 15 Jun 08:00-20:00", DayPart.DAY),
            ],
        ),
    ],
)
def test_choices_for_buttons(now: str, expected: list[tuple[str, DayPart]]) -> None:
    moment = datetime.fromisoformat(now).replace(tzinfo=LONDON)
    choices = window_choices(moment, LONDON)
    assert [(shown(window), window.part) for window in choices] == expected


@given(now=MOMENTS)
def test_choices_always_lie_ahead(now: datetime) -> None:
    choices = window_choices(now, MADRID)
    assert len(choices) == 6
    assert all(now <= window.start < window.end for window in choices)

"""The emergency numbers follow the country of a neighbourhood, told by its time zone."""

import re

import pytest

from handlers.safety.emergency_lines import written
from handlers.texts import T, Texts
from handlers.understanding.emergency import DEFAULT, numbers_by_country, numbers_in

TEXTS = Texts()
IN_THE_EUROPEAN_UNION = (
    *("AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE"),
    *("IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK"),
)


@pytest.mark.parametrize(
    ("time_zone", "english", "spanish"),
    [
        ("Europe/London", "999 or 112", "999 o al 112"),
        ("Europe/Dublin", "112 or 999", "112 o al 999"),
        ("Europe/Madrid", "112", "112"),
        ("Atlantic/Canary", "112", "112"),
        ("America/New_York", "911", "911"),
        ("America/Toronto", "911", "911"),
        ("America/Mexico_City", "911", "911"),
        ("America/Bogota", "123", "123"),
        ("America/Argentina/Buenos_Aires", "911, 107 (ambulance), 100 (fire)", None),
        ("America/Santiago", "131 (ambulance), 132 (fire), 133 (police)", None),
        ("America/Lima", "106 (ambulance), 116 (fire), 105 (police)", None),
        ("America/Montevideo", "911, 105 (ambulance)", "911, 105 (ambulancia)"),
        ("Australia/Sydney", "000", "000"),
        ("Pacific/Auckland", "111", "111"),
        ("Etc/UTC", "112", "112"),
        ("No/Where", "112", "112"),
    ],
)
def test_numbers_are_those_of_the_country(
    time_zone: str, english: str, spanish: str | None
) -> None:
    line = T("danger-ring", numbers=written(numbers_in(time_zone)))
    assert f"ring {english} now" in TEXTS.say(line, "en")
    if spanish is not None:
        assert f"al {spanish}." in TEXTS.say(line, "es")


@pytest.mark.parametrize("country", IN_THE_EUROPEAN_UNION)
def test_112_is_rung_everywhere_in_the_european_union(country: str) -> None:
    assert "112" in numbers_by_country()[country].any


@pytest.mark.parametrize("country", sorted(numbers_by_country()))
def test_every_listed_country_has_numbers_for_everything(country: str) -> None:
    numbers = numbers_by_country()[country]
    assert country == DEFAULT or re.fullmatch("[A-Z]{2}", country)
    assert numbers.any or (numbers.ambulance and numbers.fire and numbers.police)
    for number in (*numbers.any, *numbers.ambulance, *numbers.fire, *numbers.police):
        assert re.fullmatch(r"\d{2,3}", number)


@pytest.mark.parametrize(
    ("time_zone", "line"),
    [("Europe/London", "116 123"), ("Europe/Madrid", "024"), ("America/Chicago", "988")],
)
def test_there_is_somebody_to_talk_to(time_zone: str, line: str) -> None:
    assert numbers_in(time_zone).crisis == (line,)

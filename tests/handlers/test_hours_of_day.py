"""Two hours of the clock, however they are typed."""

from datetime import time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.understanding.emergency import read_numbers
from handlers.understanding.hours_of_day import length, read_hours


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("21-8", (time(21), time(8))),
        ("22 to 7", (time(22), time(7))),
        ("from 9pm until 7:30", (time(21), time(7, 30))),
        ("9 p.m. to 8 a.m.", (time(21), time(8))),
        ("de 21:30 a 8:00", (time(21, 30), time(8))),
        ("21h30 – 8h00", (time(21, 30), time(8))),
        ("12 am to 12 pm", (time(0), time(12))),
        ("24 to 8", (time(0), time(8))),
        ("21-8-3", None),
        ("21", None),
        ("25 to 8", None),
        ("21:75 to 8", None),
        ("13pm to 8am", None),
        ("0pm to 8am", None),
        ("at night", None),
        ("", None),
    ],
)
def test_two_hours_are_read(text: str, hours: tuple[time, time] | None) -> None:
    assert read_hours(text) == hours


@given(st.text())
def test_whatever_is_typed_is_two_hours_or_none(text: str) -> None:
    hours = read_hours(text)
    assert hours is None or all(isinstance(each, time) for each in hours)


def test_a_night_goes_over_midnight() -> None:
    assert length(time(21), time(8)) == timedelta(hours=11)
    assert length(time(1), time(7, 30)) == timedelta(hours=6, minutes=30)
    assert length(time(8), time(8)) == timedelta(0)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("999", ("999",)),
        ("999, 112", ("999", "112")),
        ("112; 061\n091", ("112", "061", "091")),
        ("999, 999", ("999",)),
        ("  116   123 ", ("116 123",)),
        ("*4141", ("*4141",)),
        ("+44 20 7946 0000", ("+44 20 7946 0000",)),
        ("1, 2, 3, 4", None),
        ("9", None),
        ("nine", None),
        ("999 or 112", None),
        ("1" * 30, None),
        (",", None),
        ("", None),
    ],
)
def test_telephone_numbers_are_read(text: str, numbers: tuple[str, ...] | None) -> None:
    assert read_numbers(text) == numbers

"""Postcodes are found however they are typed, and a neighbourhood serves whole ones only."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.understanding.postcodes import (
    MOST_POSTCODES,
    PostcodeListProblem,
    find_postcode,
    normalise_postcode,
    parse_postcode_list,
    serves,
)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("n16 9pp", "N16 9PP"),
        ("N169PP", "N16 9PP"),
        ("  sw1a   1aa. ", "SW1A 1AA"),
        ("Ｎ１６ ９ＰＰ", "N16 9PP"),
        ("n16", "N16"),
        ("E8", "E8"),
        ("28013", "28013"),
        ("00-950", "00-950"),
        ("1234 ab", "1234 AB"),
        ("k1a 0b1", "K1A 0B1"),
        ("", None),
        ("hello", None),
        ("flat 3", None),
        ("3pm", None),
        ("10 am", None),
        ("28", None),
        ("07700 900482", None),
        ("2026-06-15", None),
        ("28013" * 800, None),
    ],
)
def test_one_postcode(typed: str, expected: str | None) -> None:
    assert normalise_postcode(typed) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("I'm at 9b Cedar Row, ig14nh, blue door", "IG1 4NH"),
        ("It is N16 9PP near the park", "N16 9PP"),
        ("calle del Olmo 24, 28013 Madrid", "28013"),
        ("n16 9pp", "N16 9PP"),
        ("ring 07700 900482", None),
        ("llámame al 612345678", None),
        ("flat 9 3pm", None),
        ("no postcode here", None),
    ],
)
def test_a_postcode_in_a_sentence(sentence: str, expected: str | None) -> None:
    assert find_postcode(sentence) == expected


@pytest.mark.parametrize(
    ("prefix", "postcode", "expected"),
    [
        ("N1", "N1 4AB", True),
        ("N1", "N16 9PP", False),
        ("N16", "n169pp", True),
        ("n16", "N16", True),
        ("E8 1", "E8 1AB", True),
        ("E8 1", "E8 2AB", False),
        ("E8 1", "E8", False),
        ("EC1", "EC1A 1BB", True),
        ("EC1A", "EC1B 1BB", False),
        ("N16 9PP", "N16 9PP", True),
        ("28013", "28013", True),
        ("28013", "28014", False),
        ("280", "28013", True),
        ("00-9", "00-950", True),
        ("", "N1 4AB", False),
        ("N16", "no postcode", False),
    ],
)
def test_which_prefix_serves_which_postcode(prefix: str, postcode: str, expected: bool) -> None:
    assert serves([prefix], postcode) is expected


def test_any_of_several_prefixes_will_do() -> None:
    assert serves(["E5", "N16"], "N16 9PP")
    assert not serves([], "N16 9PP")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("N16, E8 1, E8 2", ["N16", "E8 1", "E8 2"]),
        ("n16 e8 n1", ["N16", "E8", "N1"]),
        ("280; 28013\n28014", ["280", "28013", "28014"]),
        ("N16, n16,, N16", ["N16"]),
        ("N169PP", ["N16 9PP"]),
        (" , ;\n", PostcodeListProblem.EMPTY),
        ("", PostcodeListProblem.EMPTY),
        ("N16, the high street", PostcodeListProblem.NOT_A_POSTCODE),
        (
            ",".join(str(number) for number in range(1000, 1001 + MOST_POSTCODES)),
            PostcodeListProblem.TOO_MANY,
        ),
    ],
)
def test_a_list_of_postcodes(typed: str, expected: list[str] | PostcodeListProblem) -> None:
    assert parse_postcode_list(typed) == expected


@given(text=st.text(max_size=200) | st.text(alphabet="N1690 -,;pPeE\n", max_size=40))
def test_any_text_is_answered_and_what_is_found_stays_as_it_is(text: str) -> None:
    found = find_postcode(text)
    assert found is None or (normalise_postcode(found) == found and serves([found], found))
    listed = parse_postcode_list(text)
    if isinstance(listed, list):
        assert parse_postcode_list(", ".join(listed)) == listed

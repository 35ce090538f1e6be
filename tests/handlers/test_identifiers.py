"""What in a line may point at somebody: found by rule, by list, and for want of knowing better."""

from itertools import pairwise
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks import detection
from handlers.understanding.identifiers.finding import find
from handlers.understanding.identifiers.kinds import Caution, Identifier

CORPUS: Final = Path(__file__).parents[1] / "data" / "held_out_requests.txt"

FOUND: Final[list[tuple[str, Identifier, str]]] = [
    ("Please ask for Bronwen", Identifier.NAME, "Bronwen"),
    ("it is teresa again", Identifier.NAME, "teresa"),
    ("Mr Okafor is slow", Identifier.NAME, "Okafor"),
    ("call 020 7946 0321", Identifier.PHONE, "020 7946 0321"),
    ("it is oh seven nine double one, two three four five six", Identifier.PHONE, "oh seven"),
    ("we live at 7 Elm Grove", Identifier.STREET, "7 Elm Grove"),
    ("vivo en la calle del Pez 9", Identifier.STREET, "calle del Pez 9"),
    ("на вул. Садовій 3", Identifier.STREET, "вул. Садовій 3"),
    ("flat 9 is ours", Identifier.FLAT, "flat 9"),
    ("es el 2º izq", Identifier.FLAT, "2º izq"),
    ("near e83rt", Identifier.POSTCODE, "e83rt"),
    ("ana at mail dot example", Identifier.EMAIL, "ana at mail dot example"),
    ("the door code is 4411", Identifier.CODE, "4411"),
    ("la clave es uno dos tres cuatro", Identifier.CODE, "uno dos tres cuatro"),
    ("I am @bread_lover", Identifier.HANDLE, "@bread_lover"),
    ("see https://x.example/me", Identifier.LINK, "https://x.example/me"),
    ("NHS number 943 476 5919", Identifier.PAPER, "943 476 5919"),
    ("IBAN GB82 WEST 1234 5698 7654 32", Identifier.PAPER, "GB82 WEST 1234 5698 7654 32"),
    ("born on 4 May 1949", Identifier.PAPER, "4 May 1949"),
    ("я маю діабет", Identifier.HEALTH, "діабет"),
    ("next to the bakery", Identifier.PLACE, "the bakery"),
    ("meet at index.home.raft", Identifier.PLACE, "index.home.raft"),
]


@pytest.mark.parametrize(("text", "kind", "part"), FOUND, ids=[each[0] for each in FOUND])
def test_it_is_found_and_named(text: str, kind: Identifier, part: str) -> None:
    found = [(each.kind, text[each.start : each.end]) for each in find(text, Caution.RULES)]
    assert any(a_kind is kind and part in words for a_kind, words in found), found


@pytest.mark.parametrize(
    ("text", "unseen"),
    [
        ("ring 0\u200b7\u200b7\u200b0\u200b0 900 482", "zero-width spaces"),
        ("ring ０７７００ ９００ ４８２", "wide digits"),
        ("ring ٠٧٧٠٠ ٩٠٠٤٨٢", "digits of another script"),
        ("ask for Bro\u00adnwen", "a soft hyphen"),
        ("ask for Bro\u0301nwe\u0301n", "accents as signs of their own"),
    ],
)
def test_tricks_of_writing_hide_nothing(text: str, unseen: str) -> None:
    (found,) = find(text, Caution.RULES)
    assert found.end == len(text), unseen


@pytest.mark.parametrize(
    "name", ["jаne", "j a n e", "ᴊᴀɴᴇ", "🅹🅰🅽🅴", "🇯🇦🇳🇪", "زينب", "王小明", "γιάννης"]
)
def test_a_name_in_other_letters_is_found_though_no_list_has_it(name: str) -> None:
    line = f"please {name} knows"
    found = [line[each.start : each.end] for each in find(line)]
    assert found == [name]


@pytest.mark.parametrize("line", ["a b or c", "crème brûlée, ¿y el té?", "🇺🇦 хліб і сіль", "naïve"])
def test_everyday_letters_are_no_such_name(line: str) -> None:
    assert find(line) == ()


def test_what_nobody_knows_is_found_too_where_that_is_wished() -> None:
    line = "Pip eats 3 kumquats"
    assert find(line, Caution.RULES) == ()
    named = [line[each.start : each.end] for each in find(line, Caution.NUMBERS_AND_NAMES)]
    assert named == ["Pip", "3"]
    every = [line[each.start : each.end] for each in find(line, Caution.EVERY_WORD)]
    assert every == ["Pip", "eats", "3", "kumquats"]


def test_words_that_are_private_for_certain_are_found_however_plain_the_line_looks() -> None:
    line = "tanglewood is fine by me"
    own = [(Identifier.STREET, "Tanglewood Rise")]
    (found,) = find(line, Caution.RULES, own)
    assert (found.kind, line[found.start : found.end]) == (Identifier.STREET, "tanglewood")


def test_a_name_that_is_a_word_too_is_found_where_it_is_theirs() -> None:
    line = "rose likes brown bread"
    assert find(line, Caution.RULES) == ()
    (found,) = find(line, Caution.RULES, [(Identifier.NAME, "Rose")])
    assert line[found.start : found.end] == "rose"


def test_a_street_of_plain_words_is_found_as_a_whole() -> None:
    own = [(Identifier.STREET, "Park Road")]
    assert find("a long road to a park", Caution.RULES, own) == ()
    (found,) = find("up park road", Caution.RULES, own)
    assert found.kind is Identifier.STREET


def test_the_name_of_the_neighbourhood_is_nothing_to_be_warned_of() -> None:
    assert find("Anybody from Albion", harmless=["Albion"]) == ()
    assert find("Anybody from Albion") != ()


def test_everyday_lines_raise_no_alarm() -> None:
    clean = [each for each in detection.examples(CORPUS) if not each.parts]
    alarms = [each.text for each in clean if find(each.text, Caution.RULES)]
    assert alarms == []


def test_more_caution_never_finds_less_of_what_is_marked() -> None:
    texts = detection.examples(CORPUS)
    touched = [detection.measure(texts, each).of_all.touched for each in Caution]
    assert touched == sorted(touched)


@given(st.text(max_size=200), st.sampled_from(Caution))
def test_whatever_is_typed_is_read_in_order_and_without_overlaps(
    text: str, caution: Caution
) -> None:
    found = find(text, caution)
    assert all(0 <= each.start < each.end <= len(text) for each in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


@given(st.from_regex(r"[A-Za-z ,.!?]{0,80}", fullmatch=True), st.integers(0, 10**12))
def test_no_digit_and_no_sign_of_an_account_is_passed_over(before: str, number: int) -> None:
    for hidden in (str(number), "@me", "http://x"):
        text = f"{before} {hidden}"
        covered = {place for each in find(text) for place in range(each.start, each.end)}
        first = len(before) + 1
        assert any(place in covered for place in range(first, len(text))), hidden

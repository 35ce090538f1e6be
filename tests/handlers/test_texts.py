"""Every wording: there in each language, asked for by the code, short, plain and easy to read."""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Final

import pytest
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from handlers.texts import (
    KEPT_HOURS,
    LOCALES,
    Day,
    Listed,
    Money,
    Personal,
    PublicName,
    T,
    Texts,
    Window,
    folded,
    in_one_line,
)
from storage.private import PrivateText
from storage.retention.periods import SETTABLE
from tests.handlers import wordings_in_code as code

LANGUAGES: Final = sorted(path.name for path in LOCALES.iterdir())
#: In characters: what a message may have with room to spare for what people add to it, what fits
#: on a button of a phone, and what Telegram shows over a button that was pressed.
LONGEST_TEXT, LONGEST_LABEL, LONGEST_NOTICE = 3500, 40, 200
LONGEST_SENTENCE, LONGEST_SENTENCE_ON_AVERAGE = 30, 16

NAME: Final = PrivateText("Maximiliana")
PLACE: Final = PublicName("Clissold Park")
LONG_DAY: Final = T("full-day", day=Day(date(2026, 9, 23)), year=PublicName("2026"))
Argument = int | PublicName | Money | Day | Window | T | Listed | PrivateText
#: Something of the kind that the code gives, for every argument that there is.
ARGUMENTS: Final[dict[str, Argument]] = {
    **dict.fromkeys(("highest", "homes", "length", "limit", "lowest"), 1000),
    **dict.fromkeys(("number", "refusals", "years"), 2),
    **dict.fromkeys(("requests", "weekly", "volunteers"), 12),
    **dict.fromkeys(("area", "before", "home"), PLACE),
    **dict.fromkeys(("one", "other", "phone"), PublicName("0800 116 123")),
    "names": PrivateText("Lena, Maximiliana"),
    "numbers": Listed((T("emergency-ambulance", phone=PublicName("131")), PublicName("112"))),
    **dict.fromkeys(("areas", "neighbourhoods", "postcodes"), Listed((PLACE, PLACE))),
    **dict.fromkeys(("chosen", "kinds"), Listed((T("kind-post"), T("kind-phone-call")))),
    **dict.fromkeys(("amount", "ceiling", "most"), Money(123450, "GBP")),
    "asked": T("asked-weekly"),
    "age": T("age-hours", number=12),
    "why": T("closed-as-could-not-help"),
    **dict.fromkeys(
        ("by", "moment"),
        Window(datetime(2026, 9, 23, 12), datetime(2026, 9, 23, 12)),  # noqa: DTZ001 - shown only
    ),
    "note": PrivateText("The shop was shut"),
    **dict.fromkeys(("slot", "slots"), 2),
    **dict.fromkeys(("first", "last"), LONG_DAY),
    "references": Listed((PublicName("KMT-42"), PublicName("BKW-77"))),
    "currency": PublicName("British pounds"),
    **dict.fromkeys(("minutes", "reserve", "taken", "wanted"), 2),
    "purpose": T("call-for-phoning"),
    "day": LONG_DAY,
    "organisation": PublicName("St Joseph's Hospice"),
    "person": PrivateText("Philippa-Jane"),
    "role": T("role-colleague-of", organisation=PublicName("St Joseph's Hospice")),
    "kind": T("kind-listening"),
    "how": T("button-how-not-good"),
    "label": T("need-heavy-lifting"),
    "outcome": T("approval-approved"),
    **dict.fromkeys(("here", "there"), PublicName("St Joseph's Hospice")),
    "resident": PrivateText("Bartholomew"),
    **dict.fromkeys(("theirs", "yours"), PrivateText("estrella de mar (starfish)")),
    "language": T("language-any"),
    "languages": Listed((T("language-en"), T("language-es"))),
    "name": NAME,
    "needs": Listed((T("need-car"), T("need-dog"))),
    "parts": Listed((T("part-door"), T("part-entry-notes"), T("part-phone"))),
    "pays": T("pays-paid-back", ceiling=Money(2000, "GBP")),
    "place": PrivateText("51.56010, -0.07020"),
    "postcode": PublicName("N16"),
    "reference": PublicName("KMT-42"),
    "size": T("size-large"),
    "what": T("seen-background"),
    "times": Listed((T("time-weekday-morning"), T("time-weekend-evening"))),
    "value": PrivateText("Ring twice"),
    "words": PublicName("Any kind of bread is fine"),
    # The longest day of the year, as it is written.
    "window": Window(datetime(2026, 9, 23, 12), datetime(2026, 9, 23, 17)),  # noqa: DTZ001 - shown only
    "year": PublicName("2026"),
    "zone": PublicName("Europe/London"),
    "roles": Listed((T("role-lead"), T("role-coordinator"))),
    "hour": PublicName("21:00"),
    **dict.fromkeys(("kept", "relay"), T("length-years", number=2)),
    **dict.fromkeys(("days", "hectares", "kilometres"), 1200),
    "smaller": PLACE,
    "level": T("level-checked"),
    "hours": PublicName("21:00–08:00"),
    "contact": PublicName("020 7946 0000, Monday to Friday"),
    "scheme": PublicName("Northside Mutual Aid"),
}
ARGUMENTS_OF: Final[dict[str, dict[str, Argument]]] = {"full-day": {"day": Day(date(2026, 9, 23))}}

#: How long things are kept, which no caller need say.
GIVEN_TO_ALL: Final = {KEPT_HOURS, *(each.name.replace("_", "-") for each in SETTABLE)}

#: Wordings that stand on buttons.
LABELS: Final = (
    *(
        "answer-*",
        "asked-*",
        "button-*",
        "call-for-*",
        "kind-*",
        "language-??",
        "language-any",
        "need-*",
    ),
    *("agreed-*", "relation-*", "whom-*", "lift-*", "entry-days"),
    *("role-lead", "role-colleague", "role-coordinator", "role-contact"),
    *("number", "pays-choice-*", "several-mark", "size-*", "time-*", "window-*", "years-until"),
    "helpers",
    *(
        "level-open",
        "level-checked",
        "level-assigned",
        "owner-scheme",
        "outline-area",
        "neighbourhood-name",
        "neighbourhood-adjacent",
    ),
    *("neighbourhood-postcodes", "neighbourhood-outline", "neighbourhood-homes"),
    "neighbourhood-time-zone",
)
#: Wordings about a button, named after it.
ABOUT_BUTTONS: Final = frozenset(
    {"button-old", "button-of-earlier-question", "button-of-earlier-claim", "button-unknown"},
)
#: Buttons that a question's own may stand beside.
BESIDE: Final = (
    *("button-skip", "button-back", "button-stop", "button-change", "button-send", "button-save"),
    *("button-finish", "button-several-done"),
)


@cache
def messages(language: str) -> dict[str, ast.Message]:
    """Return the wordings of a language by their ids; one that is there twice is a mistake."""
    found: dict[str, ast.Message] = {}
    for path in sorted((LOCALES / language).glob("*.ftl")):
        for entry in FluentParser().parse(path.read_text(encoding="utf-8")).body:
            assert not isinstance(entry, ast.Junk), f"{path.name}: {entry.content}"
            if isinstance(entry, ast.Message):
                assert entry.id.name not in found, f"{language}: {entry.id.name} is there twice"
                found[entry.id.name] = entry
    return found


def variables(message: ast.Message) -> frozenset[str]:
    """Return the names of the arguments that a wording takes."""
    look = _Variables()
    look.visit(message)
    return frozenset(look.found) - GIVEN_TO_ALL


class _Variables(Visitor):
    def __init__(self) -> None:
        self.found: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802 - theirs
        self.found.add(node.id.name)


def said(name: str, language: str, /, **other: Argument) -> str:
    """Return a wording with something of the right kind for each of its arguments."""
    wanted = variables(messages(language)[name])
    arguments = {**ARGUMENTS, **ARGUMENTS_OF.get(name, {}), **other}
    missing = wanted - set(arguments)
    assert not missing, f"give {missing} of {name} an example in ARGUMENTS"
    return TEXTS.say(Personal(name, **{each: arguments[each] for each in wanted}), language)


TEXTS: Final = Texts()
IDS: Final = sorted(messages("en"))


def labels() -> Iterator[str]:
    """Return the ids of everything that stands on a button."""
    for name in set(IDS) - ABOUT_BUTTONS:
        if any(code.belongs(name, shape) for shape in LABELS):
            yield name


def sentences(text: str) -> list[str]:
    """Return the sentences of a text; a line and what follows a colon count as one of their own."""
    return [each for each in re.split(r"(?<=[.?:])\s+|\n+", text) if re.search(r"\w", each)]


def words_in(sentence: str) -> int:
    """Return how many words a sentence has."""
    return len(re.findall(r"[\w’'/-]+", sentence))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_wordings_with_the_same_arguments(language: str) -> None:
    here = {name: variables(message) for name, message in messages(language).items()}
    assert here == {name: variables(message) for name, message in messages("en").items()}


def test_every_wording_that_the_code_asks_for_is_there() -> None:
    for use in code.uses():
        assert use.ids, f"{use.where}: cannot tell which wordings {use.family or 'it'} may be"
        missing = use.ids - set(IDS)
        assert not missing, f"{use.where}: {sorted(missing)}"


def test_every_wording_is_asked_for_by_the_code() -> None:
    asked = frozenset[str]().union(*(use.ids for use in code.uses()))
    assert set(IDS) - asked == set()


def test_every_wording_is_given_its_arguments() -> None:
    given_to_family: dict[str, frozenset[str]] = {}
    for use in code.uses():
        if use.family is not None:
            before = given_to_family.get(use.family, frozenset())
            given_to_family[use.family] = before | use.arguments
    for use in code.uses():
        if use.family in (code.SISTERS, code.RUNG):
            continue
        given = use.arguments if use.family is None else given_to_family[use.family]
        for name in use.ids:
            missing = variables(messages("en")[name]) - given
            assert not missing, f"{use.where}: {name} lacks {sorted(missing)}"


def test_what_is_said_of_somebody_else_takes_what_its_sister_takes() -> None:
    for name in code.families()[code.SISTERS]:
        sister = variables(messages("en")[name.removesuffix("-for")])
        person = set() if name.startswith("part-") else {"person"}
        assert variables(messages("en")[name]) <= sister | person, name


def test_what_is_said_on_the_phone_takes_what_its_sister_takes() -> None:
    for name in code.families()[code.RUNG]:
        sister = variables(messages("en")[name.removesuffix("-rung")])
        assert variables(messages("en")[name]) <= sister, name


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_wording_is_said_tidily_and_calmly(language: str) -> None:
    for name in IDS:
        text = said(name, language)
        assert 0 < len(text) <= LONGEST_TEXT, name
        assert "  " not in text, name
        assert all(line == line.strip() for line in text.split("\n")), name
        assert not set("{}!¡") & set(text), name
        assert not [sign for sign in text if unicodedata.category(sign) == "So"], name


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("number", [0, 1, 2, 1000])
def test_any_number_can_be_said(language: str, number: int) -> None:
    numbers = {name for name, value in ARGUMENTS.items() if isinstance(value, int)}
    for name in IDS:
        taken = variables(messages(language)[name]) & numbers
        assert said(name, language, **dict.fromkeys(taken, number)), name


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_are_short(language: str) -> None:
    for name in IDS:
        counts = [words_in(sentence) for sentence in sentences(said(name, language))]
        assert max(counts) <= LONGEST_SENTENCE, name
        assert sum(counts) / len(counts) <= LONGEST_SENTENCE_ON_AVERAGE, name


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_on_a_button_fits_on_it(language: str) -> None:
    for name in labels():
        assert len(said(name, language)) <= LONGEST_LABEL, name
    for name in IDS:
        if any(code.belongs(name, shape) for shape in ("kind-*", "need-*", "time-*")):
            chosen = said("several-mark", language, label=T(name))
            assert len(chosen) <= LONGEST_LABEL, name
        if code.belongs(name, "kind-*"):
            assert len(said("answer-guidance", language, kind=T(name))) <= LONGEST_LABEL, name


@pytest.mark.parametrize("language", LANGUAGES)
def test_notices_over_a_button_fit_into_one(language: str) -> None:
    for use in code.uses():
        for name in use.ids if use.is_notice else ():
            assert len(said(name, language)) <= LONGEST_NOTICE, name


def sets_of_buttons() -> Iterator[set[str]]:
    """Return the ids of buttons that may stand under one message."""
    yield {name for name in IDS if name.startswith("button-")} - {
        "button-several-done",
        *ABOUT_BUTTONS,
    }
    for shape in (
        "agreed-*",
        "asked-*",
        "call-for-*",
        "kind-*",
        "need-*",
        "pays-choice-*",
        "relation-*",
        "size-*",
        "time-*",
        "whom-*",
    ):
        yield {name for name in IDS if code.belongs(name, shape)} | set(BESIDE)
    yield {*code.families()["language-*"], "language-any", *BESIDE}
    yield {*code.families()["neighbourhood-*"], *BESIDE}
    asked = code.questions()
    for module in {each.module for each in asked}:
        yield {f"answer-{each.key}" for each in asked if each.module == module} | set(BESIDE)


@pytest.mark.parametrize("language", LANGUAGES)
def test_buttons_under_one_message_can_be_told_apart_when_they_are_typed(language: str) -> None:
    for together in sets_of_buttons():
        typed: dict[str, str] = {}
        for name in sorted(together):
            label = folded(said(name, language))
            assert label, name
            assert not label.isdigit(), f"{name} reads like the number of a button"
            assert label not in typed, f"{name} reads like {typed[label]}"
            typed[label] = name


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_is_named_in_itself(language: str) -> None:
    for other in LANGUAGES:
        assert said(f"language-{other}", language) == said(f"language-{other}", other)


def test_every_language_has_the_same_files() -> None:
    names = {
        language: {path.name for path in (LOCALES / language).iterdir()} for language in LANGUAGES
    }
    assert len({frozenset(each) for each in names.values()}) == 1, names


@pytest.mark.parametrize(
    "path", sorted(LOCALES.rglob("*.ftl")), ids=lambda path: f"{path.parent.name}-{path.stem}"
)
def test_files_have_no_stray_spaces(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.endswith("\n")
    assert "\n\n\n" not in text
    assert "\t" not in text
    assert not [line for line in text.splitlines() if line != line.rstrip()]
    assert not [line for line in text.splitlines() if "  " in line.strip()]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Ana", "Ana"),
        ("  Ana  Lucía ", "Ana Lucía"),
        ("Ana\n\nPhone: 999", "Ana Phone: 999"),
        ("Ana\r\u2028\x85\x0bLucía", "Ana Lucía"),
        ("\u202eanA\u202c", "anA"),
        ("\u2067Ana\u2069", "Ana"),
        ("دانا", "دانا"),
        ("👩\u200d🦰 Zoë", "👩\u200d🦰 Zoë"),
    ],
)
def test_a_name_stays_on_its_line(typed: str, kept: str) -> None:
    assert in_one_line(typed) == kept

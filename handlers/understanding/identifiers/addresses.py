"""Where somebody can be found: streets, doors, postcodes, and places that give a home away."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from handlers.understanding.identifiers.kinds import Found, Identifier
from handlers.understanding.identifiers.listed import any_of, numbers, plain_words, words
from handlers.understanding.identifiers.reading import Reading, folded

# The letters that end a British postcode leave out C, I, K, M, O and V.
_BRITISH: Final = re.compile(r"(?<!\w)[a-z]{1,2}\d[a-z\d]?[\s-]{0,2}\d[abd-hjlnp-uw-z]{2}(?!\w)")
_BRITISH_START: Final = re.compile(r"(?<!\w)[A-Z]{1,2}\d{1,2}[A-Z]?(?!\w)")
#: Five digits that are part of no longer number, as in Spain and Ukraine.
_FIVE_DIGITS: Final = re.compile(r"(?<![\w£€$+.,/-])(?<!\d\s)\d{5}(?!\w)(?![.,/-]?\d)(?!\s\d)")
_WORD: Final = r"[^\W\d_]+(?:['-][^\W\d_]+)*"
_NUMBER: Final = r"\d{1,4}(?:\s?[a-zа-я](?!\w))?"
_NUMBER_AFTER: Final = (
    rf"(?:\s*,?\s*(?:n[ºo°]?\.?\s*|num\.?\s*|№\s*|буд\.?\s*)?{_NUMBER}|\s*,?\s*s/n)?"
)


def whereabouts(reading: Reading) -> Iterator[Found]:
    """Find what says where somebody lives or goes."""
    yield from _postcodes(reading)
    yield from _streets(reading)
    yield from _doors(reading)
    yield from _places(reading)


def _postcodes(reading: Reading) -> Iterator[Found]:
    for pattern in (_BRITISH, _FIVE_DIGITS):
        for each in pattern.finditer(reading.plain):
            yield reading.found(Identifier.POSTCODE, *each.span())
    for each in _BRITISH_START.finditer(reading.cased):
        yield reading.found(Identifier.POSTCODE, *each.span())


# --- Streets -------------------------------------------------------------------------------------


@cache
def _numbered_street() -> re.Pattern[str]:
    """A number, some words, and a word for a street: "17 Albion Road"."""
    name = rf"(?:{_WORD}\s+){{1,3}}?"
    return re.compile(rf"(?<!\w){_NUMBER},?\s+{name}{any_of('streets_after')}(?!\w)")


@cache
def _named_street() -> re.Pattern[str]:
    """One or two words before a word for a street; whether they are a name is looked at then."""
    return re.compile(
        rf"(?<!\w)(?P<name>(?:{_WORD}\s+){{0,2}}{_WORD})\s+{any_of('streets_after')}(?!\w)"
    )


@cache
def _street_then_name() -> re.Pattern[str]:
    """A word for a street, then its name and number, as in Spanish and Ukrainian."""
    small = r"(?:(?:de|del|d'|la|las|los|el|els)\s+)*"
    street = any_of("streets_before")
    return re.compile(
        rf"(?<!\w){street}\.?\s*(?P<name>{small}{_WORD}(?:\s+{_WORD})?){_NUMBER_AFTER}"
    )


def _streets(reading: Reading) -> Iterator[Found]:
    for each in _numbered_street().finditer(reading.plain):
        yield reading.found(Identifier.STREET, *each.span())
    for each in _named_street().finditer(reading.plain):
        start, end = each.span("name")
        named = _capitals_at_end(reading.cased[start:end])
        if named and not _is_plain_english(reading, named, each.end()):
            yield reading.found(Identifier.STREET, end - len(named), each.end())
    for each in _street_then_name().finditer(reading.plain):
        start, end = each.span("name")
        is_numbered = each.end() > end
        if is_numbered or any(sign.isupper() for sign in reading.cased[start:end]):
            yield reading.found(Identifier.STREET, *each.span())


def _is_plain_english(reading: Reading, named: str, end: int) -> bool:
    """Say whether a word with a capital only begins a sentence: "Please close the gate"."""
    last = re.search(rf"{_WORD}$", reading.cased[:end])
    is_small = last is not None and last[0].islower()
    return folded(named) in words("no_street") or (
        is_small and plain_words().issuperset(folded(named).split())
    )


def _capitals_at_end(text: str) -> str:
    """Return the last words of a text as far as each has a capital."""
    found = re.search(r"(?:(?<!\w)[^\W\d_a-zа-яіїєґ]\w*(?:['-]\w+)*\s*)+$", text)
    return found[0] if found else ""


# --- Doors ---------------------------------------------------------------------------------------


@cache
def _numbered_door() -> re.Pattern[str]:
    spelled = "|".join(sorted(numbers("digits"), key=len, reverse=True))
    number = rf"(?:\d{{1,4}}\s?º?\s?[a-zа-я]?(?!\w)|[a-z](?![\w'])|(?:{spelled})(?!\w))"
    door = rf"(?<!\w){any_of('flats')}(?!\w)\.?\s*[#№:]?\s*(?P<number>{number})"
    return re.compile(rf"{door}(?:[\s,]+{any_of('flats')}\s+{number})*")


@cache
def _floor() -> re.Pattern[str]:
    floor = any_of("floors")
    ordinal = rf"(?:{any_of('ordinals')}|\d{{1,2}}\s?(?:st|nd|rd|th|º|-?й|-?му)?)"
    return re.compile(rf"(?<!\w)(?:{ordinal}\s+{floor}|{floor}\s+{ordinal})(?!\w)")


#: "3º B", "4º dcha", "bajo izq", "àtic 1a", folded.
_SPANISH_DOOR: Final = re.compile(
    r"(?<!\w)(?:\d{1,2}\s?[oºª]\s?(?:[a-h](?!\w)|dcha|izq\w*|derecha|izquierda|\d)"
    r"|(?:bajo|bajos|atico|atic|entresuelo|principal)\s+(?:[a-h](?!\w)|dcha|izq\w*|\d\w?))(?!\w)"
)


@cache
def _named_house() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of('house_names')}\s+(?P<name>{_WORD}(?:\s{_WORD})?)")


def _doors(reading: Reading) -> Iterator[Found]:
    for each in _numbered_door().finditer(reading.plain):
        if not _is_small_word(each["number"], each.group()):
            yield reading.found(Identifier.FLAT, *each.span())
    for pattern in (_floor(), _SPANISH_DOOR):
        for each in pattern.finditer(reading.plain):
            yield reading.found(Identifier.FLAT, *each.span())
    for each in _named_house().finditer(reading.plain):
        if reading.cased[each.start("name")].isupper():
            yield reading.found(Identifier.FLAT, *each.span("name"))


def _is_small_word(number: str, whole: str) -> bool:
    """Say whether the "number" is a word such as "a": "no a ...", "no one", "door o ..."."""
    starts = whole.split(maxsplit=1)[0]
    return number in ("a", "y", "o", "e", "i", "и", "і", "в", "у", "з", "я") or (
        starts in ("no", "room") and not number[0].isdigit()
    )


# --- Places --------------------------------------------------------------------------------------


@cache
def _place_after_name() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?P<name>(?:{_WORD}\s+){{0,2}}{_WORD})\s+{any_of('places_after')}(?!\w)"
    )


@cache
def _place_before_name() -> re.Pattern[str]:
    small = r"(?:(?:de|del|la|las|los|el)\s+)*"
    name = rf"(?:№\s?\d+|{small}{_WORD}(?:\s+{_WORD})?)"
    return re.compile(rf"(?<!\w){any_of('places_before')}\s+(?P<name>{name})")


@cache
def _saint() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of('saints')}\.?\s+(?P<name>{_WORD}(?:'s)?)")


@cache
def _beside() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of('beside')}\s+(?P<name>{_WORD}(?:\s+{_WORD}){{0,3}})")


@cache
def _landmark() -> re.Pattern[str]:
    colour, thing = any_of("colours"), any_of("landmarks")
    return re.compile(rf"(?<!\w)(?:{colour}\s+{thing}|{thing}\s+{colour})(?!\w)")


def _places(reading: Reading) -> Iterator[Found]:
    for each in _place_after_name().finditer(reading.plain):
        start, end = each.span("name")
        named = _capitals_at_end(reading.cased[start:end])
        if named:
            yield reading.found(Identifier.PLACE, end - len(named), each.end())
    for pattern in (_place_before_name(), _saint()):
        for each in pattern.finditer(reading.plain):
            start, end = each.span("name")
            if any(sign.isupper() or sign.isdigit() for sign in reading.cased[start:end]):
                yield reading.found(Identifier.PLACE, *each.span())
    for each in _beside().finditer(reading.plain):
        yield reading.found(Identifier.PLACE, *each.span("name"))
    for each in _landmark().finditer(reading.plain):
        yield reading.found(Identifier.PLACE, *each.span())

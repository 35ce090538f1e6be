"""Names of people: by lists, by what stands before and after them, and by how they look."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from handlers.understanding.identifiers.kinds import Found, Identifier
from handlers.understanding.identifiers.listed import any_name, any_of, plain_words
from handlers.understanding.identifiers.reading import Reading

_WORD: Final = r"[^\W\d_]+(?:['-][^\W\d_]+)*"
_CAPITAL: Final = r"[^\W\d_a-zа-яіїєґ](?:[^\W\d_]|['-](?=[^\W\d_]))*\.?"
#: Small words within a name: "María del Carmen", "Ó Briain", "van der Berg".
_WITHIN: Final = r"(?:del|de|la|las|los|da|dos|van|von|der|den|bin|ibn|al|el|o')"
_MORE_NAME: Final = re.compile(rf"(?:\s+(?:{_WITHIN}\s+)*{_CAPITAL})*")
#: Endings that hardly any word has that is no surname.
_SURNAME: Final = re.compile(
    r"(?<!\w)[^\W\d_a-zа-яіїєґ]\w*(?:enko|chuk|czyk|ski|ska|sky|wicz|ovich|ovic|sson|енко|чук|юк"
    r"|ський|ська|ського|ської|ович|овича|овичу|івна|івни|івні)(?!\w)"
)


@cache
def _listed() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_name('names')}(?:'s)?(?![\w'])")


@cache
def _after_title() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of('titles')}\.?\s+(?P<name>{_WORD})")


@cache
def _introduced() -> re.Pattern[str]:
    # A comma or a colon that ends an introduction is part of it already.
    ends = r"(?:(?<=,)|(?!\w))"
    return re.compile(rf"(?<!\w){any_of('introductions')}{ends}[\s:]+(?P<name>{_WORD})")


@cache
def _likely_introduced() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?:{any_of('likely_introductions')}|{any_of('kin')})(?!\w),?\s+(?P<name>{_WORD})"
    )


@cache
def _family() -> re.Pattern[str]:
    before, after = any_of("family_before"), any_of("family_after")
    return re.compile(
        rf"(?<!\w)(?:(?P<before>{before})\s+(?P<name>{_WORD})(?:\s+(?P<after>{after}))?)(?!\w)"
    )


@cache
def _two_meanings() -> re.Pattern[str]:
    return re.compile(rf"{any_name('two_meanings')}")


def names(reading: Reading) -> Iterator[Found]:
    """Find names of people."""
    yield from _on_lists(reading)
    for pattern in (_after_title(), _introduced()):
        for each in pattern.finditer(reading.plain):
            if _may_be_name(reading, each):
                yield _whole(reading, *each.span("name"))
    for each in _likely_introduced().finditer(reading.plain):
        if _is_strange_capital(reading, each) or _has_two_meanings(reading, each):
            yield _whole(reading, *each.span("name"))
    for each in _family().finditer(reading.plain):
        is_family = each["after"] or each["before"] not in ("the", "los")
        is_several = each["before"] == "the" and each["name"].endswith("s")
        if (is_family or is_several) and _is_strange_capital(reading, each):
            yield _whole(reading, *each.span("name"))
    for each in _SURNAME.finditer(reading.cased):
        yield _whole(reading, *each.span())


def _on_lists(reading: Reading) -> Iterator[Found]:
    for each in _listed().finditer(reading.plain):
        if not _two_meanings().fullmatch(each[0]):
            yield _whole(reading, *each.span())


def _whole(reading: Reading, start: int, end: int) -> Found:
    """Return a name with the surname that follows it."""
    more = _MORE_NAME.match(reading.cased, end)
    return reading.found(Identifier.NAME, start, more.end() if more else end)


def _may_be_name(reading: Reading, each: re.Match[str]) -> bool:
    """Say whether a word may be a name after words that announce one: any that is not plain."""
    start = each.start("name")
    return reading.cased[start].isupper() or each["name"] not in plain_words()


def _is_strange_capital(reading: Reading, each: re.Match[str]) -> bool:
    return reading.cased[each.start("name")].isupper() and each["name"] not in plain_words()


def _has_two_meanings(reading: Reading, each: re.Match[str]) -> bool:
    is_capital = reading.cased[each.start("name")].isupper()
    return is_capital and _two_meanings().fullmatch(each["name"]) is not None

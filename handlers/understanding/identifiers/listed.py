"""The word lists beside this file: read on first use, folded, for all languages at once.

People mix languages, so a text is searched with the words of all of them.
"""

import re
import tomllib
from functools import cache
from importlib import resources
from typing import Any, Final

from handlers.understanding.identifiers.reading import folded

_FOLDER: Final = resources.files(__package__) / "lists"
#: Of a shorter word another ending makes another word.
_SHORTEST_STEM: Final = 4
_CYRILLIC: Final = re.compile("[а-яіїєґ]")
#: How Ukrainian changes a name: the last letters go, and some of these come.
_ENDINGS: Final = "(?:[аеєиіїоуюяйь]|ою|ею|єю|ові|еві|єві|ом|ем|єм|ам|ами|ах|ка|ку|ці|ко)?"


@cache
def _files() -> tuple[dict[str, Any], ...]:
    paths = sorted((each for each in _FOLDER.iterdir()), key=lambda each: each.name)
    return tuple(
        tomllib.loads(each.read_text(encoding="utf-8"))
        for each in paths
        if each.name.endswith(".toml")
    )


@cache
def words(topic: str) -> tuple[str, ...]:
    """Return the words and phrases of a topic, of all languages, each once."""
    found: dict[str, None] = {}
    for file in _files():
        given = file[topic]
        for each in given.split() if isinstance(given, str) else given:
            found[folded(each)] = None
    return tuple(found)


@cache
def numbers(topic: str) -> dict[str, int]:
    """Return words that stand for numbers."""
    return {folded(word): value for file in _files() for word, value in file[topic].items()}


@cache
def plain_words() -> frozenset[str]:
    """Return the words that say nothing about anybody."""
    found = set[str]()
    for each in _FOLDER.iterdir():
        if each.name.startswith("plain_"):
            found.update(folded(each.read_text(encoding="utf-8")).split())
    return frozenset(found)


@cache
def any_of(*topics: str) -> str:
    """Return a pattern for any word or phrase of some topics; one that nothing fits where none is.

    A star at the end of a word stands for any ending.
    """
    every = sorted({each for topic in topics for each in words(topic)}, key=len, reverse=True)
    return f"(?:{'|'.join(map(_pattern, every))})" if every else "(?!)"


def _pattern(phrase: str) -> str:
    parts = phrase.split()
    escaped = [re.escape(part.removesuffix("*")) + ("\\w*" * part.endswith("*")) for part in parts]
    return r"[\s]+".join(escaped)


@cache
def any_name(*topics: str) -> str:
    """Return a pattern for any name of some topics, in any of its Ukrainian forms too."""
    every = sorted({each for topic in topics for each in words(topic)}, key=len, reverse=True)
    return f"(?:{'|'.join(map(_any_form, every))})"


def _any_form(name: str) -> str:
    if len(name) < _SHORTEST_STEM or not _CYRILLIC.search(name):
        return re.escape(name)
    return re.escape(name.rstrip("аеєиіоуюяйь")) + _ENDINGS

"""The words of each language, read once from the file of that language."""

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from functools import cache
from importlib import resources
from typing import Any

FALLBACK_LANGUAGE = "en"

# Numbers, runs of letters, and the few signs that stand between parts of a date or an hour.
_TOKEN = re.compile(r"\d+|[^\W\d_]+|[:./-]")
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-"))


def fold(text: str) -> str:
    """Text without case, accents and invisible characters, so that spellings can be compared."""
    decomposed = unicodedata.normalize("NFKD", text.casefold().translate(_DASHES))
    return "".join(sign for sign in decomposed if unicodedata.category(sign) not in {"Mn", "Cf"})


def tokens(text: str) -> Iterator[re.Match[str]]:
    """The words, numbers and signs of folded text, in order."""
    return _TOKEN.finditer(text)


def phrase(text: str) -> tuple[str, ...]:
    """The tokens of a phrase as it stands in a file of words."""
    return tuple(token.group() for token in tokens(fold(text)))


@cache
def languages() -> tuple[str, ...]:
    """The languages that have a file of words, as two-letter codes."""
    names = (file.name for file in resources.files(__name__).iterdir())
    return tuple(sorted(name.removesuffix(".toml") for name in names if name.endswith(".toml")))


def known_language(language: str) -> str:
    """The language whose words are read for a language tag such as `es-MX`; English if unknown."""
    base = language.replace("_", "-").partition("-")[0].lower()
    return base if base in languages() else FALLBACK_LANGUAGE


@cache
def words_of(language: str, topic: str) -> dict[str, Any]:
    """One topic, such as `when` or `danger`, of one language's file, as TOML has it."""
    text = resources.files(__name__).joinpath(f"{language}.toml").read_text(encoding="utf-8")
    words: dict[str, Any] = tomllib.loads(text)[topic]
    return words

"""Wordings: named here, written in the Fluent files in `handlers/locales/*/`, joined at the end.

`T` may be read by anybody: what goes into it is a number, a date, a name that the scheme itself
chose, or another `T`. `Personal` may also hold private text, and only a private message takes it.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_currency, get_currency_precision, get_currency_symbol

from handlers.wordings import BadWordingError, Wordings
from storage.approvals import Approved
from storage.private import PrivateText
from storage.retention import Kept, length
from storage.retention.periods import REQUESTS, SETTABLE

LOCALES: Final = Path(__file__).parent / "locales"
DEFAULT_LANGUAGE: Final = "en"
#: How many hours the words and the address of a closed request are kept.
KEPT_HOURS: Final = "kept-hours"
#: How many amounts, and how many days, are not written out anew each time.
REMEMBERED: Final = 1000
_AS_BY_DEFAULT: Final[Kept] = {}


@dataclass(frozen=True, slots=True)
class PublicName:
    """A name that the scheme chose and everybody may read: a neighbourhood's, a reference, a link.

    Made only from configuration and from what an owner set; never from what somebody else typed.
    """

    name: str


@dataclass(frozen=True, slots=True)
class Day:
    """A calendar day, written out in the reader's language."""

    day: date


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of time in the neighbourhood's time zone, written out in the reader's language.

    One that ends as it starts is a moment.
    """

    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in the smallest unit of a currency, such as pence, written as its readers do."""

    amount: int
    currency: str

    @classmethod
    def whole(cls, amount: int, currency: str) -> "Money":
        """Return an amount given in whole units, such as pounds."""
        return cls(amount * 10 ** get_currency_precision(currency), currency)

    @property
    def plain(self) -> str:
        """The amount as a number with a point, for a sheet."""
        digits = get_currency_precision(self.currency)
        return f"{Decimal(self.amount).scaleb(-digits):f}"

    def written(self, language: str) -> str:
        """Return the amount with the sign of its currency; whole amounts without their zeros."""
        return _money_written(self, language)


@dataclass(frozen=True, slots=True)
class T:
    """A wording that anybody may read, by its name in the Fluent files."""

    id: str
    arguments: Mapping[
        str, "int | PublicName | Money | Day | Window | T | Listed | ApprovedWords"
    ] = field(default_factory=dict, hash=False)

    def __init__(
        self,
        id: str,
        /,
        **arguments: "int | PublicName | Money | Day | Window | T | Listed | ApprovedWords",
    ) -> None:
        object.__setattr__(self, "id", id)
        object.__setattr__(self, "arguments", arguments)


@dataclass(frozen=True, slots=True)
class Listed:
    """Several wordings, joined as the reader's language joins a list."""

    items: tuple["T | PublicName", ...]


@dataclass(frozen=True, slots=True)
class Personal:
    """A wording for one person's eyes, which may hold what somebody typed."""

    id: str
    arguments: Mapping[str, "Argument"]

    def __init__(
        self,
        id: str,
        /,
        **arguments: "Argument",
    ) -> None:
        object.__setattr__(self, "id", id)
        object.__setattr__(self, "arguments", arguments)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines of a private message that stand close together."""

    lines: Sequence["Line"]


@dataclass(frozen=True, slots=True)
class ApprovedWords:
    """Words that somebody typed and everybody may read, since a coordinator approved just these."""

    approval: Approved


#: What a private wording may be given.
Argument = int | PublicName | Money | Day | Window | T | Listed | ApprovedWords | PrivateText
#: A line of a public message, and a line of a private one.
PublicLine = T | PublicName | ApprovedWords
Line = PublicLine | Personal | PrivateText | Paragraph


def private_parts(lines: Iterable[Line | Argument]) -> Iterator[PrivateText]:
    """Return everything in some lines that somebody typed, what others approved included."""
    for line in lines:
        match line:
            case PrivateText():
                yield line
            case ApprovedWords(approval):
                yield PrivateText(approval.words, approval.owners)
            case T(arguments=arguments) | Personal(arguments=arguments):
                yield from private_parts(arguments.values())
            case Paragraph(lines=inner):
                yield from private_parts(inner)


def owners_in(lines: Iterable[Line | Argument]) -> frozenset[str]:
    """Return the names of the keys of all whose words stand in some lines."""
    return frozenset[str]().union(*(each.owners for each in private_parts(lines)))


class UnknownWordingError(Exception):
    """A wording is missing from a Fluent file or lacks an argument; names only ids."""


class Texts:
    """The wordings of every language there is."""

    def __init__(self, folder: Path = LOCALES, kept: Kept = _AS_BY_DEFAULT) -> None:
        self._folder = folder
        # How long things are kept, which every wording may say without being given it.
        self._kept = _kept_arguments(kept)
        self._keeping: dict[tuple[tuple[str, timedelta], ...], Texts] = {}
        self._wordings = {path.name: _wordings(path) for path in sorted(folder.iterdir())}
        # What holds nothing that changes always reads the same; most buttons are so.
        self._unchanging: dict[tuple[str, str], str] = {}
        if DEFAULT_LANGUAGE not in self._wordings:
            raise UnknownWordingError(DEFAULT_LANGUAGE)

    def keeping(self, kept: Kept) -> "Texts":
        """Return the same wordings of a scheme in which things are kept so long."""
        key = tuple(sorted(kept.items()))
        if key not in self._keeping:
            self._keeping[key] = Texts(self._folder, kept)
        return self._keeping[key]

    @property
    def languages(self) -> list[str]:
        """The languages there are, by their short names."""
        return list(self._wordings)

    def nearest(self, language: str | None) -> str:
        """Return the language there is that comes nearest to the one an app names (`es-MX`)."""
        short = (language or "").partition("-")[0].lower()
        return short if short in self._wordings else DEFAULT_LANGUAGE

    def has(self, id: str) -> bool:
        """Say whether there is a wording of that name."""
        return id in self._wordings[DEFAULT_LANGUAGE]

    def say(self, line: Line, language: str) -> str:
        """Return a line in a language."""
        if isinstance(line, PrivateText):
            return line.reveal()
        if isinstance(line, Paragraph):
            return "\n".join(self.say(each, language) for each in line.lines)
        if isinstance(line, PublicName):
            return line.name
        if isinstance(line, ApprovedWords):
            return line.approval.words
        if line.arguments:
            return self._filled(line, language)
        key = (line.id, language)
        if key not in self._unchanging:
            self._unchanging[key] = self._filled(line, language)
        return self._unchanging[key]

    def _filled(self, line: T | Personal, language: str) -> str:
        given = {name: self._value(value, language) for name, value in line.arguments.items()}
        try:
            return self._wordings[language].format(line.id, {**self._kept, **given})
        except BadWordingError:
            raise UnknownWordingError(f"{language}: {line.id}") from None

    def say_all(self, lines: Sequence[Line], language: str) -> str:
        """Return lines in a language, each as a paragraph of its own."""
        return "\n\n".join(self.say(line, language) for line in lines)

    def _value(
        self,
        value: "Argument",
        language: str,
    ) -> str | int:
        if isinstance(value, int):
            return value
        if isinstance(value, Money):
            return value.written(language)
        if isinstance(value, Day):
            return self._day(value.day, language)
        if isinstance(value, Window):
            return self._window(value, language)
        if isinstance(value, Listed):
            return ", ".join(self.say(item, language) for item in value.items)
        return self.say(value, language)

    def _day(self, day: date, language: str) -> str:
        return _day_written(day, self.say(T("date-pattern"), language), language)

    def _window(self, window: Window, language: str) -> str:
        first, last = window.start.date(), window.end.date()
        start, end = f"{window.start:%H:%M}", f"{window.end:%H:%M}"
        if window.start == window.end:
            return f"{self._day(first, language)}, {start}"
        if first == last:
            return f"{self._day(first, language)}, {start}–{end}"
        return f"{self._day(first, language)}, {start} – {self._day(last, language)}, {end}"


@lru_cache(REMEMBERED)
def _money_written(money: Money, language: str) -> str:
    value = Decimal(money.plain)
    if value == value.to_integral_value():
        pattern = Locale.parse(language).currency_formats["standard"].pattern
        whole = re.sub(r"\.0+", "", pattern)
        said = format_currency(value, money.currency, whole, language, currency_digits=False)
    else:
        said = format_currency(value, money.currency, locale=language)
    # Where a language has no sign of its own for it, its readers still know the sign.
    return said.replace(money.currency, get_currency_symbol(money.currency, DEFAULT_LANGUAGE))


@lru_cache(REMEMBERED)
def _day_written(day: date, pattern: str, language: str) -> str:
    return format_date(day, pattern, locale=language)


def _kept_arguments(kept: Kept) -> dict[str, str | int]:
    """Return how long things are kept, in days by the names of their settings, and in hours."""
    days = {each.name.replace("_", "-"): length(kept, each).days for each in SETTABLE}
    hours = length(kept, REQUESTS) // timedelta(hours=1)
    return {**days, KEPT_HOURS: hours}


# The files do not change under a running process, and what was parsed is parsed for all.
@cache
def _wordings(folder: Path) -> Wordings:
    return Wordings(folder)


@cache
def _letters_only() -> re.Pattern[str]:
    return re.compile(r"[^\w\s]|_")


_NO_APOSTROPHES: Final = str.maketrans(dict.fromkeys("'’‘ʼ´`"))


def folded(words: str) -> str:
    """Return words without case, accents and punctuation, for comparing what people type."""
    # "dont" is how many write "don't".
    apart = unicodedata.normalize("NFKD", words.casefold().translate(_NO_APOSTROPHES))
    plain = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return " ".join(_letters_only().sub(" ", plain).split())


#: Letters and signs by Unicode's account, and yet blank on every screen.
_BLANK: Final = frozenset("\u115f\u1160\u2800\u3164\uffa0")
_BLANK_KINDS: Final = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp"})


def can_be_seen(words: str) -> bool:
    """Say whether a reader would see anything of some words."""
    return any(
        letter not in _BLANK and unicodedata.category(letter) not in _BLANK_KINDS
        for letter in words
    )


#: Signs that turn the direction of all that follows them, on the lines of others too.
_TURNING: Final = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})


def in_one_line(words: str) -> str:
    """Return words that look like one line and turn nothing that stands around them."""
    return " ".join(without_turns(words).split())


def without_turns(words: str) -> str:
    """Return words, in lines as they came, that turn nothing that stands around them."""
    return "".join(each for each in words if unicodedata.bidirectional(each) not in _TURNING)

"""Amounts of money as people type them: "12.50", "£12,50", "12 pounds"."""

import re
import unicodedata
from enum import StrEnum
from functools import cache
from typing import Final

from babel import Locale
from babel.numbers import (
    get_currency_name,
    get_currency_precision,
    get_currency_symbol,
    get_territory_currencies,
)

from handlers.understanding.country import country_of
from handlers.understanding.words import fold

DEFAULT_CURRENCY: Final = "GBP"
#: Thousands are marked in groups of three, and one or two digits stand after the last mark.
_NUMBER: Final = re.compile(r"(?P<whole>\d{1,3}(?:[.,'\s]\d{3})+|\d+)(?:[.,](?P<part>\d{1,2}))?")


class MoneyProblem(StrEnum):
    """Why a text is no amount."""

    NOT_UNDERSTOOD = "not-understood"
    OTHER_CURRENCY = "other-currency"
    NOTHING = "nothing"
    TOO_MUCH = "too-much"


def currency_in(time_zone: str) -> str:
    """Return the currency of the country in which a time zone lies, by its three letters."""
    country = country_of(time_zone)
    found = get_territory_currencies(country) if country else []
    return str(found[0]) if found else DEFAULT_CURRENCY


def understand_amount(text: str, currency: str, language: str, most: int) -> int | MoneyProblem:
    """Return an amount in the smallest unit of a currency, such as pence; `most` is too.

    A sign or name of money that is not the currency's own is never taken for it.
    """
    found = list(_NUMBER.finditer(text))
    if len(found) != 1:
        return MoneyProblem.NOT_UNDERSTOOD
    number = found[0]
    around = f"{text[: number.start()]} {text[number.end() :]}".strip()
    if around and not _means(around, currency, language):
        is_money = _is_money(around, language)
        return MoneyProblem.OTHER_CURRENCY if is_money else MoneyProblem.NOT_UNDERSTOOD
    digits = get_currency_precision(currency)
    whole = int(re.sub(r"\D", "", number["whole"])[:12])
    part = (number["part"] or "").ljust(digits, "0")
    if len(part) > digits:
        return MoneyProblem.NOT_UNDERSTOOD
    amount = whole * 10**digits + int(part or "0")
    if amount == 0:
        return MoneyProblem.NOTHING
    return MoneyProblem.TOO_MUCH if amount > most else amount


def _means(words: str, currency: str, language: str) -> bool:
    return fold(words).strip(" .,") in _names(language).get(currency, frozenset())


def _is_money(words: str, language: str) -> bool:
    if any(unicodedata.category(sign) == "Sc" for sign in words):
        return True
    said = fold(words).strip(" .,")
    return any(said in names for names in _names(language).values())


@cache
def _names(language: str) -> dict[str, frozenset[str]]:
    """Return the code, the signs and the names of each currency, and each word of its names.

    English signs are known everywhere: a Spanish reader writes £ too.
    """
    found: dict[str, frozenset[str]] = {}
    for code in map(str, Locale.parse(language).currencies):
        signs = [get_currency_symbol(code, each) for each in (language, "en")]
        names = [get_currency_name(code, count, language) for count in (1, 3)]
        words = [word for name in names for word in name.split()]
        found[code] = frozenset(fold(each) for each in (code, *signs, *names, *words))
    return found

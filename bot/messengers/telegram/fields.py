"""Checked reading of one JSON object; what is not as it should be is refused without a quote."""

import math
import re
from collections.abc import Mapping
from typing import TypeVar

from bot.messengers import UpdateNotUnderstoodError

#: Every number of Telegram fits into this many bits, signed.
_NUMBER_LIMIT = 2**63
#: Half of a character pair, which JSON can spell but no storage can keep.
_HALF_CHARACTER = re.compile(r"[\ud800-\udfff]")

_Value = TypeVar("_Value")


class Fields:
    """One JSON object, read field by field; `where` names it in errors, never what it holds.

    Every method raises UpdateNotUnderstoodError for a field of the wrong type. Those whose name
    begins with `optional` return None for a field that is absent or null.
    """

    __slots__ = ("_values", "_where")

    def __init__(self, values: Mapping[str, object], where: str) -> None:
        self._values = values
        self._where = where

    def has(self, name: str) -> bool:
        return self._values.get(name) is not None

    def first_of(self, names: Mapping[str, object] | frozenset[str]) -> str | None:
        """Return the first field, in the order of the object, that is one of `names`."""
        for name, value in self._values.items():
            if name in names and value is not None:
                return name
        return None

    def part(self, name: str) -> "Fields":
        return self._needed(self.optional_part(name), name)

    def optional_part(self, name: str) -> "Fields | None":
        value = self._values.get(name)
        if value is None:
            return None
        if not isinstance(value, dict):
            raise self._wrong(name, "an object")
        return Fields(value, name)

    def parts(self, name: str) -> "list[Fields]":
        """Return a list of objects; one that is absent or null is empty."""
        value = self._values.get(name)
        if value is None:
            return []
        if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
            raise self._wrong(name, "a list of objects")
        return [Fields(each, name) for each in value]

    def number(self, name: str) -> int:
        return self._needed(self.optional_number(name), name)

    def optional_number(self, name: str) -> int | None:
        value = self._values.get(name)
        if value is None:
            return None
        # `bool` counts as `int` for Python, but not for Telegram.
        if type(value) is not int or not -_NUMBER_LIMIT <= value < _NUMBER_LIMIT:
            raise self._wrong(name, "a whole number of 64 bits")
        return value

    def degrees(self, name: str, limit: int) -> float:
        """Return an angle between -limit and limit."""
        value = self._values.get(name)
        if (
            isinstance(value, bool)
            or not isinstance(value, int | float)
            or not math.isfinite(value)
            or abs(value) > limit
        ):
            raise self._wrong(name, "an angle in degrees")
        return float(value)

    def text(self, name: str) -> str:
        return self._needed(self.optional_text(name), name)

    def optional_text(self, name: str) -> str | None:
        value = self._values.get(name)
        if value is None:
            return None
        if not isinstance(value, str):
            raise self._wrong(name, "text")
        return value if value.isascii() else _HALF_CHARACTER.sub("\N{REPLACEMENT CHARACTER}", value)

    def is_true(self, name: str) -> bool:
        """Return a flag; one that is absent is false."""
        value = self._values.get(name)
        if value is not None and not isinstance(value, bool):
            raise self._wrong(name, "true or false")
        return bool(value)

    def _needed(self, value: _Value | None, name: str) -> _Value:
        if value is None:
            raise UpdateNotUnderstoodError(f"{self._where} has no {name}")
        return value

    def _wrong(self, name: str, what: str) -> UpdateNotUnderstoodError:
        return UpdateNotUnderstoodError(f"{name} of {self._where} is not {what}")

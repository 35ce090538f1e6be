"""Private text: what a person typed, in a type of its own so that it cannot slip into public."""

from collections.abc import Iterable
from typing import Any, final

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema


@final
class PrivateText:
    """Words that a person typed; whoever needs them says so with `reveal()`.

    It is no `str`: it cannot be joined, formatted or logged by mistake, and its `repr` is blank.
    """

    __slots__ = ("_words", "owners")

    def __init__(self, words: str, owners: frozenset[str] = frozenset()) -> None:
        self._words = words
        #: The names of the keys that it was opened with: of all whose words it holds.
        self.owners = owners

    @classmethod
    def joined(cls, between: str, parts: Iterable["PrivateText"]) -> "PrivateText":
        """Return several private texts as one, which belongs to the owners of all of them."""
        several = tuple(parts)
        owners = frozenset[str]().union(*(each.owners for each in several))
        return cls(between.join(each.reveal() for each in several), owners)

    def owned_by(self, key: str) -> "PrivateText":
        """Return the same words as those of one more person."""
        return PrivateText(self._words, self.owners | {key})

    def with_words(self, words: str) -> "PrivateText":
        """Return other words, made from these, that belong to the same people."""
        return PrivateText(words, self.owners)

    def reveal(self) -> str:
        """Return the words, for somebody who may read them."""
        return self._words

    def __repr__(self) -> str:
        return "‹private›"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, PrivateText) and self._words == other._words

    def __hash__(self) -> int:
        return hash(self._words)

    def __bool__(self) -> bool:
        return bool(self._words)

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: type[Any], handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Read from and write to JSON as plain text, so that it can be stored (encrypted)."""
        return core_schema.no_info_plain_validator_function(
            cls._validate,
            serialization=core_schema.plain_serializer_function_ser_schema(
                lambda private: private.reveal()
            ),
        )

    @classmethod
    def _validate(cls, value: object) -> "PrivateText":
        if isinstance(value, PrivateText):
            return value
        if isinstance(value, str):
            return cls(value)
        # The value itself stays out of the message: it may be what somebody typed.
        raise ValueError("private text is made from text")

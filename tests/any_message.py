"""Messages with anything in them that the Bot API knows, private words in every field."""

import json
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any, Final

import bot.sandbox
from tests.endurance.marked import Marks

Json = dict[str, Any]

_DESCRIPTION: Final = Path(bot.sandbox.__file__).with_name("bot_api.json")
TYPES: Final[dict[str, Json]] = json.loads(_DESCRIPTION.read_text(encoding="utf-8"))["types"]
#: What every message has, and what Telegram says of groups only.
ORDINARY: Final = frozenset({"message_id", "date", "chat", "from", "text", "caption"})
OF_GROUPS: Final = frozenset({"migrate_to_chat_id", "migrate_from_chat_id"})
#: How deep what is not required is filled in as well.
DEPTH: Final = 3
_LIST: Final = "Array of "


def fields() -> list[str]:
    """Return every field that a message to a bot may have besides the ordinary ones."""
    return sorted(set(TYPES["Message"]["fields"]) - ORDINARY - OF_GROUPS)


class Examples:
    """Makes a value for any field; texts hold marked words, numbers can be told from all others.

    `file` is the id of a file that can be fetched.
    """

    def __init__(self, marks: Marks, file: str) -> None:
        self._marks = marks
        self._file = file
        self._numbers = count(6_660_000_000)

    def of_field(self, name: str) -> object:
        """Return a value for a field of a message."""
        kind, _ = TYPES["Message"]["fields"][name]
        return self._value(name, kind, DEPTH)

    def _value(self, name: str, kind: str, depth: int) -> object:
        if kind.startswith(_LIST):
            return [self._value(name, kind.removeprefix(_LIST), depth)]
        match kind.partition(" or ")[0]:
            case "String":
                return self._file if name == "file_id" else self._marks.word(name)
            case "Integer":
                return next(self._numbers)
            case "Float":
                return 51.666
            case "True" | "Boolean":
                return True
            case other:
                return self._object(other, depth)

    def _object(self, kind: str, depth: int) -> Json | str:
        if depth < -DEPTH:
            # Some kinds can hold themselves for ever.
            return self._marks.word(kind)
        described = TYPES[self._variant(kind)]["fields"]
        return {
            name: self._value(name, part, depth - 1)
            for name, (part, is_needed) in described.items()
            if is_needed or depth > 0
        }

    def _variant(self, kind: str) -> str:
        """Return one of the kinds that a kind without fields of its own stands for."""
        if TYPES[kind]["fields"]:
            return kind
        return next(self._variants(kind), kind)

    def _variants(self, kind: str) -> Iterator[str]:
        return (each for each in TYPES if each.startswith(kind) and "type" in TYPES[each]["fields"])

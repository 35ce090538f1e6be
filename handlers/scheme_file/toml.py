"""The file as text, in TOML: written with a word about each part, read with the line of errors."""

import json
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from datetime import time
from enum import StrEnum
from typing import Any, Final

from pydantic import ValidationError

from handlers.scheme_file.shape import FORMAT, SchemeFile

_HEAD: Final = """\
# The settings of a Doorstep scheme. No person is named here, nobody's request, and no group.
# Change what you like between the quotes and behind the signs =. Lines that begin with # are only
# for those who read this. What you leave out stays as it is. Nothing is ever deleted.
"""
_RULES: Final = """
# The rules of the scheme, as /setup asks for them. What begins with keep_ is a number of days.
"""
_LEVELS: Final = """
# Who may take a kind of help, where that is stricter than it would be: open, checked, assigned.
"""
_EMERGENCY: Final = """
# What people are told to ring, by country. Please check these numbers with care.
"""
_ORGANISATIONS: Final = """
# Partner organisations.
"""
_AREAS: Final = """
# Neighbourhoods: their names, roughly how many homes, the postcodes, and what lies beside them.
# An outline is GeoJSON.
"""
_HEADER: Final = re.compile(r"\s*(?P<marks>\[\[?)\s*(?P<name>[^\[\]]+?)\s*\]\]?\s*(?:#.*)?")
_TOML_LINE: Final = re.compile(r"(?P<what>.*?) \(at (?:line (?P<line>\d+), column \d+|end of .*)\)")
_BARE: Final = re.compile(r"[A-Za-z0-9_-]+")
#: So much of a name is repeated where it is wrong.
_LONGEST_NAME: Final = 80
_SAID: Final = {
    "extra_forbidden": "is not known here; mend its spelling or take it away",
    "missing": "is missing",
}


class WrongFileError(Exception):
    """The file cannot be taken; the message says in one line where, what, and what to do."""

    def __init__(self, said: str, line: int | None = None) -> None:
        super().__init__(said if line is None else f"line {line}: {said}")


# --- Written -------------------------------------------------------------------------------------


def written(file: SchemeFile) -> str:
    """Return the text of a file; `read` makes the same of it again."""
    parts = [_HEAD, f"doorstep_settings = {FORMAT}\n"]
    given = file.model_dump(exclude_none=True)
    if given["rules"]:
        parts.append(_RULES + _table("rules", given["rules"]))
    if given["levels"]:
        parts.append(_LEVELS + _table("levels", given["levels"]))
    if given["emergency"]:
        tables = (
            _table(f"emergency.{country}", {name: each for name, each in numbers.items() if each})
            for country, numbers in given["emergency"].items()
        )
        parts.append(_EMERGENCY + "\n".join(tables))
    if given["organisations"]:
        # Before any table, as TOML wants it.
        parts.insert(2, _ORGANISATIONS + _line("organisations", given["organisations"]))
    if given["neighbourhoods"]:
        tables = (_table("[neighbourhoods]", area) for area in given["neighbourhoods"])
        parts.append(_AREAS + "\n".join(tables))
    return "".join(parts)


def _table(name: str, values: Mapping[str, Any]) -> str:
    return f"[{name}]\n" + "".join(_line(key, value) for key, value in values.items())


def _line(key: str, value: object) -> str:
    return f"{key} = {_value(value)}\n"


def _value(value: object) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
        case time():
            return f'"{value:%H:%M}"'
        case StrEnum():
            return _text(value.value)
        case str():
            return _text(value)
        case tuple() | list():
            return f"[{', '.join(_value(each) for each in value)}]"
        case _:
            raise TypeError


def _text(text: str) -> str:
    # GeoJSON is full of quotes, which need no strokes before them between single ones.
    if text.startswith("{") and "'" not in text and text.isprintable():
        return f"'{text}'"
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


# --- Read ----------------------------------------------------------------------------------------


def read(text: str) -> SchemeFile:
    """Return what stands in the text of a file; raises WrongFileError."""
    try:
        return SchemeFile.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        found = _TOML_LINE.fullmatch(str(error))
        line = int(found["line"]) if found and found["line"] else text.count("\n") + 1
        what = found["what"] if found else str(error)
        problem = WrongFileError(
            f"this is not written as it has to be: {what}; look at the quotes and brackets", line
        )
    except RecursionError:
        problem = WrongFileError("too many brackets stand within each other; is it the right file?")
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        said = _SAID.get(first["type"]) or first["msg"].removeprefix("Value error, ")
        path = first["loc"]
        name = ".".join(str(each) for each in path if not isinstance(each, int)) or "the file"
        problem = WrongFileError(f"{_shown(name)}: {said}", line_of(text, path))
    except ValueError:
        # Python reads no number of thousands of digits.
        problem = WrongFileError("a number in it is far too long; is it the right file?")
    raise problem


def _shown(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else f"{name[:_LONGEST_NAME]}…"


def line_of(text: str, path: Sequence[str | int]) -> int | None:
    """Return in which line something of a file stands, or its table; None where neither does."""
    nearest = None
    for number, place in _places(text):
        depth = len(place)
        if place == tuple(path[:depth]) and (nearest is None or depth > nearest[1]):
            nearest = (number, depth)
    return None if nearest is None else nearest[0]


def _places(text: str) -> Iterator[tuple[int, tuple[str | int, ...]]]:
    """Yield every line that names something, with the place of that in the file."""
    table: tuple[str | int, ...] = ()
    counted: dict[str, int] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        header = _HEADER.fullmatch(line)
        if header is not None:
            name = header["name"]
            table = tuple(part.strip(" \"'") for part in name.split("."))
            if header["marks"] == "[[":
                counted[name] = counted.get(name, -1) + 1
                table = (*table, counted[name])
            yield number, table
            continue
        key, is_given, _ = line.partition("=")
        if is_given and _BARE.fullmatch(key.strip()):
            yield number, (*table, key.strip())

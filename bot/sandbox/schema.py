"""What the Bot API takes and gives, checked against its machine-readable description.

`bot_api.json` holds names, types and required flags of Bot API 10.3 (MIT, see LICENSE.aiogram-MIT).
"""

import json
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

#: A JSON object of the Bot API.
Json = dict[str, Any]
#: Says what is wrong with a value, or None.
Check = Callable[[object], str | None]

_DESCRIPTION = Path(__file__).with_name("bot_api.json")
_TRUE_WORDS = frozenset({"true", "yes", "1"})


class WrongParametersError(Exception):
    """A call's parameters do not fit the description; the message names the parameter only."""


def _plain(*kinds: type) -> Check:
    allowed = frozenset(kinds)
    wanted = " or ".join(kind.__name__ for kind in kinds)
    return lambda value: None if type(value) in allowed else f"is not of type {wanted}"


def _either(checks: list[Check]) -> Check:
    def check(value: object) -> str | None:
        complaint: str | None = None
        for one in checks:
            complaint = one(value)
            if complaint is None:
                return None
        return complaint

    return check


def _list_of(item: Check) -> Check:
    def check(value: object) -> str | None:
        if type(value) is not list:
            return "is not a list"
        for one in value:
            if complaint := item(one):
                return f"has an item that {complaint}"
        return None

    return check


class _ObjectCheck:
    """Checks a JSON object; its fields are compiled when the first one is seen."""

    def __init__(self, name: str, fields: Mapping[str, list[Any]], schema: "Schema") -> None:
        self._name = name
        self._described = fields
        self._schema = schema
        self._checks: dict[str, Check] = {}
        self._required = frozenset(name for name, (_, needed) in fields.items() if needed)

    def __call__(self, value: object) -> str | None:
        if type(value) is not dict:
            return f"is not of type {self._name}"
        if not self._checks:
            self._checks = {
                name: self._schema.check_of(kind) for name, (kind, _) in self._described.items()
            }
        for name, part in value.items():
            check = self._checks.get(name)
            if check is None:
                return f"has a field {name!r} that {self._name} does not know"
            if complaint := check(part):
                return f"has a field {name!r} that {complaint}"
        missing = self._required.difference(value)
        return f"lacks the field {min(missing)!r}" if missing else None


class Method:
    """One method: its parameters, how each is read from a form, and how it is checked."""

    def __init__(self, name: str, fields: Mapping[str, list[Any]], schema: "Schema") -> None:
        self.name = name
        self._kinds = {field: kind for field, (kind, _) in fields.items()}
        self._required = frozenset(field for field, (_, needed) in fields.items() if needed)
        self._readers = {field: _reader(kind) for field, kind in self._kinds.items()}
        self._checks = {field: schema.check_of(kind) for field, kind in self._kinds.items()}

    def read_form(self, form: Mapping[str, str]) -> Json:
        """Return the values that a form's strings stand for; raises WrongParametersError."""
        values: Json = {}
        for name, text in form.items():
            reader = self._readers.get(name)
            if reader is None:
                values[name] = text
                continue
            try:
                values[name] = reader(text)
            except ValueError as error:
                raise WrongParametersError(f"{name} cannot be read") from error
        return values

    def read_json(self, values: Json) -> Json:
        """Return the values of a JSON object; a chat's id may be a number in quotes there."""
        return {
            name: _integer_or_text(value)
            if type(value) is str and self._kinds.get(name) == "Integer or String"
            else value
            for name, value in values.items()
        }

    def check(self, values: Json) -> None:
        """Raise WrongParametersError unless every parameter is known, fits, and none is missing."""
        for name, value in values.items():
            check = self._checks.get(name)
            if check is None:
                raise WrongParametersError(f"{name} is not a parameter of {self.name}")
            if complaint := check(value):
                raise WrongParametersError(f"{name} {complaint}")
        missing = self._required.difference(values)
        if missing:
            raise WrongParametersError(f"{min(missing)} is missing")


def _integer_or_text(text: str) -> int | str:
    return int(text) if text.lstrip("-").isdigit() else text


def _reader(kind: str) -> Callable[[str], object]:
    simple: dict[str, Callable[[str], object]] = {
        "Integer": int,
        "Float": float,
        "Boolean": lambda text: text.lower() in _TRUE_WORDS,
        "String": str,
        "Integer or String": _integer_or_text,
        "InputFile": str,
        "InputFile or String": str,
    }
    return simple.get(kind, json.loads)


class Schema:
    """Every method and type of the Bot API, compiled to cheap checks as they are needed."""

    def __init__(self, description: Json) -> None:
        self._types: dict[str, Json] = description["types"]
        self._described: dict[str, Json] = description["methods"]
        self._names = {name.lower(): name for name in self._described}
        self._methods: dict[str, Method] = {}
        self._checks: dict[str, Check] = {
            "Integer": _plain(int),
            "Float": _plain(int, float),
            "String": _plain(str),
            "Boolean": _plain(bool),
            "True": lambda value: None if value is True else "is not true",
            "InputFile": _plain(str),
            # Words, lists of words and objects may stand for formatted text.
            "RichText": _plain(str, list, dict),
        }

    @property
    def method_names(self) -> list[str]:
        return list(self._described)

    @property
    def type_names(self) -> list[str]:
        return list(self._types)

    def method(self, name: str) -> Method | None:
        """Return a method by its name in any case, as the real API does, or None."""
        known = self._names.get(name.lower())
        if known is None:
            return None
        if known not in self._methods:
            self._methods[known] = Method(known, self._described[known]["fields"], self)
        return self._methods[known]

    def complaint(self, kind: str, value: object) -> str | None:
        """Say what is wrong with a value of the named type ("Update", "Array of User"), or None."""
        return self.check_of(kind)(value)

    def check_of(self, kind: str) -> Check:
        """Return the check of a type by its name in the description."""
        if kind not in self._checks:
            self._checks[kind] = self._compile(kind)
        return self._checks[kind]

    def _compile(self, kind: str) -> Check:
        if kind.startswith("Array of "):
            return _list_of(self.check_of(kind.removeprefix("Array of ")))
        if " or " in kind or " and " in kind:
            parts = kind.replace(" and ", ", ").replace(" or ", ", ").split(", ")
            return _either([self.check_of(part) for part in parts])
        fields = self._types[kind]["fields"]
        if fields:
            return _ObjectCheck(kind, fields, self)
        return self._family(kind)

    def _family(self, kind: str) -> Check:
        """Return the check of a type without fields: one of its members, or an empty object."""
        if kind == "MaybeInaccessibleMessage":
            members = ["Message", "InaccessibleMessage"]
        else:
            members = [
                name
                for name, described in self._types.items()
                if name.startswith(kind) and name != kind and described["fields"]
            ]
        if not members:
            return lambda value: None if value == {} else "is not an empty object"
        return _either([self.check_of(name) for name in members])


@cache
def bot_api() -> Schema:
    """Return the description that the sandbox carries."""
    return Schema(json.loads(_DESCRIPTION.read_text(encoding="utf-8")))

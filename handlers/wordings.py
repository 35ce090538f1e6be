"""The Fluent files of a language, of which a wording is parsed when it is first said.

Parsed all at once they take half a second of every start, and 15 MB for good.
"""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import ast
from fluent.syntax.visitor import Visitor

#: Where a wording begins: nothing else in a Fluent file does so with a letter or a hyphen.
_BEGINNING: Final = re.compile(r"^(?=[A-Za-z-])", re.MULTILINE)


class BadWordingError(Exception):
    """A wording is missing, or lacks an argument; names nothing else, since that may be private."""


class Wordings:
    """The wordings of one language, by their names."""

    def __init__(self, folder: Path) -> None:
        self._bundle = FluentBundle([folder.name], use_isolating=False)
        self._unparsed: dict[str, str] = {}
        for path in sorted(folder.glob("*.ftl")):
            for entry in _BEGINNING.split(path.read_text(encoding="utf-8"))[1:]:
                self._unparsed[entry.partition("=")[0].rstrip()] = entry

    def __contains__(self, id: str) -> bool:
        return id in self._unparsed or self._bundle.has_message(id)

    def format(self, id: str, values: Mapping[str, str | int]) -> str:
        """Return a wording with its values filled in; raises BadWordingError."""
        self._parse(id)
        pattern = self._bundle.get_message(id).value if self._bundle.has_message(id) else None
        if pattern is None:
            raise BadWordingError(id)
        said, errors = self._bundle.format_pattern(pattern, dict(values))
        if errors:
            # Without the errors themselves: they may quote an argument.
            raise BadWordingError(id)
        return str(said)

    def _parse(self, name: str) -> None:
        """Parse a wording that was not said before, and those that it quotes."""
        entry = self._unparsed.pop(name, None)
        if entry is None:
            return
        parsed = FluentResource(entry)
        self._bundle.add_resource(parsed)
        quoted = _Quoted()
        quoted.visit(parsed)
        for each in quoted.names:
            self._parse(each)


class _Quoted(Visitor):
    """Finds the names of what a wording quotes; those of terms begin with a hyphen."""

    def __init__(self) -> None:
        self.names: list[str] = []

    def visit_MessageReference(self, node: ast.MessageReference) -> None:  # noqa: N802 - its name
        self.names.append(node.id.name)

    def visit_TermReference(self, node: ast.TermReference) -> None:  # noqa: N802 - its name
        self.names.append(f"-{node.id.name}")
        self.generic_visit(node)

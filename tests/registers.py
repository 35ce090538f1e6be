"""Every command, button and conversation there is, read from the registers of the handlers.

What is added there later is found here by itself.
"""

import ast
import inspect
import re
from collections.abc import Iterator, Mapping
from typing import TypeGuard

from handlers import commands, group_reception, taps
from handlers.conversations import CONVERSATIONS


def all_commands() -> list[str]:
    """Return every command that is obeyed, in private or in a group."""
    tables = [
        table
        for name, table in vars(commands).items()
        if not name.startswith("__") and isinstance(table, Mapping | frozenset)
    ]
    named = {word for table in tables for word in table if _is_command(word)}
    for module in (commands, group_reception):
        named |= set(_compared(inspect.getsource(module)))
    return sorted({*named, *commands.LISTED})


def _is_command(word: object) -> TypeGuard[str]:
    return isinstance(word, str) and re.fullmatch("[a-z]+", word) is not None


def _compared(source: str) -> Iterator[str]:
    """Yield the words that the name of a command is compared with."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Match(subject=ast.Attribute(attr="name"), cases=cases):
                for case in cases:
                    yield from _words(case.pattern)
            case ast.Compare(left=ast.Attribute(attr="name"), comparators=[right]):
                yield from _words(right)
            case _:
                pass


def _words(node: ast.AST) -> Iterator[str]:
    for each in ast.walk(node):
        match each:
            case ast.Constant(value=str(word)):
                yield word
            case _:
                pass


def all_buttons() -> list[str]:
    """Return what every button begins with that stands outside of questions."""
    return sorted({"claim", *taps._TAPS, *taps._TASK_TAPS})


def all_conversations() -> list[str]:
    """Return the name of every conversation."""
    return sorted(CONVERSATIONS)

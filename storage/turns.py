"""Turns: what several processes on one server do side by side, and what one after the other.

A file has one writer, and so has a server on which one service runs: whatever is decided is decided
by one after the other. Where several processes share a server, each transaction asks for its turn
before it looks at anything, by a lock on the table of the turns:

- `BESIDE` others, where it changes only what is somebody's own or the work of this process: the
  answers in a conversation, updates taken, messages leaving. Such statements are marked `beside`.
- `IN_TURN`, one at a time, for everything else: what anybody may take, and what is counted.
- `ALONE`, while nobody else does anything, where it changes what others know by heart, or the keys.

Work begins beside the others. What turns out to need more is undone and done again in its turn.
"""

from enum import IntEnum
from typing import Final, TypeVar

from sqlalchemy import Executable, select

from storage.dialects import insert
from storage.tables import turns

S = TypeVar("S", bound=Executable)


class Turn(IntEnum):
    """Which others may be under way in the meantime."""

    BESIDE = 0
    IN_TURN = 1
    ALONE = 2


#: The lock comes before the first look: what is seen then is what those before have left. None of
#: these holds up somebody who only reads, such as pg_dump.
ASK: Final = {
    Turn.BESIDE: "LOCK TABLE turns IN ROW SHARE MODE",
    Turn.IN_TURN: "LOCK TABLE turns IN SHARE ROW EXCLUSIVE MODE",
    Turn.ALONE: "LOCK TABLE turns IN EXCLUSIVE MODE",
}
_KNOWN: Final = "known"
#: How often what everybody knows by heart has changed.
CHANGES: Final = select(turns.c.number).where(turns.c.name == _KNOWN)
#: Finds a row where that is not so often as was known.
HAS_CHANGED: Final = f"SELECT FROM turns WHERE name = '{_KNOWN}' AND number <> {{}}"
_CHANGED = insert(turns).values(name=_KNOWN, number=1)
NOTE_CHANGE: Final = _CHANGED.on_conflict_do_update(
    index_elements=[turns.c.name], set_={"number": turns.c.number + 1}
)
#: What a piece of work is taken back to, without those that share its commit.
BEGIN_PIECE: Final = "SAVEPOINT piece"
TAKE_BACK_PIECE: Final = "ROLLBACK TO SAVEPOINT piece"


class NotItsTurnError(Exception):
    """Work needs another turn than it was given, and is done again in that one."""

    def __init__(self, needed: Turn) -> None:
        super().__init__("work needs another turn")
        self.needed = needed


def beside(statement: S) -> S:
    """Mark a statement that may run beside other processes.

    It touches rows of one person that only their own events touch, whose order is kept, or rows
    that one process has taken, and its conditions stand in it.
    """
    marked: S = statement.execution_options(beside=True)
    return marked


def needed_for(statement: Executable) -> Turn:
    """Return the turn that a statement needs at least."""
    if statement.is_select or statement.get_execution_options().get("beside"):
        return Turn.BESIDE
    return Turn.IN_TURN

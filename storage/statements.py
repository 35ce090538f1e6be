"""The statements of one transaction: some run at once, others later and together."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import CursorResult, Executable

from storage import one_hop
from storage.connections import AsyncConnection
from storage.prepared import Found, Prepared
from storage.turns import BEGIN_PIECE, TAKE_BACK_PIECE, NotItsTurnError, Turn, needed_for

#: What waits to be written: the values for each statement.
_Later = dict[Prepared, list[dict[str, Any]]]
#: Rows of any shape; what they hold is checked where they are made into something.
Rows = CursorResult[*tuple[Any, ...]] | Found
Statement = Executable | Prepared


class ChangedMeanwhileError(Exception):
    """A row that was to be changed no longer stands as it has to; nothing was changed at all."""


class Statements:
    """Runs statements on the connection of a transaction, some of them later and together.

    What is handed over with `later` is written before the commit at the latest, and before any
    statement that it could make a difference to: so many events that share a commit share their
    statements too. What waits to change different tables may be written in any order. Where the
    `turn` is not that of somebody alone, one piece of work can be taken back without the others.
    """

    def __init__(
        self,
        connection: AsyncConnection,
        turn: Turn = Turn.ALONE,
        *,
        is_watched: bool = False,
    ) -> None:
        self._connection = connection
        self._sqlite = None if is_watched else one_hop.sqlite_of(connection)
        self.turn = turn
        self._earlier: _Later = {}
        self._later: _Later = {}
        self._has_way_back = False
        self._exact: set[Prepared] = set()
        self._about: set[str] = set()

    async def execute(self, statement: Statement, parameters: Any = None) -> Rows:
        """Run a statement, after everything that waits to be written and concerns it."""
        self._mind_turn(statement)
        if self._later or self._earlier:
            await self.write(statement.concerns if isinstance(statement, Prepared) else None)
        if not statement.is_select:
            await self._keep_way_back()
        return await self._run(statement, parameters)

    async def scalar(self, statement: Statement, parameters: Any = None) -> Any:
        """Run a statement and return the first value of its first row, or None."""
        return (await self.execute(statement, parameters)).scalar()

    async def execute_beside(self, statement: Statement, parameters: Any, about: str) -> Rows:
        """Run a statement that only what waits `about` the same could make a difference to."""
        if about in self._about:
            await self.write()
        return await self._run(statement, parameters)

    def later(
        self,
        statement: Prepared,
        parameters: dict[str, Any],
        *,
        about: str = "",
        exact: bool = False,
    ) -> None:
        """Have a statement run later, together with others that are the same but for their values.

        `exact` asks that each changes one row; otherwise ChangedMeanwhileError is raised then.
        """
        self._mind_turn(statement)
        self._later.setdefault(statement, []).append(parameters)
        self._about.add(about)
        if exact:
            self._exact.add(statement)

    async def write(self, tables: Collection[str] | None = None) -> None:
        """Run what waits, or of it what changes some tables; raises ChangedMeanwhileError."""
        if tables is not None and self.turn is Turn.ALONE:
            some = [each for each in self._later if each.changes in tables]
            await self._write({each: self._later.pop(each) for each in some})
            return
        earlier, self._earlier = self._earlier, {}
        await self._write(earlier)
        later, self._later = self._later, {}
        if later:
            await self._keep_way_back()
        await self._write(later)
        self._about.clear()

    async def _write(self, waiting: _Later) -> None:
        for statement, rows in waiting.items():
            if statement not in self._exact:
                await self._run(statement, rows)
            elif await self._changed(statement, rows) != len(rows):
                raise ChangedMeanwhileError

    def _mind_turn(self, statement: Statement) -> None:
        if self.turn is not Turn.BESIDE:
            return
        needed = statement.turn if isinstance(statement, Prepared) else needed_for(statement)
        if needed > self.turn:
            raise NotItsTurnError(needed)

    def begin_piece(self) -> None:
        """Begin a piece of work, which can be taken back unless the turn is that of one alone."""
        if self.turn is Turn.ALONE:
            return
        self._has_way_back = False
        for statement, rows in self._later.items():
            self._earlier.setdefault(statement, []).extend(rows)
        self._later = {}

    async def _keep_way_back(self) -> None:
        """Remember what it was like before anything of this piece of work was written."""
        if self.turn is not Turn.ALONE and not self._has_way_back:
            self._has_way_back = True
            await self._connection.execute(BEGIN_PIECE)

    async def take_back_piece(self) -> None:
        """Undo what was written since the piece of work began."""
        self._later = {}
        if self._has_way_back:
            self._has_way_back = False
            await self._connection.execute(TAKE_BACK_PIECE)

    async def _run(self, statement: Statement, parameters: Any) -> Rows:
        if not isinstance(statement, Prepared):
            return await self._connection.execute(statement, parameters)
        if self._sqlite is None:
            return await self._connection.execute(statement.statement, parameters)
        dialect = self._connection.dialect
        if isinstance(parameters, list):
            return statement.run_each(self._sqlite, dialect, parameters)
        return statement.run(self._sqlite, dialect, parameters or {})

    async def _changed(self, statement: Prepared, rows: list[dict[str, Any]]) -> int:
        if self._sqlite is not None or self._connection.dialect.supports_sane_multi_rowcount:
            return (await self._run(statement, rows)).rowcount
        # The driver of PostgreSQL counts nothing where it is given many rows at once.
        return sum([(await self._run(statement, row)).rowcount for row in rows])

"""The statements of one transaction: some run at once, others later and together."""

from collections.abc import Callable, Collection, Sequence
from typing import Any

from sqlalchemy import CursorResult, Executable, Table

from storage import one_hop
from storage.connections import AsyncConnection
from storage.one_journey import OneJourney
from storage.prepared import Found, Prepared, Values
from storage.turns import BEGIN_PIECE, TAKE_BACK_PIECE, NotItsTurnError, Turn, needed_for

#: What waits to be written: the values for each statement.
_Later = dict[Prepared, list[dict[str, Any]]]
#: Rows of any shape; what they hold is checked where they are made into something.
Rows = CursorResult[*tuple[Any, ...]] | Found
Statement = Executable | Prepared
#: A query with its values.
_Asked = tuple[Any, ...]


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
        server: OneJourney | None = None,
        *,
        is_watched: bool = False,
    ) -> None:
        self._connection = connection
        self._server = server
        self._is_watched = is_watched
        self._sqlite = None if is_watched else one_hop.sqlite_of(connection)
        self.turn = turn
        #: Whether anything was written so far.
        self.has_written = False
        self._earlier: _Later = {}
        self._later: _Later = {}
        self._again: _Later = {}
        self._has_way_back = False
        #: What something that was changed, or waits to be, is about.
        self._about: set[str] = set()
        self._ahead: dict[_Asked, Callable[[], Found]] = {}

    async def execute(
        self, statement: Statement, parameters: Any = None, *, about: str | None = None
    ) -> Rows:
        """Run a statement, after everything that waits to be written and concerns it.

        `about` says that it makes no difference to what is asked about anything else (`ask_about`).
        """
        self._mind_turn(statement)
        if self._later or self._earlier:
            await self.write(statement.concerns if isinstance(statement, Prepared) else None)
        if not statement.is_select:
            self.has_written = True
            self._mind_what_is_known(statement, about)
            await self._keep_way_back()
        return await self._run(statement, parameters)

    async def scalar(self, statement: Statement, parameters: Any = None) -> Any:
        """Run a statement and return the first value of its first row, or None."""
        return (await self.execute(statement, parameters)).scalar()

    async def ask_about(self, query: Prepared, values: Values, about: str) -> Rows:
        """Run a query to which only what waits `about` the same could make a difference."""
        if about in self._about:
            await self.write()
        elif (known := self._ahead.pop(_asked(query, values), None)) is not None:
            return known()
        return await self._run(query, values)

    async def read_ahead(self, query: Prepared, rows: Sequence[Values]) -> list[Found]:
        """Ask at once what several pieces of work will ask by `ask_about`; returns it too.

        In a file nothing is: there a query is no journey.
        """
        if self._server is None or self._is_watched or not rows:
            return []
        found = await self._server.find_for_each(query, rows)
        self._ahead |= {
            _asked(query, values): each for values, each in zip(rows, found, strict=True)
        }
        return [each() for each in found]

    def _mind_what_is_known(self, statement: Statement, about: str | None) -> None:
        """Forget what was read ahead and is not so any more after a statement."""
        if about is not None:
            self._about.add(about)
            return
        changed = _changed_by(statement)
        for asked in list(self._ahead):
            query, *_ = asked
            if changed is None or changed in query.concerns:
                del self._ahead[asked]

    def later(self, statement: Prepared, parameters: dict[str, Any], *, about: str = "") -> None:
        """Have a statement run later, together with others that are the same but for their values.

        One that is exact and does not change one row each raises ChangedMeanwhileError then.
        """
        self._mind_turn(statement)
        self._later.setdefault(statement, []).append(parameters)
        self._about.add(about)

    async def write(self, tables: Collection[str] | None = None) -> None:
        """Run what waits, or of it what changes some tables; raises ChangedMeanwhileError."""
        earlier = _taken(self._earlier, tables)
        if self._has_way_back:
            # What is taken back now would be gone with this piece of work.
            _add(earlier, self._again)
        await self._write(earlier)
        later = _taken(self._later, tables)
        if later:
            await self._keep_way_back()
        await self._write(later)

    async def _write(self, waiting: _Later) -> None:
        for statement, rows in waiting.items():
            self.has_written = True
            if statement.counting is None:
                await self._run(statement, rows)
            elif await self._changed(statement, statement.counting, rows) != len(rows):
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
        self._again = {}
        later, self._later = self._later, {}
        _add(later, self._earlier)

    async def _keep_way_back(self) -> None:
        """Remember what it was like before anything of this piece of work was written."""
        if self.turn is not Turn.ALONE and not self._has_way_back and self._server is not None:
            self._has_way_back = True
            await self._server.do(BEGIN_PIECE)

    async def take_back_piece(self) -> None:
        """Undo what was written since the piece of work began."""
        self._later = {}
        if self._has_way_back and self._server is not None:
            self._has_way_back = False
            await self._server.do(TAKE_BACK_PIECE)
            again, self._again = self._again, {}
            _add(again, self._earlier)

    async def _run(self, statement: Statement, parameters: Any) -> Rows:
        if not isinstance(statement, Prepared):
            return await self._connection.execute(statement, parameters)
        if self._is_watched:
            return await self._connection.execute(statement.statement, parameters)
        if self._server is not None:
            if isinstance(parameters, list):
                return await self._server.run_each(statement, parameters)
            return await self._server.run(statement, parameters or {})
        assert self._sqlite is not None  # noqa: S101 - where else would it run
        dialect = self._connection.dialect
        if isinstance(parameters, list):
            return statement.run_each(self._sqlite, dialect, parameters)
        return statement.run(self._sqlite, dialect, parameters or {})

    async def _changed(
        self, statement: Prepared, counting: Prepared, rows: list[dict[str, Any]]
    ) -> int:
        if self._is_watched:
            return sum([(await self._run(statement, row)).rowcount for row in rows])
        if self._server is not None:
            return len((await self._server.run_each(counting, rows)).all())
        return (await self._run(statement, rows)).rowcount


def _asked(query: Prepared, values: Values) -> _Asked:
    return query, *values.items()


def _changed_by(statement: Statement) -> str | None:
    """Return the name of the table that a statement changes, where it tells."""
    if isinstance(statement, Prepared):
        return statement.changes
    table = getattr(statement, "table", None)
    return table.name if isinstance(table, Table) else None


def _taken(waiting: _Later, tables: Collection[str] | None) -> _Later:
    """Take out what waits to change some tables, or any."""
    some = [each for each in waiting if tables is None or each.changes in tables]
    return {each: waiting.pop(each) for each in some}


def _add(waiting: _Later, to: _Later) -> None:
    for statement, rows in waiting.items():
        to.setdefault(statement, []).extend(rows)

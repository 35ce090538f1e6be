"""What holds at every moment, by the tables alone, and that they agree with the plain model."""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Row, select

from handlers import deadlines, dialogue
from handlers.looking_after import QUEUE_DAY
from handlers.safety import safeguarding
from handlers.weekly import weekly
from storage.approvals import Standing
from storage.database import Transaction
from storage.expenses import Decision
from storage.model import RepeatStatus, Status
from storage.people import EVERYBODY, person_in
from storage.tables import (
    approvals,
    conversations,
    due_work,
    expenses,
    repeats,
    tasks,
    worries,
)
from storage.tasks import HELD, SECRETS, UNFINISHED
from tests.endurance.model.plain import Plain
from tests.endurance.model.records import Asked

#: Timed work by its kind and its subject.
Planned = dict[tuple[str, int], datetime]
#: One of these kinds of work has to be planned for a task.
BY_STATUS: Final = {
    Status.WITH_COORDINATOR: (deadlines.UNCLAIMED,),
    Status.OPEN: (deadlines.UNCLAIMED,),
    Status.CLAIMED: (deadlines.UNFINISHED,),
    Status.ON_THE_WAY: (deadlines.UNFINISHED,),
}


async def planned(transaction: Transaction) -> Planned:
    """Return all timed work."""
    rows = await transaction.connection.execute(select(due_work))
    return {(row.kind, row.subject): row.due_at for row in rows}


class Holds:
    """Checks the tables as they are at a moment when all due work was done."""

    def __init__(self, transaction: Transaction, now: datetime, plain: Plain) -> None:
        self._transaction, self._now, self._plain = transaction, now, plain
        self._planned: Planned = {}
        self._accounts: dict[int, str] = {}

    async def check(self) -> dict[str, datetime]:
        """Check everything; returns by token when an open request is looked at next."""
        self._planned = await planned(self._transaction)
        late = [key for key, due_at in self._planned.items() if due_at < self._now]
        assert not late, f"not done in time: {late}"
        rows = await self._rows(
            select(tasks, tasks.c.helper_id.label("helper")).order_by(tasks.c.id)
        )
        self._accounts = await _accounts(self._transaction)
        for row in rows:
            self._is_looked_after(row)
        self._one_holder(rows)
        self._agrees(rows)
        await self._others_are_looked_after()
        await self._weekly_agrees()
        waiting = {row.token: self._planned.get((deadlines.UNCLAIMED, row.id)) for row in rows}
        return {token: due_at for token, due_at in waiting.items() if due_at is not None}

    async def _rows(self, statement: Any) -> list[Row[Any]]:
        return list(await self._transaction.connection.execute(statement))

    def _has(self, subject: int, *kinds: str) -> bool:
        return any((kind, subject) in self._planned for kind in kinds)

    # --- A next deadline -------------------------------------------------------------------------

    def _is_looked_after(self, row: Row[Any]) -> None:
        if row.status in UNFINISHED:
            wanted = BY_STATUS[Status(row.status)]
            assert self._has(row.id, *wanted), f"nobody looks after {row.status} {row.token}"
            if row.status == Status.CLAIMED and row.contact_at is None:
                assert self._has(row.id, deadlines.LEASE), f"the lease of {row.token} has no end"
            return
        if row.status == Status.DONE and row.confirmed_at is None:
            assert self._has(row.id, *deadlines.UNCONFIRMED), f"{row.token} waits for ever"
        if any(getattr(row, name) is not None for name in SECRETS):
            assert self._has(row.id, deadlines.FORGET), f"{row.token} is never forgotten"

    async def _others_are_looked_after(self) -> None:
        for row in await self._rows(select(repeats).where(repeats.c.ended_at.is_(None))):
            assert self._has(row.id, weekly.WEEKLY), "weekly help that nobody looks after"
        for row in await self._rows(select(worries)):
            assert row.settled_at is not None or self._has(row.id, safeguarding.WORRY), (
                "a worry is left alone"
            )
        for row in await self._rows(select(approvals)):
            if row.status == Standing.WAITING:
                assert self._has(row.id, deadlines.PROPOSAL), "words wait for ever"
            if row.status == Standing.WAITING:
                assert self._has(0, QUEUE_DAY), "nobody is told that words wait"
        for row in await self._rows(select(expenses)):
            is_over = row.status != Decision.WAITING
            assert is_over or self._has(0, QUEUE_DAY), "an expense waits for ever"
        for row in await self._rows(select(conversations)):
            assert self._has(row.person_id, dialogue.DRAFT), f"stuck in {row.name}"

    # --- One holder ------------------------------------------------------------------------------

    def _one_holder(self, rows: Iterable[Row[Any]]) -> None:
        held = [row for row in rows if row.status in HELD]
        for row in rows:
            has_helper = row.status in (*HELD, Status.DONE)
            assert has_helper == (row.helper is not None) or row.status == Status.WITHDRAWN
            assert row.helper_id != row.resident_id, f"{row.token} is with its resident"
        of_requests = Counter((row.request, row.helper) for row in held)
        twice = [key for key, number in of_requests.items() if number > 1]
        assert not twice, f"two places of one request: {twice}"
        by_choice = Counter(
            row.helper for row in held if not self._plain.places[row.token].by_itself
        )
        for person_id, number in by_choice.items():
            account = self._accounts[person_id]
            most = self._plain.people[account].volunteer
            assert most is not None, f"{account} holds {number} and offers nothing"
            assert number <= most.at_once, f"{account} holds {number} of {most.at_once}"

    # --- The plain model -------------------------------------------------------------------------

    def _agrees(self, rows: Iterable[Row[Any]]) -> None:
        tokens = [row.token for row in rows]
        assert sorted(tokens) == sorted(self._plain.places), "other requests than were made"
        for row in rows:
            place = self._plain.places[row.token]
            gives_up_at = self._plain.gives_up_at(place)
            if row.status in (Status.OPEN, Status.WITH_COORDINATOR) and gives_up_at is not None:
                assert self._now <= gives_up_at, f"{place.reference} is never given up"
            assert _as_read(row, self._accounts) == _as_told(place), place.reference
            if place.is_carried:
                assert row.reach == place.step, f"{place.reference} came to {row.reach}"

    async def _weekly_agrees(self) -> None:
        names = self._accounts
        rows = await self._rows(select(repeats))
        assert sorted(row.token for row in rows) == sorted(self._plain.weekly)
        for row in rows:
            pair = self._plain.weekly[row.token]
            ended = row.status == RepeatStatus.ENDED
            both = () if ended else (names.get(row.helper_id), names.get(row.wished_id))
            wanted = () if ended else (_account(pair.helper), _account(pair.wished))
            assert (row.status, both) == (pair.status, wanted), f"weekly help {row.token}"


def _account(somebody: Any) -> str | None:
    return None if somebody is None else str(somebody.account)


async def _accounts(transaction: Transaction) -> dict[int, str]:
    """Return everybody's account by their number."""
    result = await transaction.connection.execute(EVERYBODY)
    return {row.id: person_in(transaction, row).account for row in result.all()}


def _as_read(row: Row[Any], accounts: dict[int, str]) -> tuple[object, ...]:
    return (
        *(row.status, accounts.get(row.helper) if row.status != Status.WITHDRAWN else None),
        *(row.claim_number, row.kind, row.level, row.neighbourhood_id, row.slot, row.slots),
        row.status in HELD and row.contact_at is not None,
        row.confirmed_at is not None,
    )


def _as_told(place: Asked) -> tuple[object, ...]:
    return (
        *(place.status, _account(place.holder) if place.status != "withdrawn" else None),
        *(place.claim, place.kind, place.level, place.area, place.slot, place.slots),
        place.status in HELD and place.in_touch,
        place.confirmed,
    )

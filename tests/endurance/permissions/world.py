"""A scheme that is filled row by row.

Every private column of every row holds a word that stands nowhere else, and every row a number
that no other row has, whatever its table.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count
from typing import Any, Final

from sqlalchemy import Table, insert

from storage import chats, people, tables
from storage.database import Transaction
from storage.model import Kind, Level, Role, Status
from storage.private import PrivateText
from tests.endurance.marked import Marks
from tests.endurance.permissions.rows import private_columns

#: How many rows a table may have.
ROOM: Final = 10_000


@dataclass(frozen=True)
class Somebody:
    """Somebody of the scheme, by their numbers and the name of their key."""

    id: int
    account: str
    chat_id: int
    key: str


@dataclass
class World:
    """Who is there and what there is, by name; `tasks` holds the tokens of all requests."""

    transaction: Transaction
    now: datetime
    marks: Marks = field(default_factory=Marks)
    people: dict[str, Somebody] = field(default_factory=dict)
    attackers: dict[str, Somebody] = field(default_factory=dict)
    areas: dict[str, int] = field(default_factory=dict)
    partners: dict[str, int] = field(default_factory=dict)
    #: The numbers of the rows of each table, which those of no other table have.
    numbers: dict[str, "count[int]"] = field(
        default_factory=lambda: {
            table.name: count(World.first(table)) for table in tables.metadata.sorted_tables
        }
    )

    # --- Rows ------------------------------------------------------------------------------------

    async def row(self, table: Table, key: str = "", /, **values: Any) -> int:
        """Keep a row, with a marked word in each private column; return its number.

        `key` is the name of the key that they are sealed with.
        """
        if "id" in table.columns and "id" not in values:
            values["id"] = self.number(table)
        for column, bound_to in private_columns(table):
            name = f"{table.name}.{column.name}"
            words = PrivateText(self.marks.word(name))
            place = [values.get(each) for each in bound_to]
            values.setdefault(column.name, self.transaction.seal(key, words, name, *place))
        await self.transaction.connection.execute(insert(table).values(**values))
        return int(values.get("id", 0))

    @staticmethod
    def first(table: Table) -> int:
        """Return the number of the first row of a table."""
        return tables.metadata.sorted_tables.index(table) * ROOM + 1

    def number(self, table: Table) -> int:
        """Return a number for a new row."""
        return next(self.numbers[table.name])

    async def somebody(self, name: str, account: str | None = None, **values: Any) -> Somebody:
        """Bring on somebody."""
        number = self.number(tables.people)
        account = account or f"telegram:{7000 + number}"
        key = self.transaction.keys.make()
        chat_id = await chats.remember(self.transaction, account, is_private=True, key=key)
        self.people[name] = Somebody(number, account, chat_id, key)
        found_by, _ = self.transaction.keys.fingerprints(account)
        values.setdefault("neighbourhood_id", self.areas.get("Albion"))
        await self.row(
            tables.people,
            key,
            id=number,
            account_hash=found_by,
            account=self.transaction.seal(key, PrivateText(account), people.ACCOUNT, found_by),
            chat_id=chat_id,
            key=key,
            language="en",
            agreed_at=self.now,
            created_at=self.now,
            **values,
        )
        return self.people[name]

    async def area(self, name: str, partner: str | None = None) -> None:
        """Make a neighbourhood of the scheme's own or of a partner organisation."""
        self.areas[name] = await self.row(
            tables.neighbourhoods,
            name=name,
            name_folded=name.casefold(),
            time_zone="Europe/London",
            homes=900,
            organisation_id=None if partner is None else self.partners[partner],
            created_at=self.now,
        )

    async def role(
        self,
        name: str,
        role: Role,
        partner: str | None = None,
        areas: Iterable[str] = (),
        *,
        has_ended: bool = False,
    ) -> None:
        """Appoint somebody, or let them have been appointed."""
        number = await self.row(
            tables.roles,
            person_id=self.people[name].id,
            role=role,
            organisation_id=None if partner is None else self.partners[partner],
            appointed_by=self.people["Olive"].id,
            created_at=self.now,
            ended_at=self.now if has_ended else None,
        )
        for each in areas:
            where = {"role_id": number, "neighbourhood_id": self.areas[each]}
            await self.row(tables.role_neighbourhoods, **where)

    async def volunteer(self, name: str, kinds: Iterable[Kind], area: str = "Albion") -> None:
        """Let somebody offer help."""
        person = self.people[name].id
        await self.row(
            tables.volunteers,
            person_id=person,
            times=[],
            languages=["en"],
            has_car=True,
            tasks_at_once=9,
            asked_at_most="daily",
            created_at=self.now,
        )
        where = {"person_id": person, "neighbourhood_id": self.areas[area]}
        await self.row(tables.volunteer_neighbourhoods, **where)
        for kind in kinds:
            read = {"person_id": person, "kind": kind, "guidance_read_at": self.now}
            await self.row(tables.volunteer_kinds, **read)

    async def task(self, resident: str, status: Status, **values: Any) -> int:
        """Let somebody have asked for help."""
        number = self.number(tables.tasks)
        is_held = status in (Status.CLAIMED, Status.ON_THE_WAY, Status.DONE)
        token = f"task{number}"
        defaults = {
            "request": token,
            "neighbourhood_id": self.areas["Albion"],
            # What anybody may take who says that they would help, is not out of their reach.
            "kind": Kind.PHARMACY_RUN,
            "level": Level.CHECKED,
            "helper_id": self.people["Hal"].id if is_held else None,
            "claim_number": 1 if is_held else 0,
            "claimed_at": self.now if is_held else None,
            "closed_at": self.now if status in (Status.DONE, Status.WITHDRAWN) else None,
            "opened_at": self.now,
        }
        return await self.row(
            tables.tasks,
            self.people[resident].key,
            id=number,
            reference=f"KRT-{number}",
            token=token,
            resident_id=self.people[resident].id,
            status=status,
            needs=[],
            window_start=self.now + timedelta(days=1),
            window_end=self.now + timedelta(days=1, hours=2),
            created_at=self.now,
            **{**defaults, **values},
        )

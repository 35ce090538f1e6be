"""A scheme in which things were asked for, taken and ended at moments of the past."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Final

from sqlalchemy import update

from handlers.messages import Say
from handlers.numbers.periods import Period
from handlers.numbers.report import shown
from handlers.payload import Chart, Sheet
from storage import roles
from storage.database import Transaction
from storage.model import ClosedAs, Kind, Role, Status
from storage.tables import neighbourhoods
from tests.handlers.talks import ANA, BEN, OWNER, Talks, talks_in
from tests.long_ago import Past, happen

NOON: Final = datetime(2026, 3, 10, 12, tzinfo=UTC)
MARCH: Final = Period(date(2026, 3, 1), date(2026, 3, 31))
#: What a table says of something: in which part, of what, what is counted.
Cell = tuple[str, str, str]


@dataclass(frozen=True)
class Seen:
    """What somebody was shown of a report."""

    words: str
    charts: tuple[Chart, ...]
    sheet: Sheet | None

    @property
    def lines(self) -> list[str]:
        """The lines of all its words."""
        return self.words.splitlines()

    @property
    def table(self) -> dict[Cell, str]:
        """What its table says; nothing where there is none."""
        rows = () if self.sheet is None else self.sheet.rows
        return {(part, of, what): number for part, of, what, number in rows}

    def row(self, part: str, of: str = "") -> dict[str, str]:
        """Return what its table says of something."""
        return {cell[2]: number for cell, number in self.table.items() if cell[:2] == (part, of)}


@dataclass
class Scheme:
    """Its neighbourhoods by name, and what was asked for in them."""

    talks: Talks
    areas: dict[str | None, int | None] = field(default_factory=lambda: {None: None})
    asked_so_far: int = 0

    async def neighbourhood(
        self, name: str, zone: str = "Europe/London", organisation: str | None = None
    ) -> None:
        """Make a neighbourhood, of a partner organisation where one is named."""
        number = await self.talks.neighbourhood(name, zone)
        self.areas[name] = number

        async def give(transaction: Transaction) -> None:
            if organisation is None:
                return
            owner = await roles.make_organisation(transaction, organisation, self.talks.now)
            transaction.forget_known()
            await transaction.connection.execute(
                update(neighbourhoods)
                .where(neighbourhoods.c.id == number)
                .values(organisation_id=owner)
            )

        await self.talks.look(give)

    async def appoint(
        self, account: str, role: Role, organisation: str | None = None, *names: str
    ) -> None:
        """Appoint somebody."""
        person = await self.talks.arrives(account, f"Name of {account}")

        async def appoint(transaction: Transaction) -> None:
            owner = None
            if organisation is not None:
                owner = await roles.make_organisation(transaction, organisation, self.talks.now)
            numbers = {self.areas[name] for name in names} - {None}
            appointed = roles.Appointed(owner, frozenset(filter(None, numbers)))
            await roles.appoint(transaction, person.id, role, appointed, person.id, self.talks.now)

        await self.talks.look(appoint)

    async def asked(
        self,
        number: int,
        area: str | None,
        kind: Kind = Kind.SHOPPING,
        status: Status = Status.OPEN,
        *,
        at: datetime = NOON,
        taken_after: timedelta | None = None,
        closed_as: ClosedAs | None = None,
    ) -> None:
        """Let Ana have asked for a number of things; Ben took them after a while, if anybody did.

        `status` is how they stand now, and `closed_as` why they ended.
        """
        ana, ben = await self.talks.person(ANA), await self.talks.person(BEN)
        past = Past(kind, self.areas[area], at, taken_after, status, closed_as)
        for _ in range(number):
            self.asked_so_far += 1
            reference = f"R-{self.asked_so_far}"
            await self.talks.look(
                partial(happen, past=past, resident=ana, helper=ben, reference=reference)
            )

    async def sees(self, account: str, period: Period = MARCH) -> Seen:
        """Return what somebody is shown of some days."""
        await self.talks.act(account, lambda turn: shown(turn, period))
        return self.seen()

    def seen(self) -> Seen:
        """Return what was shown last."""
        said = [each for each in self.talks.said if isinstance(each, Say)]
        texts = self.talks.house.texts
        sheets = [each.document for each in said if isinstance(each.document, Sheet)]
        return Seen(
            words="\n".join(texts.say_all(each.lines, each.to.language) for each in said),
            charts=tuple(each.document for each in said if isinstance(each.document, Chart)),
            sheet=sheets[0] if sheets else None,
        )


@asynccontextmanager
async def scheme_in(folder: Path) -> AsyncIterator[Scheme]:
    """Open a scheme with an owner, Ana who asks and Ben who helps, in an empty folder."""
    async with talks_in(folder) as talks:
        for account, name in ((OWNER, "Olive"), (ANA, "Ana"), (BEN, "Ben")):
            await talks.arrives(account, name)
        yield Scheme(talks)

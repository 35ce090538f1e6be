"""People, groups and requests to try the storage with."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

from sqlalchemy import insert

from storage import call_outs as call_outs_store
from storage import chats, neighbourhoods, people, tasks
from storage.call_outs import CalledFor, CallOut, NewCallOut, Standing
from storage.database import Transaction
from storage.fates import Fate
from storage.model import Kind, Level, NewRepeat, NewTask, Person, Secrets, Status, Task
from storage.outbox import Outgoing, Purpose
from storage.private import PrivateText
from storage.tables import call_out_recipients, call_outs
from storage.tables import tasks as task_rows
from tests.clock import BEGINNING

GROUP = "telegram:-1001"


async def person(transaction: Transaction, number: int) -> Person:
    """Make somebody known."""
    return await people.add(transaction, f"telegram:{number}", "en", BEGINNING)


async def group(transaction: Transaction, address: str = GROUP) -> int:
    """Make a group known and return its number."""
    return await chats.remember(transaction, address, is_private=False)


async def neighbourhood(transaction: Transaction, name: str = "Elm Park") -> int:
    """Make a neighbourhood and return its number."""
    return await neighbourhoods.make(transaction, name, "Europe/London", BEGINNING)


async def request(
    transaction: Transaction,
    resident: Person,
    name: str = "r1",
    status: Status = Status.OPEN,
    kind: Kind = Kind.SHOPPING,
    secrets: Secrets | None = None,
    beside: Task | None = None,
    helped_id: int | None = None,
) -> Task:
    """Keep a request for help in a new neighbourhood, or the second place of another request."""
    return await tasks.add(
        transaction,
        resident,
        NewTask(
            reference=name.upper(),
            token=name,
            resident_id=resident.id,
            neighbourhood_id=await neighbourhood(transaction),
            status=status,
            kind=kind,
            level=Level.OPEN,
            size=None,
            needs=frozenset(),
            language_wanted=None,
            who_pays=None,
            ceiling=None,
            window_start=BEGINNING,
            window_end=BEGINNING + timedelta(hours=2),
            created_at=BEGINNING,
            secrets=secrets or Secrets(),
            request=beside.request if beside else "",
            slot=2 if beside else 1,
            slots=2 if beside else 1,
            helped_id=helped_id,
        ),
    )


def repeat(task: Task, secrets: Secrets | None = None) -> NewRepeat:
    """Weekly help that goes back to a request, a week after it."""
    week = timedelta(days=7)
    return NewRepeat(
        token=f"w{task.id}",
        task=task,
        wished_id=None,
        next_start=task.window_start + week,
        next_end=task.window_end + week,
        created_at=BEGINNING,
        secrets=secrets or Secrets(),
    )


async def call_out(transaction: Transaction, token: str = "c1") -> int:  # noqa: S107 - opens nothing
    """Make a call-out to nobody yet and return its number."""
    maker = await person(transaction, 7000 + int(token[1:]))
    made = await transaction.connection.execute(
        insert(call_outs)
        .values(
            token=token,
            made_by=maker.id,
            status="sending",
            purpose="sandbags",
            starts_at=BEGINNING,
            ends_at=BEGINNING,
            kinds=[],
            languages=[],
            checked_only=False,
            created_at=BEGINNING,
        )
        .returning(call_outs.c.id)
    )
    number: int = made.scalar_one()
    return number


async def call_out_of(
    transaction: Transaction,
    author: Person,
    wanted: Mapping[int, int],
    words: PrivateText | None = None,
    place: PrivateText | None = None,
) -> CallOut:
    """Make a call-out that is being sent; `wanted` is how many in each neighbourhood."""
    new = NewCallOut(
        token="k1",  # noqa: S106 - opens nothing
        author=author,
        standing=Standing.SENDING,
        purpose=CalledFor.PACKING,
        words=words,
        place=place or PrivateText("Church hall"),
        starts_at=BEGINNING + timedelta(days=2),
        ends_at=BEGINNING + timedelta(days=2, hours=3),
        wanted=wanted,
        kinds=frozenset(),
        languages=frozenset(),
        checked_only=False,
        takes_strangers=True,
        reaches=0,
    )
    return await call_outs_store.add(transaction, new, BEGINNING)


async def called(transaction: Transaction, call_out: int, person: Person) -> int:
    """Let a call-out be to somebody, and return the number of this recipient."""
    made = await transaction.connection.execute(
        insert(call_out_recipients)
        .values(call_out_id=call_out, person_id=person.id, fate=Fate.DUE)
        .returning(call_out_recipients.c.id)
    )
    number: int = made.scalar_one()
    return number


def message(chat_id: int | None, text: str = "Hello", **changes: object) -> Outgoing:
    """An answer to be sent, changed where something else is wanted."""
    plain = Outgoing(chat_id, "send", Purpose.ANSWER, PrivateText(text))
    return replace(plain, **changes)  # type: ignore[arg-type] # any field of it, by name


async def forget_secrets(transaction: Transaction, task_id: int) -> None:
    """Empty the private parts of a request, as when their time is over."""
    await tasks.change(transaction, task_rows.c.id == task_id, **dict.fromkeys(tasks.SECRETS))

"""What resident and helper wrote to each other through the service, and whom their words go to."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Row, Select, bindparam, delete, insert, or_, select, update

from storage.database import Transaction
from storage.dialects import insert as upsert
from storage.model import FIRST_BOT, Person, Task
from storage.outbox import UNSENT
from storage.prepared import Prepared
from storage.private import PrivateText
from storage.tables import Moment, outbox, relay_choices, relay_held, relay_messages

WORDS: Final = "relay_messages.words"
HELD_WORDS: Final = "relay_held.words"


@dataclass(frozen=True, slots=True)
class Sent:
    """Something that a person wrote or photographed.

    `message` is its number in their chat with `bot`.
    """

    message: int
    words: PrivateText | None = field(default=None, repr=False)
    picture: int | None = None
    bot: str = FIRST_BOT


@dataclass(frozen=True, slots=True)
class Quote:
    """A message to be quoted: its number in a chat with a bot, which alone can quote it."""

    message: int
    bot: str


@dataclass(frozen=True, slots=True)
class RelayMessage:
    """Something that was passed on to the other side of a task, as it was claimed then."""

    id: int
    task_id: int
    claim_number: int
    from_id: int
    message_from: int
    bot: str
    at: datetime

    @property
    def as_written(self) -> Quote:
        """What quotes it to whoever wrote it."""
        return Quote(self.message_from, self.bot)

    @property
    def label(self) -> str:
        """What the outbox keeps it under."""
        return f"{_labels(self.task_id)}{self.claim_number}:{self.id}"


@dataclass(frozen=True, slots=True)
class Choice:
    """Whom somebody said they write to; `task_id` is None where they said they had finished."""

    task_id: int | None
    claim_number: int | None
    at: datetime


#: Written once, because whatever is said needs it.
_CHOICE = Prepared(
    select(relay_choices.c.task_id, relay_choices.c.claim_number, relay_choices.c.at).where(
        relay_choices.c.person_id == bindparam("person")
    )
)
_DROP_UNSENT = Prepared(
    update(outbox)
    .where(
        outbox.c.label.is_not(None),
        outbox.c.label >= bindparam("first"),
        outbox.c.label < bindparam("after"),
        outbox.c.status.in_(UNSENT),
    )
    .values(status="dead", payload=None, finished_at=bindparam("now", type_=Moment))
)
_MESSAGE = select(
    relay_messages.c.id,
    relay_messages.c.task_id,
    relay_messages.c.claim_number,
    relay_messages.c.from_id,
    relay_messages.c.message_from,
    relay_messages.c.bot,
    relay_messages.c.at,
)


def _labels(task_id: int) -> str:
    return f"relay:{task_id}:"


async def _message(transaction: Transaction, statement: Select[Any]) -> RelayMessage | None:
    row = (await transaction.connection.execute(statement)).one_or_none()
    return None if row is None else RelayMessage(*row)


async def add(
    transaction: Transaction, task: Task, writer: Person, to_id: int, sent: Sent, now: datetime
) -> RelayMessage:
    """Keep something that is passed on, its words sealed with the key of whoever wrote them."""
    place = (writer.id, sent.message)
    words = transaction.seal(writer.key, sent.words, WORDS, *place) if sent.words else None
    result = await transaction.connection.execute(
        insert(relay_messages)
        .values(
            task_id=task.id,
            claim_number=task.claim_number,
            from_id=writer.id,
            to_id=to_id,
            message_from=sent.message,
            bot=sent.bot,
            words=words,
            picture_id=sent.picture,
            at=now,
        )
        .returning(relay_messages.c.id)
    )
    number: int = result.scalar_one()
    claim = task.claim_number
    return RelayMessage(number, task.id, claim, writer.id, sent.message, sent.bot, now)


async def was_written(transaction: Transaction, task: Task) -> bool:
    """Say whether anything was passed on while a task was claimed as it is now, and is kept."""
    found = await transaction.connection.scalar(
        select(relay_messages.c.id)
        .where(
            relay_messages.c.task_id == task.id,
            relay_messages.c.claim_number == task.claim_number,
        )
        .limit(1)
    )
    return found is not None


async def written_as(
    transaction: Transaction, person_id: int, bot: str, message: int
) -> RelayMessage | None:
    """Return what somebody wrote to a bot under a number, where it was passed on."""
    return await _message(
        transaction,
        _MESSAGE.where(
            relay_messages.c.from_id == person_id,
            relay_messages.c.message_from == message,
            relay_messages.c.bot == bot,
        )
        .order_by(relay_messages.c.id.desc())
        .limit(1),
    )


async def between(transaction: Transaction, person_id: int) -> list[RelayMessage]:
    """Return all that was passed on from somebody or to them and is still kept, oldest first."""
    result = await transaction.connection.execute(
        _MESSAGE.where(
            or_(relay_messages.c.from_id == person_id, relay_messages.c.to_id == person_id)
        ).order_by(relay_messages.c.id)
    )
    return [RelayMessage(*row) for row in result]


async def newest(transaction: Transaction, person_id: int) -> RelayMessage | None:
    """Return what was last passed on from somebody or to them."""
    return await _message(
        transaction,
        _MESSAGE.where(
            or_(relay_messages.c.from_id == person_id, relay_messages.c.to_id == person_id)
        )
        .order_by(relay_messages.c.id.desc())
        .limit(1),
    )


async def labelled(transaction: Transaction, label: str) -> RelayMessage | None:
    """Return what the outbox keeps under a label, or None where that is nothing passed on."""
    name, _, number = label.rpartition(":")
    if not name.startswith("relay:"):
        return None
    return await _message(transaction, _MESSAGE.where(relay_messages.c.id == int(number)))


async def delivered_as(transaction: Transaction, message: RelayMessage) -> Quote | None:
    """Return what quotes something to whoever got it, once it is there."""
    result = await transaction.connection.execute(
        select(outbox.c.message, outbox.c.bot)
        .where(outbox.c.label == message.label, outbox.c.message.is_not(None))
        .order_by(outbox.c.id)
        .limit(1)
    )
    row = result.one_or_none()
    return None if row is None else Quote(*row)


async def label_of(transaction: Transaction, chat_id: int, bot: str, message: int) -> str | None:
    """Return the label of a message that a bot sent to a chat under a number, if it has one."""
    result = await transaction.connection.execute(
        select(outbox.c.label)
        .where(
            outbox.c.chat_id == chat_id,
            outbox.c.bot == bot,
            outbox.c.message == message,
            outbox.c.label.is_not(None),
        )
        .order_by(outbox.c.id)
        .limit(1)
    )
    found: str | None = result.scalar_one_or_none()
    return found


async def choose(
    transaction: Transaction, person_id: int, task: Task | None, now: datetime
) -> None:
    """Note whom somebody writes to from now on; None where they have finished."""
    values = {
        "task_id": task.id if task else None,
        "claim_number": task.claim_number if task else None,
        "at": now,
    }
    await transaction.connection.execute(
        upsert(relay_choices)
        .values(person_id=person_id, **values)
        .on_conflict_do_update(index_elements=[relay_choices.c.person_id], set_=values)
    )


async def stop(transaction: Transaction, person_id: int, now: datetime) -> bool:
    """Note that somebody has finished writing; False where they had not chosen anybody."""
    result = await transaction.connection.execute(
        update(relay_choices)
        .where(relay_choices.c.person_id == person_id, relay_choices.c.task_id.is_not(None))
        .values(task_id=None, claim_number=None, at=now)
    )
    return result.rowcount > 0


async def choice_of(transaction: Transaction, person_id: int) -> Choice | None:
    """Return whom somebody said they write to, or that they had finished."""
    result = await transaction.connection.execute(_CHOICE, {"person": person_id})
    row = result.one_or_none()
    return None if row is None else Choice(*row)


async def hold(transaction: Transaction, person: Person, sent: Sent, now: datetime) -> None:
    """Keep something until it is known whom it is for."""
    place = (person.id, sent.message)
    words = transaction.seal(person.key, sent.words, HELD_WORDS, *place) if sent.words else None
    await transaction.connection.execute(
        insert(relay_held).values(
            person_id=person.id,
            message=sent.message,
            bot=sent.bot,
            words=words,
            picture_id=sent.picture,
            at=now,
        )
    )


async def held_of(transaction: Transaction, person_id: int) -> list[Sent]:
    """Return what waits for somebody to say whom it is for, the oldest first."""
    result = await transaction.connection.execute(
        select(relay_held).where(relay_held.c.person_id == person_id).order_by(relay_held.c.id)
    )
    return [_held(transaction, row) for row in result]


def _held(transaction: Transaction, row: Row[Any]) -> Sent:
    words = transaction.open(row.words, HELD_WORDS, row.person_id, row.message)
    return Sent(row.message, words, row.picture_id, row.bot)


async def let_go(transaction: Transaction, person_id: int) -> bool:
    """Forget what waited for somebody to say whom it is for; False where nothing did."""
    result = await transaction.connection.execute(
        delete(relay_held).where(relay_held.c.person_id == person_id)
    )
    return result.rowcount > 0


async def close(transaction: Transaction, task_id: int, now: datetime) -> None:
    """Deliver nothing any more of what was written about a task as it was claimed so far."""
    await _drop_unsent(transaction, _labels(task_id), now)


async def _drop_unsent(transaction: Transaction, labels: str, now: datetime) -> None:
    # Written as a range, for which the index on labels serves: ";" comes after ":".
    values = {"first": labels, "after": labels.removesuffix(":") + ";", "now": now}
    await transaction.connection.execute(_DROP_UNSENT, values)


async def labels_of(transaction: Transaction, numbers: Sequence[int]) -> list[str]:
    """Return what the outbox keeps some of what was passed on under."""
    result = await transaction.connection.execute(_MESSAGE.where(relay_messages.c.id.in_(numbers)))
    return [RelayMessage(*row).label for row in result]

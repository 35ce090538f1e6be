"""People: everybody who has written to the service."""

from collections.abc import Collection, Iterable
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import Row, bindparam, insert, or_, select, update

from storage import chats as chat_rows
from storage import kept_out, silence
from storage.database import Transaction
from storage.model import FIRST_BOT, Person
from storage.prepared import Prepared
from storage.private import PrivateText
from storage.tables import Moment, chats, people
from storage.turns import beside

ACCOUNT = "people.account"
NAME = "people.first_name"
PHONE = "people.phone"

#: Everybody, with whether they can be reached; to be narrowed down.
EVERYBODY = select(people, chats.c.reachable, chats.c.bot).join(
    chats, chats.c.id == people.c.chat_id
)

#: How finely it is known when somebody was last there: only the first event of a day writes it.
SEEN_EVERY: Final = timedelta(days=1)
#: Written once, because every day of everybody needs it.
_SEEN = Prepared(
    beside(
        update(people)
        .where(people.c.id == bindparam("which"))
        .values(seen_at=bindparam("now", type_=Moment), asked_to_stay_at=None)
    )
)
_GET = Prepared(EVERYBODY.where(people.c.id == bindparam("which")))
_FIND = Prepared(
    EVERYBODY.where(people.c.account_hash.in_((bindparam("newest"), bindparam("former"))))
)
_SET_NEIGHBOURHOOD = Prepared(
    update(people)
    .where(people.c.id == bindparam("which"))
    .values(neighbourhood_id=bindparam("area"))
)


def person_in(transaction: Transaction, row: Row[Any]) -> Person:
    """Return the person whom a row of `EVERYBODY` holds."""
    account = transaction.open(row.account, ACCOUNT, row.account_hash)
    return Person(
        id=row.id,
        account="" if account is None else account.reveal(),
        chat_id=row.chat_id,
        key=row.key,
        language=row.language,
        first_name=transaction.open(row.first_name, NAME, row.id),
        agreed_at=row.agreed_at,
        health_agreed_at=row.health_agreed_at,
        health_asked_at=row.health_asked_at,
        neighbourhood_id=row.neighbourhood_id,
        reachable=row.reachable,
        bot=row.bot,
        rung=row.rung,
        seen_at=row.seen_at,
    )


async def find(transaction: Transaction, account: str) -> Person | None:
    """Return the person with an account, or None where they have never written."""
    newest, former = transaction.keys.fingerprints(account)
    result = await transaction.connection.execute(_FIND, {"newest": newest, "former": former})
    row = result.one_or_none()
    return None if row is None else person_in(transaction, row)


async def with_chat(transaction: Transaction, chat_id: int) -> Person | None:
    """Return whose private chat it is, or None where it is nobody's."""
    result = await transaction.connection.execute(EVERYBODY.where(people.c.chat_id == chat_id))
    row = result.one_or_none()
    return None if row is None else person_in(transaction, row)


async def get(transaction: Transaction, person_id: int) -> Person:
    """Return a person who is known to exist."""
    result = await transaction.connection.execute(_GET, {"which": person_id})
    return person_in(transaction, result.one())


async def with_number(transaction: Transaction, person_id: int) -> Person | None:
    """Return the person of a number that somebody sent, or None where there is none."""
    result = await transaction.connection.execute(_GET, {"which": person_id})
    row = result.one_or_none()
    return None if row is None else person_in(transaction, row)


async def with_accounts(transaction: Transaction, accounts: Iterable[str]) -> list[Person]:
    """Return those of the accounts who have written to the service."""
    hashes = {each for account in accounts for each in transaction.keys.fingerprints(account)}
    result = await transaction.connection.execute(
        EVERYBODY.where(people.c.account_hash.in_(sorted(hashes))).order_by(people.c.id)
    )
    return [person_in(transaction, row) for row in result]


async def add(
    transaction: Transaction,
    account: str,
    language: str,
    now: datetime,
    *,
    reachable: bool = True,
    rung: bool = False,
    bot: str = FIRST_BOT,
) -> Person:
    """Make somebody known, with a key of their own and a private chat at their own address.

    Whoever is `rung` has no app, and so no chat in which anything could reach them. Everybody else
    is reached by the bot to which they wrote.
    """
    key = transaction.keys.make()
    chat_id = await chat_rows.remember(transaction, account, is_private=True, key=key, bot=bot)
    if rung or not reachable:
        await chat_rows.set_reachable(transaction, chat_id, reachable=False)
    found_by, _ = transaction.keys.fingerprints(account)
    await transaction.connection.execute(
        insert(people).values(
            account_hash=found_by,
            account=transaction.seal(key, PrivateText(account), ACCOUNT, found_by),
            chat_id=chat_id,
            key=key,
            language=language,
            rung=rung,
            created_at=now,
            seen_at=now,
        )
    )
    result = await transaction.connection.execute(
        EVERYBODY.where(people.c.account_hash == found_by)
    )
    person = person_in(transaction, result.one())
    await kept_out.know_again(transaction, account, person.id)
    return person


async def language_of_chat(transaction: Transaction, chat_id: int) -> str | None:
    """Return the language of whoever owns a private chat, or None where it is nobody's."""
    result = await transaction.connection.execute(
        select(people.c.language).where(people.c.chat_id == chat_id)
    )
    found: str | None = result.scalar_one_or_none()
    return found


async def key_of_chat(transaction: Transaction, chat_id: int | None) -> str | None:
    """Return the name of the key of whoever owns a private chat; None for any other."""
    result = await transaction.connection.execute(
        select(people.c.key).where(people.c.chat_id == chat_id)
    )
    return result.scalar_one_or_none()


async def set_language(transaction: Transaction, person: Person, language: str) -> None:
    """Note the language that a person chose."""
    await transaction.connection.execute(
        update(people)
        .where(people.c.id == person.id)
        .values(language=language, language_chosen=True)
    )


async def set_name(transaction: Transaction, person: Person, name: PrivateText) -> None:
    """Note how a person wants to be called."""
    await transaction.connection.execute(
        update(people)
        .where(people.c.id == person.id)
        .values(first_name=transaction.seal(person.key, name, NAME, person.id))
    )


async def set_phone(transaction: Transaction, person: Person, phone: PrivateText) -> None:
    """Note where to ring a person."""
    await transaction.connection.execute(
        update(people)
        .where(people.c.id == person.id)
        .values(phone=transaction.seal(person.key, phone, PHONE, person.id))
    )


async def phone_of(transaction: Transaction, person: Person) -> PrivateText | None:
    """Return where to ring a person, or None where they never said."""
    result = await transaction.connection.execute(
        select(people.c.phone).where(people.c.id == person.id)
    )
    return transaction.open(result.scalar_one(), PHONE, person.id)


async def rung_in(
    transaction: Transaction, neighbourhoods: Collection[int | None] | None
) -> list[tuple[Person, PrivateText | None]]:
    """Return those without an app who live in some neighbourhoods and where to ring them.

    Whoever asked for the first time last comes first.

    None among the neighbourhoods stands for whoever has none yet; without any, everybody is meant.
    Homes that are left in peace are left out.
    """
    statement = EVERYBODY.where(people.c.rung, people.c.bereaved_at.is_(None))
    if neighbourhoods is not None:
        place = people.c.neighbourhood_id
        named = place.in_([each for each in neighbourhoods if each is not None])
        statement = statement.where(
            or_(named, place.is_(None)) if None in neighbourhoods else named
        )
    result = await transaction.connection.execute(statement.order_by(people.c.id.desc()))
    return [
        (person_in(transaction, row), transaction.open(row.phone, PHONE, row.id)) for row in result
    ]


async def set_neighbourhood(
    transaction: Transaction, person: Person, neighbourhood_id: int
) -> None:
    """Note where a person lives."""
    values = {"which": person.id, "area": neighbourhood_id}
    await transaction.connection.execute(_SET_NEIGHBOURHOOD, values, about=person.account)


async def note_agreement(
    transaction: Transaction, person: Person, now: datetime, *, health: bool | None
) -> None:
    """Note that a person agreed to what is kept, and what they said about health details.

    `health` is None where they were not asked this time. Whoever asks or offers something has to
    hear of it, even where their home was left in peace before.
    """
    await silence.listen_again(transaction, person)
    values: dict[str, datetime | None] = {}
    if person.agreed_at is None:
        values["agreed_at"] = now
    if health is not None:
        values |= _about_health(now, keeps=health)
    if values:
        await transaction.connection.execute(
            update(people).where(people.c.id == person.id).values(**values)
        )


async def set_health(
    transaction: Transaction, person: Person, now: datetime, *, keeps: bool
) -> None:
    """Note whether what a person tells of their health may be kept from now on."""
    await transaction.connection.execute(
        update(people).where(people.c.id == person.id).values(_about_health(now, keeps=keeps))
    )


def _about_health(now: datetime, *, keeps: bool) -> dict[str, datetime | None]:
    return {"health_asked_at": now, "health_agreed_at": now if keeps else None}


async def note_data_sent(
    transaction: Transaction, person: Person, now: datetime, once_in: timedelta
) -> datetime | None:
    """Note that all that is kept of somebody is sent to them, once in a while at most.

    Returns from when it may be sent again where it was lately, else None.
    """
    sent_at = people.c.data_sent_at
    result = await transaction.connection.execute(
        update(people)
        .where(people.c.id == person.id, or_(sent_at.is_(None), sent_at <= now - once_in))
        .values(data_sent_at=now)
    )
    if result.rowcount:
        return None
    last: datetime = await transaction.connection.scalar(
        select(sent_at).where(people.c.id == person.id)
    )
    return last + once_in


def note_seen(transaction: Transaction, person: Person, now: datetime) -> None:
    """Note that somebody did something, once a day at most; whoever was asked to stay stays."""
    if person.seen_at is None or now - person.seen_at >= SEEN_EVERY:
        values = {"which": person.id, "now": now}
        transaction.connection.later(_SEEN, values, about=person.account)

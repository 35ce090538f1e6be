"""Coming in where not everybody may: links for residents and volunteers, and who came by them."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from sqlalchemy import ColumnElement, case, delete, select, update

from storage import chats as chat_rows
from storage.database import Transaction
from storage.dialects import insert
from storage.model import Person
from storage.outbox import UNSENT
from storage.tables import admissions, chats, entry_links, outbox, people, wrong_links

#: Within this time links that lead nowhere are counted.
HOUR: Final = timedelta(hours=1)
POSTER_DIGITS: Final = 16


class Purpose(StrEnum):
    """What whoever comes by a link begins with."""

    RESIDENT = "resident"
    VOLUNTEER = "volunteer"


@dataclass(frozen=True, slots=True)
class EntryLink:
    """A link by which so many people can come in until it expires; `used` of them have."""

    token: str
    purpose: Purpose
    made_by: int
    expires_at: datetime
    most: int
    used: int = 0
    is_revoked: bool = False

    def is_open(self, now: datetime) -> bool:
        """Say whether somebody can still come in by it."""
        return not self.is_revoked and self.expires_at > now and self.used < self.most


async def make_link(transaction: Transaction, link: EntryLink, now: datetime) -> None:
    """Keep a link that is not known yet."""
    await transaction.connection.execute(
        insert(entry_links).values(
            token=link.token,
            purpose=link.purpose,
            made_by=link.made_by,
            created_at=now,
            expires_at=link.expires_at,
            most=link.most,
        )
    )


async def find_link(transaction: Transaction, token: str) -> EntryLink | None:
    """Return a link, also one that lets nobody in any more; None where it was never made."""
    result = await transaction.connection.execute(
        select(entry_links).where(entry_links.c.token == token)
    )
    row = result.one_or_none()
    if row is None:
        return None
    return EntryLink(
        token=row.token,
        purpose=Purpose(row.purpose),
        made_by=row.made_by,
        expires_at=row.expires_at,
        most=row.most,
        used=row.used,
        is_revoked=row.revoked_at is not None,
    )


async def use_link(transaction: Transaction, link: EntryLink, now: datetime) -> bool:
    """Count one more who comes in by a link; False where nobody can any more."""
    result = await transaction.connection.execute(
        update(entry_links)
        .where(
            entry_links.c.token == link.token,
            entry_links.c.revoked_at.is_(None),
            entry_links.c.expires_at > now,
            entry_links.c.used < entry_links.c.most,
        )
        .values(used=entry_links.c.used + 1)
    )
    return result.rowcount > 0


async def revoke_links(transaction: Transaction, made_by: int | None, now: datetime) -> int:
    """Let nobody in by any link of somebody, or of anybody; returns how many were still good."""
    of_theirs: list[ColumnElement[bool]] = []
    if made_by is not None:
        of_theirs.append(entry_links.c.made_by == made_by)
    result = await transaction.connection.execute(
        update(entry_links)
        .where(entry_links.c.revoked_at.is_(None), entry_links.c.expires_at > now, *of_theirs)
        .values(revoked_at=now)
    )
    return result.rowcount


async def admit(transaction: Transaction, person: Person, now: datetime) -> None:
    """Note that somebody came in, and make the chat theirs in which they were no one so far."""
    await transaction.connection.execute(
        insert(admissions).values(person_id=person.id, at=now).on_conflict_do_nothing()
    )
    await transaction.connection.execute(
        update(chats)
        .where(chats.c.id == person.chat_id)
        .values(**chat_rows.at(transaction, person.account, person.key))
    )


async def is_admitted(transaction: Transaction, person_id: int) -> bool:
    """Say whether somebody came in by a link, or by a group of the scheme."""
    found = select(admissions.c.person_id).where(admissions.c.person_id == person_id)
    return await transaction.connection.scalar(found) is not None


async def forget_stranger(transaction: Transaction, chat_id: int) -> bool:
    """Drop the chat of somebody who never came in; False where something is still to be sent.

    Nothing is dropped of somebody who is known by now.
    """
    execute = transaction.connection.execute
    is_known = select(people.c.id).where(people.c.chat_id == chat_id)
    if await transaction.connection.scalar(is_known) is not None:
        return True
    in_chat = outbox.c.chat_id == chat_id
    unsent = select(outbox.c.id).where(in_chat, outbox.c.status.in_((*UNSENT, "sending")))
    if await transaction.connection.scalar(unsent.limit(1)) is not None:
        return False
    await execute(delete(outbox).where(in_chat))
    await execute(delete(wrong_links).where(wrong_links.c.chat_id == chat_id))
    await execute(delete(chats).where(chats.c.id == chat_id))
    return True


# --- Posters -------------------------------------------------------------------------------------


def poster_codes(transaction: Transaction, neighbourhood_id: int) -> tuple[str, ...]:
    """Return what the word of a neighbourhood's posters ends with, the one to be written first.

    Nobody guesses it. It changes only where every key is changed.
    """
    found = transaction.keys.fingerprints(f"poster of {neighbourhood_id}")
    return tuple(each[:POSTER_DIGITS] for each in found)


# --- Links that lead nowhere ---------------------------------------------------------------------


async def note_wrong_link(transaction: Transaction, chat_id: int, now: datetime) -> int:
    """Count a link that leads nowhere, tried in a chat; returns how many were within the hour."""
    new = insert(wrong_links).values(chat_id=chat_id, tried=1, since=now)
    is_over = wrong_links.c.since <= now - HOUR
    result = await transaction.connection.execute(
        new.on_conflict_do_update(
            index_elements=[wrong_links.c.chat_id],
            set_={
                "tried": case((is_over, 1), else_=wrong_links.c.tried + 1),
                "since": case((is_over, now), else_=wrong_links.c.since),
            },
        ).returning(wrong_links.c.tried)
    )
    tried: int = result.scalar_one()
    return tried


async def wrong_links_tried(transaction: Transaction, chat_id: int, now: datetime) -> int:
    """Return how many links that lead nowhere were tried in a chat within the hour."""
    tried = select(wrong_links.c.tried).where(
        wrong_links.c.chat_id == chat_id, wrong_links.c.since > now - HOUR
    )
    return await transaction.connection.scalar(tried) or 0

"""Neighbourhoods and the groups in which their cards appear."""

from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, delete, exists, select, update

from storage import chats as chats_of
from storage.database import Transaction
from storage.dialects import insert
from storage.model import Group, Neighbourhood
from storage.prepared import Prepared
from storage.tables import (
    adjacent_neighbourhoods,
    chats,
    groups,
    neighbourhoods,
    overviews,
    postcodes,
)

#: What the neighbourhoods are known under between transactions: every question needs them.
KNOWN = "neighbourhoods"


class PostcodeTakenError(Exception):
    """A postcode already belongs to another neighbourhood."""

    def __init__(self, prefix: str) -> None:
        super().__init__(prefix)
        self.prefix = prefix


async def all_of_them(transaction: Transaction) -> list[Neighbourhood]:
    """Return every neighbourhood with its postcodes and its adjacent ones, by name."""
    known = transaction.recall(KNOWN)
    if isinstance(known, tuple):
        return list(known)
    found = await _read(transaction)
    transaction.know(KNOWN, tuple(found))
    return found


async def _read(transaction: Transaction) -> list[Neighbourhood]:
    execute = transaction.connection.execute
    prefixes: dict[int, list[str]] = {}
    for row in await execute(select(postcodes).order_by(postcodes.c.prefix)):
        prefixes.setdefault(row.neighbourhood_id, []).append(row.prefix)
    adjacent: dict[int, list[int]] = {}
    for row in await execute(
        select(adjacent_neighbourhoods).order_by(adjacent_neighbourhoods.c.adjacent_id)
    ):
        adjacent.setdefault(row.neighbourhood_id, []).append(row.adjacent_id)
    found = await execute(select(neighbourhoods).order_by(neighbourhoods.c.name_folded))
    return [
        Neighbourhood(
            id=row.id,
            name=row.name,
            time_zone=row.time_zone,
            homes=row.homes,
            outline=row.outline,
            postcodes=tuple(prefixes.get(row.id, ())),
            adjacent=tuple(adjacent.get(row.id, ())),
            organisation_id=row.organisation_id,
        )
        for row in found
    ]


async def make(
    transaction: Transaction,
    name: str,
    time_zone: str,
    now: datetime,
    organisation_id: int | None = None,
) -> int:
    """Return the neighbourhood of that name, making it where it is new; case does not matter."""
    made = await make_new(transaction, name, time_zone, now, organisation_id)
    if made is not None:
        return made
    result = await transaction.connection.execute(
        select(neighbourhoods.c.id).where(neighbourhoods.c.name_folded == name.casefold())
    )
    found: int = result.scalar_one()
    return found


async def make_new(
    transaction: Transaction,
    name: str,
    time_zone: str,
    now: datetime,
    organisation_id: int | None = None,
) -> int | None:
    """Make a neighbourhood and return its number; None where the name is taken, in any case."""
    transaction.forget_known()
    result = await transaction.connection.execute(
        insert(neighbourhoods)
        .values(
            name=name,
            name_folded=name.casefold(),
            time_zone=time_zone,
            created_at=now,
            organisation_id=organisation_id,
        )
        .on_conflict_do_nothing(index_elements=[neighbourhoods.c.name_folded])
        .returning(neighbourhoods.c.id)
    )
    made: int | None = result.scalar_one_or_none()
    return made


async def rename(transaction: Transaction, neighbourhood_id: int, name: str) -> bool:
    """Give a neighbourhood another name; False where another one has it."""
    transaction.forget_known()
    other = neighbourhoods.alias()
    result = await transaction.connection.execute(
        update(neighbourhoods)
        .where(
            neighbourhoods.c.id == neighbourhood_id,
            ~exists().where(other.c.name_folded == name.casefold(), other.c.id != neighbourhood_id),
        )
        .values(name=name, name_folded=name.casefold())
    )
    return result.rowcount > 0


async def change_time_zone(transaction: Transaction, before: str, after: str) -> None:
    """Move every neighbourhood of one time zone to another."""
    transaction.forget_known()
    await transaction.connection.execute(
        update(neighbourhoods).where(neighbourhoods.c.time_zone == before).values(time_zone=after)
    )


async def change(
    transaction: Transaction,
    neighbourhood_id: int,
    *,
    homes: int | None = None,
    time_zone: str | None = None,
    outline: str | None = None,
) -> None:
    """Set what is given of a neighbourhood, and leave the rest as it is."""
    transaction.forget_known()
    given = {"homes": homes, "time_zone": time_zone, "outline": outline}
    values = {name: value for name, value in given.items() if value is not None}
    if values:
        await transaction.connection.execute(
            update(neighbourhoods).where(neighbourhoods.c.id == neighbourhood_id).values(**values)
        )


async def set_postcodes(
    transaction: Transaction, neighbourhood_id: int, prefixes: list[str]
) -> None:
    """Replace a neighbourhood's postcodes; raises PostcodeTakenError and changes nothing."""
    transaction.forget_known()
    execute = transaction.connection.execute
    taken = await execute(
        select(postcodes.c.prefix)
        .where(postcodes.c.prefix.in_(prefixes), postcodes.c.neighbourhood_id != neighbourhood_id)
        .limit(1)
    )
    prefix = taken.scalar_one_or_none()
    if prefix is not None:
        raise PostcodeTakenError(prefix)
    await execute(delete(postcodes).where(postcodes.c.neighbourhood_id == neighbourhood_id))
    if prefixes:
        await execute(
            insert(postcodes),
            [
                {"prefix": each, "neighbourhood_id": neighbourhood_id}
                for each in sorted(set(prefixes))
            ],
        )


async def set_adjacent(
    transaction: Transaction, neighbourhood_id: int, adjacent: list[int]
) -> None:
    """Replace the neighbourhoods next to one; being next to each other holds both ways."""
    transaction.forget_known()
    table = adjacent_neighbourhoods
    await transaction.connection.execute(
        delete(table).where(
            (table.c.neighbourhood_id == neighbourhood_id)
            | (table.c.adjacent_id == neighbourhood_id)
        )
    )
    pairs = [(neighbourhood_id, other) for other in adjacent if other != neighbourhood_id]
    both_ways = [*pairs, *((other, one) for one, other in pairs)]
    if both_ways:
        await transaction.connection.execute(
            insert(table),
            [{"neighbourhood_id": one, "adjacent_id": other} for one, other in both_ways],
        )


async def give_to(
    transaction: Transaction, neighbourhood_id: int, organisation_id: int | None
) -> bool:
    """Give a neighbourhood to a partner organisation, or back to the scheme's own.

    False where it is theirs already. Its people, requests, groups and weekly help go along.
    """
    transaction.forget_known()
    result = await transaction.connection.execute(
        update(neighbourhoods)
        .where(
            neighbourhoods.c.id == neighbourhood_id,
            neighbourhoods.c.organisation_id.is_distinct_from(organisation_id),
        )
        .values(organisation_id=organisation_id)
    )
    return result.rowcount > 0


_GROUP = select(groups, chats.c.address, chats.c.address_hash, chats.c.reachable).join(
    chats, chats.c.id == groups.c.chat_id
)
#: Written once, because every card needs them.
_GROUPS_OF = Prepared(
    _GROUP.where(groups.c.neighbourhood_id == bindparam("area")).order_by(groups.c.id)
)
_GROUPS_IN_CHAT = Prepared(
    _GROUP.where(groups.c.chat_id == bindparam("chat")).order_by(groups.c.id)
)


def _group(transaction: Transaction, row: Row[Any]) -> Group:
    return Group(
        id=row.id,
        chat_id=row.chat_id,
        address=chats_of.address_in(transaction, row.address, row.address_hash) or "",
        thread=row.thread or None,
        neighbourhood_id=row.neighbourhood_id,
        language=row.language,
        reachable=row.reachable,
    )


async def link_group(
    transaction: Transaction,
    chat_id: int,
    thread: int | None,
    neighbourhood_id: int,
    language: str,
) -> None:
    """Let a group, or one topic of it, carry the cards of a neighbourhood from now on."""
    values = {"neighbourhood_id": neighbourhood_id, "language": language}
    await transaction.connection.execute(
        insert(groups)
        .values(chat_id=chat_id, thread=thread or 0, **values)
        .on_conflict_do_update(index_elements=[groups.c.chat_id, groups.c.thread], set_=values)
    )


async def move_within_chat(transaction: Transaction, group_id: int, thread: int | None) -> None:
    """Let what is linked in one topic of a chat be linked in another; its overview begins anew."""
    await transaction.connection.execute(
        update(groups).where(groups.c.id == group_id).values(thread=thread or 0)
    )
    await transaction.connection.execute(delete(overviews).where(overviews.c.group_id == group_id))


async def groups_of_all(transaction: Transaction) -> dict[int, list[Group]]:
    """Return the groups that carry cards, by the number of their neighbourhood."""
    found: dict[int, list[Group]] = {}
    for row in await transaction.connection.execute(_GROUP.order_by(groups.c.id)):
        found.setdefault(row.neighbourhood_id, []).append(_group(transaction, row))
    return found


async def groups_of(transaction: Transaction, neighbourhood_id: int) -> list[Group]:
    """Return the groups that carry a neighbourhood's cards."""
    result = await transaction.connection.execute(_GROUPS_OF, {"area": neighbourhood_id})
    return [_group(transaction, row) for row in result]


async def group(transaction: Transaction, group_id: int) -> Group:
    """Return a group that is known to exist."""
    result = await transaction.connection.execute(_GROUP.where(groups.c.id == group_id))
    return _group(transaction, result.one())


async def groups_in_chat(transaction: Transaction, chat_id: int) -> list[Group]:
    """Return what is linked in one chat: one group, or one for each linked topic."""
    result = await transaction.connection.execute(_GROUPS_IN_CHAT, {"chat": chat_id})
    return [_group(transaction, row) for row in result]

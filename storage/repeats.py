"""Weekly help: what a request became that its resident wants to have every week.

Its private parts, sealed with the key of whoever is helped, are kept until it ends.
"""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, or_, select, update

from storage import tasks
from storage.database import Transaction
from storage.dialects import insert
from storage.model import (
    Detail,
    Kind,
    Level,
    Need,
    NewRepeat,
    Person,
    Repeat,
    RepeatStatus,
    Secrets,
    Size,
    WhoPays,
)
from storage.queue import Sight, sees_place
from storage.tables import repeats

SECRETS = ("first_name", "words", "street", "door", "entry_notes", "phone")

_REPEAT = select(*(column for column in repeats.c if column.name not in SECRETS))


def _repeat(row: Row[Any]) -> Repeat:
    return Repeat(
        id=row.id,
        token=row.token,
        resident_id=row.resident_id,
        helped_id=row.helped_id,
        helper_id=row.helper_id,
        wished_id=row.wished_id,
        helper_away_until=row.helper_away_until,
        status=RepeatStatus(row.status),
        kind=Kind(row.kind),
        level=Level(row.level),
        neighbourhood_id=row.neighbourhood_id,
        size=None if row.size is None else Size(row.size),
        needs=frozenset(Need(need) for need in row.needs),
        language_wanted=row.language_wanted,
        who_pays=None if row.who_pays is None else WhoPays(row.who_pays),
        ceiling=row.ceiling,
        first_start=row.first_start,
        first_end=row.first_end,
        next_start=row.next_start,
        next_end=row.next_end,
        paused_until=row.paused_until,
        named=frozenset(row.named),
        left_out=frozenset(Detail(each) for each in row.left_out),
    )


async def _some(transaction: Transaction, statement: Select[Any]) -> list[Repeat]:
    return [_repeat(row) for row in await transaction.connection.execute(statement)]


async def add(transaction: Transaction, resident: Person, new: NewRepeat) -> Repeat | None:
    """Keep weekly help; None where the same request is helped with every week already."""
    task = new.task
    key = await tasks.key_for(transaction, resident, task.helped_id)
    sealed = {
        name: transaction.seal(key, getattr(new.secrets, name), f"repeats.{name}", new.token)
        for name in SECRETS
    }
    result = await transaction.connection.execute(
        insert(repeats)
        .values(
            token=new.token,
            request=task.token,
            resident_id=task.resident_id,
            helped_id=task.helped_id,
            wished_id=new.wished_id,
            status=RepeatStatus.GOING,
            kind=task.kind,
            level=task.level,
            neighbourhood_id=task.neighbourhood_id,
            size=task.size,
            needs=sorted(task.needs),
            language_wanted=task.language_wanted,
            who_pays=task.who_pays,
            ceiling=task.ceiling,
            named=sorted(task.named),
            left_out=sorted(task.left_out),
            first_start=task.window_start,
            first_end=task.window_end,
            next_start=new.next_start,
            next_end=new.next_end,
            created_at=new.created_at,
            **sealed,
        )
        .on_conflict_do_nothing(
            index_elements=[repeats.c.request], index_where=repeats.c.ended_at.is_(None)
        )
    )
    return await with_token(transaction, new.token) if result.rowcount else None


async def get(transaction: Transaction, repeat_id: int) -> Repeat:
    """Return weekly help that is known to exist."""
    return (await _some(transaction, _REPEAT.where(repeats.c.id == repeat_id)))[0]


async def with_token(transaction: Transaction, token: str) -> Repeat | None:
    """Return the weekly help that a button speaks of, or None where nobody made such a button."""
    found = await _some(transaction, _REPEAT.where(repeats.c.token == token))
    return found[0] if found else None


async def of_request(transaction: Transaction, request: str) -> Repeat | None:
    """Return the weekly help, not ended, that goes back to the request with a token, or None."""
    found = await _going(transaction, repeats.c.request == request)
    return found[0] if found else None


async def _going(transaction: Transaction, *conditions: ColumnElement[bool]) -> list[Repeat]:
    statement = _REPEAT.where(repeats.c.ended_at.is_(None), *conditions)
    return await _some(transaction, statement.order_by(repeats.c.next_start, repeats.c.id))


async def of_resident(transaction: Transaction, person_id: int) -> list[Repeat]:
    """Return the weekly help that somebody asked for and that has not ended, the next first."""
    return await _going(transaction, repeats.c.resident_id == person_id)


async def of_helper(transaction: Transaction, person_id: int) -> list[Repeat]:
    """Return the weekly help, not ended, that somebody gives or is asked to give."""
    is_theirs = or_(repeats.c.helper_id == person_id, repeats.c.wished_id == person_id)
    return await _going(transaction, is_theirs)


async def in_sight(transaction: Transaction, sight: Sight) -> list[Repeat]:
    """Return the weekly help in sight that has not ended, the next first."""
    return await _going(transaction, sees_place(sight, repeats.c.neighbourhood_id))


async def secrets_of(transaction: Transaction, repeat: Repeat) -> Secrets:
    """Return everything private of weekly help; nothing of one that has ended."""
    columns = [repeats.c[name] for name in SECRETS]
    result = await transaction.connection.execute(select(*columns).where(repeats.c.id == repeat.id))
    row = result.one()
    return Secrets(
        **{
            name: transaction.open(getattr(row, name), f"repeats.{name}", repeat.token)
            for name in SECRETS
        }
    )


async def add_secrets(
    transaction: Transaction, repeat: Repeat, resident: Person, given: Secrets, level: Level
) -> None:
    """Keep what is given of the private parts for later weeks, and who may come because of it."""
    key = await tasks.key_for(transaction, resident, repeat.helped_id)
    sealed = {
        name: transaction.seal(key, getattr(given, name), f"repeats.{name}", repeat.token)
        for name in SECRETS
        if getattr(given, name) is not None
    }
    await _change(transaction, repeat, level=level, **sealed)


async def _change(
    transaction: Transaction, repeat: Repeat, *conditions: ColumnElement[bool], **values: Any
) -> bool:
    result = await transaction.connection.execute(
        update(repeats)
        .where(repeats.c.id == repeat.id, repeats.c.ended_at.is_(None), *conditions)
        .values(**values)
    )
    return result.rowcount > 0


async def accept(transaction: Transaction, repeat: Repeat, person_id: int) -> bool:
    """Make a pair of both; False where the volunteer is not asked (any more)."""
    return await _change(
        transaction,
        repeat,
        repeats.c.wished_id == person_id,
        helper_id=person_id,
        wished_id=None,
        helper_away_until=None,
        status=RepeatStatus.GOING,
    )


async def part(transaction: Transaction, repeat: Repeat, person_id: int) -> bool:
    """Note that a volunteer does not come every week (any more); False where they never did.

    From now on the resident has to say whether anybody may come.
    """
    return await _change(
        transaction,
        repeat,
        or_(repeats.c.helper_id == person_id, repeats.c.wished_id == person_id),
        helper_id=None,
        wished_id=None,
        helper_away_until=None,
        status=RepeatStatus.CHOOSING,
    )


async def open_to_anybody(transaction: Transaction, repeat: Repeat) -> bool:
    """Note that anybody may come; False where nobody asked the resident that."""
    return await _change(
        transaction,
        repeat,
        repeats.c.status == RepeatStatus.CHOOSING,
        status=RepeatStatus.GOING,
    )


async def move_to(
    transaction: Transaction,
    repeat: Repeat,
    start: datetime,
    end: datetime,
    paused_until: date | None = None,
) -> bool:
    """Set the window of the next time, and until when there is a pause; False where it ended."""
    return await _change(
        transaction, repeat, next_start=start, next_end=end, paused_until=paused_until
    )


async def helper_is_away(
    transaction: Transaction, repeat: Repeat, person_id: int, until: date | None
) -> bool:
    """Note until which day the volunteer of a pair is away; False where it is not theirs."""
    return await _change(
        transaction, repeat, repeats.c.helper_id == person_id, helper_away_until=until
    )


async def end(transaction: Transaction, repeat: Repeat, now: datetime) -> bool:
    """End weekly help and empty its private parts; False where it had ended."""
    return await _change(
        transaction,
        repeat,
        status=RepeatStatus.ENDED,
        ended_at=now,
        **dict.fromkeys(SECRETS),
    )

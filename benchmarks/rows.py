"""The rows of a store that is filled: what nobody reads is made by the database itself."""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import CTE, String, Table, insert, literal, select

from benchmarks.journey import NEIGHBOURHOODS
from benchmarks.load import FIRST_ACCOUNT
from bot.messengers.telegram.addresses import APP
from handlers.deadlines import FORGET, UNCLAIMED
from handlers.house import PLAIN_LETTERS
from storage import chats, people, tables
from storage.database import Transaction
from storage.model import Kind, Level, Size, Status, WhoPays
from storage.outbox import PRIORITY, Purpose
from storage.private import PrivateText

#: Below every number that the sandbox gives to an update.
_FIRST_UPDATE: Final = 100_000_001
#: Updates and messages that are kept of each person.
ROWS_EACH: Final = 5
#: Chats of groups come first.
_GROUPS: Final = len(NEIGHBOURHOODS)
#: Open requests are numbered after every finished one.
_OPEN: Final = 10_000_000
#: Shares no divisor with the number of references, so that none comes twice.
_SPREAD: Final = 770_101
#: How long what is stored goes back, in hours; nothing of it has to go yet.
_HOURS: Final = 40


async def add_people(transaction: Transaction, some: range, now: datetime) -> None:
    """Store people, each with a request that is done, what they wrote, and what was answered."""
    # Everything of a batch is of the same hour, and every hour has its batches.
    moment = now - timedelta(hours=some.start // 1000 % _HOURS)
    await _insert(transaction, tables.chats, list(_chats(transaction, some)))
    await _insert(transaction, tables.people, list(_people(transaction, some, now)))
    await _insert(transaction, tables.tasks, [_finished(each, some, moment) for each in some])
    await _make(transaction, tables.outbox, _outbox(moment), some)
    await _make(transaction, tables.inbox, _inbox(moment), some)
    later = {"kind": FORGET, "due_at": moment + timedelta(days=3)}
    await _insert(transaction, tables.due_work, [{**later, "subject": each + 1} for each in some])


async def add_volunteers(transaction: Transaction, some: range, now: datetime) -> None:
    """Store what some of the people offer."""
    offer = {"times": [], "languages": ["en"], "has_car": False, "tasks_at_once": 1}
    dated = {"asked_at_most": "weekly", "created_at": now, "reviewed_at": now}
    kind = {"kind": Kind.SHOPPING.value, "guidance_read_at": now}
    offers = [{"person_id": each + 1, **offer, **dated} for each in some]
    areas = [{"person_id": each + 1, "neighbourhood_id": _area(each)} for each in some]
    kinds = [{"person_id": each + 1, **kind} for each in some]
    await _insert(transaction, tables.volunteers, offers)
    await _insert(transaction, tables.volunteer_neighbourhoods, areas)
    await _insert(transaction, tables.volunteer_kinds, kinds)


async def add_open_requests(transaction: Transaction, some: range, now: datetime) -> None:
    """Store an open request of each of some people, with its card and what is planned for it."""
    requests = [_open(each, now) for each in some]
    cards = [
        {
            "task_id": each["id"],
            "chat_id": each["neighbourhood_id"],
            "message": each["id"],
            "posted_at": each["created_at"],
        }
        for each in requests
    ]
    planned = [
        {"kind": UNCLAIMED, "subject": each["id"], "due_at": now + timedelta(days=1)}
        for each in requests
    ]
    await _insert(transaction, tables.tasks, requests)
    await _insert(transaction, tables.card_posts, cards)
    await _insert(transaction, tables.due_work, planned)


async def _insert(transaction: Transaction, table: Table, rows: list[dict[str, Any]]) -> None:
    if rows:
        await transaction.connection.execute(insert(table), rows)


async def _make(
    transaction: Transaction, table: Table, values: Mapping[str, Any], some: range
) -> None:
    """Have the database make rows: so many for each person, told apart by `numbers`."""
    names = {name: value for name, value in values.items() if value is not None}
    first, stop = some.start * ROWS_EACH, some.stop * ROWS_EACH
    counted = _numbers(first, stop)
    made = [
        value(counted.c.n).label(name)
        if callable(value)
        else literal(value, table.c[name].type).label(name)
        for name, value in names.items()
    ]
    await transaction.connection.execute(insert(table).from_select(list(names), select(*made)))


def _numbers(first: int, stop: int) -> CTE:
    numbers = select(literal(first).label("n")).cte("numbers", recursive=True)
    return numbers.union_all(select(numbers.c.n + 1).where(numbers.c.n < stop - 1))


def _chats(transaction: Transaction, some: range) -> Iterator[dict[str, Any]]:
    key = transaction.keys.house
    for each in some:
        address = chats.at(transaction, _account(each), key)
        yield {"id": _chat(each), "is_private": True, **address}


def _people(transaction: Transaction, some: range, now: datetime) -> Iterator[dict[str, Any]]:
    then = now - timedelta(days=30)
    for each in some:
        key = transaction.keys.make()
        name = transaction.seal(key, PrivateText(f"Person {each}"), people.NAME, each + 1)
        found_by, _ = transaction.keys.fingerprints(_account(each))
        account = PrivateText(_account(each))
        yield {
            "id": each + 1,
            "account_hash": found_by,
            "account": transaction.seal(key, account, people.ACCOUNT, found_by),
            "chat_id": _chat(each),
            "key": key,
            "language": "en",
            "first_name": name,
            "agreed_at": then,
            "health_asked_at": then,
            "created_at": then,
            "seen_at": now,
        }


def _request(number: int) -> dict[str, Any]:
    return {
        "id": number + 1,
        "token": f"stored{number}",
        "request": f"stored{number}",
        "kind": Kind.SHOPPING.value,
        "level": Level.OPEN.value,
        "size": Size.SMALL.value,
        "needs": [],
        "who_pays": WhoPays.NOTHING_TO_PAY.value,
    }


def _finished(each: int, some: range, moment: datetime) -> dict[str, Any]:
    asked = moment - timedelta(days=1)
    return {
        **_request(each),
        "reference": _reference(each),
        "resident_id": each + 1,
        "neighbourhood_id": _area(each),
        "status": Status.DONE.value,
        "window_start": asked,
        "window_end": moment,
        "helper_id": (each + 1) % len(some) + some.start + 1,
        "claim_number": 1,
        "created_at": asked,
        "claimed_at": asked,
        "closed_at": moment,
        "confirmed_at": moment,
    }


def _open(each: int, now: datetime) -> dict[str, Any]:
    asked = now - timedelta(hours=each % _HOURS)
    return {
        **_request(_OPEN + each),
        "reference": f"open-{each}",
        "resident_id": each + 1,
        "neighbourhood_id": _area(each),
        "status": Status.OPEN.value,
        "window_start": now + timedelta(days=2),
        "window_end": now + timedelta(days=3),
        "created_at": asked,
        "opened_at": asked,
    }


def _outbox(moment: datetime) -> dict[str, Any]:
    return {
        "chat_id": lambda n: n // ROWS_EACH + _GROUPS + 1,
        "action": "send",
        "purpose": Purpose.ANSWER.value,
        "priority": PRIORITY[Purpose.ANSWER],
        "status": "sent",
        "label": lambda n: literal("ask:") + n.cast(String),
        "message": lambda n: n % ROWS_EACH + 1,
        "attempts": 1,
        "created_at": moment,
        "due_at": moment,
        "finished_at": moment,
    }


def _inbox(moment: datetime) -> dict[str, Any]:
    return {
        "messenger": APP,
        "number": lambda n: n + _FIRST_UPDATE,
        "status": "done",
        "received_at": moment,
    }


def _account(number: int) -> str:
    return f"{APP}:{FIRST_ACCOUNT + number}"


def _chat(number: int) -> int:
    return _GROUPS + number + 1


def _area(number: int) -> int:
    return number % _GROUPS + 1


def _reference(number: int) -> str:
    """Return one of the references that the service itself makes, each number another."""
    letters, digits = divmod(number * _SPREAD % (len(PLAIN_LETTERS) ** 3 * 90), 90)
    rest, third = divmod(letters, len(PLAIN_LETTERS))
    first, second = divmod(rest, len(PLAIN_LETTERS))
    word = PLAIN_LETTERS[first] + PLAIN_LETTERS[second] + PLAIN_LETTERS[third]
    return f"{word}-{digits + 10}"

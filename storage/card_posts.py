"""Where the public cards of tasks hang: one in each group, and now and then a copy of one."""

from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, delete, select, update

from storage.database import Transaction
from storage.dialects import insert
from storage.model import CardPost, Status
from storage.outbox import KEPT, UNSENT
from storage.prepared import Prepared
from storage.tables import card_posts, outbox, tasks

#: Written once, because every card needs them.
_OF_TASK = Prepared(
    select(card_posts).where(card_posts.c.task_id == bindparam("task")).order_by(card_posts.c.id)
)
_NOTE = Prepared(
    insert(card_posts).on_conflict_do_nothing(
        index_elements=[card_posts.c.chat_id, card_posts.c.message]
    )
)
_ON_THEIR_WAY = Prepared(
    select(outbox.c.chat_id, outbox.c.thread).where(
        outbox.c.task_id == bindparam("task"),
        outbox.c.action == "send",
        outbox.c.status.in_(KEPT),
    )
)


def _post(row: Row[Any]) -> CardPost:
    return CardPost(
        task_id=row.task_id,
        chat_id=row.chat_id,
        thread=row.thread or None,
        message=row.message,
        posted_at=row.posted_at,
    )


async def of_task(transaction: Transaction, task_id: int) -> list[CardPost]:
    """Return where the card of a task hangs, in the order in which the posts became known."""
    result = await transaction.connection.execute(_OF_TASK, {"task": task_id})
    return [_post(row) for row in result]


async def note(transaction: Transaction, post: CardPost) -> bool:
    """Note a card that hangs in a group; False where it was known already."""
    result = await transaction.connection.execute(
        _NOTE,
        {
            "task_id": post.task_id,
            "chat_id": post.chat_id,
            "thread": post.thread or 0,
            "message": post.message,
            "posted_at": post.posted_at,
        },
    )
    return result.rowcount > 0


async def forget(transaction: Transaction, chat_id: int, message: int) -> int | None:
    """Drop a card that no longer hangs where it did and return its task's number, if it had one."""
    result = await transaction.connection.execute(
        delete(card_posts)
        .where(card_posts.c.chat_id == chat_id, card_posts.c.message == message)
        .returning(card_posts.c.task_id)
    )
    return result.scalar_one_or_none()


async def task_of(transaction: Transaction, chat_id: int, message: int) -> int | None:
    """Return the number of the task whose card a message is, or None."""
    result = await transaction.connection.execute(
        select(card_posts.c.task_id).where(
            card_posts.c.chat_id == chat_id, card_posts.c.message == message
        )
    )
    return result.scalar_one_or_none()


async def open_tasks_in(
    transaction: Transaction, chat_id: int, thread: int | None, now: datetime
) -> list[int]:
    """Return the numbers of the open tasks whose cards hang in a group, the most urgent first.

    Those whose time is over are left out.
    """
    result = await transaction.connection.execute(
        select(tasks.c.id)
        .join(card_posts, card_posts.c.task_id == tasks.c.id)
        .where(
            tasks.c.status == Status.OPEN,
            tasks.c.window_end > now,
            card_posts.c.chat_id == chat_id,
            card_posts.c.thread == (thread or 0),
        )
        .group_by(tasks.c.id)
        .order_by(tasks.c.window_start, tasks.c.id)
    )
    return list(result.scalars())


async def leave_groups(transaction: Transaction, task_id: int, now: datetime) -> None:
    """Forget where the card of a task hangs, and give up those that have not left yet."""
    await transaction.connection.execute(delete(card_posts).where(card_posts.c.task_id == task_id))
    await transaction.connection.execute(
        update(outbox)
        .where(
            outbox.c.task_id == task_id,
            outbox.c.action == "send",
            outbox.c.status.in_(UNSENT),
        )
        .values(status="dead", payload=None, finished_at=now)
    )


async def on_their_way(transaction: Transaction, task_id: int) -> set[tuple[int, int | None]]:
    """Return the groups (chat and topic) to which a card of a task is still to be sent."""
    result = await transaction.connection.execute(_ON_THEIR_WAY, {"task": task_id})
    return {(row.chat_id, row.thread) for row in result}

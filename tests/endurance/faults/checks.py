"""What has to hold after any fault: nothing lost, copies few and of kinds that are meant."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from itertools import pairwise

from sqlalchemy import select

from bot.sandbox.world import Chat, Message
from handlers.texts import T
from storage import chats as chat_rows
from storage.database import Transaction
from storage.outbox import TAKEN_BACK_LATER
from storage.outbox_changes import GONE
from storage.tables import chats, inbox, outbox, tasks
from tests.clock import BEGINNING
from tests.endurance.journeys import Journey
from tests.endurance.neighbours import TEXTS
from tests.scene import Scene

#: Before anything that happens, whatever a clock shows that was set back.
LONG_AGO = BEGINNING - timedelta(days=1)
#: Stands before what may have come before.
WORD = TEXTS.say(T("may-be-repeated"), "en")


@dataclass(slots=True)
class Sent:
    """A message that is noted as sent: its place in the outbox, and its number in its chat."""

    row: int
    priority: int
    number: int


@dataclass(slots=True)
class Kept:
    """What the service knows."""

    requests: list[tuple[str, str]] = field(default_factory=list)
    unread: int = 0
    unsent: list[tuple[str, str]] = field(default_factory=list)
    sent: dict[int, list[Sent]] = field(default_factory=lambda: defaultdict(list))


async def _look(since: datetime, transaction: Transaction) -> Kept:
    kept = Kept()
    run = transaction.connection.execute
    asked = select(tasks.c.reference, tasks.c.status).where(tasks.c.created_at >= since)
    rows = await run(asked)
    kept.requests = [(row.reference, row.status) for row in rows]
    kept.unread = len((await run(select(inbox).where(inbox.c.status != "done"))).all())
    found = await run(
        select(outbox, chats.c.address, chats.c.address_hash)
        .outerjoin(chats, chats.c.id == outbox.c.chat_id)
        .where(outbox.c.action != "answer_tap")
        .order_by(outbox.c.id)
    )
    for row in found:
        address = chat_rows.address_in(transaction, row.address, row.address_hash)
        if row.status == "sent" and row.finished_at < since:
            continue
        if row.status == "sent" and row.action == "send" and address is not None:
            sent = Sent(row.id, row.priority, row.message)
            kept.sent[int(address.partition(":")[2])].append(sent)
        elif row.status != "sent" and not _is_given_up(row.action, row.status, row.label):
            kept.unsent.append((row.action, row.status))
    return kept


def _is_given_up(action: str, status: str, label: str | None) -> bool:
    """Whether nobody is to see it any more: changed anew, or taken back, before it had left."""
    is_private = label is not None and label.startswith((*TAKEN_BACK_LATER, GONE))
    return status == "dead" and (action in ("edit", "take_back") or is_private)


async def judge(scene: Scene, journeys: Sequence[Journey], *, since: datetime = LONG_AGO) -> int:
    """Check that nothing was lost, and return how many messages came twice.

    The journeys are all that began since a moment at which nothing was under way.
    """
    kept = await scene.transact(partial(_look, since))
    asked = sorted(str(each.resident.reference) for each in journeys)
    assert sorted(kept.requests) == [(reference, "done") for reference in asked]
    assert kept.unread == 0
    assert not kept.unsent, kept.unsent
    assert not [key for each in journeys for key in each.resident.asked_again]
    scene.no_surprises()
    return sum(_judge_chat(scene, chat, kept.sent[number], since) for number, chat in _chats(scene))


def _chats(scene: Scene) -> list[tuple[int, Chat]]:
    return list(scene.sandbox.world.chats.items())


def _judge_chat(scene: Scene, chat: Chat, sent: Sequence[Sent], since: datetime) -> int:
    """Check one chat: all that was sent is there, in order, and copies say what they are."""
    ours = {number: each for number, each in chat.messages.items() if _is_ours(scene, each)}
    arrived = {number for number, each in ours.items() if each.date >= since.timestamp()}
    noted = {each.number for each in sent}
    assert noted <= arrived, "noted as sent, and nobody can see it"
    for one, other in pairwise(sorted(sent, key=lambda each: (each.priority, each.row))):
        assert one.priority != other.priority or one.number < other.number, "out of order"
    copies = len(arrived - noted)
    if chat.is_private:
        # A card may come again as it is: every copy of it leads to the same claim.
        assert copies <= _with_word(scene, chat), "a copy came without a word"
    return copies


def _is_ours(scene: Scene, message: Message) -> bool:
    return message.sender is scene.sandbox.bot and message.service is None


def _with_word(scene: Scene, chat: Chat) -> int:
    return sum(
        call.method == "sendMessage"
        and call.params["chat_id"] == chat.id
        and str(call.params["text"]).startswith(WORD)
        for call in scene.sandbox.recorder.carried_out
    )

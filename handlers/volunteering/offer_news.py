"""News of what volunteers offer: the first at once, what follows gathered into one message.

So a wave of strangers makes a handful of messages; each of them stands in the queue.
"""

from datetime import timedelta
from typing import Final

from handlers.house import PersonalTurn, Turn
from handlers.looking_after import deciders_for, people_of, told_of
from handlers.messages import ChangeSaid, Message, Press, Say
from handlers.texts import T
from handlers.timed_work import TimedWork
from handlers.volunteering import offer_word
from storage import due_work, outbox_changes, people, queue, queue_sorts, volunteers
from storage.outbox import Purpose

#: Timed work about somebody who looks after offers: until then what comes is gathered, and when
#: they hear how much it is.
GATHERED: Final = "offers-gathered"
MORE: Final = "offers-more"
GATHERED_FOR: Final = timedelta(hours=1)
#: How often at most the number is brought up to date.
COUNTED_EVERY: Final = timedelta(minutes=5)


async def of_offer(turn: PersonalTurn) -> list[Message]:
    """Return word of what the person of the turn offers, for those who have to look at it.

    Nothing where somebody has looked at it, and nothing for those who have it before them already.
    """
    offer = await volunteers.find(turn.transaction, turn.person.id)
    if offer is None or offer.reviewed_at is not None:
        return []
    about = await people_of(turn, turn.person)
    messages: list[Message] = []
    for reader in await deciders_for(turn, about, {turn.person.id}):
        label = offer_word.label(turn.person, reader)
        if await outbox_changes.labelled(turn.transaction, label):
            continue
        if await due_work.is_planned(turn.transaction, GATHERED, reader.id):
            soon = turn.now + COUNTED_EVERY
            await due_work.plan_unless_planned(turn.transaction, MORE, reader.id, soon)
            continue
        await due_work.plan(turn.transaction, GATHERED, reader.id, turn.now + GATHERED_FOR)
        word = await offer_word.word_of(turn, turn.person)
        messages.append(word.to(reader, Purpose.NEWS, label))
    return messages


async def _more(turn: Turn, reader_id: int) -> list[Message]:
    """Tell how many offers wait, in the place of what was told in this hour."""
    reader = await people.get(turn.transaction, reader_id)
    sight = await told_of(turn, reader)
    with_check = offer_word.kinds_with_check(turn)
    number = 0
    for need_check in (True, False):
        waiting = queue_sorts.offers(with_check, need_check=need_check)
        number += await queue.counted(turn.transaction, waiting, sight, turn.now)
    if not number:
        return []
    lines = (T("offers-wait", number=number),)
    buttons = ((Press(T("button-queue"), "queue:"),),)
    label = _label(reader_id)
    if await outbox_changes.labelled(turn.transaction, label):
        return [ChangeSaid(reader, label, lines, buttons)]
    return [Say(reader, lines, buttons, purpose=Purpose.NEWS, label=label)]


async def _gathered(turn: Turn, reader_id: int) -> list[Message]:
    """Let the next offer be told at once again, and what follows it in a message of its own."""
    await outbox_changes.drop_label(turn.transaction, _label(reader_id))
    return []


def _label(reader_id: int) -> str:
    return f"offers-more:{reader_id}"


TIMED: Final[TimedWork] = {MORE: _more, GATHERED: _gathered}

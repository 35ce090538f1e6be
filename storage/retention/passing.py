"""What passes through: messages on their way, conversations, pictures, and what is about nobody."""

from datetime import datetime
from typing import Final

from sqlalchemy import select, update

from storage.database import Transaction
from storage.outbox import UNSENT
from storage.outbox_changes import is_to_be_taken_back, to_be_taken_back
from storage.relay import labels_of
from storage.retention import periods
from storage.retention.rules import Elsewhere, Entry, Keys, Rule, Stays
from storage.tables import (
    adjacent_neighbourhoods,
    conversations,
    due_work,
    forgettings,
    groups,
    inbox,
    is_literally,
    neighbourhoods,
    organisations,
    outbox,
    overviews,
    pictures,
    postcodes,
    relay_choices,
    relay_held,
    relay_messages,
    settings,
    shown_buttons,
    turns,
    vault,
)

_LATER: Final = outbox.alias("later")
# What is still to be changed by another message goes with a later sweep.
_UNCHANGED: Final = ~select(_LATER.c.id).where(_LATER.c.changes == outbox.c.id).exists()
_NO_PERSON: Final = "it is about no person"
_CHANGED: Final = "an owner changes it"


async def _not_sent_any_more(transaction: Transaction, keys: Keys, now: datetime) -> None:
    """Give up what was written between two sides and never left; drop the photos with it."""
    numbers = [each[0] for each in keys]
    found = await labels_of(transaction, numbers)
    await transaction.connection.execute(
        update(outbox)
        .where(outbox.c.label.in_(found), outbox.c.status.in_(UNSENT))
        .values(status="dead", payload=None, finished_at=now)
    )
    await to_be_taken_back(transaction, found)
    shown = select(relay_messages.c.picture_id).where(
        relay_messages.c.id.in_(numbers), relay_messages.c.picture_id.is_not(None)
    )
    await transaction.connection.execute(pictures.delete().where(pictures.c.id.in_(shown)))


RELAYED: Final = Rule(
    table=relay_messages,
    what="what both sides of a request wrote to each other, with photos",
    why="a week, so that a worry about it can be looked into",
    since="it was written",
    period=periods.RELAY,
    moment=relay_messages.c.at,
    parties=(relay_messages.c.from_id, relay_messages.c.to_id),
    before=_not_sent_any_more,
)
HELD_BACK: Final = Rule(
    table=relay_held,
    what="what somebody wrote before it was known whom it is for",
    why="until they say so",
    since="it was written",
    period=periods.HELD_BACK,
    moment=relay_held.c.at,
)
CHOICES: Final = Rule(
    table=relay_choices,
    what="whom somebody writes to at the moment",
    why="so that they need not choose each time",
    since="they chose",
    period=periods.RELAY,
    moment=relay_choices.c.at,
)


# Of the message that shows it, where one does.
_WROTE, _GOT = (
    select(side).where(relay_messages.c.picture_id == pictures.c.id).limit(1).scalar_subquery()
    for side in (relay_messages.c.from_id, relay_messages.c.to_id)
)
PICTURES: Final = Rule(
    table=pictures,
    what="a photo: a receipt, or one passed on",
    why="until it has been looked at; one that nothing came of goes after a day",
    since="its last day, which depends on what it shows",
    period=periods.AT_ONCE,
    moment=pictures.c.kept_until,
    parties=(_WROTE, _GOT),
)
UPDATES: Final = Rule(
    table=inbox,
    what="that something arrived; what it was is emptied once it was dealt with",
    why="an app may send the same twice",
    since="it arrived",
    period=periods.UPDATES,
    moment=inbox.c.received_at,
    where=(~is_literally(inbox.c.status, "new"),),
)
SENT: Final = Rule(
    table=outbox,
    what="that a message was sent; what it said is emptied at once",
    why="so that it can be changed, and what is written below it understood",
    since="it was sent or given up",
    period=periods.SENT,
    moment=outbox.c.finished_at,
    where=(_UNCHANGED, ~is_to_be_taken_back()),
)
WAITING: Final = Rule(
    table=outbox,
    what="a message for a chat that cannot be reached, with what it says",
    why="whoever opens the chat within two weeks still gets it",
    since="it was written",
    period=periods.WAITING,
    moment=outbox.c.created_at,
    where=(
        is_literally(outbox.c.status, "waiting"),
        # Whoever opens their chat after months is not to find somebody's door there.
        outbox.c.action != "take_back",
        _UNCHANGED,
    ),
)
BUTTONS: Final = Rule(
    table=shown_buttons,
    what="what stood on buttons lately",
    why="so that it can also be typed",
    since="they were shown",
    period=periods.BUTTONS,
    moment=shown_buttons.c.at,
)

ENTRIES: Final[tuple[Entry, ...]] = (
    Elsewhere(
        table=conversations,
        what="answers of somebody who has not come to the end",
        why="so that they can go on; after an hour they are reminded once",
        since="the last answer",
        period=periods.DRAFTS,
        by="`handlers/drafts.py`",
    ),
    RELAYED,
    HELD_BACK,
    CHOICES,
    PICTURES,
    UPDATES,
    SENT,
    WAITING,
    BUTTONS,
    Stays(
        table=due_work,
        what="what has to be done when: kinds and numbers only",
        why="nothing is left without its next deadline",
        until="it is done",
    ),
    Stays(
        table=forgettings,
        what="names of keys that were destroyed, which are random",
        why="so that a backup that is brought back does not bring anybody back",
        until="it is not deleted; it names nobody",
    ),
    Stays(
        table=turns,
        what="how often something changed that several processes have to agree on",
        why="so that each of them acts by what holds now",
        until=_NO_PERSON,
    ),
    Stays(
        table=vault,
        columns=("probe",),
        what="a word of ours, sealed",
        why="to see whether keys and data belong together",
        until=_NO_PERSON,
    ),
    Stays(
        table=vault,
        what="the row of that word",
        why="as above",
        until=_NO_PERSON,
    ),
    *(
        Stays(table=table, what=what, why="the scheme itself", until=_CHANGED)
        for table, what in (
            (settings, "what an owner set"),
            (organisations, "names of organisations"),
            (neighbourhoods, "neighbourhoods"),
            (postcodes, "their postcodes"),
            (adjacent_neighbourhoods, "which lie beside which"),
            (groups, "which group belongs to which"),
            (overviews, "where the overview of a group hangs"),
        )
    ),
)

"""The buttons that people were shown lately, so that they may also type what stands on them."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import bindparam, insert, select

from storage.database import Transaction
from storage.model import Person
from storage.prepared import Prepared
from storage.private import PrivateText
from storage.tables import shown_buttons
from storage.turns import beside

BUTTONS = "shown_buttons.buttons"
#: Of how many messages, the newest, the buttons can be typed.
MESSAGES = 8

_ADD = Prepared(beside(insert(shown_buttons)))
_NEWEST = Prepared(
    select(shown_buttons.c.buttons, shown_buttons.c.at)
    .where(shown_buttons.c.person_id == bindparam("person"))
    .order_by(shown_buttons.c.id.desc())
    .limit(MESSAGES)
)


@dataclass(frozen=True, slots=True)
class ShownButton:
    """A button as it was read, and what pressing it would have handed back."""

    label: str = field(repr=False)
    data: str


def remember(
    transaction: Transaction,
    person: Person,
    buttons: Sequence[tuple[str, str]],
    now: datetime,
    owners: frozenset[str] = frozenset(),
) -> None:
    """Keep the labels and data of the buttons of one message to a person.

    `owners` are the keys of others whose words stand on them.
    """
    text = PrivateText(json.dumps(list(buttons)), owners)
    sealed = transaction.seal(person.key, text, BUTTONS, person.id, now)
    row = {"person_id": person.id, "buttons": sealed, "at": now}
    transaction.connection.later(_ADD, row)


async def newest(transaction: Transaction, person_id: int) -> list[list[ShownButton]]:
    """Return the buttons of the newest messages to a person, the newest message first."""
    result = await transaction.connection.execute(_NEWEST, {"person": person_id})
    opened = [transaction.open(row.buttons, BUTTONS, person_id, row.at) for row in result]
    return [
        [ShownButton(label, data) for label, data in json.loads(text.reveal())]
        for text in opened
        if text is not None
    ]

"""An onlooker of private parts: who reads which in their chat, whether it is noted, and until when.

It knows the private parts of every request as they lie in the database, and looks for each of them
in every private chat but that of whoever asked.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from sqlalchemy import select

from bot.sandbox.world import Message
from handlers.texts import Personal, Texts
from storage import outbox, people, reveals, roles, tasks
from storage.database import Transaction
from storage.model import Person, Stage, Task
from storage.private import PrivateText
from storage.tables import outbox as outbox_rows
from storage.tables import tasks as task_rows
from tests.scene import OWNER, Scene

TEXTS: Final = Texts()
LANGUAGES: Final = ("en", "es")
_FIRST: Final = frozenset({Stage.CLAIMED, Stage.READ, Stage.OUTSIDE})
_LAST: Final = frozenset({Stage.SET_OFF, Stage.OUTSIDE, Stage.DANGER})
#: At which stages a part may be read.
STAGES: Final = {
    "words": _FIRST,
    "street": _FIRST | {Stage.DANGER},
    "handover_note": _FIRST,
    "door": _LAST,
    "entry_notes": _LAST,
    "phone": _LAST | {Stage.RINGING},
}


@dataclass(frozen=True, slots=True)
class Part:
    """One private part of a request, as it reads in a chat."""

    task_id: int
    name: str
    shown_as: str


class Watch:
    """Looks at every private chat, as often as it is asked to."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._known: set[Part] = set()
        #: How often something private was found in somebody's chat.
        self.found = 0

    async def look(self) -> None:
        """Fail where somebody reads what is not noted, could not be taken back, or is over."""
        complaints = await self._scene.transact(self._complaints)
        assert not complaints, "\n".join(complaints)

    async def _complaints(self, transaction: Transaction) -> list[str]:
        everything = {task.id: task for task in await _all_tasks(transaction)}
        for task in everything.values():
            self._known.update(await _parts(transaction, task))
        complaints: list[str] = []
        for name, phone in self._scene.people.items():
            person = await people.find(transaction, f"telegram:{phone.id}")
            if person is None:
                continue
            for message in phone.from_bot:
                meant = self._in(message, person, everything)
                for part, those in meant.items():
                    self.found += 1
                    wrong = await _wrong(transaction, person, message, part, those)
                    complaints += [f"{name} reads {part}: {each}" for each in wrong]
        return complaints

    def _in(
        self, message: Message, person: Person, everything: dict[int, Task]
    ) -> dict[str, list[Task]]:
        """Return the parts in a message, each with all requests that it may be of."""
        found: defaultdict[str, list[Task]] = defaultdict(list)
        for part in self._known:
            task = everything.get(part.task_id)
            if task is not None and part.shown_as in (message.text or ""):
                found[part.name].append(task)
        return {
            name: those
            for name, those in found.items()
            if all(person.id != task.resident_id for task in those)
        }


async def _all_tasks(transaction: Transaction) -> list[Task]:
    numbers = await transaction.connection.execute(select(task_rows.c.id))
    return [await tasks.get(transaction, number) for number in numbers.scalars().all()]


async def _parts(transaction: Transaction, task: Task) -> list[Part]:
    secrets = await tasks.secrets_of(transaction, task)
    return [
        Part(task.id, name, shown)
        for name in STAGES
        if (value := getattr(secrets, name)) is not None
        for shown in _shown(name, value.reveal())
    ]


def _shown(name: str, value: str) -> Iterator[str]:
    if name in ("phone", "handover_note"):
        yield value
        return
    for language in LANGUAGES:
        line = Personal(f"private-{name.replace('_', '-')}", value=PrivateText(value))
        yield TEXTS.say(line, language)


async def _wrong(
    transaction: Transaction, person: Person, message: Message, part: str, those: list[Task]
) -> list[str]:
    """Return what is wrong about it that a part of one of some requests stands in a message."""
    if await _typed_it(transaction, person, those):
        return []
    noted = [
        task
        for task in those
        for each in await reveals.of_task(transaction, task)
        if each.person_id == person.id and each.stage in STAGES[part]
    ]
    if not noted:
        return ["that is not noted"]
    row_id, label = await _sent_as(transaction, person, message)
    if await _is_on_its_way_back(transaction, row_id):
        return []
    if label is None or not label.startswith(outbox.TAKEN_BACK_LATER):
        return [f"it cannot be taken back, being {label}"]
    if any([await _may_read_now(transaction, person, task) for task in noted]):
        return []
    return ["its time is over"]


async def _sent_as(
    transaction: Transaction, person: Person, message: Message
) -> tuple[int, str | None]:
    found = await transaction.connection.execute(
        select(outbox_rows.c.id, outbox_rows.c.label).where(
            outbox_rows.c.chat_id == person.chat_id,
            outbox_rows.c.message == message.number,
            outbox_rows.c.action == "send",
        )
    )
    row_id, label = found.one()
    return row_id, label


async def _is_on_its_way_back(transaction: Transaction, row_id: int) -> bool:
    """Say whether a message is taken back as soon as its chat can be reached again."""
    waiting = await transaction.connection.scalar(
        select(outbox_rows.c.id).where(
            outbox_rows.c.changes == row_id,
            outbox_rows.c.action == "take_back",
            outbox_rows.c.status == "waiting",
        )
    )
    return waiting is not None


async def _typed_it(transaction: Transaction, person: Person, those: list[Task]) -> bool:
    """Say whether somebody took the request on the phone: what they read is what they typed."""
    seen = [
        each for task in those if task.by_phone for each in await reveals.of_task(transaction, task)
    ]
    return any(each.person_id == person.id and each.stage is Stage.RINGING for each in seen)


async def _may_read_now(transaction: Transaction, person: Person, task: Task) -> bool:
    """Say whether somebody holds a request, or looks after anything at all."""
    holds = task.helper_id == person.id and not task.is_finished
    return (
        holds
        or person.account == f"telegram:{OWNER}"
        or bool(await roles.held_by(transaction, person.id))
    )

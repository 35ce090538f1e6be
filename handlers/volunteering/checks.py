"""Asking for an identity and background check: the volunteer is told, and the owners hear of it."""

from collections.abc import Iterable

from handlers import posting
from handlers.house import PersonalTurn
from handlers.messages import Message, Press, Say
from handlers.texts import Listed, Personal, T
from storage import outbox
from storage.model import Kind, Task
from storage.private import PrivateText


async def needs_check(turn: PersonalTurn, task: Task) -> list[Message]:
    """Return what is said to somebody who may not take a task before they were checked."""
    lines = (T("needs-check", kind=T(f"kind-{task.kind.value}")),)
    return [Say(turn.person, lines), *await ask_owners_for_check(turn, (task.kind,))]


async def ask_owners_for_check(turn: PersonalTurn, kinds: Iterable[Kind]) -> list[Message]:
    """Return word to the owners that a volunteer waits for a check; nothing where they know."""
    label = f"check-wanted:{turn.person.id}"
    if await outbox.labelled(turn.transaction, label):
        return []
    line = Personal(
        "check-wanted",
        name=turn.person.first_name or PrivateText("…"),
        kinds=Listed(tuple(T(f"kind-{kind.value}") for kind in kinds)),
    )
    record = Press(T("button-record-check"), f"check:{turn.person.id}")
    return await posting.to_owners(turn, (line,), ((record,),), label)

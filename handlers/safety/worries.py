"""Something worries somebody: told in private, and read by the safeguarding leads alone."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from handlers.actions import Action
from handlers.actors import actor_of
from handlers.dialogue import Conversation
from handlers.house import PersonalTurn
from handlers.messages import Message, Say
from handlers.permissions import allowed
from handlers.questions import Confirm, WriteOrSkip
from handlers.safety.emergency_lines import numbers_for, written
from handlers.safety.safeguarding import called, readers_for
from handlers.texts import Line, Listed, Personal, PublicName, T
from storage import roles, tasks, worries
from storage.model import Role, Task
from storage.private import PrivateText

#: In characters.
WORDS_LIMIT: Final = 2000


@dataclass(frozen=True, slots=True)
class Known:
    """What the conversation may use besides the answers.

    `readers` are the names of those who will read it: leads, or owners where `are_leads` is false.
    """

    task: Task | None
    numbers: Listed
    has_readers: bool
    are_leads: bool
    readers: tuple[PrivateText, ...] = ()


async def tell_worry(known: Known) -> PrivateText | None:
    """Ask what worries them, and show who will read it."""
    says: list[Line] = [T("ask-worry-words"), T("worry-who-reads")]
    if known.task is not None:
        says.insert(0, T("worry-about", reference=PublicName(known.task.reference)))
    says.append(T("worry-in-danger", numbers=known.numbers))
    words = await WriteOrSkip("worry-words", limit=WORDS_LIMIT, says=says)
    await Confirm("preview-worry", shows=_preview(known, words), send=T("button-send"))
    return words


def _preview(known: Known, words: PrivateText | None) -> Sequence[Line]:
    said = Personal("worry-preview-words", value=words) if words else T("worry-preview-no-words")
    return (said, _who_reads(known))


def _who_reads(known: Known) -> Line:
    if not known.has_readers:
        return T("worry-read-by-nobody-yet")
    if known.readers:
        names = PrivateText.joined(", ", known.readers)
        return Personal(
            "worry-read-by-leads-named" if known.are_leads else "worry-read-by-owners-named",
            names=names,
        )
    return T("worry-read-by-leads" if known.are_leads else "worry-read-by-owners")


async def know(turn: PersonalTurn, subject: str) -> Known:
    """Read what the conversation may use; a request only where they had a part in it."""
    task = await tasks.with_token(turn.transaction, subject) if subject else None
    if task is not None:
        parties = await worries.parties_to(turn.transaction, task)
        actor = replace(await actor_of(turn), took_part=turn.person.id in parties)
        task = task if allowed(actor, Action.REPORT_WORRY, task) else None
    readers = await readers_for(turn, turn.person.id, task)
    leads = {lead.id for lead in await roles.holders(turn.transaction, Role.LEAD)}
    return Known(
        task=task,
        numbers=written(await numbers_for(turn)),
        has_readers=bool(readers),
        are_leads=any(reader.id in leads for reader in readers),
        readers=tuple(reader.first_name for reader in readers if reader.first_name),
    )


async def act(turn: PersonalTurn, known: Known, words: PrivateText | None) -> list[Message]:
    """Keep a worry, call the leads, and say what happens next."""
    worry = await worries.add(
        turn.transaction,
        turn.person,
        turn.now,
        task_id=None if known.task is None else known.task.id,
        words=words,
    )
    sent = T("worry-sent") if known.has_readers else T("worry-sent-to-nobody-yet")
    told = T("worry-in-danger", numbers=known.numbers)
    return [Say(turn.person, (sent, told)), *await called(turn, worry)]


TELL_WORRY: Final = Conversation("worry", know, tell_worry, act)

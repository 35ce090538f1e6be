"""A helper who handed a task back may leave a note for the next one."""

from dataclasses import replace
from typing import Final

from handlers import posting
from handlers.actions import Action
from handlers.actors import actor_of
from handlers.dialogue import Conversation
from handlers.helping.private_parts import details_label, name_of
from handlers.helping.shown_details import shown_to_reader
from handlers.helping.task_buttons import held_buttons
from handlers.house import PersonalTurn
from handlers.looking_after import coordinators_for, look_tomorrow
from handlers.messages import Message, Say, number_carried
from handlers.permissions import allowed
from handlers.questions import WriteOrSkip
from handlers.texts import Personal, PublicName, T
from handlers.understanding.sensitive_words import mentions_keys_or_money
from storage import people, reveals, task_changes, tasks
from storage.model import Secrets, Task
from storage.outbox import Purpose
from storage.private import PrivateText

#: In characters.
NOTE_LIMIT: Final = 300


async def note_for_next(known: Task | T) -> PrivateText | None:
    """Ask for a note, which may be left out."""
    if isinstance(known, T):
        return None
    return await WriteOrSkip("hand-back-note", limit=NOTE_LIMIT)


async def know(turn: PersonalTurn, subject: str) -> Task | T:
    """Return the task of `token:claim number`, or why this person can leave no note for it."""
    token, _, claim = subject.partition(":")
    task = await tasks.with_token(turn.transaction, token)
    claim_number = number_carried(claim)
    if task is None or claim_number is None:
        return T("request-unknown")
    held = await reveals.has_held(turn.transaction, task, turn.person.id, claim_number)
    if not allowed(replace(await actor_of(turn), was_helper=held), Action.LEAVE_NOTE, task):
        return T("note-not-needed", reference=PublicName(task.reference))
    return task


async def act(turn: PersonalTurn, known: Task | T, note: PrivateText | None) -> list[Message]:
    """Keep the note; whoever has the task by now reads it at once."""
    if isinstance(known, T):
        return [Say(turn.person, (known,))]
    reference = PublicName(known.reference)
    if note is None:
        return [Say(turn.person, (T("note-left-out", reference=reference),))]
    resident = await people.get(turn.transaction, known.resident_id)
    await tasks.add_secrets(
        turn.transaction, known, resident, Secrets(handover_note=note.owned_by(turn.person.key))
    )
    messages: list[Message] = [Say(turn.person, (T("note-kept", reference=reference),))]
    if known.helper_id is not None:
        helper = await people.get(turn.transaction, known.helper_id)
        messages.append(
            Say(
                helper,
                (Personal("note-arrived", reference=reference, note=note),),
                held_buttons(known),
                purpose=Purpose.NEWS,
                protect=True,
                label=details_label(known),
            )
        )
    told = Personal("note-to-owners", name=name_of(turn.person), reference=reference, note=note)
    await look_tomorrow(turn)
    messages += [
        await shown_to_reader(turn, known, reader, (told,), purpose=Purpose.NEWS)
        for reader in await coordinators_for(turn, known)
    ]
    raises = mentions_keys_or_money(note.reveal())
    if raises and await task_changes.raise_level(turn.transaction, known):
        task = await tasks.get(turn.transaction, known.id)
        messages += await posting.cards_to_change(turn, task)
    return messages


HAND_BACK_NOTE: Final = Conversation("hand-back-note", know, note_for_next, act)

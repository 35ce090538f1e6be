"""A resident gives the address of their request, or what is still missing of it."""

from dataclasses import dataclass, field
from typing import Final

from handlers import posting
from handlers.actions import Action
from handlers.actors import actor_of
from handlers.asking.asking_details import door_answers, street_answer
from handlers.asking.help_request import PHONE_LIMIT
from handlers.asking.whom import about, spoken_of, to_speaker
from handlers.cards import references_of
from handlers.dialogue import Conversation
from handlers.helping.helping import details
from handlers.helping.private_parts import door_lines, is_incomplete, name_of, request_lines
from handlers.house import PersonalTurn
from handlers.kinds import KINDS
from handlers.messages import Message, Say
from handlers.permissions import allowed
from handlers.questions import WriteOrSkip
from handlers.texts import Line, Paragraph, Personal, PublicName, T
from handlers.understanding.sensitive_words import mentions_keys_or_money
from storage import helped_people, people, repeats, task_changes, tasks
from storage.model import Person, Secrets, Task
from storage.private import PrivateText


@dataclass(frozen=True, slots=True)
class Known:
    """What the conversation may use: the task, and whom it is for where that is somebody else."""

    task: Task
    person: PrivateText | None = field(repr=False)
    #: Whether what is told of their health may be kept; None where nobody asked them.
    keeps_health: bool | None = None
    #: Whether all of it is there already, so that they come to change it.
    is_change: bool = False


async def give_address(known: Known | T) -> Secrets | None:
    """Ask for where to come, each part of which may be left as it is."""
    if isinstance(known, T):
        return None
    stays = (T("address-skipped-stays"),) if known.is_change else ()
    if not KINDS[known.task.kind].at_the_door:
        says = (about(T("ask-phone-to-ring"), known.person), *stays)
        phone = await WriteOrSkip("phone-to-ring", limit=PHONE_LIMIT, one_line=True, says=says)
        return Secrets(phone=phone)
    street = await street_answer(known.person, stays)
    # Whoever has no app is rung, so that their number is known.
    door = await door_answers(
        known.person, keeps_health=known.keeps_health, asks_phone=not known.task.by_phone
    )
    return Secrets(street=street, **door)


async def know(turn: PersonalTurn, subject: str) -> Known | T:
    """Return what there is to know of the task with the token, or why it takes no address now."""
    task = await tasks.with_token(turn.transaction, subject)
    if task is None:
        return T("request-unknown")
    if allowed(await actor_of(turn), Action.GIVE_ADDRESS, task):
        secrets = await tasks.secrets_of(turn.transaction, task)
        return Known(
            task,
            await spoken_of(turn, task),
            keeps_health=await _keeps_health(turn, task),
            is_change=not is_incomplete(task.kind, secrets),
        )
    is_theirs = task.resident_id == turn.person.id
    reference = PublicName(task.reference)
    return T("address-too-late", reference=reference) if is_theirs else T("address-not-yours")


async def _keeps_health(turn: PersonalTurn, task: Task) -> bool | None:
    if task.helped_id is not None:
        return (await helped_people.get(turn.transaction, task.helped_id)).keeps_health
    return (await people.get(turn.transaction, task.resident_id)).keeps_health


async def act(turn: PersonalTurn, known: Known | T, given: Secrets | None) -> list[Message]:
    """Keep what was given, and let the helper see as much of it as they may by now."""
    if isinstance(known, T):
        return [Say(turn.person, (known,))]
    task = known.task
    assert given is not None  # noqa: S101 - asked for wherever there is a task
    parts = (*request_lines(given), *door_lines(given))
    if not parts:
        return [Say(turn.person, (T("address-nothing-given"),))]
    # Where a request takes several helpers, all of them come to the same door.
    places = await tasks.unfinished_places(turn.transaction, task)
    resident = await people.get(turn.transaction, task.resident_id)
    for each in places:
        await tasks.add_secrets(turn.transaction, each, resident, given)
    is_raised = await _is_raised(turn, task, given)
    await _kept_for_later_weeks(turn, task, resident, given)
    saved: list[Line] = [T("address-saved", reference=references_of(places)), Paragraph(parts)]
    others_hear: list[Message] = []
    for each in places:
        if each.helper_id is not None:
            helper = await people.get(turn.transaction, each.helper_id)
            saved.append(Personal(f"address-shown-{each.status.value}", name=name_of(helper)))
            others_hear += await _shown(turn, each, helper)
        elif is_raised:
            now_raised = await tasks.get(turn.transaction, each.id)
            others_hear += await posting.cards_to_change(turn, now_raised)
    if is_raised and task.helper_id is None:
        saved.append(T("address-raised"))
    return [await to_speaker(turn, task, saved), *others_hear]


async def _kept_for_later_weeks(
    turn: PersonalTurn, task: Task, resident: Person, given: Secrets
) -> None:
    """Keep an address for the weekly help that a request was made of, so that it is asked once."""
    if task.repeat_id is not None:
        repeat = await repeats.get(turn.transaction, task.repeat_id)
        level = (await tasks.get(turn.transaction, task.id)).level
        await repeats.add_secrets(turn.transaction, repeat, resident, given, level)


async def _shown(turn: PersonalTurn, task: Task, helper: Person) -> list[Message]:
    arrived = T("address-arrived", reference=PublicName(task.reference))
    return [Say(helper, (arrived,)), *await details(turn, task, helper)]


async def _is_raised(turn: PersonalTurn, task: Task, given: Secrets) -> bool:
    """Leave the choice of a helper to a coordinator where keys or money are spoken of."""
    typed = (given.street, given.door, given.entry_notes)
    words = " \n ".join(each.reveal() for each in typed if each)
    return mentions_keys_or_money(words) and await task_changes.raise_level(turn.transaction, task)


ADDRESS: Final = Conversation("address", know, give_address, act)

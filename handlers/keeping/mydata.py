"""Somebody sees all that is kept about them, and when it goes; or somebody else reads it to them.

The file to be read is plain text and no PDF: what makes our PDFs gives them no structure, so that a
screen reader has little to go by; text every phone opens, reads aloud, enlarges and prints.
"""

from dataclasses import replace
from datetime import timedelta
from typing import Final

from handlers.actions import Action
from handlers.actors import actor_of
from handlers.cards import DEFAULT_ZONE
from handlers.helping.private_parts import name_of
from handlers.helping.task_buttons import page_button
from handlers.house import PersonalTurn
from handlers.keeping.as_json import as_json
from handlers.keeping.overview import overview
from handlers.keeping.readable import Reading, readable
from handlers.messages import Message, Press, Say
from handlers.outcomes import Outcome, Refused, Went
from handlers.payload import Json, Page
from handlers.permissions import allowed
from handlers.safety.whereabouts import zone_of_person
from handlers.tapping import TaskTaps
from handlers.texts import Line, Personal, T, Window
from storage import held_data, helped_people, people, reveals
from storage.held_data import HeldData
from storage.model import Stage, Task
from storage.private import PrivateText

#: Reading every table is much work: whoever has just had it, has it.
ONCE_IN: Final = timedelta(hours=1)
NAME: Final = "what-is-kept"
#: What a button for whoever looks after somebody carries.
OF: Final = "kept-of"


async def mydata(turn: PersonalTurn) -> list[Message]:
    """Return all that is kept about whoever asks: in short, to be read, and as JSON."""
    if not allowed(await actor_of(turn), Action.READ_OWN_DATA):
        return [Say(turn.person, (T("not-allowed"),))]
    zone = await zone_of_person(turn)
    again_from = await people.note_data_sent(turn.transaction, turn.person, turn.now, ONCE_IN)
    if again_from is not None:
        by = again_from.astimezone(zone)
        return [Say(turn.person, (T("mydata-again", by=Window(by, by)),))]
    reading = Reading(turn.house.texts, turn.person.language, zone)
    data = await held_data.of_person(
        turn.transaction, turn.person.id, turn.person.key, turn.house.kept
    )
    lines = (T("mydata-here"), *overview(turn, data, reading), T("mydata-hold"), T("mydata-next"))
    text = readable(data, T("data-title"), turn.now, reading)
    written = as_json(data, "you", turn.now)
    # Not hindered from being saved: it is theirs, to keep and to take elsewhere.
    return [
        Say(turn.person, lines),
        Say(turn.person, (T("mydata-readable"),), document=Page(name=NAME, text=text)),
        Say(turn.person, (T("mydata-json"),), document=Json(name=NAME, written=written)),
    ]


# --- For those who cannot ask --------------------------------------------------------------------


def button_of(task: Task) -> Press:
    """Return the button that shows what is kept about whoever a request is for."""
    return Press(T("button-mydata-of"), f"{OF}:{task.token}")


def is_told_by_others(task: Task) -> bool:
    """Say whether whoever a request is for has no chat of their own to ask in."""
    return task.by_phone or task.helped_id is not None


async def _told(turn: PersonalTurn, task: Task, _detail: str) -> Outcome:
    """Return what is kept about somebody to whoever looks after them, to read out or to print."""
    may = is_told_by_others(task) and allowed(await actor_of(turn), Action.READ_DATA_OF, task)
    if not may:
        return Refused(T("mydata-not-yours"))
    found = await _about(turn, task)
    if found is None:
        return Refused(T("mydata-gone"))
    name, key, language, data = found
    await reveals.record(turn.transaction, task, turn.person.id, Stage.READ, turn.now)
    reading = Reading(turn.house.texts, turn.person.language, DEFAULT_ZONE)
    lines: tuple[Line, ...] = (
        Personal("mydata-here-of", name=name),
        *overview(turn, data, reading),
        T("mydata-without-worries"),
        T("mydata-hold"),
        T("page-words-logged"),
    )
    title = Personal("data-title-of", name=name)
    # In the language of whoever it is handed to.
    text = readable(data, title, turn.now, replace(reading, language=language))
    # Taken back with everything else that a coordinator was shown of the request.
    label = f"details:{task.id}:read:{turn.person.id}"
    return Went(
        None,
        [
            Say(turn.person, lines, ((page_button(task),),), protect=True, label=label),
            # Not hindered from being saved: it is there to be printed and handed over.
            Say(
                turn.person,
                (T("mydata-readable"),),
                label=label,
                document=Page(name=NAME, text=text),
                owners=frozenset({key}),
            ),
        ],
    )


async def _about(turn: PersonalTurn, task: Task) -> tuple[PrivateText, str, str, HeldData] | None:
    """Return name, key, language and data of whoever a request is for; None if forgotten."""
    kept = turn.house.kept
    if task.helped_id is not None:
        helped = await helped_people.find(turn.transaction, task.helped_id)
        if helped is None:
            return None
        data = await held_data.of_helped(turn.transaction, helped.id, helped.key, kept)
        return helped.first_name, helped.key, turn.person.language, data
    person = await people.with_number(turn.transaction, task.resident_id)
    if person is None:
        return None
    data = await held_data.of_person(turn.transaction, person.id, person.key, kept)
    return name_of(person), person.key, person.language, data.without("worries")


TASK_TAPS: Final[TaskTaps] = {OF: _told}

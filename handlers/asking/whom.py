"""Whom a request is for, and how that is said to somebody who asked for another person.

A wording `x` that speaks to the person helped has a sister `x-for`, which speaks of them by their
first name, `person`, to whoever asked for them.
"""

from collections.abc import Sequence

from handlers.helping.private_parts import name_of
from handlers.house import PersonalTurn, Turn
from handlers.messages import PrivateButtons, Say
from handlers.texts import Argument, Line, Listed, Paragraph, Personal, PublicName, T, Texts
from storage import helped_people, people
from storage.model import ConsentHow, Person, Task
from storage.outbox import Purpose
from storage.private import PrivateText


async def asked_for(turn: Turn, task: Task) -> PrivateText | None:
    """Return the first name of the person helped, or None where they asked for themself."""
    if task.helped_id is None:
        return None
    return (await helped_people.get(turn.transaction, task.helped_id)).first_name


async def asked_by(turn: Turn, task: Task) -> list[Line]:
    """Return word to a helper of who asked, where that is not the person helped."""
    if task.helped_id is None:
        return []
    helped = await helped_people.get(turn.transaction, task.helped_id)
    requester = name_of(await people.get(turn.transaction, task.resident_id))
    if helped.consent_how is ConsentHow.BY_SOMEBODY_ELSE:
        return [Personal("details-decided-for", name=requester, person=helped.first_name)]
    return [Personal("details-asked-for", name=requester, person=helped.first_name)]


async def to_resident(
    turn: Turn,
    task: Task,
    lines: Sequence[Line],
    buttons: PrivateButtons = (),
    purpose: Purpose = Purpose.ANSWER,
) -> Say:
    """Return word of a request to its resident, or to whoever asked for somebody else."""
    resident = await people.get(turn.transaction, task.resident_id)
    person = await asked_for(turn, task)
    said = of_somebody(lines, person, turn.house.texts)
    return Say(resident, said, buttons, purpose, about=task)


async def to_speaker(
    turn: PersonalTurn, task: Task, lines: Sequence[Line], buttons: PrivateButtons = ()
) -> Say:
    """Return the answer to whoever has just spoken as the resident of a request.

    That is a coordinator where the resident is rung: they hear it as word of somebody else.
    """
    said = of_somebody(lines, await spoken_of(turn, task), turn.house.texts)
    return Say(turn.person, said, buttons, about=task)


async def speaker(turn: PersonalTurn, task: Task) -> Person:
    """Return in whose name somebody speaks who may: of a resident whom they ring, or their own."""
    if task.by_phone and turn.person.id != task.helper_id:
        return await people.get(turn.transaction, task.resident_id)
    return turn.person


async def spoken_of(turn: PersonalTurn, task: Task) -> PrivateText | None:
    """Return of whom to speak to somebody who speaks as a resident; None where of themself."""
    person = await asked_for(turn, task)
    if person is None and turn.person.id != task.resident_id:
        return name_of(await people.get(turn.transaction, task.resident_id))
    return person


def of_somebody(lines: Sequence[Line], person: PrivateText | None, texts: Texts) -> Sequence[Line]:
    """Return lines as they are said of a person, where their wordings have a sister for that."""
    if person is None:
        return lines
    return [_of_somebody(line, person, texts) for line in lines]


def _of_somebody(line: Line, person: PrivateText, texts: Texts) -> Line:
    match line:
        case Paragraph(lines=lines):
            return Paragraph(of_somebody(lines, person, texts))
        case T() | Personal() if texts.has(f"{line.id}-for"):
            return about(line, person)
        case _:
            return line


def about(line: T | Personal, person: PrivateText | None) -> T | Personal:
    """Return a wording that has a sister as it is said of a person; as it is where there is none.

    Whoever is named in a list of parts is named there too: "your door" becomes "the door".
    """
    if person is None:
        return line
    return Personal(f"{line.id}-for", **_given(line), person=person)


def _given(line: T | Personal) -> dict[str, Argument]:
    """Return the arguments of a wording, the parts of a request in them named as another's."""
    return {
        name: Listed(tuple(_part(item) for item in value.items))
        if isinstance(value, Listed)
        else value
        for name, value in line.arguments.items()
    }


def _part(item: T | PublicName) -> T | PublicName:
    if isinstance(item, T) and item.id.startswith("part-"):
        return T(f"{item.id}-for")
    return item

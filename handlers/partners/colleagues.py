"""A colleague of a partner organisation asks for somebody: their contact hears that, no more."""

from collections.abc import Sequence

from handlers.actors import area_of
from handlers.helping.private_parts import name_of
from handlers.house import PersonalTurn
from handlers.messages import Message, Say
from handlers.partners.names import name_of_organisation, organisation_of
from handlers.texts import Personal, PublicName
from storage import helped_people, people, roles
from storage.model import Role, Task
from storage.outbox import Purpose


async def told_to_contacts(turn: PersonalTurn, places: Sequence[Task]) -> list[Message]:
    """Return word to the contacts of a colleague's organisation of what they asked for.

    Neither for whom nor what it is: others look after that. Where they do so themselves, they have
    it before them anyway.
    """
    task = places[0]
    if task.helped_id is None:
        return []
    asked_for = await helped_people.get(turn.transaction, task.helped_id)
    looks_after_it = await organisation_of(turn, task)
    if asked_for.organisation_id in (None, looks_after_it):
        return []
    line = Personal(
        "colleague-asked",
        name=name_of(turn.person),
        reference=PublicName(task.reference),
        organisation=await name_of_organisation(turn, looks_after_it),
    )
    found = [
        number
        for number, held in (await roles.of_everybody(turn.transaction)).items()
        if Role.CONTACT in held
        and held[Role.CONTACT].organisation_id == asked_for.organisation_id
        and number != turn.person.id
        and task.neighbourhood_id not in (await area_of(turn, held)).numbers
    ]
    return [
        Say(await people.get(turn.transaction, number), (line,), purpose=Purpose.NEWS)
        for number in found
    ]

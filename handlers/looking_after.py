"""Who looks after what: whom word of a request, an offer or a cost goes to."""

from collections.abc import Sequence
from dataclasses import dataclass

from handlers import posting
from handlers.actors import area_of
from handlers.house import Turn
from handlers.messages import Buttons, Message, PrivateButtons, Say
from handlers.permissions import About, Area, People
from handlers.texts import Line
from storage import people, roles, volunteers
from storage.model import Neighbourhood, Person, Repeat, Task
from storage.outbox import Purpose


@dataclass(frozen=True, slots=True)
class Word:
    """Word of something that waits, with the buttons that settle it: the same for whoever reads it.

    `picture` is the number of a kept picture.
    """

    lines: Sequence[Line]
    buttons: PrivateButtons = ()
    picture: int | None = None
    protect: bool = False

    def to(
        self, person: Person, purpose: Purpose = Purpose.ANSWER, label: str | None = None
    ) -> Say:
        """Return it as a message to somebody; by its label it can be changed later."""
        return Say(
            person,
            self.lines,
            self.buttons,
            purpose=purpose,
            protect=self.protect,
            label=label,
            picture=self.picture,
        )


async def coordinators_for(turn: Turn, about: About | None) -> list[Person]:
    """Return those who look after something and can be written to; where none does, the owners.

    About nothing it is those of the scheme's own.
    """
    found = [
        await people.get(turn.transaction, person_id)
        for person_id, held in (await roles.of_everybody(turn.transaction)).items()
        if _is_theirs(await area_of(turn, held), about)
    ]
    return [each for each in found if each.reachable] or await posting.owners_of(turn)


def _is_theirs(area: Area, about: About | None) -> bool:
    match about:
        case None:
            return None in area.organisations
        case Task(neighbourhood_id=None, organisation_id=organisation):
            return organisation in area.organisations
        case Task(neighbourhood_id=number) | Repeat(neighbourhood_id=number):
            return number in area.numbers
        case Neighbourhood(id=number):
            return number in area.numbers
        case _:
            numbers = about.neighbourhoods
            return bool(numbers & area.numbers) if numbers else None in area.organisations


async def to_coordinators(
    turn: Turn,
    about: About | None,
    lines: Sequence[Line],
    buttons: Buttons = (),
    label: str | None = None,
) -> list[Message]:
    """Return the same word to everybody who looks after something, or else to the owners."""
    return [
        Say(each, lines, buttons, purpose=Purpose.NEWS, label=label)
        for each in await coordinators_for(turn, about)
    ]


async def people_of(turn: Turn, person: Person) -> People:
    """Return somebody as those who look after them see them: of where they live and help."""
    offered = await volunteers.find(turn.transaction, person.id)
    numbers = set() if offered is None else set(offered.neighbourhoods)
    if person.neighbourhood_id is not None:
        numbers.add(person.neighbourhood_id)
    return People(frozenset(numbers))

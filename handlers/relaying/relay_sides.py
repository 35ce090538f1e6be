"""The two sides of a task: who may write to whom through the service, and by which names."""

from dataclasses import dataclass

from handlers.actions import Action, Actor
from handlers.actors import actor_of
from handlers.helping.private_parts import name_of
from handlers.house import PersonalTurn
from handlers.messages import PrivatePress
from handlers.permissions import allowed
from handlers.texts import Personal, PublicName
from storage import people, relay, tasks
from storage.model import Person, Task
from storage.private import PrivateText
from storage.relay import Choice, RelayMessage


@dataclass(frozen=True, slots=True)
class Side:
    """One person's side of a task that is held: whom they can write to, and the names of both.

    `name` is the other's as this person knows it, `own_name` is theirs as the other knows it.
    """

    task: Task
    other: Person
    name: PrivateText
    own_name: PrivateText
    is_resident: bool

    @property
    def reference(self) -> PublicName:
        """The reference of the task."""
        return PublicName(self.task.reference)

    @property
    def stamp(self) -> str:
        """What its buttons carry."""
        return f"{self.task.token}:{self.task.claim_number}"

    def choice(self, name: str) -> PrivatePress:
        """Return a button that names this side among several."""
        label = Personal("button-write-to", name=self.name, reference=self.reference)
        return PrivatePress(label, f"{name}:{self.stamp}")

    def is_of(self, claim: RelayMessage | Choice) -> bool:
        """Say whether something was about the task as it is claimed now."""
        return (self.task.id, self.task.claim_number) == (claim.task_id, claim.claim_number)


async def side_of(turn: PersonalTurn, task: Task) -> Side | None:
    """Return a person's side of a task, or None where they may not write about it."""
    return await _side(turn, await actor_of(turn), task)


async def live(turn: PersonalTurn) -> list[Side]:
    """Return every side that a person has at this moment, the oldest task first."""
    person_id = turn.person.id
    about = {
        task.id: task
        for task in (
            *await tasks.unfinished_of(turn.transaction, person_id),
            *await tasks.held_by(turn.transaction, person_id),
            *await _chosen(turn),
        )
        if task.helper_id is not None
    }
    if not about:
        return []
    actor = await actor_of(turn)
    sides = [await _side(turn, actor, about[number]) for number in sorted(about)]
    return [each for each in sides if each is not None]


async def _chosen(turn: PersonalTurn) -> list[Task]:
    """Return the request that a coordinator has chosen to write about for whom they rang."""
    choice = await relay.choice_of(turn.transaction, turn.person.id)
    if choice is None or choice.task_id is None:
        return []
    task = await tasks.get(turn.transaction, choice.task_id)
    return [task] if task.by_phone else []


async def _side(turn: PersonalTurn, actor: Actor, task: Task) -> Side | None:
    if not allowed(actor, Action.WRITE_TO_OTHER_SIDE, task) or task.helper_id is None:
        return None
    resident = await people.get(turn.transaction, task.resident_id)
    helper = await people.get(turn.transaction, task.helper_id)
    resident_name = await _name_of_resident(turn, task, resident)
    helper_name = name_of(helper)
    if turn.person.id != task.helper_id:
        return Side(task, helper, helper_name, resident_name, is_resident=True)
    return Side(task, resident, resident_name, helper_name, is_resident=False)


async def _name_of_resident(turn: PersonalTurn, task: Task, resident: Person) -> PrivateText:
    """Return by which name a helper knows whoever writes to them from the other side.

    Of a request for somebody else that is whoever asked, and not the person helped.
    """
    own = name_of(resident)
    if task.helped_id is not None:
        return own
    return (await tasks.secrets_of(turn.transaction, task)).first_name or own

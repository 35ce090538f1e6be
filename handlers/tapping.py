"""What hears a button: the kinds of functions that a module hands to the register of taps."""

from collections.abc import Awaitable, Callable, Mapping

from handlers.asking.standing import of_earlier_claim
from handlers.house import PersonalTurn
from handlers.messages import Message
from handlers.outcomes import Outcome
from storage.model import Task

#: Hears a button that carries no task: who tapped, and what the button carried after its name.
#: Returns None where nobody ever made such a button.
Tap = Callable[[PersonalTurn, str], Awaitable[list[Message] | None]]
#: Hears a button about a task: `name:token`, or `name:token:detail`.
TaskTap = Callable[[PersonalTurn, Task, str], Awaitable[Outcome]]
#: Hears a button about a task that somebody holds: `name:token:claim number`.
HeldTap = Callable[[PersonalTurn, Task], Awaitable[Outcome]]

Taps = Mapping[str, Tap]
TaskTaps = Mapping[str, TaskTap]


def of_claim(act: HeldTap) -> TaskTap:
    """Do something with a held task, unless the button belongs to an earlier claim of it."""

    async def tap(turn: PersonalTurn, task: Task, claim_number: str) -> Outcome:
        if claim_number != str(task.claim_number):
            return await of_earlier_claim(turn, task)
        return await act(turn, task)

    return tap

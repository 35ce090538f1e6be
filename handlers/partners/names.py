"""Which organisation something belongs to, and what each is called."""

from handlers import posting
from handlers.house import Turn
from handlers.texts import PublicName, T
from storage import roles
from storage.model import Task
from storage.roles import CARING

Name = T | PublicName


async def organisation_of(turn: Turn, task: Task) -> int | None:
    """Return the organisation that a request belongs to; None is the scheme's own."""
    home = await posting.home_of(turn, task)
    return task.organisation_id if home is None else home.organisation_id


async def name_of_organisation(turn: Turn, number: int | None) -> Name:
    """Return what an organisation is called; the scheme's own by the name of the scheme."""
    if number is None:
        scheme = turn.house.scheme
        return T("organisation-own") if scheme is None else PublicName(scheme)
    return PublicName(dict(await roles.organisations_by_name(turn.transaction))[number])


async def others_to(turn: Turn, number: int | None) -> list[tuple[int | None, Name]]:
    """Return every other organisation that has somebody to take something over, with its name.

    The scheme's own always has: where nobody else does, the owners look after it.
    """
    staffed: set[int | None] = {None}
    for held in (await roles.of_everybody(turn.transaction)).values():
        staffed |= {each.organisation_id for role, each in held.items() if role in CARING}
    known: list[tuple[int | None, Name]] = [(None, await name_of_organisation(turn, None))]
    known += [
        (each, PublicName(name))
        for each, name in await roles.organisations_by_name(turn.transaction)
    ]
    return [(each, name) for each, name in known if each in staffed and each != number]

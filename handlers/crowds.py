"""How a card is decided: which places it names, and what it leaves out of what few people share.

It is decided once, when a request is first posted, and kept with it. So every copy and every later
version of a card says the same, and nobody learns something from what has changed.
"""

from pydantic import BaseModel, ConfigDict

from handlers.cards import ceiling_of, merged_with
from handlers.hiding import LOOKED_BACK, in_words, telling, to_leave_out
from handlers.house import Turn
from handlers.texts import DEFAULT_LANGUAGE, Listed
from storage import neighbourhoods, rarity, task_changes
from storage.model import Detail, Kind, Need, Neighbourhood, Task
from storage.rarity import Details, Whose


class Sought(BaseModel):
    """What of a request is looked at: what could tell whose it is, where, and whom it is for.

    `resident_id` and `helped_id` are both None for somebody who is new.
    """

    model_config = ConfigDict(frozen=True)

    places: tuple[int, ...]
    needs: tuple[Need, ...]
    language: str | None
    ceiling: int | None
    resident_id: int | None
    helped_id: int | None


async def left_out(turn: Turn, sought: Sought) -> frozenset[Detail]:
    """Return what the card of a request leaves out, as things stand now."""
    spoken = await _spoken(turn, sought.places)
    which = telling(sought.needs, sought.language, sought.ceiling, spoken)
    if not which:
        return which
    crowd = await rarity.crowd(
        turn.transaction,
        sought.places,
        turn.now - LOOKED_BACK,
        Details(which, sought.language, sought.ceiling),
        Whose(sought.resident_id, sought.helped_id),
    )
    return to_leave_out(which, crowd, turn.house.rare_below)


async def _spoken(turn: Turn, places: tuple[int, ...]) -> set[str]:
    """Return the languages of the groups of some places."""
    languages = {
        group.language
        for place in places
        for group in await neighbourhoods.groups_of(turn.transaction, place)
    }
    return languages or {DEFAULT_LANGUAGE}


async def settle(turn: Turn, task: Task) -> None:
    """Decide about the card of a request that was just given its kind or its neighbourhood.

    What an earlier card left out stays left out.
    """
    everywhere = await neighbourhoods.all_of_them(turn.transaction)
    home = next((each for each in everywhere if each.id == task.neighbourhood_id), None)
    if home is None or task.kind is Kind.SOMETHING_ELSE:
        return
    named = merged_with(home, everywhere, turn.house.fewest_homes)
    also_out = await left_out(turn, _sought(task, named))
    await task_changes.settle_card(
        turn.transaction, task, frozenset(each.id for each in named), task.left_out | also_out
    )


def _sought(task: Task, named: list[Neighbourhood]) -> Sought:
    return Sought(
        places=tuple(sorted(each.id for each in named)),
        needs=tuple(sorted(task.needs)),
        language=task.language_wanted,
        ceiling=task.ceiling,
        resident_id=task.resident_id if task.helped_id is None else None,
        helped_id=task.helped_id,
    )


async def left_out_of(turn: Turn, task: Task) -> Listed | None:
    """Return what is not on the card of a task, in words, for those who may know it."""
    everywhere = await neighbourhoods.all_of_them(turn.transaction)
    home = next((each for each in everywhere if each.id == task.neighbourhood_id), None)
    if home is None or not task.left_out:
        return None
    return in_words(task.left_out, task.language_wanted, ceiling_of(task, home))

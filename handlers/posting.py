"""What several handlers say: cards to groups, and word to those who look after the scheme."""

from collections.abc import Sequence

from handlers.cards import card_of, merged_with
from handlers.house import Turn
from handlers.messages import (
    Buttons,
    ChangeCard,
    Message,
    PostCard,
    Say,
    rendered_card,
)
from handlers.texts import DEFAULT_LANGUAGE, Line, PublicName, T
from storage import neighbourhoods, outbox, people, roles, tasks
from storage.model import CardPost, Group, Neighbourhood, Person, Role, Task
from storage.outbox import Purpose
from storage.private import PrivateText


async def groups_for(turn: Turn, task: Task) -> list[Group]:
    """Return the groups in which a task's card hangs: those of every place that it names.

    To hang in the group of the home alone would give away what the name of the place hides.
    """
    everywhere = await neighbourhoods.all_of_them(turn.transaction)
    home = next((each for each in everywhere if each.id == task.neighbourhood_id), None)
    if home is None:
        return []
    return [
        group
        for each in merged_with(home, everywhere, turn.house.fewest_homes)
        for group in await neighbourhoods.groups_of(turn.transaction, each.id)
    ]


async def cards_to_post(turn: Turn, task: Task) -> list[Message]:
    """Return a card for every group that is to see a task."""
    return [await card_to_post(turn, task, group) for group in await groups_for(turn, task)]


async def card_to_post(turn: Turn, task: Task, group: Group) -> Message:
    """Return the card of a task for one group."""
    everywhere = await neighbourhoods.all_of_them(turn.transaction)
    return PostCard(group, task.id, card_of(task, everywhere, turn.house.fewest_homes))


async def is_shown(turn: Turn, task: Task) -> bool:
    """Say whether there is a group that sees the card of a task once it is open."""
    return bool(await groups_for(turn, task))


async def now_shown(turn: Turn, task: Task) -> Message:
    """Return word to a resident whose request had waited until its group can see it."""
    resident = await people.get(turn.transaction, task.resident_id)
    told = T("completed-to-resident", reference=PublicName(task.reference))
    return Say(resident, (told,), purpose=Purpose.NEWS)


async def cards_to_change(turn: Turn, task: Task) -> list[Message]:
    """Return the new text of every card of a task, and put it into those not posted yet."""
    if task.neighbourhood_id is None:
        return []
    everywhere = await neighbourhoods.all_of_them(turn.transaction)
    card = card_of(task, everywhere, turn.house.fewest_homes)
    for group in await groups_for(turn, task):
        payload = rendered_card(turn.house.texts, card, group.language)
        await outbox.replace_unsent(
            turn.transaction,
            task_id=task.id,
            chat_id=group.chat_id,
            payload=PrivateText(payload.model_dump_json(exclude_defaults=True)),
        )
    posts = await tasks.card_posts_of(turn.transaction, task.id)
    return [ChangeCard(post, await language_of(turn, post), card) for post in posts]


async def card_to_change(turn: Turn, task: Task, post: CardPost) -> Message:
    """Return the text of one card as it should read now."""
    everywhere = await neighbourhoods.all_of_them(turn.transaction)
    card = card_of(task, everywhere, turn.house.fewest_homes)
    return ChangeCard(post, await language_of(turn, post), card)


async def home_of(turn: Turn, task: Task) -> Neighbourhood | None:
    """Return the neighbourhood of a task, or None where it has none yet."""
    everywhere = await neighbourhoods.all_of_them(turn.transaction)
    return next((each for each in everywhere if each.id == task.neighbourhood_id), None)


async def language_of(turn: Turn, post: CardPost) -> str:
    """Return the language of the group in which a card hangs."""
    linked = await neighbourhoods.groups_in_chat(turn.transaction, post.chat_id)
    return linked[0].language if linked else DEFAULT_LANGUAGE


async def owners_of(turn: Turn) -> list[Person]:
    """Return the owners who have written to the service, and so can be written to."""
    return await people.with_accounts(turn.transaction, turn.house.owners)


async def leads_of(turn: Turn) -> list[Person]:
    """Return the safeguarding leads; until one is appointed, the owners are they."""
    return await roles.holders(turn.transaction, Role.LEAD) or await owners_of(turn)


async def to_leads(
    turn: Turn, lines: Sequence[Line], buttons: Buttons = (), label: str | None = None
) -> list[Message]:
    """Return the same word to every safeguarding lead, ahead of other news."""
    return [
        Say(lead, lines, buttons, purpose=Purpose.SAFETY, label=label)
        for lead in await leads_of(turn)
    ]


async def to_owners(
    turn: Turn, lines: Sequence[Line], buttons: Buttons = (), label: str | None = None
) -> list[Message]:
    """Return the same word to every owner."""
    return [
        Say(owner, lines, buttons, purpose=Purpose.NEWS, label=label)
        for owner in await owners_of(turn)
    ]

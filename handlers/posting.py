"""What several handlers say: cards to groups, and word to those who look after the scheme."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Final

from handlers.asking.whom import to_resident
from handlers.cards import PublicCard, card_of, merged_with, places_named
from handlers.house import Turn
from handlers.messages import Buttons, ChangeCard, ChangeSaid, Message, PostCard, Say, TakeCardBack
from handlers.outgoing import kept_card
from handlers.texts import DEFAULT_LANGUAGE, Line, PublicName, T
from storage import (
    asks,
    blocks,
    card_lines,
    card_posts,
    due_work,
    neighbourhoods,
    outbox_changes,
    people,
    roles,
    tasks,
)
from storage.model import (
    CardPost,
    Group,
    Neighbourhood,
    Person,
    Reach,
    Repeat,
    Role,
    Status,
    Task,
)
from storage.outbox import Purpose

#: From where on a task is offered beside the places that its card names.
REACHING_OUT: Final = frozenset({Reach.ADJACENT, Reach.ASKING, Reach.COORDINATOR})
#: Timed work: the overview of a group, once what is open there has changed.
OVERVIEW: Final = "overview"
#: So long changes of what is open are gathered, since a group takes few messages a minute.
GATHERED_FOR: Final = timedelta(minutes=2)
#: Telegram lets a bot take a message back for 48 hours.
TAKEN_BACK_WITHIN: Final = timedelta(hours=47)


async def groups_for(turn: Turn, task: Task) -> list[Group]:
    """Return the groups that are to see a task: of every place that its card names, and as soon as
    it has been carried so far, of those beside them.

    To hang in the group of the home alone would give away what the name of the place hides.
    """
    if task.reach not in REACHING_OUT:
        return await groups_at_home(turn, task)
    return [*await groups_at_home(turn, task), *await groups_beside(turn, task)]


async def groups_at_home(turn: Turn, task: Task) -> list[Group]:
    """Return the groups of every place that the card of a task names."""
    return await _groups_of(turn, await _named_on_card(turn, task))


async def groups_beside(turn: Turn, task: Task) -> list[Group]:
    """Return the groups of the neighbourhoods that lie beside those which a card names.

    Beside any of them, so that where it hangs tells no more than what it says.
    """
    return await _groups_of(turn, await areas_beside(turn, task))


async def areas_beside(turn: Turn, task: Task) -> list[Neighbourhood]:
    """Return the neighbourhoods that lie beside those which the card of a task names.

    Those of another organisation are left out: to go there takes the consent of the resident.
    """
    named = await _named_on_card(turn, task)
    beside = {number for each in named for number in each.adjacent} - {each.id for each in named}
    return [
        each
        for each in await neighbourhoods.all_of_them(turn.transaction)
        if each.id in beside and each.organisation_id == named[0].organisation_id
    ]


async def numbers_named(turn: Turn, task: Task) -> frozenset[int]:
    """Return the neighbourhoods that the card of a task names, by their numbers."""
    return frozenset(each.id for each in await _named_on_card(turn, task))


async def _named_on_card(turn: Turn, task: Task) -> list[Neighbourhood]:
    everywhere = await neighbourhoods.all_of_them(turn.transaction)
    return places_named(task, everywhere, turn.house.fewest_homes)


async def places_by_home(turn: Turn) -> dict[int, frozenset[int]]:
    """Return which neighbourhoods a new card from each one names, all by their numbers."""
    everywhere = await neighbourhoods.all_of_them(turn.transaction)
    fewest = turn.house.fewest_homes
    return {
        each.id: frozenset(other.id for other in merged_with(each, everywhere, fewest))
        for each in everywhere
    }


async def cards_named_anew(turn: Turn, before: Mapping[int, frozenset[int]]) -> list[Message]:
    """Return what lets open cards name places that have come to theirs, and hang there too.

    `before` is what they named until now: see `places_by_home`. A card never names fewer.
    """
    messages: list[Message] = []
    for home, named in (await places_by_home(turn)).items():
        if named <= before.get(home, named):
            continue
        for task in await tasks.open_in(turn.transaction, home):
            messages += await cards_to_change(turn, task)
            messages += await cards_to_post(turn, task)
    return messages


async def _groups_of(turn: Turn, places: Sequence[Neighbourhood]) -> list[Group]:
    return [
        group
        for each in places
        for group in await neighbourhoods.groups_of(turn.transaction, each.id)
    ]


async def is_out_of_place(turn: Turn, task: Task, post: CardPost) -> bool:
    """Say whether a card hangs in a group of an organisation that the task was taken from."""
    linked = await neighbourhoods.groups_in_chat(turn.transaction, post.chat_id)
    places = {each.neighbourhood_id for each in linked if each.thread == post.thread}
    if not places or places & {each.neighbourhood_id for each in await groups_for(turn, task)}:
        return False
    home = await home_of(turn, task)
    everywhere = await neighbourhoods.all_of_them(turn.transaction)
    owners = {each.organisation_id for each in everywhere if each.id in places}
    return home is None or home.organisation_id not in owners


async def card_as_it_is(turn: Turn, task: Task) -> PublicCard:
    """Return the card of a task as it reads now."""
    everywhere = await neighbourhoods.all_of_them(turn.transaction)
    line = await card_lines.on_card(turn.transaction, task)
    return card_of(task, everywhere, turn.house.fewest_homes, line)


async def is_shown(turn: Turn, task: Task) -> bool:
    """Say whether there is a group that can see the card of a task once it is open."""
    return any(group.reachable for group in await groups_for(turn, task))


async def cards_to_post(turn: Turn, task: Task) -> Sequence[Message]:
    """Return a card for every group that is to see a task and neither has one nor gets one soon.

    A group that cannot be reached gets its cards when it can be.
    """
    hanging = {
        (post.chat_id, post.thread) for post in await card_posts.of_task(turn.transaction, task.id)
    }
    return await cards_anew(
        turn,
        task,
        [
            group
            for group in await groups_for(turn, task)
            if (group.chat_id, group.thread) not in hanging
        ],
    )


async def cards_up_again(turn: Turn, task: Task) -> list[Message]:
    """Return what shows a task anew to every group that sees it, where it was seen before too."""
    anew = await cards_anew(turn, task, await groups_for(turn, task))
    changed = await cards_to_change(turn, task)
    # A card that is about to be taken back need not read right before that.
    soon_gone = {(each.group.chat_id, each.group.thread) for each in anew}
    kept = [
        each
        for each in changed
        if not isinstance(each, ChangeCard)
        or (each.post.chat_id, each.post.thread) not in soon_gone
    ]
    return [*kept, *anew]


async def cards_anew(turn: Turn, task: Task, groups: Sequence[Group]) -> list[PostCard]:
    """Return a new card for groups; once it is there, an older one in the same group is taken back.

    A card that is still to be sent to a group is as new as any.
    """
    soon = await card_posts.on_their_way(turn.transaction, task.id)
    card = await card_as_it_is(turn, task)
    return [
        PostCard(group, task.id, card)
        for group in groups
        if group.reachable and (group.chat_id, group.thread) not in soon
    ]


async def cards_to_change(turn: Turn, task: Task) -> list[Message]:
    """Return what brings up to date all that others see of a task: its cards, unsent ones included,
    and what volunteers were asked who have not answered.
    """
    if task.neighbourhood_id is None:
        return []
    card = await card_as_it_is(turn, task)
    for group in await groups_for(turn, task):
        payload = kept_card(turn.house.texts, card, group.language)
        await outbox_changes.replace_unsent(
            turn.transaction,
            task_id=task.id,
            chat_id=group.chat_id,
            payload=payload,
        )
    posts = await card_posts.of_task(turn.transaction, task.id)
    for post in posts:
        await overview_soon(turn, post)
    changed = [ChangeCard(post, await language_of(turn, post), card) for post in posts]
    return [*changed, *await _asks_to_close(turn, task)]


async def _asks_to_close(turn: Turn, task: Task) -> list[Message]:
    if task.status is Status.OPEN:
        return []
    reference = PublicName(task.reference)
    messages: list[Message] = []
    for number in await asks.close(turn.transaction, task.id):
        volunteer = await people.get(turn.transaction, number)
        said = T("ask-yours" if number == task.helper_id else "ask-over", reference=reference)
        messages.append(ChangeSaid(volunteer, ask_label(task, number), (said,)))
    return messages


def ask_label(task: Task, person_id: int) -> str:
    """Return what the message is found by with which somebody was asked for a task."""
    return f"ask:{task.id}:{person_id}"


async def card_to_change(turn: Turn, task: Task, post: CardPost) -> Message:
    """Return the text of one card as it should read now."""
    card = await card_as_it_is(turn, task)
    return ChangeCard(post, await language_of(turn, post), card)


async def card_to_take_back(turn: Turn, post: CardPost) -> Message:
    """Forget a card below which the same one hangs anew, and return what takes it back."""
    await card_posts.forget(turn.transaction, post.chat_id, post.message)
    is_old = post.posted_at is None or turn.now - post.posted_at > TAKEN_BACK_WITHIN
    return TakeCardBack(post, await language_of(turn, post), is_old)


async def overview_soon(turn: Turn, post: CardPost) -> None:
    """Have the overview looked at of the group in which a card hangs."""
    for group in await neighbourhoods.groups_in_chat(turn.transaction, post.chat_id):
        if group.thread == post.thread:
            due_at = turn.now + GATHERED_FOR
            await due_work.plan_unless_planned(turn.transaction, OVERVIEW, group.id, due_at)


async def now_shown(turn: Turn, task: Task) -> Message:
    """Return word to a resident whose request had waited until its group can see it."""
    told = T("completed-to-resident", reference=PublicName(task.reference))
    return await to_resident(turn, task, (told,), purpose=Purpose.NEWS)


async def home_of(turn: Turn, task: Task | Repeat) -> Neighbourhood | None:
    """Return the neighbourhood of a task or of weekly help, or None where it has none yet."""
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
    """Return the safeguarding leads; the owners where there is none who is not blocked."""
    leads = [
        each
        for each in await roles.holders(turn.transaction, Role.LEAD)
        if not await blocks.is_blocked(turn.transaction, each.id)
    ]
    return leads or await owners_of(turn)


async def to_owners(
    turn: Turn, lines: Sequence[Line], buttons: Buttons = (), label: str | None = None
) -> list[Message]:
    """Return the same word to every owner."""
    return [
        Say(owner, lines, buttons, purpose=Purpose.NEWS, label=label)
        for owner in await owners_of(turn)
    ]

"""Telling others of a request: its group, or a coordinator first where something is missing."""

from collections.abc import Sequence
from typing import Final

from handlers import posting
from handlers.asking.whom import to_resident
from handlers.cards import window_of
from handlers.helping.private_parts import request_lines
from handlers.helping.shown_details import shown_to_reader
from handlers.house import Turn
from handlers.looking_after import Word, coordinators_for, look_tomorrow, to_coordinators
from handlers.messages import Buttons, Message, Press, PrivateButtons, Say
from handlers.partners.history import from_others
from handlers.texts import Line, Paragraph, Personal, PublicName, T
from storage import neighbourhoods, tasks
from storage.model import Group, Kind, Neighbourhood, Person, Status, Task
from storage.outbox import Purpose

COLUMNS: Final = 2


async def announced(turn: Turn, task: Task) -> list[Message]:
    """Return what others hear of a request that is new or was just completed."""
    if task.status is not Status.OPEN:
        if task.slot > 1:
            # The first of its tasks stands for a request of several; it is completed as a whole.
            return []
        return await request_to_complete(turn, task)
    if await posting.is_shown(turn, task):
        return list(await posting.cards_to_post(turn, task))
    return await group_to_link(turn, task)


async def group_to_link(turn: Turn, task: Task) -> list[Message]:
    """Return word to those who look after a request that no group can see."""
    return await to_coordinators(turn, task, (await group_wanted(turn, task)).lines)


async def group_wanted(turn: Turn, task: Task) -> Word:
    """Return what is said of a request that no group can see."""
    home = await posting.home_of(turn, task)
    assert home is not None  # noqa: S101 - an open task has a neighbourhood
    reference, area = PublicName(task.reference), PublicName(home.name)
    is_linked = bool(await posting.groups_for(turn, task))
    what = T("group-to-reach" if is_linked else "group-to-link", reference=reference, area=area)
    return Word((what,))


async def caught_up(turn: Turn, groups: Sequence[Group]) -> list[Message]:
    """Return the cards that groups have missed, and word to residents whom nobody could see before.

    The groups have just been linked, or can be reached again.
    """
    chats = {group.chat_id for group in groups}
    messages: list[Message] = []
    for place in await neighbourhoods.all_of_them(turn.transaction):
        for task in await tasks.open_in(turn.transaction, place.id):
            cards = await posting.cards_to_post(turn, task)
            if not cards:
                continue
            messages += cards
            seeing = await posting.groups_for(turn, task)
            if all(group.chat_id in chats for group in seeing if group.reachable):
                said = T("shown-to-resident", reference=PublicName(task.reference))
                messages.append(await to_resident(turn, task, (said,), purpose=Purpose.NEWS))
    return messages


async def request_to_complete(
    turn: Turn, task: Task, also: Sequence[Line] = (), buttons: PrivateButtons = ()
) -> list[Message]:
    """Return word to those who look after a request that lacks its kind or its neighbourhood."""
    await look_tomorrow(turn)
    return [
        await lacking_to(turn, task, each, also=also, buttons=buttons, purpose=Purpose.NEWS)
        for each in await coordinators_for(turn, task)
    ]


async def lacking_to(
    turn: Turn,
    task: Task,
    reader: Person,
    *,
    also: Sequence[Line] = (),
    buttons: PrivateButtons = (),
    purpose: Purpose = Purpose.ANSWER,
) -> Say:
    """Return what a request lacks for somebody who looks after it; it shows them its words."""
    word = await lacking(turn, task)
    lines, below = (*word.lines, *also), (*word.buttons, *buttons)
    return await shown_to_reader(turn, task, reader, lines, below, purpose)


async def lacking(turn: Turn, task: Task) -> Word:
    """Return what a request lacks before others can see it, with a button for each answer."""
    secrets = await tasks.secrets_of(turn.transaction, task)
    came = await from_others(turn, task)
    lines: list[Line] = [
        *(came.lines if came else (T("complete-request", reference=PublicName(task.reference)),)),
        T("card-window", window=window_of(task, None)),
        Paragraph(request_lines(secrets)),
    ]
    also = came.buttons if came else ()
    if task.neighbourhood_id is not None:
        return Word((*lines, T("complete-kind")), (*_kind_buttons(task), *also))
    if secrets.place is not None:
        lines.append(Personal("complete-place", place=secrets.place))
    areas = await places_for(turn, task)
    lines.append(T("complete-where" if areas else "complete-nowhere"))
    return Word(lines, (*_area_buttons(task, areas), *also))


async def places_for(turn: Turn, task: Task) -> list[Neighbourhood]:
    """Return where a request without a neighbourhood may go: what its organisation owns."""
    everywhere = await neighbourhoods.all_of_them(turn.transaction)
    return [each for each in everywhere if each.organisation_id == task.organisation_id]


def _area_buttons(task: Task, areas: Sequence[Neighbourhood]) -> Buttons:
    return _in_rows(
        [Press(PublicName(each.name), f"area:{task.token}:{each.id}") for each in areas]
    )


def _kind_buttons(task: Task) -> Buttons:
    return _in_rows(
        [
            Press(T(f"kind-{kind.value}"), f"kind:{task.token}:{kind.value}")
            for kind in Kind
            if kind is not Kind.SOMETHING_ELSE
        ]
    )


def _in_rows(buttons: list[Press]) -> Buttons:
    return [buttons[start : start + COLUMNS] for start in range(0, len(buttons), COLUMNS)]

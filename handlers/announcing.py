"""Telling others of a request: its group, or a coordinator first where something is missing."""

from typing import Final

from handlers import posting
from handlers.cards import window_of
from handlers.house import Turn
from handlers.messages import Buttons, Message, Press
from handlers.private_parts import request_lines
from handlers.texts import Line, Paragraph, Personal, PublicName, T
from storage import neighbourhoods, tasks
from storage.model import Kind, Status, Task

COLUMNS: Final = 2


async def announced(turn: Turn, task: Task) -> list[Message]:
    """Return what others hear of a request that is new or was just completed."""
    if task.status is not Status.OPEN:
        return await request_to_complete(turn, task)
    if await posting.is_shown(turn, task):
        return await posting.cards_to_post(turn, task)
    return await group_to_link(turn, task)


async def group_to_link(turn: Turn, task: Task) -> list[Message]:
    """Return word to the owners of a request that no group can see."""
    home = await posting.home_of(turn, task)
    assert home is not None  # noqa: S101 - an open task has a neighbourhood
    reference, area = PublicName(task.reference), PublicName(home.name)
    return await posting.to_owners(turn, (T("group-to-link", reference=reference, area=area),))


async def request_to_complete(turn: Turn, task: Task) -> list[Message]:
    """Return word to the owners of a request that lacks its kind or its neighbourhood."""
    secrets = await tasks.secrets_of(turn.transaction, task)
    lines: list[Line] = [
        T("complete-request", reference=PublicName(task.reference)),
        T("card-window", window=window_of(task, None)),
        Paragraph(request_lines(secrets)),
    ]
    if task.neighbourhood_id is None:
        if secrets.place is not None:
            lines.append(Personal("complete-place", place=secrets.place))
        lines.append(T("complete-where"))
        return await posting.to_owners(turn, lines, await _area_buttons(turn, task))
    lines.append(T("complete-kind"))
    return await posting.to_owners(turn, lines, _kind_buttons(task))


async def _area_buttons(turn: Turn, task: Task) -> Buttons:
    everywhere = await neighbourhoods.all_of_them(turn.transaction)
    return _in_rows(
        [Press(PublicName(each.name), f"area:{task.token}:{each.id}") for each in everywhere]
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

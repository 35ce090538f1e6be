"""The overview of a group: what is open there, in one message that keeps itself up to date.

It is first posted when two cards hang open in a group, so that a quiet group is not told everything
twice. From then on it is changed in place, whatever is open, at most once in two minutes.
"""

from hashlib import sha256
from typing import Final

from handlers import posting
from handlers.cards import area_of, window_of
from handlers.house import Turn
from handlers.messages import Message, ShowOverview
from handlers.outgoing import OVERVIEW, rendered_overview
from handlers.texts import PublicLine, PublicName, T
from handlers.timed_work import TimedWork
from storage import card_posts, due_work, neighbourhoods, outbox_changes, overviews, tasks
from storage.model import Task
from storage.overviews import Overview

#: With fewer open cards a group gets no overview of its own.
FROM: Final = 2
#: In requests.
LONGEST: Final = 15


async def _overview(turn: Turn, group_id: int) -> list[Message]:
    """Bring the overview of a group up to date, where what is open there has changed."""
    group = await neighbourhoods.group(turn.transaction, group_id)
    known = await overviews.of_group(turn.transaction, group_id)
    numbers = await card_posts.open_tasks_in(
        turn.transaction, group.chat_id, group.thread, turn.now
    )
    if not group.reachable or (known is None and len(numbers) < FROM):
        return []
    message = ShowOverview(group, known.message if known else None, await _lines(turn, numbers))
    digest = sha256(rendered_overview(turn.house.texts, message).text.encode()).hexdigest()
    if known is not None and known.digest == digest:
        return []
    if known is not None and await _is_leaving(turn, known):
        # Under which number it hangs is known in a moment.
        due_at = turn.now + posting.GATHERED_FOR
        await due_work.plan(turn.transaction, posting.OVERVIEW, group_id, due_at)
        return []
    await overviews.write(turn.transaction, group_id, digest)
    return [message]


async def _is_leaving(turn: Turn, known: Overview) -> bool:
    if known.message is not None:
        return False
    sent = await outbox_changes.labelled(turn.transaction, f"{OVERVIEW}{known.group_id}")
    return any(not is_unsent for _, _, is_unsent in sent)


async def _lines(turn: Turn, numbers: list[int]) -> tuple[PublicLine, ...]:
    if not numbers:
        return (T("overview-nothing"),)
    listed = [await tasks.get(turn.transaction, number) for number in numbers[:LONGEST]]
    lines: list[PublicLine] = [T("overview")]
    lines += [await _line(turn, task) for task in listed]
    more = len(numbers) - len(listed)
    if more:
        lines.append(T("overview-more", number=more))
    return tuple(lines)


async def _line(turn: Turn, task: Task) -> PublicLine:
    everywhere = await neighbourhoods.all_of_them(turn.transaction)
    home = next(each for each in everywhere if each.id == task.neighbourhood_id)
    return T(
        "overview-line",
        kind=T(f"kind-{task.kind.value}"),
        area=area_of(task, everywhere, turn.house.fewest_homes),
        window=window_of(task, home),
        reference=PublicName(task.reference),
    )


TIMED: Final[TimedWork] = {posting.OVERVIEW: _overview}

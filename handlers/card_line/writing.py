"""Somebody writes a line for the card of their request: it is checked, shown back, and handed in.

The request does not wait for it: its card hangs already, without the line.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from pydantic import JsonValue

from handlers.actions import Action
from handlers.actors import actor_of
from handlers.afterwards import approving
from handlers.card_line.noticing import Surroundings, surroundings, told
from handlers.dialogue import Conversation
from handlers.helping.task_buttons import page_button
from handlers.house import PersonalTurn
from handlers.messages import Message, Press, Say
from handlers.outcomes import Begins
from handlers.permissions import allowed
from handlers.question import Again, Answered, Heard, NotYet, Words
from handlers.questions import Choice, LastLook, Write
from handlers.tapping import TaskTaps
from handlers.texts import Line, Personal, PublicName, T, in_one_line
from storage import card_lines, tasks
from storage.model import Status, Task
from storage.private import PrivateText

#: In characters.
LIMIT: Final = 120
#: Kinds of signs that cannot be seen and do things to what stands around them.
_UNSEEN: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


@dataclass(frozen=True, slots=True)
class Known:
    """What the conversation may use: a task of the request that is open, or why there is none.

    `waits` and `stands` are the line that waits for a coordinator, and the one on the card.
    """

    task: Task | None
    refusal: T | None
    around: Surroundings = field(default_factory=Surroundings)
    waits: PrivateText | None = field(default=None, repr=False)
    stands: PrivateText | None = field(default=None, repr=False)


class WriteLine(Write):
    """Write one line of what everybody may read: no sign in it is unseen."""

    def hear(self, heard: Heard, partial: JsonValue) -> Answered | NotYet | Again:
        if isinstance(heard, Words):
            heard = replace(heard, text=seen_only(heard.text))
        return super().hear(heard, partial)


def seen_only(text: str) -> str:
    """Return a text in one line, without signs that nobody sees."""
    return "".join(each for each in in_one_line(text) if unicodedata.category(each) not in _UNSEEN)


async def write_line(known: Known) -> PrivateText | None:
    """Ask for a line and show what was found in it; None where it is left out."""
    if known.task is None:
        return None
    line = await WriteLine("card-line", limit=LIMIT, one_line=True, says=_asked(known))
    found = told(line, known.around)
    send = T("button-line-send-anyway" if found else "button-line-send")
    ways: list[Choice[bool]] = [
        Choice("send", value=True, label=send),
        Choice("leave", value=False, label=T("button-line-leave-out")),
    ]
    shows = _shown_back(line, found)
    wanted = await LastLook("preview-line", ways, shows=shows, change=T("button-line-rewrite"))
    return line if wanted else None


def _asked(known: Known) -> Sequence[Line]:
    asked = T("ask-card-line", limit=LIMIT)
    if known.waits is not None:
        return (Personal("line-waits", value=known.waits), T("line-in-its-place"), asked)
    if known.stands is not None:
        return (Personal("line-stands", value=known.stands), T("line-until-then"), asked)
    return (asked,)


def _shown_back(line: PrivateText, found: Sequence[Line]) -> Sequence[Line]:
    shown = Personal("line-would-read", value=line)
    if not found:
        return (shown, T("line-nothing-found"), T("line-read-first"))
    return (shown, *found, T("line-found-next"), T("line-read-first"))


async def know(turn: PersonalTurn, subject: str) -> Known:
    """Read what the conversation may use; the subject is the token of a task of the request."""
    task = await tasks.with_token(turn.transaction, subject)
    if task is None:
        return Known(None, T("request-unknown"))
    place = await open_place(turn, task)
    if not allowed(await actor_of(turn), Action.ADD_LINE, place):
        return Known(None, T("line-not-now", reference=PublicName(task.reference)))
    waits = await card_lines.waiting(turn.transaction, place)
    stands = await card_lines.standing(turn.transaction, place)
    return Known(
        place,
        None,
        await surroundings(turn, place),
        None if waits is None else waits.words,
        None if stands is None else stands.words,
    )


async def open_place(turn: PersonalTurn, task: Task) -> Task:
    """Return a task of the same request that nobody has taken; the same where there is none."""
    places = await tasks.unfinished_places(turn.transaction, task)
    return next((each for each in places if each.status is Status.OPEN), task)


async def act(turn: PersonalTurn, known: Known, line: PrivateText | None) -> list[Message]:
    """Put the line before a coordinator, unless its author left it out."""
    if known.task is None:
        return [Say(turn.person, (known.refusal or T("request-unknown"),))]
    if line is None:
        return [Say(turn.person, (T("line-left-out"),))]
    to_coordinators = await approving.hand_in_line(turn, known.task, line)
    is_own = known.task.resident_id == turn.person.id
    back = Press(T("button-mine"), "menu:mine") if is_own else page_button(known.task)
    return [Say(turn.person, (T("line-handed-in"),), ((back,),)), *to_coordinators]


async def _begin(turn: PersonalTurn, task: Task, _detail: str) -> Begins:
    return Begins(CARD_LINE.name, task.token)


CARD_LINE: Final = Conversation("card-line", know, write_line, act, stopped=T("line-stopped"))
TASK_TAPS: Final[TaskTaps] = {"line": _begin}

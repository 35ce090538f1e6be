"""How many requests one person may have open and make in a day, and asking for more."""

from collections.abc import Mapping
from typing import Final

from pydantic import JsonValue

from handlers.helping.private_parts import name_of
from handlers.house import PersonalTurn
from handlers.limits import lifting
from handlers.messages import Message, Press, Say
from handlers.start import menu
from handlers.tapping import Taps
from handlers.texts import Line, Personal, T
from storage import helped_people, limits, roles
from storage.limits import Reached
from storage.private import PrivateText

MORE: Final = "limit-more"
#: So many times as much may be open for one person and those for whom they ask, and be asked for
#: within a day, also where it is taken back: every card in a group is seen by everybody there.
#: Those whose work it is to ask for others are not held to it.
TIMES_OVER_ALL: Final = 2
WHEN_DONE: Final = T("limit-requests-what-now")


async def full_for(turn: PersonalTurn) -> frozenset[int | None]:
    """Return the people for whom as much is open as may be, by number; None is whoever acts."""
    found = await limits.open_requests(turn.transaction, turn.person.id)
    most = turn.house.open_requests_at_most
    full = frozenset(helped for helped, count in found.items() if count >= most)
    return frozenset() if full and await _may_go_on(turn) else full


async def _may_go_on(turn: PersonalTurn) -> bool:
    return await limits.is_lifted(turn.transaction, turn.person.id, Reached.REQUESTS, turn.now)


async def why_not_ask(
    turn: PersonalTurn, answers: Mapping[str, JsonValue], *, for_another: bool
) -> list[Message] | None:
    """Return what somebody hears who may begin no request now; None where they may.

    Only what is new is held back: what somebody began before the limit was reached goes on. Nobody
    is in two conversations, so that two requests cannot pass the limit at once.
    """
    refused = await _too_many(turn, answers, for_another=for_another)
    return None if refused is None or await _may_go_on(turn) else refused


async def _too_many(
    turn: PersonalTurn, answers: Mapping[str, JsonValue], *, for_another: bool
) -> list[Message] | None:
    found = await limits.open_requests(turn.transaction, turn.person.id)
    most = turn.house.open_requests_at_most
    if sum(found.values()) >= TIMES_OVER_ALL * most and not await _asks_at_work(turn):
        number = TIMES_OVER_ALL * most
        return _refused(turn, T("limit-requests-over-all", number=number), answers)
    if (times := await _asked_too_often(turn)) is not None:
        why, later = T("limit-requests-today", number=times), T("limit-requests-later")
        return _refused(turn, why, answers, what_now=later)
    if for_another or found.get(None, 0) < most or await _asks_for_others(turn):
        return None
    return _refused(turn, T("limit-requests", number=most), answers)


async def _asked_too_often(turn: PersonalTurn) -> int | None:
    """Return how many requests somebody made within a day who may make no more; else None."""
    times = await limits.asked_lately(turn.transaction, turn.person.id, turn.now)
    is_much = times >= TIMES_OVER_ALL * turn.house.open_requests_at_most
    return times if is_much and not await _asks_at_work(turn) else None


async def _asks_at_work(turn: PersonalTurn) -> bool:
    """Say whether somebody asks for others because of a role that they were given."""
    is_owner = turn.person.account in turn.house.owners
    return is_owner or bool(await roles.held_by(turn.transaction, turn.person.id))


async def _asks_for_others(turn: PersonalTurn) -> bool:
    # They are asked whom it is for, and told there whose turn it is not.
    helped = await helped_people.asked_for_by(turn.transaction, turn.person.id)
    return any(each.ended_at is None for each in helped)


def _refused(
    turn: PersonalTurn,
    why: T,
    answers: Mapping[str, JsonValue],
    what_now: T = WHEN_DONE,
) -> list[Message]:
    lines: list[Line] = [why, what_now]
    words = answers.get("words")
    if isinstance(words, str):
        lines.append(Personal("limit-your-words", value=PrivateText(words)))
    mine, more = Press(T("button-mine"), "menu:mine"), Press(T("button-limit-more"), f"{MORE}:")
    return [Say(turn.person, lines, ((mine,), (more,)))]


async def _ask_for_more(turn: PersonalTurn, _nothing: str) -> list[Message]:
    """Let those who look after a resident hear that they need more than they may ask for."""
    found = await limits.open_requests(turn.transaction, turn.person.id)
    number = sum(found.values())
    times = await _asked_too_often(turn)
    if number < turn.house.open_requests_at_most and times is None:
        return [Say(turn.person, (T("limit-more-not-needed"),), menu())]
    line = Personal("limit-requests-to-coordinators", name=name_of(turn.person), number=number)
    lines: tuple[Line, ...] = (line, T("limit-requests-settle"))
    if times is not None:
        today = T("limit-requests-today-to-coordinators", number=times)
        lines = (line, today, T("limit-requests-today-settle"))
    word = await lifting.word_of(turn, turn.person, Reached.REQUESTS, lines)
    said = "limit-more-asked" if word else "limit-more-asked-before"
    return [Say(turn.person, (T(said),)), *(word or ())]


TAPS: Final[Taps] = {MORE: _ask_for_more}

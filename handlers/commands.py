"""Commands: what begins with a slash, in a private chat."""

import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

from handlers.afterwards.approving import waiting as approvals_waiting
from handlers.afterwards.costs import ledger
from handlers.asking.ask_for_help import ASK, FOR_ANOTHER
from handlers.asking.my_requests import mine
from handlers.call_outs.roster import going_on as call_outs_going_on
from handlers.choose_language import named, offered, spoken_from_now
from handlers.current import asked_again, begin, cancel
from handlers.events import Place
from handlers.forgetting.for_whom import asked as forget_whom
from handlers.helping.claiming import followed
from handlers.house import PersonalTurn
from handlers.keeping.mydata import mydata
from handlers.keeping.privacy import privacy
from handlers.messages import Message, Say
from handlers.numbers import report_taps
from handlers.queue.reading import queue
from handlers.safety.holding import listed as holds_listed
from handlers.scheme import linking, request_page, setting_up, setup_menu
from handlers.scheme.blocking import listed as blocked_ones
from handlers.scheme.role_list import listed
from handlers.start import help_text, menu, welcome
from handlers.texts import DEFAULT_LANGUAGE, T, Texts
from handlers.volunteering.profile import profile
from handlers.weekly.weekly_care import listed as all_weekly

_COMMAND: Final = re.compile(r"/([a-z_]{1,32})(?:@\w+)?(?:\s+(.*))?", re.IGNORECASE | re.DOTALL)


#: What an app lists for everybody; owners' commands are in the help.
LISTED: Final = (
    *("start", "help", "ask", "askfor", "offer", "mine", "me"),
    *("report", "mydata", "privacy", "forget", "language", "cancel"),
)


def described(texts: Texts) -> dict[str, list[tuple[str, str]]]:
    """Return every command and what it does, by language; "" stands for any other language."""
    by_language = {
        language: [(name, texts.say(T(f"command-{name}"), language)) for name in LISTED]
        for language in texts.languages
    }
    return {"": by_language[DEFAULT_LANGUAGE], **by_language}


@dataclass(frozen=True, slots=True)
class Command:
    """A command and what was written behind it."""

    name: str
    rest: str = field(repr=False)


def command_of(text: str) -> Command | None:
    """Return the command that a text is, or None where it is none."""
    found = _COMMAND.fullmatch(text.strip())
    return None if found is None else Command(found[1].lower(), (found[2] or "").strip())


#: Commands that say something, and let a question that waits be asked again after it.
_SAYING: Final[Mapping[str, Callable[[PersonalTurn], Awaitable[list[Message]]]]] = {
    "start": welcome,
    "help": help_text,
    "mine": mine,
    "me": profile,
    "mydata": mydata,
    "privacy": privacy,
    "ledger": ledger,
    "approvals": approvals_waiting,
    "roles": listed,
    "queue": queue,
    "weekly": all_weekly,
    "block": blocked_ones,
    "holds": holds_listed,
    "callouts": call_outs_going_on,
}
#: Commands that begin the conversation of their name.
_BEGINNING: Final = frozenset(
    {"ask", "offer", "language", "neighbourhood", "invite", "phonein", "callout", "poster"}
)


async def _worry(turn: PersonalTurn, words: str) -> list[Message]:
    return await begin(turn, "worry", answers={"worry-words": words} if words else None)


async def _report(turn: PersonalTurn, words: str) -> list[Message]:
    """Offer numbers to those for whom they are; for anybody else, and with words, it is a worry."""
    offered = None if words else await report_taps.offered(turn)
    if offered is None:
        return await _worry(turn, words)
    return [*offered, *await asked_again(turn)]


async def _set_up(turn: PersonalTurn, _rest: str) -> list[Message]:
    """Go on with what nobody has gone through yet, or show what is set up."""
    subject = await setting_up.first_subject(turn)
    if subject is not None:
        is_beginning = subject == setting_up.BEGINNING
        return await begin(
            turn, "setup", subject, before=(T("setup-hello"),) if is_beginning else ()
        )
    return [await setup_menu.menu(turn), *await asked_again(turn)]


async def _ask_for(turn: PersonalTurn, _rest: str) -> list[Message]:
    return await begin(turn, ASK.name, FOR_ANOTHER)


async def _request(turn: PersonalTurn, reference: str) -> list[Message]:
    return [*await request_page.opened(turn, reference), *await asked_again(turn)]


async def _cancel(turn: PersonalTurn, _rest: str) -> list[Message]:
    return await cancel(turn)


#: Commands that say themselves what is asked next; they are given what was written behind them.
_DOING: Final[Mapping[str, Callable[[PersonalTurn, str], Awaitable[list[Message]]]]] = {
    "cancel": _cancel,
    "askfor": _ask_for,
    "request": _request,
    "report": _report,
    "worry": _worry,
    "forget": forget_whom,
    "setup": _set_up,
    "settings": _set_up,
}


async def obey(turn: PersonalTurn, place: Place, command: Command) -> list[Message]:
    """Do what a command in a private chat says; a question that waits is asked again after it."""
    match command.name:
        case "start" if command.rest:
            return await followed(turn, command.rest)
        case "language" if (language := named(turn, command.rest)) is not None:
            turn, messages = await spoken_from_now(turn, language)
        case "language" if turn.asked is not None:
            return offered(turn)
        case "link":
            messages = await linking.link(turn, place, command.rest)
        case name if name in _DOING:
            return await _DOING[name](turn, command.rest)
        case name if name in _BEGINNING:
            return await begin(turn, name)
        case name if name in _SAYING:
            messages = await _SAYING[name](turn)
        case _:
            messages = [Say(turn.person, (T("command-unknown"),), menu())]
    return [*messages, *await asked_again(turn)]

"""Commands: what begins with a slash, in a private chat."""

import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

from handlers.afterwards.approving import waiting as approvals_waiting
from handlers.afterwards.costs import ledger
from handlers.asking.ask_for_help import ASK, FOR_ANOTHER
from handlers.asking.my_requests import mine
from handlers.choose_language import named, offered, spoken_from_now
from handlers.current import asked_again, begin, cancel
from handlers.events import Place
from handlers.helping.claiming import followed
from handlers.house import PersonalTurn
from handlers.messages import Message, Say
from handlers.scheme import neighbourhood_setup
from handlers.scheme.role_list import listed
from handlers.start import help_text, menu, welcome
from handlers.texts import DEFAULT_LANGUAGE, T, Texts
from handlers.volunteering.profile import profile
from handlers.weekly.weekly_care import listed as all_weekly

_COMMAND: Final = re.compile(r"/([a-z_]{1,32})(?:@\w+)?(?:\s+(.*))?", re.IGNORECASE | re.DOTALL)


#: What an app lists for everybody; owners' commands are in the help.
LISTED: Final = (
    *("start", "help", "ask", "askfor", "offer", "mine", "me"),
    *("report", "language", "cancel"),
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
    "ledger": ledger,
    "approvals": approvals_waiting,
    "roles": listed,
    "weekly": all_weekly,
}
#: Commands that begin the conversation of their name.
_BEGINNING: Final = frozenset({"ask", "offer", "language", "neighbourhood", "invite", "phonein"})


async def obey(turn: PersonalTurn, place: Place, command: Command) -> list[Message]:
    """Do what a command in a private chat says; a question that waits is asked again after it."""
    match command.name:
        case "start" if command.rest:
            return await followed(turn, command.rest)
        case "cancel":
            return await cancel(turn)
        case "language" if (language := named(turn, command.rest)) is not None:
            turn, messages = await spoken_from_now(turn, language)
        case "language" if turn.asked is not None:
            return offered(turn)
        case "link":
            messages = await neighbourhood_setup.link(turn, place, command.rest)
        case "askfor":
            return await begin(turn, ASK.name, FOR_ANOTHER)
        case "report" | "worry":
            said = {"worry-words": command.rest} if command.rest else None
            return await begin(turn, "worry", answers=said)
        case name if name in _BEGINNING:
            return await begin(turn, name)
        case name if name in _SAYING:
            messages = await _SAYING[name](turn)
        case _:
            messages = [Say(turn.person, (T("command-unknown"),), menu())]
    return [*messages, *await asked_again(turn)]

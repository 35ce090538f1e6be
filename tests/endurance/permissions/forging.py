"""Random deeds of people who try to reach what is not theirs: forged buttons, links and answers."""

import re
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from random import Random
from typing import Final

from pydantic import ValidationError

from handlers import current, dialogue, timed
from handlers.conversation import CONTROLS
from handlers.conversations import CONVERSATIONS, FOR_OWNERS
from handlers.events import Place, Said, Sender, Tapped
from handlers.helping import links
from handlers.house import PersonalTurn
from handlers.outgoing import keep
from handlers.question import Heard, NotWords, Picked, Spot, Words
from handlers.questions import DONE
from storage import conversations, people
from storage.database import Transaction
from storage.due_work import DueWork
from storage.model import Kind, WhyBlocked
from storage.private import PrivateText
from tests import registers
from tests.endurance.permissions.play import Deed, Outcome, Play
from tests.endurance.permissions.things import GROUP, subjects_of_work
from tests.endurance.permissions.world import Somebody

#: Who shows what buttons and links there are.
SHOWN_TO: Final = ("Olive", "Cora", "Kim", "Hope", "Lena", "Rosa", "Mia", "Hal", "Vic", "Cara")
#: How many buttons of a kind each of them presses.
ENOUGH: Final = 2
#: No conversation has more questions.
MOST_ANSWERS: Final = 25
PREFIXES: Final = ("", links.INVITATION, links.PREFIX, "join-", "ask-", "offer-")
TYPED: Final = (
    *("1", "2", "yes", "Done", "Send", "15", "12.50", "tomorrow at 3pm", "Albion", "Ana", "E1 6AN"),
    *("31 May 2027", "St Joseph's Hospice", "KRT-27", "x" * 300, "Europe/London", "Stop"),
    "51.50, -0.10\n51.51, -0.10\n51.51, -0.09",
)
#: What a button is about, by its first word, where the table is called otherwise.
OTHERWISE_CALLED: Final = {
    **dict.fromkeys(("consent", "still"), "helped_people"),
    "cost": "expenses",
    "hold": "worries",
    "unblock": "kept_out",
    "weekly": "repeats",
    "unsay": "relay_messages",
}
DETAILS: Final = ("yes", "no", "1", "0", "-1", "²", "")
_LINK: Final = re.compile(r"https://chat\.example/(\S+)")


def _is_called_alike(button: str, table: str) -> bool:
    """Say whether a button and a table begin alike, as `worry-read` and `worries` do."""
    letters = 4
    words = (*button.split("-"), OTHERWISE_CALLED.get(button.partition("-")[0], ""))
    return any(each[:letters] == table[:letters] for each in words if len(each) >= letters)


@dataclass
class Loot:
    """What those who attack may have come by: real buttons, words of links, names of things."""

    buttons: list[str] = field(default_factory=list)
    starts: list[str] = field(default_factory=list)
    #: What stands for the rows of each table.
    names: dict[str, list[str]] = field(default_factory=dict)


async def gather(play: Play) -> Loot:
    """Return all that is shown to those who may see it, and what stands for each thing."""
    buttons, starts = dict[str, None](), dict[str, None]()

    def note(outcome: Outcome) -> list[str]:
        shown = [data for each in outcome.said for data in each.buttons]
        new = [data for data in shown if data not in buttons and not data.startswith("q:")]
        buttons.update(dict.fromkeys(new))
        links_in = [word for each in outcome.said for word in _LINK.findall(each.text)]
        starts.update(dict.fromkeys([*links_in, *(w for e in outcome.said for w in e.starts)]))
        return new

    for name in SHOWN_TO:
        person, pressed = play.world.people[name], Counter[str]()
        new = []
        for command in registers.all_commands():
            new += note(await play.does(name, says(play, person, f"/{command}")))
        # What one button leads to, others of its kind lead to as well.
        for data in new:
            kind = data.partition(":")[0]
            pressed[kind] += 1
            if pressed[kind] <= ENOUGH:
                new += note(await play.does(name, _taps(play, person, data)))
    for kind in sorted(timed._WORK):
        for subject in subjects_of_work(play.world)[::2]:
            note(await play.does("Olive", _does_work(play, kind, subject)))
    return Loot(list(buttons), list(starts), play.names())


def _does_work(play: Play, kind: str, subject: int) -> Deed:
    async def deed(transaction: Transaction) -> None:
        work = DueWork(0, kind, subject, play.world.now)
        # Work is planned about what there is; here its subject may be anything, and mostly fails.
        with suppress(Exception):
            await timed.do(transaction, work, play.world.now, play.house)

    return deed


def says(play: Play, person: Somebody, text: str, place: str | None = None) -> Deed:
    """Let somebody write something, in private or in a group."""
    where = Place(place or person.account, is_private=place is None)
    event = Said(Sender(person.account), where, 1, PrivateText(text))
    return lambda transaction: play.hears(transaction, event)


def _taps(play: Play, person: Somebody, data: str, place: str | None = None) -> Deed:
    where = Place(place or person.account, is_private=place is None)
    event = Tapped(Sender(person.account), where, tap="1", data=data, message=1)
    return lambda transaction: play.hears(transaction, event)


@dataclass(frozen=True)
class Attempt:
    """Something that somebody tries: what, and the deed itself."""

    what: str
    deed: Deed


class Forger:
    """Makes up attempts, one after the other."""

    def __init__(self, play: Play, loot: Loot, chance: Random) -> None:
        self._play = play
        self._loot = loot
        self._chance = chance
        shown = {data.partition(":")[0] for data in loot.buttons}
        self._unseen = [each for each in registers.all_buttons() if each not in shown]

    def attempt(self, person: Somebody) -> Attempt:
        """Return something for somebody to try."""
        (make,) = self._chance.choices(
            (
                self._real_button,
                self._made_up_button,
                self._command,
                self._link,
                self._words,
                self._conversation,
                self._in_group,
            ),
            (40, 20, 8, 6, 3, 20, 3),
        )
        return make(person)

    def _real_button(self, person: Somebody) -> Attempt:
        data = self._chance.choice(self._loot.buttons)
        if self._chance.random() < 0.2:
            # The button of one thing, put below another.
            name, _, rest = data.partition(":")
            data = f"{name}:{self._chance.choice(self._loot.buttons).partition(':')[2] or rest}"
        return Attempt(f"button {data}", _taps(self._play, person, data))

    def _made_up_button(self, person: Somebody) -> Attempt:
        # Those that nobody was shown are tried by making them up alone.
        names = self._unseen if self._chance.random() < 0.6 else registers.all_buttons()
        name = self._chance.choice(names)
        data = f"{name}:{self._subject(name)}"[:64]
        return Attempt(f"button {data}", _taps(self._play, person, data))

    def _subject(self, wanted_by: str = "") -> str:
        """Return what may stand for a thing, with or without a detail behind it.

        A button is mostly about a thing that is called as it is, about a request or about somebody.
        """
        names = self._loot.names
        alike = [each for each in names if _is_called_alike(wanted_by, each)]
        likely = [*alike, "tasks.token", "people.id"]
        (tables,) = self._chance.choices((likely, list(names)), (3, 1))
        subject = self._chance.choice(names[self._chance.choice(tables)])
        if self._chance.random() < 0.3:
            details = (
                *(each.value for each in (*Kind, *WhyBlocked)),
                *DETAILS,
                *names["people.id"],
            )
            subject += f":{self._chance.choice(details)}"
        return subject

    def _command(self, person: Somebody) -> Attempt:
        text = f"/{self._chance.choice(registers.all_commands())}"
        if self._chance.random() < 0.6:
            text += f" {self._chance.choice((self._subject(), 'Albion', 'Far End', 'es'))}"
        return Attempt(text, says(self._play, person, text))

    def _link(self, person: Somebody) -> Attempt:
        word = self._chance.choice(PREFIXES) + self._subject()
        if self._loot.starts and self._chance.random() < 0.5:
            word = self._chance.choice(self._loot.starts)
        return Attempt(f"/start {word}", says(self._play, person, f"/start {word}"))

    def _words(self, person: Somebody) -> Attempt:
        text = self._chance.choice(TYPED)
        return Attempt(f"words {text[:20]}", says(self._play, person, text))

    def _in_group(self, person: Somebody) -> Attempt:
        if self._chance.random() < 0.5:
            data = self._chance.choice(self._loot.buttons)
            return Attempt(f"in the group: {data}", _taps(self._play, person, data, GROUP))
        command = f"/{self._chance.choice(registers.all_commands())} {self._subject()}"
        return Attempt(f"in the group: {command}", says(self._play, person, command, GROUP))

    # --- Conversations ---------------------------------------------------------------------------

    def _conversation(self, person: Somebody) -> Attempt:
        name = self._chance.choice(registers.all_conversations())
        subject = self._subject() if self._chance.random() < 0.8 else ""
        seed, is_guarded = self._chance.random(), self._chance.random() < 0.7
        what = f"conversation {name} about {subject!r}{'' if is_guarded else ', unguarded'}"
        answers = _Answers(self._play, person, name, subject, Random(seed), is_guarded=is_guarded)
        return Attempt(what, answers.give)


class _Answers:
    """Answers to a conversation that somebody is in as if it had been theirs when it began.

    Where it is not guarded, whether its permission has ended is asked by nobody but its last act.
    """

    def __init__(
        self,
        play: Play,
        person: Somebody,
        name: str,
        subject: str,
        chance: Random,
        *,
        is_guarded: bool,
    ) -> None:
        self._play = play
        self._account = person.account
        self._name = name
        self._subject = subject
        self._chance = chance
        self._is_guarded = is_guarded

    async def give(self, transaction: Transaction) -> None:
        """Begin the conversation, and answer until nothing more is asked."""
        turn = await self._turn(transaction)
        try:
            began = await dialogue.begin(turn, CONVERSATIONS[self._name], self._subject)
        except ValidationError:
            # What a conversation is about is said by the service itself, and by nobody else.
            return
        if self._name not in FOR_OWNERS:
            # What was shown while somebody still held a role was theirs to see.
            await keep(turn, began)
        for _ in range(MOST_ANSWERS):
            if await people.find(transaction, self._account) is None:
                # They had themselves forgotten.
                return
            turn = await self._turn(transaction)
            stored = turn.asked
            if stored is None or stored.name != self._name:
                return
            question = await dialogue.question_of(turn, CONVERSATIONS[self._name], stored)
            if question is None:
                return
            partial = dialogue.state_of(stored).partial
            options = [each.id for each in question.options(partial) if each.id not in CONTROLS]
            heard = self._heard(options)
            if self._is_guarded:
                await keep(turn, await current.hear(turn, stored, heard))
            else:
                # What is asked here was never asked of anybody, so nobody was shown it.
                await dialogue.hear(turn, CONVERSATIONS[self._name], stored, heard)

    async def _turn(self, transaction: Transaction) -> PersonalTurn:
        await transaction.connection.write()
        person = await people.find(transaction, self._account)
        assert person is not None
        asked = await conversations.load(transaction, person)
        return PersonalTurn(transaction, self._play.world.now, self._play.house, person, asked)

    def _heard(self, options: list[str]) -> Heard:
        (kind,) = self._chance.choices(("option", "words", "spot", "nothing"), (12, 4, 1, 0.2))
        if kind == "option" and options:
            is_enough = DONE in options and self._chance.random() < 0.5
            return Picked(DONE if is_enough else self._chance.choice(options))
        if kind == "spot":
            return Spot(51.5, -0.1)
        return NotWords() if kind == "nothing" else Words(self._chance.choice(TYPED), "en")

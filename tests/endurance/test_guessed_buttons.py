"""Buttons and links that were guessed, or altered by a letter: nothing happens, whoever tries."""

from collections import Counter
from collections.abc import AsyncIterator
from pathlib import Path
from random import Random
from typing import Final

import pytest

from handlers.events import Place, Tapped
from handlers.events import Sender as SentBy
from handlers.helping import links
from handlers.house import TOKEN_LETTERS
from tests import registers
from tests.endurance.amounts import Notes, amount
from tests.endurance.permissions.forging import PREFIXES, Loot, gather, says
from tests.endurance.permissions.play import Deed, Play
from tests.endurance.permissions.world import Somebody
from tests.handlers.talks import talks_in

GUESSES: Final = amount(300, 10_000)
#: Nothing has a number as high as this.
BEYOND: Final = 10**12
#: That links are tried which do not exist is counted, and when somebody was last heard of is noted;
#: and whatever else a button holds, it may let its owner begin something of their own, such as to
#: report a worry, stop writing, or be listened to.
OWN: Final = frozenset(
    {
        *("wrong_links", "people", "due_work", "relay_choices", "relay_held", "rings"),
        "reached_limits",
    }
)
ODD: Final = "\x00é²’:;\u202e-_ %"


@pytest.fixture
async def play(tmp_path: Path) -> AsyncIterator[Play]:
    """A scheme full of things."""
    async with talks_in(tmp_path) as talks:
        play = Play(talks.database, talks.house)
        await play.set_up()
        yield play


class Guesser:
    """Makes up what names nothing there is, out of what does."""

    def __init__(self, play: Play, loot: Loot, chance: Random) -> None:
        self._play = play
        self._buttons = [data for data in loot.buttons if ":" in data]
        self._starts = loot.starts
        self._real = {*loot.buttons, *loot.starts, *(n for ns in loot.names.values() for n in ns)}
        self._chance = chance

    def guess(self, person: Somebody) -> tuple[str, Deed]:
        """Return what somebody tries, and the deed."""
        if self._chance.random() < 0.3:
            word = self._link()
            return f"/start {word}", says(self._play, person, f"/start {word}")
        data = self._button()
        return data, self._taps(person, data)

    def _taps(self, person: Somebody, data: str) -> Deed:
        place = Place(person.account, is_private=True)
        event = Tapped(SentBy(person.account), place, tap="1", data=data, message=1)
        return lambda transaction: self._play.hears(transaction, event)

    def _button(self) -> str:
        if self._chance.random() < 0.4:
            return f"{self._chance.choice(registers.all_buttons())}:{self._token()}"[:64]
        name, _, subject = self._chance.choice(self._buttons).partition(":")
        token, colon, detail = subject.partition(":")
        return f"{name}:{self._altered(token)}{colon}{detail}"[:64]

    def _link(self) -> str:
        if self._starts and self._chance.random() < 0.5:
            word = self._chance.choice(self._starts)
            prefix, dash, token = word.rpartition("-")
            return f"{prefix}{dash}{self._altered(token)}"
        return self._chance.choice((*PREFIXES, links.INVITATION)) + self._token()

    def _token(self) -> str:
        length = self._chance.choice((1, 8, 10, 16, 22, 24))
        return self._never_real("".join(self._chance.choices(TOKEN_LETTERS, k=length)))

    def _altered(self, token: str) -> str:
        if token.isdigit():
            return str(BEYOND + self._chance.randrange(BEYOND))
        place = self._chance.randrange(len(token) + 1)
        letter = self._chance.choice(TOKEN_LETTERS + ODD)
        altered = (
            token[:place] + letter + token[place + 1 :],
            token[:place] + letter + token[place:],
            token[:place],
            token.swapcase() + letter,
        )
        return self._never_real(self._chance.choice(altered), token)

    def _never_real(self, made_up: str, real: str = "") -> str:
        return f"{made_up}zz" if made_up in self._real or made_up == real else made_up


async def test_what_was_guessed_or_altered_has_no_effect(play: Play, notes: Notes) -> None:
    loot = await gather(play)
    guesser = Guesser(play, loot, Random(2))
    names = list(play.world.people)
    wrong: Counter[str] = Counter()
    for number in range(GUESSES):
        name = names[number % len(names)]
        what, deed = guesser.guess(play.world.people[name])
        outcome = await play.does(name, deed)
        if changed := outcome.touched - OWN:
            wrong[f"{name}, {what}: changed {sorted(changed)}"] += 1
        wrong.update(f"{name}, {what}: {problem}" for problem in outcome.wrongs)
        if outcome.leaks:
            words = sorted(play.world.marks.meaning[word] for word in outcome.leaks)
            wrong[f"{name}, {what}: {words} came back"] += 1
    assert not wrong, "\n".join(sorted(wrong))
    notes("guessed or altered buttons and links", GUESSES)

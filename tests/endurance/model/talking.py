"""How people answer what they are asked: they see buttons and words, and no names of questions."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from handlers.conversation import CONTROLS, SKIP
from tests.endurance.model.stage import MARK, Stage
from tests.endurance.model.telling import Told

#: No conversation asks more questions of anybody.
MOST_QUESTIONS: Final = 40
#: What is typed in place of pressing a button, for when help is wanted; "" presses one.
TIMES: Final = (
    *("", "", "", "", "in two hours", "in two hours", "today at 23:30", "tomorrow at 6:00"),
    *("Sunday at 1:30", "Sunday at 2:30", "Saturday from 20:00 to 23:00"),
)
#: A place that no neighbourhood serves.
ELSEWHERE: Final = "ZZ9 9ZZ"
_WINDOW: Final = re.compile(r"\d{9,}-\d{9,}")

#: What somebody does whose question has these options of its own, and may be skipped or not:
#: an option to press, or words to write.
Answers = Callable[[Sequence[str], bool], "Press | Write"]


class Stuck(AssertionError):  # noqa: N818 - says what somebody is
    """Somebody is asked without end."""


@dataclass(frozen=True)
class Press:
    """The option of a button."""

    option: str


@dataclass(frozen=True)
class Write:
    """Words, or none for whatever comes to mind."""

    words: str = ""


class Talk:
    """Leads people through whole conversations."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._written = 0

    def words(self) -> str:
        """Return words that were never typed before."""
        self._written += 1
        return f"{MARK}{self._written:06d}"

    async def answers(
        self, account: str, answers: Answers, most: int = MOST_QUESTIONS
    ) -> list[Told]:
        """Let somebody answer all that they are asked; with less than `most`, they stop halfway."""
        stage, told = self._stage, list[Told]()
        name = await stage.asked(account)
        for _ in range(min(most, MOST_QUESTIONS)):
            if name is None or await stage.asked(account) != name:
                return told
            options = stage.question(account)
            own = [each for each in options if each not in CONTROLS]
            match answers(own, SKIP in options):
                case Press(option):
                    told += await stage.taps(account, options[option])
                case Write(words):
                    told += await stage.says(account, words or self.words())
        if most >= MOST_QUESTIONS and await stage.asked(account) == name:
            raise Stuck(f"{account} is asked without end in {name}")
        return told


def anything(which: int = 0, words: str = "") -> Answers:
    """Return answers of somebody who presses the button of a number, or writes once, then skips."""
    written = 0

    def answer(own: Sequence[str], may_skip: bool) -> Press | Write:
        nonlocal written
        if own:
            return Press("send" if "send" in own else own[which % len(own)])
        written += 1
        return Press(SKIP) if may_skip and (written > 1 or which % 2) else Write(words)

    return answer


@dataclass(frozen=True)
class Wish:
    """What somebody asks for; `area` is None for a place that nobody serves."""

    kind: str = "shopping"
    when: int = 0
    typed: str = ""
    area: int | None = 1
    helpers: int = 1
    words: str = ""
    language: str = "any"
    car: bool = False
    others: int = 0


class Asking:
    """The answers of somebody who asks for help."""

    def __init__(self, wish: Wish, *, for_another: bool, words: Callable[[], str]) -> None:
        self._wish, self._for_another, self._words = wish, for_another, words
        self._typed = wish.typed
        #: The language of the helper, and whether a car is needed, where it was asked.
        self.language: str | None = None
        self.needs_car = False
        self.helpers = 1
        #: Whether they wrote anything that they could have left out.
        self.wrote = False

    def __call__(self, own: Sequence[str], may_skip: bool) -> Press | Write:
        wish = self._wish
        if not own:
            return self._writes(may_skip=may_skip)
        if "me" in own:
            return Press("somebody-else" if self._for_another else "me")
        if wish.kind in own:
            return Press(wish.kind)
        if _WINDOW.fullmatch(own[0]):
            typed, self._typed = self._typed, ""
            return Write(typed) if typed else Press(own[wish.when % len(own)])
        if "elsewhere" in own and wish.area is None:
            return Press("elsewhere")
        if own in (["1", "2"], ["1", "2", "elsewhere"]):
            return Write(ELSEWHERE) if wish.area is None else Press(str(wish.area))
        if own == ["1", "2", "3"]:
            self.helpers = wish.helpers
            return Press(str(wish.helpers))
        return self._details(own)

    def _details(self, own: Sequence[str]) -> Press | Write:
        if "car" in own:
            if self._wish.car and not self.needs_car:
                self.needs_car = True
                return Press("car")
            return Press("done")
        if self._wish.language in own and "any" in own:
            language = self._wish.language
            self.language = None if language == "any" else language
            return Press(language)
        for always in ("send", "neighbour", "in-person", "large"):
            if always in own:
                return Press("large" if always == "large" and self._wish.helpers > 1 else always)
        return Press(own[0] if "yes" in own else own[self._wish.others % len(own)])

    def _writes(self, *, may_skip: bool) -> Press | Write:
        if not may_skip:
            return Write()
        if self._wish.others % 2:
            return Press(SKIP)
        self.wrote = True
        return Write(f"{self._words()} {self._wish.words}".strip())

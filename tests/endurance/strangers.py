"""Many people at once, each answering whatever they are asked, in their own time."""

import asyncio
from collections.abc import Mapping
from random import Random
from time import perf_counter
from typing import Final

import pytest

from bot.sandbox.methods import METHODS
from bot.sandbox.people import Person
from bot.sandbox.schema import Json
from bot.sandbox.world import Button, Message, World
from handlers.conversation import CHANGE, CONTROLS
from handlers.questions import DONE

#: What the data of a button begins with that answers a question, or says yes to a call-out.
QUESTION: Final = "q:"
YES: Final = "call-yes:"
SEND: Final = "send"


class Walker:
    """Somebody who begins with some words and answers until nothing is asked any more.

    They take the first button that leads on, or write `typed` where there is none; of several to
    choose from they choose any. Before each answer they think, for so many seconds at most.
    """

    def __init__(
        self, person: Person, begins: str, *, typed: str, thinks: float, random: Random
    ) -> None:
        self.person = person
        #: How long each answer took to come, in seconds.
        self.waits: list[float] = []
        #: Whether the bot was the last to say something, and asked nothing.
        self.is_content = False
        self._begins = begins
        self._typed = typed
        self._thinks = thinks
        self._random = random
        self._since: float | None = None

    def begins(self) -> None:
        """Write the first words."""
        self._since = perf_counter()
        self.person.says(self._begins)

    def hears(self, message: Message, *, is_change: bool) -> None:
        """Read a message, or how it was changed, and answer it later where it asks something."""
        if self._since is not None:
            self.waits.append(perf_counter() - self._since)
            self._since = None
        buttons = [button for row in message.buttons for button in row]
        asked = [each for each in buttons if (each.data or "").startswith((QUESTION, YES))]
        self.is_content = not asked
        if asked:
            pause = self._random.uniform(0, self._thinks)
            loop = asyncio.get_running_loop()
            loop.call_later(pause, self._answers, message, asked, is_change)

    def _answers(self, message: Message, asked: list[Button], has_chosen: bool) -> None:
        self._since = perf_counter()
        button = self._chosen_of(asked, has_chosen)
        if button is None:
            self.person.says(self._typed)
        else:
            self.person.taps_button(message, button)

    def _chosen_of(self, asked: list[Button], has_chosen: bool) -> Button | None:
        options = {(button.data or "").rpartition(":")[2]: button for button in asked}
        if SEND in options:
            return options[SEND]
        if DONE in options and has_chosen:
            return options[DONE]
        own = [option for option in options if option not in (*CONTROLS, CHANGE, DONE)]
        if not own:
            return None
        return options[self._random.choice(own) if DONE in options else own[0]]


def let_hear(walkers: Mapping[int, Walker], monkeypatch: pytest.MonkeyPatch) -> None:
    """Let people hear what the bot says to them as soon as it has said it."""

    def listen(method: str, *, is_change: bool) -> None:
        carry_out = METHODS[method]

        def carry_out_and_tell(world: World, params: Json) -> object:
            result = carry_out(world, params)
            number = int(params["chat_id"])
            if number in walkers:
                messages = world.chats[number].messages
                which = int(params["message_id"]) if is_change else next(reversed(messages))
                walkers[number].hears(messages[which], is_change=is_change)
            return result

        monkeypatch.setitem(METHODS, method, carry_out_and_tell)

    listen("sendMessage", is_change=False)
    listen("editMessageText", is_change=True)

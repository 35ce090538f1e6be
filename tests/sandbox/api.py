"""A bare client of the Bot API: what the wire says, without a library between."""

import asyncio
from collections.abc import Callable
from typing import Any, NamedTuple

from aiohttp import ClientSession

from bot.sandbox.schema import Json
from bot.sandbox.server import Sandbox


class Refused(NamedTuple):
    """A refusal, as its error code, description and parameters."""

    code: int
    description: str
    parameters: Json | None


class Api:
    """Calls methods with JSON bodies."""

    def __init__(self, sandbox: Sandbox, session: ClientSession) -> None:
        self.session = session
        self.base = f"{sandbox.address}/bot{sandbox.token}"
        self._offset = 0

    async def call(self, method: str, **params: object) -> Json:
        """Return the whole answer."""
        async with self.session.post(f"{self.base}/{method}", json=params) as response:
            answer: Json = await response.json()
            assert response.status == answer.get("error_code", 200)
            return answer

    async def ok(self, method: str, **params: object) -> Any:
        """Return the result of a call that has to succeed."""
        answer = await self.call(method, **params)
        assert answer["ok"], answer
        return answer["result"]

    async def refused(self, method: str, **params: object) -> Refused:
        """Return the refusal of a call that has to be refused."""
        answer = await self.call(method, **params)
        assert not answer["ok"], answer
        return Refused(answer["error_code"], answer["description"], answer.get("parameters"))

    async def updates(self) -> list[Json]:
        """Return the updates that wait, and confirm them with the next call."""
        updates: list[Json] = await self.ok("getUpdates", offset=self._offset)
        if updates:
            self._offset = updates[-1]["update_id"] + 1
        return updates

    async def send(self, chat: int, text: str, *rows: list[Json], **params: object) -> Json:
        """Send a message with rows of inline buttons."""
        if rows:
            params["reply_markup"] = {"inline_keyboard": list(rows)}
        message: Json = await self.ok("sendMessage", chat_id=chat, text=text, **params)
        return message


async def until(condition: Callable[[], bool]) -> None:
    """Return once a condition holds; fails if it does not within five seconds."""
    async with asyncio.timeout(5):
        # What is waited for happens inside a server that has no event for it.
        while not condition():  # noqa: ASYNC110
            await asyncio.sleep(0.001)


def button(label: str, data: str) -> Json:
    """Return an inline button with data."""
    return {"text": label, "callback_data": data}

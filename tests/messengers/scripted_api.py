"""A Bot API server over HTTP that answers exactly what a test tells it to."""

import asyncio
import json
from collections import defaultdict, deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

TOKEN = "5000:secret-token"  # noqa: S105 - opens nothing
USERNAME = "doorstep_bot"
#: How a call says that a file comes in a part of its own.
ATTACHED = "attach://"


@dataclass(slots=True)
class Answer:
    """One answer: its status, body and headers; `lost` closes the connection in place of it."""

    body: bytes
    status: int = 200
    lost: bool = False
    headers: dict[str, str] = field(default_factory=dict)


def result(value: object) -> Answer:
    """Return a success."""
    return Answer(json.dumps({"ok": True, "result": value}).encode())


def refusal(code: int, description: str, **parameters: object) -> Answer:
    """Return a refusal, with the API's parameters where it gives any."""
    body: dict[str, Any] = {"ok": False, "error_code": code, "description": description}
    if parameters:
        body["parameters"] = parameters
    return Answer(json.dumps(body).encode(), status=code)


LOST = Answer(b"", lost=True)

USUAL = {
    "getMe": {"id": 5000, "is_bot": True, "first_name": "Doorstep", "username": USERNAME},
    "getWebhookInfo": {"url": "", "has_custom_certificate": False, "pending_update_count": 0},
    "sendMessage": {"message_id": 12, "date": 1776000000, "chat": {"id": 7001, "type": "private"}},
    "sendPhoto": {"message_id": 13, "date": 1776000000, "chat": {"id": 7001, "type": "private"}},
    "sendDocument": {"message_id": 14, "date": 1776000000, "chat": {"id": 7001, "type": "private"}},
    "getUpdates": [],
    "getChatMember": {"status": "member", "user": {"id": 7001, "is_bot": False}},
}


@dataclass(slots=True)
class ScriptedApi:
    """Answers the calls it was told about, and every other with a usual success."""

    address: str = ""
    calls: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    connections: set[object] = field(default_factory=set)
    #: What comes for a file, by its path; any other path leads nowhere.
    files: dict[str, Answer] = field(default_factory=dict)
    _told: dict[str, deque[Answer]] = field(default_factory=lambda: defaultdict(deque))

    def tell(self, method: str, *answers: Answer) -> None:
        """Give these answers to the next calls of a method."""
        self._told[method].extend(answers)

    def called(self, method: str) -> list[dict[str, Any]]:
        """Return the parameters of every call of a method so far; JSON ones are decoded."""
        return [parameters for name, parameters in self.calls if name == method]

    async def answer(self, request: web.Request) -> web.Response:
        method = request.match_info["method"]
        self.calls.append((method, await _parameters(request)))
        self.connections.add(request.transport)
        told = self._told[method]
        if request.match_info["token"] != TOKEN and not told:
            told.append(refusal(401, "Unauthorized"))
        answer = told.popleft() if told else result(USUAL.get(method, True))
        if answer.lost:
            assert request.transport is not None
            request.transport.close()
            await asyncio.sleep(0)
        headers = {"Content-Type": "application/json", **answer.headers}
        return web.Response(body=answer.body, status=answer.status, headers=headers)

    async def file(self, request: web.Request) -> web.Response:
        known = request.match_info["token"] == TOKEN
        answer = self.files.get(request.match_info["path"]) if known else None
        if answer is None:
            return web.json_response({"ok": False, "error_code": 404}, status=404)
        if answer.lost:
            assert request.transport is not None
            request.transport.close()
        return web.Response(body=answer.body, status=answer.status)


async def _parameters(request: web.Request) -> dict[str, Any]:
    if request.content_type == "application/json":
        given: dict[str, Any] = await request.json()
        return given
    form = await request.post()
    return _with_files({name: decoded(each) for name, each in form.items()})


def decoded(value: object) -> Any:
    """Return a parameter as JSON where it is some; a file as its name and what it holds."""
    if isinstance(value, web.FileField):
        return (value.filename, value.file.read())
    try:
        return json.loads(str(value))
    except ValueError:
        return value


def _with_files(parameters: dict[str, Any]) -> dict[str, Any]:
    """Return parameters with each file where it is meant, also one from a part of its own."""
    meant = {
        name: value.removeprefix(ATTACHED)
        for name, value in parameters.items()
        if isinstance(value, str) and value.startswith(ATTACHED)
    }
    found = {name: parameters[part] for name, part in meant.items()}
    return {
        name: found.get(name, value)
        for name, value in parameters.items()
        if name not in meant.values()
    }


@asynccontextmanager
async def scripted_api() -> AsyncIterator[ScriptedApi]:
    """Serve a scripted API on this machine."""
    api = ScriptedApi()
    application = web.Application(client_max_size=64 * 1024 * 1024)
    application.router.add_route("*", "/bot{token}/{method}", api.answer)
    application.router.add_get("/file/bot{token}/{path:.+}", api.file)
    runner = web.AppRunner(application, access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    host, port = runner.addresses[0][:2]
    api.address = f"http://{host}:{port}"
    try:
        yield api
    finally:
        await runner.cleanup()

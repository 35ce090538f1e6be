"""What the page asks for: the state of the phones, and things done by hand.

Everything is for this machine alone: a request for another host, or one that a page of another
origin makes, is refused.
"""

import base64
import re
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING

from aiohttp import WSMsgType, web

from bot.sandbox.groups import NotPossibleError, Room
from bot.sandbox.people import Person
from bot.sandbox.refusals import Refusal
from bot.sandbox.schema import Json
from bot.sandbox.view import shown_number, state
from bot.sandbox.world import Message

if TYPE_CHECKING:
    from bot.sandbox.server import Sandbox

_PAGE = Path(__file__).with_name("page")
_PAGE_FILE = re.compile(r"[a-z0-9_-]+\.(?:html|css|js|svg|png)")
_LOOPBACK = frozenset({"127.0.0.1", "localhost"})
#: The state is sent at most this often, in seconds.
_LIVE_PAUSE = 0.1
_LONGEST_NAME = 64
_LONGEST_FILE_NAME = 255
_PDF = "application/pdf"
_SHOWN = (
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG", "image/png"),
    (b"RIFF", "image/webp"),
    (b"%PDF-", _PDF),
)
_OTHER = "application/octet-stream"


class Control:
    """The routes of the page."""

    def __init__(self, sandbox: "Sandbox") -> None:
        self._sandbox = sandbox
        self._live: set[web.WebSocketResponse] = set()

    def add_routes(self, app: web.Application) -> None:
        """Serve the page, the state, and what can be done."""
        app.router.add_get("/", _guarded(self._index))
        app.router.add_get("/page/{file}", _guarded(self._page_file))
        app.router.add_get("/control/state", _guarded(self._state))
        app.router.add_get("/control/live", _guarded(self._follow))
        app.router.add_get("/control/file/{file}", _guarded(self._file))
        app.router.add_post("/control/act", _guarded(self._act))
        app.router.add_post("/control/people", _guarded(self._add_person))
        app.router.add_post("/control/groups", _guarded(self._add_group))
        app.router.add_post("/control/mischief", _guarded(self._set_mischief))

    async def close(self) -> None:
        """Close the connections of open pages."""
        for socket in list(self._live):
            await socket.close()

    async def _index(self, _request: web.Request) -> web.StreamResponse:
        # No other site may show the page in a frame and have somebody tap in it unawares.
        headers = {"Content-Security-Policy": "frame-ancestors 'none'"}
        return web.FileResponse(_PAGE / "index.html", headers=headers)

    async def _page_file(self, request: web.Request) -> web.StreamResponse:
        name = request.match_info["file"]
        path = _PAGE / name
        if not _PAGE_FILE.fullmatch(name) or not path.is_file():
            raise web.HTTPNotFound
        return web.FileResponse(path)

    async def _state(self, _request: web.Request) -> web.StreamResponse:
        return web.json_response(state(self._sandbox))

    async def _follow(self, request: web.Request) -> web.StreamResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        self._live.add(socket)
        told = -1
        try:
            while not socket.closed:
                if told != self._sandbox.version:
                    told = self._sandbox.version
                    await socket.send_json(state(self._sandbox))
                try:
                    # A browser lives by the wall clock, whatever clock the sandbox goes by.
                    heard = await socket.receive(timeout=_LIVE_PAUSE)
                except TimeoutError:
                    continue
                if heard.type in {WSMsgType.CLOSE, WSMsgType.CLOSING, WSMsgType.CLOSED}:
                    break
        finally:
            self._live.discard(socket)
        return socket

    async def _file(self, request: web.Request) -> web.StreamResponse:
        try:
            stored = self._sandbox.world.files.find(request.match_info["file"])
        except Refusal:
            raise web.HTTPNotFound from None
        # Whatever somebody sends, a browser takes it for a picture, for pages to be read, or for a
        # file to be saved.
        kind = next((kind for begins, kind in _SHOWN if stored.content.startswith(begins)), _OTHER)
        headers = {"X-Content-Type-Options": "nosniff"}
        if kind != _PDF:
            # A browser shows no pages there; it runs nothing in them that could reach this one.
            headers["Content-Security-Policy"] = "sandbox"
        return web.Response(body=stored.content, content_type=kind, headers=headers)

    async def _act(self, request: web.Request) -> web.StreamResponse:
        body = await _body(request)
        person = self._person(body)
        verb = _VERBS.get(_text(body, "verb"))
        if verb is None:
            raise NotPossibleError("nobody can do that here")
        verb(person, body)
        return web.json_response({"ok": True})

    async def _add_person(self, request: web.Request) -> web.StreamResponse:
        body = await _body(request)
        name = _name(body, "name")
        language = _text(body, "language") or None
        person = self._sandbox.add_person(name, language)
        return web.json_response({"ok": True, "id": person.account.id})

    async def _add_group(self, request: web.Request) -> web.StreamResponse:
        body = await _body(request)
        members = body.get("members")
        if not isinstance(members, list) or not members:
            raise NotPossibleError("a group needs somebody in it")
        people = [self._person({"person": member}) for member in members]
        group = self._sandbox.add_group(_name(body, "title"), people)
        return web.json_response({"ok": True, "id": group.id})

    async def _set_mischief(self, request: web.Request) -> web.StreamResponse:
        for name, value in (await _body(request)).items():
            if isinstance(value, bool) or not isinstance(value, int | float):
                raise NotPossibleError("a switch takes a number")
            try:
                self._sandbox.mischief.rates.set(name, value)
            except ValueError as error:
                raise NotPossibleError(str(error)) from None
        return web.json_response({"ok": True})

    def _person(self, body: Json) -> Person:
        try:
            return self._sandbox.person(_number(body, "person"))
        except KeyError:
            raise NotPossibleError("there is no such person") from None


_Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def _guarded(handler: _Handler) -> _Handler:
    """Refuse what does not come from this machine's own page, and say plainly what went wrong."""

    async def guarded(request: web.Request) -> web.StreamResponse:
        if not _is_own(request):
            raise web.HTTPForbidden(text="This page is for this machine alone.")
        try:
            return await handler(request)
        except NotPossibleError as error:
            return web.json_response({"error": str(error)}, status=400)

    return guarded


def _is_own(request: web.Request) -> bool:
    """Say whether host and origin are this very server's; other sites cannot forge either."""
    host = request.headers.get("Host", "")
    if host.rpartition(":")[0] not in _LOOPBACK:
        return False
    origin = request.headers.get("Origin")
    return origin is None or origin == f"http://{host}"


async def _body(request: web.Request) -> Json:
    try:
        body = await request.json()
    except ValueError:
        raise NotPossibleError("that is not JSON") from None
    if not isinstance(body, dict):
        raise NotPossibleError("that is not a JSON object")
    return body


def _text(body: Json, name: str) -> str:
    value = body.get(name, "")
    if not isinstance(value, str):
        raise NotPossibleError(f"{name} has to be text")
    return value


def _name(body: Json, field: str, longest: int = _LONGEST_NAME) -> str:
    name = _text(body, field).strip()
    if not 1 <= len(name) <= longest:
        raise NotPossibleError(f"{field} has to be 1 to {longest} characters long")
    return name


def _number(body: Json, name: str) -> int:
    value = body.get(name)
    if type(value) is not int:
        raise NotPossibleError(f"{name} has to be a number")
    return value


def _degrees(body: Json, name: str) -> float:
    value = body.get(name)
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise NotPossibleError(f"{name} has to be a number of degrees")
    return float(value)


def _room(person: Person, body: Json) -> Room:
    if body.get("chat_id") is None:
        return person
    wanted = _number(body, "chat_id")
    for room in person.rooms:
        if wanted in room.ids:
            return room
    raise NotPossibleError(f"{person.name} is not in that chat")


def _message(person: Person, body: Json, name: str = "message_id") -> Message:
    wanted = _number(body, name)
    room = _room(person, body)
    for message in reversed(room.messages):
        if shown_number(room, message) == wanted:
            return message
    raise NotPossibleError("that message is gone")


def _says(person: Person, body: Json) -> None:
    reply_to = _message(person, body, "reply_to") if body.get("reply_to") is not None else None
    thread = _number(body, "thread_id") if body.get("thread_id") is not None else None
    person.says(_text(body, "text"), _room(person, body), reply_to=reply_to, thread=thread)


def _taps(person: Person, body: Json) -> None:
    message = _message(person, body)
    row, column = _number(body, "row"), _number(body, "column")
    rows = message.buttons
    if not (0 <= row < len(rows) and 0 <= column < len(rows[row])):
        raise NotPossibleError("that button is gone")
    person.taps_button(message, rows[row][column])


def _shares_location(person: Person, body: Json) -> None:
    room = _room(person, body)
    person.shares_location(_degrees(body, "lat"), _degrees(body, "lon"), room)


def _content(body: Json) -> bytes:
    try:
        return base64.b64decode(_text(body, "content"), validate=True)
    except ValueError:
        raise NotPossibleError("content has to be base64") from None


def _sends_photo(person: Person, body: Json) -> None:
    person.sends_photo(_content(body), _text(body, "text") or None, _room(person, body))


def _sends_document(person: Person, body: Json) -> None:
    name = _name(body, "name", _LONGEST_FILE_NAME)
    person.sends_document(_content(body), name, _text(body, "text") or None, _room(person, body))


_VERBS: dict[str, Callable[[Person, Json], object]] = {
    "says": _says,
    "starts": lambda person, body: person.starts(_text(body, "payload")),
    "taps": _taps,
    "shares_location": _shares_location,
    "sends_photo": _sends_photo,
    "sends_document": _sends_document,
    "sends_sticker": lambda person, body: person.sends_sticker(_room(person, body)),
    "edits": lambda person, body: person.edits(_message(person, body), _text(body, "text")),
    "blocks_bot": lambda person, _body: person.blocks_bot(),
    "unblocks_bot": lambda person, _body: person.unblocks_bot(),
    "opens_link": lambda person, body: person.opens_link(_text(body, "url")),
}

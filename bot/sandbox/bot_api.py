"""The Bot API over HTTP: calls come in, are checked, paced, hit by mischief, and carried out.

Each bot has a token, a pace and a mischief of its own.
"""

import json
from collections.abc import Hashable
from email.utils import format_datetime

from aiohttp import web

from bot.clock import Clock
from bot.sandbox.methods import METHODS, PACED
from bot.sandbox.mischief import (
    AnsweredLate,
    CutShort,
    Delayed,
    DroppedAfter,
    DroppedBefore,
    Fault,
    Mischief,
    Refused,
    ServerError,
    TooManyRequests,
)
from bot.sandbox.pace import Pace
from bot.sandbox.reading import read_parameters
from bot.sandbox.recorder import Call, Recorder, Rule, Violation
from bot.sandbox.refusals import Refusal, bad_request, too_many_requests
from bot.sandbox.schema import Json, WrongParametersError, bot_api
from bot.sandbox.world import World

_BESIDE_A_WEBHOOK = (
    "Conflict: can't use getUpdates method while webhook is active; "
    "use deleteWebhook to delete the webhook first"
)
_SERVER_ERRORS = {500: "Internal Server Error", 502: "Bad Gateway", 504: "Gateway Timeout"}


class BotApis:
    """Finds by its token who answers a call; one that was revoked opens nothing any more."""

    def __init__(self, recorder: Recorder, clock: Clock) -> None:
        self._recorder = recorder
        self._clock = clock
        self._by_token: dict[str, BotApi] = {}
        self._revoked: set[str] = set()

    def add(self, token: str, api: "BotApi") -> None:
        """Let a token open what one bot may do."""
        self._by_token[token] = api
        self._revoked.discard(token)

    def knows(self, token: str) -> bool:
        """Say whether a token opens anything."""
        return token in self._by_token

    def revoke(self, token: str) -> None:
        """Let a token open nothing any more, as @BotFather does."""
        del self._by_token[token]
        self._revoked.add(token)

    def add_routes(self, app: web.Application) -> None:
        """Serve the methods and the download of files."""
        app.on_response_prepare.append(self._tell_the_time)
        app.router.add_route("*", "/bot{token:[^/]+}/{method}", self._call)
        app.router.add_get("/file/bot{token:[^/]+}/{path:.+}", self._download)

    async def _tell_the_time(self, _request: web.Request, answer: web.StreamResponse) -> None:
        answer.headers["Date"] = format_datetime(self._clock.now(), usegmt=True)

    async def _call(self, request: web.Request) -> web.StreamResponse:
        token = request.match_info["token"]
        api = self._by_token.get(token)
        if api is not None:
            return await api.call(request)
        if token not in self._revoked:
            method = request.match_info["method"]
            violation = Violation(Rule.WRONG_TOKEN, method, self._clock.now())
            self._recorder.note_violation(violation)
        return _refusal(Refusal(401, "Unauthorized"))

    async def _download(self, request: web.Request) -> web.Response:
        api = self._by_token.get(request.match_info["token"])
        return _refusal(Refusal(404, "Not Found")) if api is None else await api.download(request)


class BotApi:
    """Answers the calls of one bot; `check_calls` compares them with the description of the API."""

    def __init__(
        self,
        world: World,
        pace: Pace,
        mischief: Mischief,
        recorder: Recorder,
        *,
        check_calls: bool,
    ) -> None:
        self._world = world
        self._pace = pace
        self._mischief = mischief
        self._recorder = recorder
        self._check_calls = check_calls
        self._schema = bot_api()

    async def call(self, request: web.Request) -> web.StreamResponse:
        """Answer a call."""
        if await self._is_silent(request):
            return _dropped(request)
        name = request.match_info["method"]
        method = self._schema.method(name)
        if method is None:
            self._violate(Rule.UNKNOWN_METHOD, name)
            return _refusal(Refusal(404, "Not Found"))
        try:
            params = await read_parameters(request, method, self._world.files)
            if self._check_calls:
                method.check(params)
        except WrongParametersError as error:
            self._violate(Rule.WRONG_PARAMETERS, method.name, str(error))
            refusal = bad_request(str(error))
            self._note(method.name, {}, refusal.code, refusal.description)
            return _refusal(refusal)
        return await self._answer(request, method.name, params)

    async def _answer(self, request: web.Request, method: str, params: Json) -> web.StreamResponse:
        scope = _scope(method, params)
        held = self._pace.held(scope)
        if held:
            self._violate(Rule.SENT_INSIDE_RETRY_AFTER, method)
            return self._refused(method, params, too_many_requests(held))
        fault = self._mischief.fault(method, params.get("chat_id"))
        refusal = self._refusal_by(fault, scope)
        if refusal is not None:
            return self._refused(method, params, refusal, fault)
        if isinstance(fault, DroppedBefore):
            self._note(method, params, 0, fault=fault)
            return _dropped(request)
        if isinstance(fault, Delayed):
            await self._world.clock.sleep(fault.seconds)
        try:
            self._check_pace(method, params, scope)
            body = await self._carry_out(method, params)
        except Refusal as refused:
            if refused.code == 409:
                self._violate(Rule.SECOND_POLLER, method)
            return self._refused(method, params, refused)
        status = 0 if isinstance(fault, DroppedAfter | CutShort) else 200
        self._note(method, params, status, is_carried_out=True, fault=fault)
        if isinstance(fault, AnsweredLate):
            await self._world.clock.sleep(fault.seconds)
        if isinstance(fault, CutShort):
            return await _cut_short(request, body)
        if status == 0:
            return _dropped(request)
        return web.Response(body=body, content_type="application/json")

    async def _carry_out(self, method: str, params: Json) -> bytes:
        if method == "getUpdates":
            if self._world.webhook.is_set:
                raise Refusal(409, _BESIDE_A_WEBHOOK)
            updates = await self._world.queue.poll(params)
            return b'{"ok":true,"result":[' + b",".join(updates) + b"]}"
        carry_out = METHODS.get(method)
        if carry_out is None:
            self._violate(Rule.UNKNOWN_METHOD, method, "the sandbox does not carry it out")
            raise bad_request(f"the sandbox does not carry out {method}")
        return json.dumps({"ok": True, "result": carry_out(self._world, params)}).encode()

    def _check_pace(self, method: str, params: Json, scope: Hashable) -> None:
        chat = self._world.chats.get(params.get("chat_id", 0)) if method in PACED else None
        if chat is None:
            return
        wait = self._pace.spend(chat, is_edit=method.startswith("edit"))
        if wait:
            self._violate(Rule.ABOVE_PACE, method)
            self._pace.hold(scope, wait)
            raise too_many_requests(wait)

    def _refusal_by(self, fault: Fault | None, scope: Hashable) -> Refusal | None:
        match fault:
            case TooManyRequests(seconds):
                self._pace.hold(scope, seconds)
                return too_many_requests(seconds)
            case ServerError(status):
                return Refusal(status, _SERVER_ERRORS.get(status, "Internal Server Error"))
            case Refused(code, description):
                return Refusal(code, description)
            case _:
                return None

    def _refused(
        self, method: str, params: Json, refusal: Refusal, fault: Fault | None = None
    ) -> web.Response:
        self._note(method, params, refusal.code, refusal.description, fault=fault)
        return _refusal(refusal)

    def _note(
        self,
        method: str,
        params: Json,
        status: int,
        description: str = "",
        *,
        is_carried_out: bool = False,
        fault: Fault | None = None,
    ) -> None:
        name = type(fault).__name__ if fault is not None else None
        now, bot = self._world.now(), self._world.bot.id
        call = Call(method, params, now, status, description, is_carried_out, name, bot)
        self._recorder.note(call)

    def _violate(self, rule: Rule, method: str, detail: str = "") -> None:
        self._recorder.note_violation(Violation(rule, method, self._world.now(), detail))

    async def _is_silent(self, request: web.Request) -> bool:
        seconds = self._mischief.silent_for()
        if not seconds:
            return False
        if self._mischief.hangs_while_silent:
            await request.read()
            await self._world.clock.sleep(seconds)
        return True

    async def download(self, request: web.Request) -> web.Response:
        """Answer with what a file holds."""
        if await self._is_silent(request):
            return _dropped(request)
        stored = self._world.files.at(request.match_info["path"])
        if stored is None:
            return _refusal(Refusal(404, "Not Found"))
        return web.Response(body=stored.content, content_type="application/octet-stream")


def _scope(method: str, params: Json) -> Hashable:
    """Return with what a 429 asks to wait: a chat's messages, a press, or a question."""
    if method in PACED:
        return params.get("chat_id")
    return (method, params.get("chat_id"), params.get("callback_query_id") or params.get("user_id"))


def _refusal(refusal: Refusal) -> web.Response:
    answer: Json = {"ok": False, "error_code": refusal.code, "description": refusal.description}
    if refusal.parameters is not None:
        answer["parameters"] = refusal.parameters
    return web.json_response(answer, status=refusal.code)


async def _cut_short(request: web.Request, body: bytes) -> web.StreamResponse:
    """Send half of an answer whose head promises all of it, and end the connection."""
    response = web.StreamResponse()
    response.content_type = "application/json"
    response.content_length = len(body)
    await response.prepare(request)
    await response.write(body[: len(body) // 2])
    if request.transport is not None:
        request.transport.close()
    return response


def _dropped(request: web.Request) -> web.Response:
    """End the connection, so that the answer that aiohttp wants reaches nobody."""
    if request.transport is not None:
        request.transport.abort()
    return web.Response()

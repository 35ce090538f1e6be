"""Drives a Chromium over its DevTools protocol, with nothing but a websocket client."""

import asyncio
import base64
import contextlib
import itertools
import json
import os
import shutil
import signal
import tempfile
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Self

import aiohttp

PROGRAMS = ("chromium", "chromium-browser", "google-chrome")
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--lang=en-GB",
    "--remote-debugging-port=0",
)
SECONDS_TO_START = 30.0
SECONDS_TO_END = 5.0
SECONDS_TO_APPEAR = 10.0
SECONDS_BETWEEN_LOOKS = 0.05

#: Keys that are pressed by name: what they write, and their Windows key code.
KEYS = {
    "Enter": ("\r", 13),
    "Escape": ("", 27),
    "Tab": ("", 9),
    "ArrowLeft": ("", 37),
    "ArrowRight": ("", 39),
}


class ChromiumMissingError(Exception):
    """No Chromium was found; name one in CHROMIUM or install the package chromium."""


class BrowserError(Exception):
    """The browser refused a command, a script failed, or what was waited for did not come."""


def find_chromium(environment: Mapping[str, str] = os.environ) -> Path | None:
    """Return the browser's program, or None where there is none.

    CHROMIUM (a path or a name on the search path) goes before the usual names.
    """
    named = environment.get("CHROMIUM")
    for name in (named,) if named else PROGRAMS:
        if found := shutil.which(name, path=environment.get("PATH")):
            return Path(found)
    return None


class Page:
    """One tab: go somewhere, look, type, click, take a picture."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self._socket = socket
        self._numbers = itertools.count(1)
        self._waiting: dict[int, asyncio.Future[dict[str, Any]]] = {}
        self._loaded = asyncio.Event()
        self._listening: asyncio.Task[None] | None = None
        #: Scripts' uncaught errors and what was written to the console as an error.
        self.complaints: list[str] = []

    async def __aenter__(self) -> Self:
        self._listening = asyncio.create_task(self._listen())
        for domain in ("Page", "Runtime", "Log"):
            await self.command(f"{domain}.enable")
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._socket.close()
        if self._listening:
            await self._listening

    async def command(self, method: str, **parameters: object) -> dict[str, Any]:
        """Send one DevTools command and return its result; BrowserError if it is refused."""
        number = next(self._numbers)
        answer: asyncio.Future[dict[str, Any]] = asyncio.get_running_loop().create_future()
        self._waiting[number] = answer
        await self._socket.send_json({"id": number, "method": method, "params": parameters})
        return await answer

    async def navigate(self, address: str) -> None:
        """Open an address and return once the page is loaded."""
        self._loaded.clear()
        result = await self.command("Page.navigate", url=address)
        if error := result.get("errorText"):
            raise BrowserError(f"{address}: {error}")
        async with asyncio.timeout(SECONDS_TO_START):
            await self._loaded.wait()

    async def choose_file(self, selector: str, path: Path) -> None:
        """Choose a file of this machine in the first field for files that a selector finds."""
        script = f"document.querySelector({json.dumps(selector)})"
        found = await self.command("Runtime.evaluate", expression=script)
        field = found["result"]["objectId"]
        await self.command("DOM.setFileInputFiles", objectId=field, files=[str(path)])

    async def resize(self, width: int, height: int) -> None:
        """Give the page's window a size, in CSS pixels."""
        await self.command(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=False,
        )

    async def evaluate(self, expression: str) -> Any:
        """Return the value of a JavaScript expression (a promise is awaited), as JSON."""
        result = await self.command(
            "Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True
        )
        if failure := result.get("exceptionDetails"):
            raise BrowserError(f"{expression}\n{_words_of(failure)}")
        return result["result"].get("value")

    async def wait_for(self, expression: str, seconds: float = SECONDS_TO_APPEAR) -> Any:
        """Return the expression's value as soon as it is truthy; BrowserError if it never is."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                while True:
                    if value := await self.evaluate(expression):
                        return value
                    await asyncio.sleep(SECONDS_BETWEEN_LOOKS)
        raise BrowserError(f"waited {seconds:g} s in vain for {expression}")

    async def wait_for_element(self, selector: str, text: str = "") -> None:
        """Return once a visible element matches, with that text in it if one is given."""
        await self.wait_for(f"Boolean({_visible(selector, text)})")

    async def text(self, selector: str) -> str:
        """Return the visible text of the first element that matches, once there is one."""
        await self.wait_for_element(selector)
        text = await self.evaluate(f"{_visible(selector)}.innerText")
        return str(text)

    async def texts(self, selector: str) -> list[str]:
        """Return the visible text of every element that matches now."""
        found = await self.evaluate(
            f"[...document.querySelectorAll({json.dumps(selector)})]"
            ".filter(e => e.checkVisibility()).map(e => e.innerText)"
        )
        return list(found)

    async def click(self, selector: str, text: str = "") -> None:
        """Click with the mouse on the first visible match; BrowserError if it stays covered."""
        place = await self.wait_for(
            f"""(() => {{
                const found = {_visible(selector, text)};
                if (!found) return null;
                found.scrollIntoView({{ block: "nearest", inline: "nearest" }});
                const box = found.getBoundingClientRect();
                const place = {{ x: box.x + box.width / 2, y: box.y + box.height / 2 }};
                const hit = document.elementFromPoint(place.x, place.y);
                return found.contains(hit) ? place : null;
            }})()"""
        )
        for kind in ("mousePressed", "mouseReleased"):
            await self.command(
                "Input.dispatchMouseEvent", type=kind, button="left", clickCount=1, **place
            )

    async def type_into(self, selector: str, text: str) -> None:
        """Click on a field and type into it, behind what stands there."""
        await self.click(selector)
        await self.command("Input.insertText", text=text)

    async def press(self, key: str) -> None:
        """Press one of the named keys on what has the focus."""
        written, code = KEYS[key]
        described = {"key": key, "code": key, "windowsVirtualKeyCode": code}
        await self.command("Input.dispatchKeyEvent", type="keyDown", text=written, **described)
        await self.command("Input.dispatchKeyEvent", type="keyUp", **described)

    async def screenshot(self, path: Path) -> None:
        """Write what is seen now as a PNG file."""
        result = await self.command("Page.captureScreenshot", format="png")
        await asyncio.to_thread(path.write_bytes, base64.b64decode(result["data"]))

    async def _listen(self) -> None:
        async for message in self._socket:
            self._hear(json.loads(message.data))
        for answer in self._waiting.values():
            answer.set_exception(BrowserError("the browser closed the page"))
            # Whoever waited hears of it; nobody has to.
            answer.exception()
        self._waiting.clear()

    def _hear(self, told: dict[str, Any]) -> None:
        if answer := self._waiting.pop(told.get("id", 0), None):
            if answer.done():
                return
            if error := told.get("error"):
                answer.set_exception(BrowserError(error["message"]))
            else:
                answer.set_result(told["result"])
            return
        heard = told.get("params", {})
        match told["method"]:
            case "Page.loadEventFired":
                self._loaded.set()
            case "Runtime.exceptionThrown":
                self.complaints.append(_words_of(heard["exceptionDetails"]))
            case "Log.entryAdded" if heard["entry"]["level"] == "error":
                self.complaints.append(heard["entry"]["text"])


@asynccontextmanager
async def open_browser(program: Path | None = None) -> AsyncIterator[Page]:
    """Start a Chromium with an empty profile, lend its page, and end it whatever happens.

    Raises ChromiumMissingError where there is no browser, BrowserError if it does not start.
    """
    program = program or find_chromium()
    if program is None:
        raise ChromiumMissingError(ChromiumMissingError.__doc__)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        async with _running(program, Path(profile)) as port, aiohttp.ClientSession() as web:
            async with web.put(f"http://127.0.0.1:{port}/json/new?about:blank") as answer:
                address = (await answer.json())["webSocketDebuggerUrl"]
            socket = await web.ws_connect(address, max_msg_size=0)
            async with Page(socket) as page:
                yield page


@asynccontextmanager
async def _running(program: Path, profile: Path) -> AsyncIterator[int]:
    """Run the browser and lend the port of its DevTools."""
    process = await asyncio.create_subprocess_exec(
        program,
        *FLAGS,
        f"--user-data-dir={profile}",
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.DEVNULL,
        # Its helpers are of the same group, so that they can be ended with it.
        start_new_session=True,
    )
    try:
        yield await _port(process, profile / "DevToolsActivePort")
    finally:
        await _end(process)


async def _port(process: asyncio.subprocess.Process, told_in: Path) -> int:
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(SECONDS_TO_START):
            while process.returncode is None:
                if port := _read_port(told_in):
                    return port
                await asyncio.sleep(SECONDS_BETWEEN_LOOKS)
    raise BrowserError(f"the browser did not start (status {process.returncode})")


def _read_port(told_in: Path) -> int | None:
    # The file may be seen while it is still empty.
    lines = told_in.read_text().splitlines() if told_in.exists() else []
    return int(lines[0]) if lines else None


async def _end(process: asyncio.subprocess.Process) -> None:
    for request in (signal.SIGTERM, signal.SIGKILL):
        # After the browser itself, the second request ends whichever of its helpers linger.
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, request)
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(SECONDS_TO_END):
                await process.wait()


def _visible(selector: str, text: str = "") -> str:
    return (
        f"[...document.querySelectorAll({json.dumps(selector)})].find("
        f"e => e.checkVisibility() && e.innerText.includes({json.dumps(text)}))"
    )


def _words_of(failure: dict[str, Any]) -> str:
    described = failure.get("exception", {}).get("description")
    return str(described or failure.get("text"))

"""Tasks side by side, none of which fails unheard."""

import asyncio
import contextlib
from collections.abc import Coroutine
from typing import Any, TypeVar

T = TypeVar("T")


class Crew:
    """A set of running tasks; the first failure is kept for whoever watches."""

    def __init__(self) -> None:
        self._tasks: set[asyncio.Task[Any]] = set()
        self._failure: asyncio.Future[None] | None = None

    def __len__(self) -> int:
        return len(self._tasks)

    def start(self, work: Coroutine[Any, Any, T]) -> asyncio.Task[T]:
        """Run something beside the others, also while all of it ends."""
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._ended)
        return task

    def _ended(self, task: asyncio.Task[Any]) -> None:
        self._tasks.discard(task)
        if task.cancelled() or (error := task.exception()) is None:
            return
        failure = self._watched()
        if not failure.done():
            failure.set_exception(error)

    def _watched(self) -> asyncio.Future[None]:
        if self._failure is None:
            self._failure = asyncio.get_running_loop().create_future()
        return self._failure

    async def watch(self) -> None:
        """Wait for ever; raises the first failure of any task."""
        await asyncio.shield(self._watched())

    async def end(self, seconds: float) -> None:
        """Let what runs end by itself within seconds of the machine's time, then cancel it.

        The machine's own time, because a clock that stands still must not hold up the end.
        """
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                # What ends may have started more.
                while self._tasks:
                    await asyncio.wait(self._tasks)
        rest = list(self._tasks)
        for task in rest:
            task.cancel()
        await asyncio.gather(*rest, return_exceptions=True)
        if self._failure is not None and self._failure.done():
            # Whoever watched has heard of it; asyncio need not complain that nobody asked.
            self._failure.exception()

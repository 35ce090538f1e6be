"""The sandbox with a crowd in it, as a process of its own.

Talks in lines of JSON: it says when it listens, when the bot first asks for updates, and when the
bot has answered a stranger. Each line of input, an `Order`, sends the crowd on its way, and what
was counted is told. The end of the input ends the process.
"""

import asyncio
import contextlib
import json
import sys
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass

from benchmarks.crowd import Crowd
from benchmarks.journey import NEIGHBOURHOODS
from bot.sandbox.groups import Group
from bot.sandbox.server import Sandbox

#: Accounts: the first of those who are known to the service, and somebody whom nobody knows.
FIRST_ACCOUNT = 7001
STRANGER = 6001
#: Whoever made the groups and looks after the scheme, and somebody else who does.
ADMIN = 6002
SECOND = 6003
#: A bot that does not take so many steps in that many seconds hangs.
PATIENCE = 60.0


def say(event: str, **more: object) -> None:
    """Tell whoever started this process."""
    sys.stdout.write(json.dumps({"event": event, **more}) + "\n")
    sys.stdout.flush()


@dataclass(frozen=True, slots=True)
class Order:
    """How many people walk at a time, and how many steps are taken before and while counting.

    Of the people who are stored every so many'th walks (`apart`), so that they lie all over it.
    With a `pace` so many steps are begun a second while counting, whether answered or not. The
    first order settles who walks.
    """

    people: int
    apart: int
    warm_up: int
    steps: int
    pace: float | None = None


async def _until(is_so: Callable[[], bool]) -> None:
    while not is_so():  # noqa: ASYNC110 - the sandbox has no event for these
        await asyncio.sleep(0.001)


@contextlib.asynccontextmanager
async def serving(*, enforce_pace: bool) -> AsyncIterator[tuple[Sandbox, list[Group]]]:
    """Serve one bot, which has answered a stranger by now."""
    async with Sandbox(check_calls=False, enforce_pace=enforce_pace, keep_history=False) as sandbox:
        admin = sandbox.add_person("Admin", account=ADMIN)
        groups = [sandbox.add_group(name, [admin]) for name in NEIGHBOURHOODS]
        sandbox.world.queue.forget_all()
        stranger = sandbox.add_person("Stranger", account=STRANGER)
        # Something waits already, so that the first question for updates is answered at once.
        stranger.starts()
        say(
            "listening",
            address=sandbox.address,
            token=sandbox.token,
            groups=[group.id for group in groups],
        )
        await _until(lambda: any(sandbox.recorder.of("getUpdates")))
        say("polled")
        await _until(lambda: bool(stranger.from_bot))
        say("answered")
        yield sandbox, groups


async def main() -> None:
    """Serve one bot with its pace lifted, and have a crowd walk."""
    async with serving(enforce_pace=False) as (sandbox, groups):
        crowd: Crowd | None = None
        while line := await asyncio.to_thread(sys.stdin.readline):
            order = Order(**json.loads(line))
            crowd = crowd or _crowd(sandbox, groups, order)
            if order.warm_up:
                await asyncio.wait_for(crowd.walk(order.warm_up), PATIENCE)
            say("begun")
            counted = await asyncio.wait_for(crowd.walk(order.steps, order.pace), PATIENCE)
            say("ended", **counted.described())


def _crowd(sandbox: Sandbox, groups: list[Group], order: Order) -> Crowd:
    people = [
        sandbox.add_person(f"Person {each}", account=FIRST_ACCOUNT + each * order.apart)
        for each in range(order.people)
    ]
    return Crowd(people, groups)


if __name__ == "__main__":
    asyncio.run(main())

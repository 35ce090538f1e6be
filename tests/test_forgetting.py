"""What was promised to be forgotten is forgotten when its time has come."""

from datetime import timedelta
from pathlib import Path

from storage import tasks
from storage.database import Transaction
from storage.model import Secrets, Task
from tests.scene import Scene, scene_in


async def _asked(scene: Scene) -> None:
    """Let Rosa ask for shopping, with something private in every answer."""
    rosa = scene.people["Rosa"]
    for words in ("/ask", "Shopping", "the blue door", "tomorrow morning", "Albion", "1", "1"):
        rosa.says(words)
        await scene.settles()
    rosa.taps("Send")
    await scene.settles()


async def _task(scene: Scene) -> tuple[Task, Secrets]:
    async def look(transaction: Transaction) -> tuple[Task, Secrets]:
        task = await tasks.get(transaction, 1)
        return task, await tasks.secrets_of(transaction, task)

    return await scene.transact(look)


async def test_a_closed_request_is_empty_after_72_hours(tmp_path: Path) -> None:
    async with scene_in(tmp_path) as scene:
        rosa, olive = scene.person("Rosa"), scene.owner()
        group = scene.group("Albion helpers", [olive])
        await scene.resident(rosa, await scene.neighbourhood("Albion", group))
        await _asked(scene)
        rosa.taps("My requests")
        await scene.settles()
        rosa.taps("I don't need this any more")
        await scene.settles()
        rosa.taps("Yes, close it")
        await scene.settles()

        await scene.passes(timedelta(hours=71))
        _, kept = await _task(scene)
        assert kept.words is not None

        await scene.passes(timedelta(hours=2))
        task, forgotten = await _task(scene)
        assert forgotten == Secrets()
        assert task.kind == "shopping"


async def test_an_open_request_is_kept(tmp_path: Path) -> None:
    async with scene_in(tmp_path) as scene:
        rosa, olive = scene.person("Rosa"), scene.owner()
        group = scene.group("Albion helpers", [olive])
        await scene.resident(rosa, await scene.neighbourhood("Albion", group))
        await _asked(scene)

        await scene.passes(timedelta(days=5))
        _, kept = await _task(scene)
        assert kept.words is not None

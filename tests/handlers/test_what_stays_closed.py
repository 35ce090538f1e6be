"""Requests that nobody opens again: somebody has died, agrees no more, or is blocked."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from storage import tasks
from storage.model import Status
from tests.scene import Scene, scene_in


@pytest.fixture
async def scene(tmp_path: Path) -> AsyncIterator[Scene]:
    """Rosa lives in Albion and has asked for shopping; Olive owns the scheme."""
    async with scene_in(tmp_path) as scene:
        olive = scene.owner()
        group = scene.group("Albion helpers", [olive])
        albion = await scene.neighbourhood("Albion", group)
        await scene.resident(scene.person("Rosa"), albion)
        olive.starts()
        await scene.settles()
        for words in ("/ask", "Shopping", "Milk", "tomorrow after 3", "Albion"):
            await _writes(scene, "Rosa", words)
        for words in ("One small bag", "It is paid already", "Send"):
            await _writes(scene, "Rosa", words)
        yield scene


async def _writes(scene: Scene, name: str, *words: str) -> None:
    for each in words:
        scene.people[name].says(each)
        await scene.settles()


async def _taps(scene: Scene, *labels: str) -> None:
    for each in labels:
        scene.people["Olive"].taps(each)
        await scene.settles()


async def _try_to_reopen(scene: Scene) -> str:
    await _writes(scene, "Olive", "/request MLR-36")
    await _taps(scene, "Open this request again")
    return scene.people["Olive"].from_bot[-1].text or ""


async def _status(scene: Scene) -> Status:
    return (await scene.transact(lambda transaction: tasks.get(transaction, 1))).status


async def test_nobody_is_sent_to_a_home_where_somebody_has_died(scene: Scene) -> None:
    await _writes(scene, "Olive", "/request MLR-36")
    await _taps(scene, "Close it", "The person has died", "Yes, they have died")
    assert "MLR-36 stays closed" in await _try_to_reopen(scene)
    assert await _status(scene) is Status.WITHDRAWN


async def test_nobody_is_sent_to_somebody_blocked(scene: Scene) -> None:
    await _writes(scene, "Olive", "/request MLR-36")
    await _taps(scene, "Close it", "Not needed any more")
    await _writes(scene, "Olive", "/request MLR-36")
    await _taps(scene, "Block the resident", "Something has to be looked into", "Yes, block them")
    assert "Please unblock them" in await _try_to_reopen(scene)
    assert await _status(scene) is Status.WITHDRAWN
    await _taps(scene, "Unblock Rosa")
    assert "Shall I open" in await _try_to_reopen(scene)

"""Backing up and restoring what a scene has on disk."""

import asyncio
from pathlib import Path

from bot.configuration import Places
from bot.restoring import Order, Restored, carry_out
from storage import backups
from storage.backups import AtStep, Source, nothing
from tests.scene import Scene


def places_of(scene: Scene, folder: Path) -> Places:
    """Return where a scene keeps what it knows, and its backups."""
    return Places(database=scene.url, keys=scene.keys, backups=folder)


async def back_up(scene: Scene, folder: Path) -> Path:
    """Make a backup while the service runs, and return where it is."""
    await asyncio.to_thread(folder.mkdir, exist_ok=True)
    source = Source(scene.folder / "doorstep.sqlite", scene.keys, "0.1.0")
    made = await asyncio.to_thread(backups.make, source, folder, scene.clock.now())
    return made.path


async def bring_back(
    scene: Scene, file: Path, *, loses: bool = False, at_step: AtStep = nothing
) -> Restored:
    """End the service, restore a backup in the place of what there is, and start it again."""
    await scene.stop()
    places = places_of(scene, file.parent)
    order = Order(places, file, scene.clock.now(), replaces=True, loses=loses)
    done = await asyncio.to_thread(carry_out, order, at_step)
    await scene.start()
    return done

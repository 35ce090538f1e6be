"""The service ends at any step of a message's way; the next one goes on from there."""

from pathlib import Path

import pytest

from tests.clock import MovableClock
from tests.service.scene import running
from tests.service.scripted import ScriptedMessenger


class EndedHereError(Exception):
    """The process ended at this step."""


@pytest.mark.parametrize(
    ("step", "seen"),
    [
        ("updates kept", ["hello"]),
        ("event handled", ["hello"]),
        ("sending noted", ["Again: hello"]),
        ("sent, not noted", ["hello", "Again: hello"]),
        ("sent and noted", ["hello"]),
    ],
)
async def test_an_answer_survives_the_end_of_the_process_at_any_step(
    file: Path, messenger: ScriptedMessenger, clock: MovableClock, step: str, seen: list[str]
) -> None:
    def at_step(name: str) -> None:
        if name == step:
            raise EndedHereError

    messenger.hears("telegram:1", "hello")
    with pytest.raises(EndedHereError):
        async with running(file, messenger, clock, at_step=at_step) as scene:
            await scene.passes(minutes=1)
    # What was confirmed does not come again; the rest does, as from a real app.
    async with running(file, messenger, clock) as scene:
        await scene.passes(minutes=1)
    assert messenger.texts_to("telegram:1") == seen

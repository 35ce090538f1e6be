"""Of all that people type about requests nothing is shown to anybody who may not see it.

Two thousand requests, half of them from texts whose private parts are marked, go through all that
can happen to one. Every call of the service is searched for their private parts: cards, edits,
buttons, toasts, captions, file names, tables, drawn words, and what pictures say besides their
points; and so are the log and the metrics.
"""

import io
from datetime import timedelta
from pathlib import Path
from typing import Final

from handlers.afterwards.approving import DROPPED_AFTER
from handlers.deadlines import GIVEN_UP_AFTER
from tests.endurance.amounts import LIFTED, Notes, amount
from tests.endurance.channels import Channels, Shown, drawing_watched
from tests.endurance.dossiers import Dossiers, known_words
from tests.endurance.everything_logged import everything_logged
from tests.endurance.marked import Marks
from tests.endurance.searching import Search
from tests.endurance.telling import of_log, of_metrics
from tests.endurance.town import PLACES, Town
from tests.endurance.town_life import BATCH, KINDS, live
from tests.exposition import condition_of, metrics_of, shown
from tests.scene import scene_in

REQUESTS: Final = amount(BATCH, 154 * BATCH)
#: Before that, how many are asked for in known words; in full, every kind in every language.
KNOWN: Final = amount(BATCH, 2 * len(KINDS) * BATCH)
#: So many days later the last of them is given up, too, and what nobody decided is dropped.
LEFT: Final = amount(0, max(GIVEN_UP_AFTER, DROPPED_AFTER).days + 1)


def _language(number: int) -> str:
    """Return another language for each place in a batch, each kind, and each neighbourhood.

    In twice as many batches as there are kinds, that is.
    """
    batch, place = divmod(number, BATCH)
    turn, kind = divmod(batch, len(KINDS))
    return ("en", "es")[(place + turn + kind // len(PLACES)) % 2]


async def _learn(town: Town) -> None:
    """Let people whose words are all known live the same lives, in each language."""
    marks = Marks()
    town.is_learning = True
    for first in range(0, KNOWN, BATCH):
        known = [known_words(marks, _language(number)) for number in range(first, first + BATCH)]
        await live(town, [town.comes(each, first + number) for number, each in enumerate(known)])
    for _ in range(LEFT):
        await town.scene.passes(timedelta(days=1))
        await town.settles()
    town.is_learning = False


def _look_at_log(town: Town, logged: io.StringIO) -> None:
    """Look at what was logged since the last time."""
    text = logged.getvalue()
    logged.seek(0)
    logged.truncate()
    _look_at_lines(town, "log", of_log(text))


def _look_at_lines(town: Town, channel: str, text: str) -> None:
    for line in text.splitlines():
        town.look_at(Shown(None, channel, line))


async def test_nothing_private_is_shown_to_anybody_else(tmp_path: Path, notes: Notes) -> None:
    search, dossiers = Search(), Dossiers(seed=5)
    metrics = metrics_of()
    with everything_logged() as logged, drawing_watched() as drawn:
        async with scene_in(
            tmp_path, abilities=LIFTED, enforce_pace=False, observer=metrics
        ) as scene:
            channels = Channels(scene.sandbox.world, scene.sandbox.recorder, drawn)
            town = Town(scene, channels, search)
            await town.set_up()
            await _learn(town)
            search.learn(of_log(logged.getvalue()))
            for first in range(0, REQUESTS, BATCH):
                numbers = range(first, first + BATCH)
                await live(town, [town.comes(dossiers.next(), number) for number in numbers])
                _look_at_log(town, logged)
                told = shown(metrics, await condition_of(scene))
                _look_at_lines(town, "metrics", of_metrics(told))
        _look_at_log(town, logged)
    assert town.leaks == []
    notes("requests searched for their private parts", REQUESTS)
    notes("of these, from texts whose private parts are marked", dossiers.from_marked_texts)
    for way, number in search.ways.items():
        notes(f"private parts looked for {way}", number)
    notes("words searched for private parts, in every channel", search.looked_at)

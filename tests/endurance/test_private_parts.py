"""Of all that people type about requests nothing is shown to anybody who may not see it.

Two thousand requests, half of them from texts whose private parts are marked, go through all that
can happen to one. Every call of the service is searched for their private parts: cards, edits,
buttons, toasts, captions, file names, tables, drawn words, and what pictures say besides their
points; and so are the log and the metrics.
"""

import re
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
from tests.endurance.town import PLACES, Town
from tests.endurance.town_life import BATCH, KINDS, live
from tests.exposition import condition_of, metrics_of, shown
from tests.scene import scene_in

REQUESTS: Final = amount(BATCH, 154 * BATCH)
#: Before that, how many are asked for in known words; in full, every kind in every language.
KNOWN: Final = amount(BATCH, 2 * len(KINDS) * BATCH)
#: So many days later the last of them is given up, too, and what nobody decided is dropped.
LEFT: Final = amount(0, max(GIVEN_UP_AFTER, DROPPED_AFTER).days + 1)
#: What a record of the log says of the clock on the wall, and of the process: numbers by chance.
_WHEN_AND_WHERE: Final = re.compile(
    r"\d{4}-\d\d-\d\dT[\d:.+]+"
    r"|'(?:created|msecs|relativeCreated|thread|threadName|process|lineno)': [^,]+,"
)


def _language(number: int) -> str:
    """Return another language for each place in a batch, each kind, and each neighbourhood.

    In twice as many batches as there are kinds, that is.
    """
    batch, place = divmod(number, BATCH)
    turn, kind = divmod(batch, len(KINDS))
    return ("en", "es")[(place + turn + kind // len(PLACES)) % 2]


#: A short number alone: which of them is a door and which a count, nobody can tell by looking.
_COUNT: Final = re.compile(r"(?<![\w.])\d{1,5}(?:\.\d+)?(?!\w)")


def _told(text: str) -> str:
    """Return what a log or the metrics say, but for times, places in it, and short numbers."""
    return _COUNT.sub("#", _WHEN_AND_WHERE.sub("", text))


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
            search.learn(_told(logged.getvalue()))
            for first in range(0, REQUESTS, BATCH):
                numbers = range(first, first + BATCH)
                await live(town, [town.comes(dossiers.next(), number) for number in numbers])
            told = shown(metrics, await condition_of(scene))
    for line in _told(logged.getvalue()).splitlines():
        town.look_at(Shown(None, "log", line))
    for line in _told(told).splitlines():
        town.look_at(Shown(None, "metrics", line))
    assert town.leaks == []
    notes("requests searched for their private parts", REQUESTS)
    notes("of these, from texts whose private parts are marked", dossiers.from_marked_texts)
    for way, number in search.ways.items():
        notes(f"private parts looked for {way}", number)
    notes("words searched for private parts, in every channel", search.looked_at)

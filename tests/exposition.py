"""What the service tells whoever watches over it, read as Prometheus reads it."""

from collections.abc import Iterator
from itertools import count
from typing import Final

from prometheus_client.parser import text_string_to_metric_families
from prometheus_client.samples import Sample

from bot.alive import Part
from bot.health import Condition, Health
from bot.metrics import OTHER, Metrics
from bot.observing import Outcome
from bot.safekeeping import BACKUP
from handlers.timed import KINDS
from storage.backlog import TO_BE_SENT, UNDER_WAY
from storage.failures import REASONS
from storage.model import FIRST_BOT
from storage.outbox import Purpose
from tests.clock import BEGINNING
from tests.endurance.marked import marks_in
from tests.scene import Scene

#: Every word that a label may hold, by its name. Only a bucket's limit is a number.
LABELS: Final[dict[str, frozenset[str]]] = {
    "part": frozenset(Part),
    "purpose": frozenset(Purpose),
    "outcome": frozenset({*Outcome, "done", "failed"}),
    "status": frozenset({*TO_BE_SENT, *UNDER_WAY}),
    "kind": KINDS | {BACKUP, OTHER},
    "reason": REASONS | {OTHER},
    "bot": frozenset({FIRST_BOT, "parish"}),
}


def metrics_of() -> Metrics:
    """Return metrics with all that the service knows, and a clock that ticks when it is asked."""
    ticks = count()
    return Metrics(KINDS | {BACKUP}, lambda: float(next(ticks)), lambda: 1000)


async def condition_of(scene: Scene) -> Condition:
    """Examine the service on a stage."""
    return await Health(lambda: scene.service.standing, scene.transact, scene.clock).examine()


def shown(metrics: Metrics, condition: Condition) -> str:
    """Return what metrics show, as text."""
    return metrics.shown(condition, BEGINNING).decode()


def samples(text: str) -> Iterator[Sample]:
    """Return every number of an exposition, with its name and its labels."""
    for family in text_string_to_metric_families(text):
        yield from family.samples


def value(text: str, name: str, **labels: str) -> float:
    """Return one number of an exposition."""
    (found,) = [
        each.value
        for each in samples(text)
        if each.name == f"doorstep_{name}" and each.labels == labels
    ]
    return found


def assert_nothing_personal(text: str) -> None:
    """Fail for a label that is not a known word, and for any marked word."""
    assert marks_in([text]) == set()
    seen = [label for sample in samples(text) for label in sample.labels.items()]
    assert seen
    for name, written in seen:
        if name == "le":
            float(written)
        else:
            assert written in LABELS[name], (name, written)

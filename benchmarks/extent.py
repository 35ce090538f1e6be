"""How much is measured."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from benchmarks.calling import CallOut
from benchmarks.load import Order

Figures = dict[str, Any]
Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Extent:
    """Rounds, people at a time, steps to warm up and to count, and seconds at a pace.

    `many` is how many people are stored to compare with few, `call_out` who is called.
    """

    rounds: int
    people: int
    warm_up: int
    steps: int
    seconds: float
    many: int
    call_out: CallOut

    def order(self, stored: int = 0) -> Order:
        """Return what the crowd has to do as fast as it can, spread over so many who are stored."""
        return Order(self.people, max(stored // self.people, 1), self.warm_up, self.steps)

    def at_pace(self, pace: float) -> Order:
        """Return what a crowd has to do next, at so many steps a second."""
        return Order(self.people, 1, 0, max(int(pace * self.seconds), 100), pace)


FULL: Final = Extent(
    rounds=3,
    people=100,
    warm_up=400,
    steps=2000,
    seconds=6.0,
    many=1_000_000,
    call_out=CallOut(recipients=10_000, residents=20, pause=10.0),
)
QUICK: Final = Extent(
    rounds=1,
    people=50,
    warm_up=200,
    steps=600,
    seconds=3.0,
    many=20_000,
    call_out=CallOut(recipients=1_000, residents=10, pause=5.0),
)

"""What may happen in a story: how often, and under which circumstances."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final, ParamSpec

from hypothesis import strategies as st

from tests.endurance.model.plain import Plain
from tests.endurance.model.records import HELD

P = ParamSpec("P")
_ACT: Final = "the act that it is"
#: With so many places some may be withdrawn.
MANY: Final = 3


@dataclass(frozen=True)
class Act:
    """Something that may happen: how often, under which circumstances, with which choices."""

    weight: int
    when: Callable[[Plain], bool] | None
    choices: Mapping[str, st.SearchStrategy[Any]]

    def can_happen(self, plain: Plain) -> bool:
        """Say whether it may happen now."""
        return self.when is None or self.when(plain)


def act(
    weight: int, when: Callable[[Plain], bool] | None = None, **choices: st.SearchStrategy[Any]
) -> Callable[[Callable[P, None]], Callable[P, None]]:
    """Let a method be something that may happen, `weight` times as often as others."""

    def mark(method: Callable[P, None]) -> Callable[P, None]:
        setattr(method, _ACT, Act(weight, when, choices))
        return method

    return mark


def acts_of(somebody: type) -> dict[str, Act]:
    """Return all that may happen by the names of its methods."""
    found = {name: getattr(getattr(somebody, name), _ACT, None) for name in dir(somebody)}
    return {name: each for name, each in found.items() if each is not None}


def any_place(plain: Plain) -> bool:
    """Whether anything was ever asked for."""
    return bool(plain.places)


def any_open(plain: Plain) -> bool:
    """Whether anything waits for somebody to take it."""
    return plain.are("open")


def any_held(plain: Plain) -> bool:
    """Whether anybody holds anything."""
    return plain.are(*HELD)


def any_done(plain: Plain) -> bool:
    """Whether anything was done."""
    return plain.are("done")


def anybody_asked(plain: Plain) -> bool:
    """Whether anybody was asked directly."""
    return any(each.asked for each in plain.places.values())


def many_places(plain: Plain) -> bool:
    """Whether so much was asked for that some of it may go."""
    return len(plain.places) > MANY


def few_open(plain: Plain) -> bool:
    """Whether little waits, so that more can be asked for."""
    return len([each for each in plain.places.values() if each.status == "open"]) < MANY


def any_waiting(plain: Plain) -> bool:
    """Whether a coordinator has to complete anything."""
    return plain.are("with-coordinator")


def any_weekly(plain: Plain) -> bool:
    """Whether there was ever weekly help."""
    return bool(plain.weekly)

"""Questions about when and where: answered with a button, with typed words, or with a map."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from pydantic import JsonValue

from handlers.question import (
    Again,
    Answered,
    Heard,
    NotYet,
    Option,
    Picked,
    Question,
    Spot,
    StaleAnswerError,
    Words,
)
from handlers.texts import Line, PublicName, T, Window, folded
from handlers.understanding import when as understanding
from handlers.understanding.home import home_of_postcode, home_of_spot
from handlers.understanding.postcodes import find_postcode
from storage.model import Neighbourhood
from storage.private import PrivateText


@dataclass(frozen=True, slots=True)
class PickedTime:
    """A stretch of time, aware, in the neighbourhood's time zone."""

    start: datetime
    end: datetime


class PickTime(Question[PickedTime]):
    """Pick a time, with buttons or typed ("Friday after 3")."""

    def __init__(
        self,
        key: str,
        *,
        now: datetime,
        zone: ZoneInfo,
        says: Sequence[Line] | None = None,
    ) -> None:
        self.key = key
        self._now, self._zone = now, zone
        self._says = says or (T(f"ask-{key}"),)

    def lines(self, partial: JsonValue) -> Sequence[Line]:
        return self._says

    def options(self, partial: JsonValue) -> Sequence[Option]:
        offers = understanding.window_choices(self._now, self._zone)
        return [
            Option(
                f"{int(offer.start.timestamp())}-{int(offer.end.timestamp())}",
                T(f"window-{offer.part.value}", window=Window(offer.start, offer.end)),
            )
            for offer in offers
        ]

    def hear(self, heard: Heard, partial: JsonValue) -> Answered | NotYet | Again:
        if isinstance(heard, Picked):
            start, end = (int(each) for each in heard.option.split("-"))
            return Answered([start, end])
        if not isinstance(heard, Words):
            return Again(T("problem-time-not-understood"))
        made = understanding.understand_when(heard.text, heard.language, self._now, self._zone)
        if isinstance(made, understanding.TimeProblem):
            return Again(T(f"problem-time-{made.value}"))
        return Answered([int(made.start.timestamp()), int(made.end.timestamp())])

    def restore(self, stored: JsonValue) -> PickedTime:
        match stored:
            case [int(start), int(end)] if start < end:
                pass
            case _:
                raise StaleAnswerError(T("problem-answer-gone"))
        if end <= self._now.timestamp():
            raise StaleAnswerError(T("problem-time-gone"))
        return PickedTime(
            datetime.fromtimestamp(start, self._zone), datetime.fromtimestamp(end, self._zone)
        )


@dataclass(frozen=True, slots=True)
class PickedPlace:
    """A neighbourhood; or None and what was said of a place that nobody serves."""

    neighbourhood_id: int | None
    said: PrivateText | None = field(default=None, repr=False)


ELSEWHERE = "elsewhere"


class PickPlace(Question[PickedPlace]):
    """A place: a shared location, a postcode, or choosing the neighbourhood.

    A place outside every neighbourhood is told so once and then kept, never dropped: the next step
    is to name another place, or to leave it to a coordinator.
    """

    columns = 2

    def __init__(
        self, key: str, neighbourhoods: Sequence[Neighbourhood], says: Sequence[Line] | None = None
    ) -> None:
        self.key = key
        self._neighbourhoods = neighbourhoods
        self._says = says or (T(f"ask-{key}"),)

    def lines(self, partial: JsonValue) -> Sequence[Line]:
        if isinstance(partial, str):
            return (T("place-outside"),)
        return self._says

    def options(self, partial: JsonValue) -> Sequence[Option]:
        own = [Option(str(each.id), PublicName(each.name)) for each in self._neighbourhoods]
        if isinstance(partial, str) or not own:
            own.append(Option(ELSEWHERE, T("button-leave-to-coordinator")))
        return own

    def hear(self, heard: Heard, partial: JsonValue) -> Answered | NotYet | Again:
        if isinstance(heard, Picked):
            if heard.option == ELSEWHERE:
                return Answered({"said": partial if isinstance(partial, str) else ""})
            return Answered({"neighbourhood": int(heard.option)})
        if isinstance(heard, Spot):
            return self._spot(heard)
        if isinstance(heard, Words):
            return self._words(heard)
        return Again(T("problem-place"))

    def _spot(self, spot: Spot) -> Answered | NotYet | Again:
        if not (math.isfinite(spot.latitude) and math.isfinite(spot.longitude)):
            return Again(T("problem-place"))
        home = home_of_spot(self._neighbourhoods, spot.latitude, spot.longitude)
        if home is not None:
            return Answered({"neighbourhood": home.id})
        return NotYet(f"{spot.latitude:.5f}, {spot.longitude:.5f}")

    def _words(self, words: Words) -> Answered | NotYet | Again:
        postcode = find_postcode(words.text)
        if postcode is None:
            named = folded(words.text)
            for each in self._neighbourhoods:
                if named == folded(each.name):
                    return Answered({"neighbourhood": each.id})
            return Again(T("problem-place"))
        home = home_of_postcode(self._neighbourhoods, postcode)
        return NotYet(postcode) if home is None else Answered({"neighbourhood": home.id})

    def restore(self, stored: JsonValue) -> PickedPlace:
        match stored:
            case {"neighbourhood": int(number)}:
                if number not in (each.id for each in self._neighbourhoods):
                    raise StaleAnswerError(T("problem-choice-gone"))
                return PickedPlace(number)
            case {"said": str(said)}:
                return PickedPlace(None, PrivateText(said) if said else None)
            case _:
                raise StaleAnswerError(T("problem-answer-gone"))

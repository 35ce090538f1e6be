"""The questions about how long things are kept, one of them at a time."""

from collections.abc import Mapping
from typing import Any, Final

from handlers.house import House
from handlers.keeping.readable import lasting
from handlers.questions import Choice, Choose, Confirm, PickNumber
from handlers.skipping import OrSkip
from handlers.texts import Line, Paragraph, T
from storage.retention.periods import SETTABLE, Period

_BY_NAME: Final = {each.name: each for each in SETTABLE}


async def keeping(house: House) -> Mapping[str, Any] | None:
    """Ask what is to be kept for another time, and for how long; None where all stays."""
    choices = [Choice(each.name, each.name, _called(each)) for each in SETTABLE]
    says = (T("ask-keep-which"), Paragraph(shown(house, all_of_them=True)), T("ask-keep-change"))
    name = await OrSkip(Choose("keep-which", choices, says=says))
    if name is None:
        return None
    period, now = _BY_NAME[name], house.keeps(_BY_NAME[name]).days
    least, most = (period.within(each).days for each in (period.default * 0, period.longest))
    asked = T("ask-keep-days", what=_called(period), kept=lasting(now), lowest=least, highest=most)
    offers = sorted({least, period.default.days, most})
    days = await OrSkip(
        PickNumber("keep-days", lowest=least, highest=most, offers=offers, says=(asked,))
    )
    if days is None or days == now:
        return None
    shows = [T("preview-keep", what=_called(period), kept=lasting(days))]
    shows.append(T("preview-keep-shorter" if days < now else "preview-keep-longer"))
    await Confirm("preview-keep", shows=shows, send=T("button-save"))
    return {name: days}


def shown(house: House, *, all_of_them: bool = False) -> list[Line]:
    """Return how long what is kept, or only that of which a scheme has set another time."""
    return [
        T("setup-shows-kept", what=_called(each), kept=lasting(house.keeps(each).days))
        for each in SETTABLE
        if all_of_them or house.keeps(each) != each.default
    ]


def _called(period: Period) -> T:
    name = period.name.removeprefix("keep_").replace("_", "-")
    return T(f"button-keep-{name}")

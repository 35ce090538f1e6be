"""What the card of a request will leave out is looked up before its last look."""

from typing import Final

from pydantic import JsonValue, TypeAdapter

from handlers import crowds
from handlers.asking.help_request import HelpRequest, Known
from handlers.crowds import Sought
from handlers.hiding import telling
from handlers.house import PersonalTurn
from handlers.question import LookUp
from storage.model import Detail, Kind

_DETAILS: Final = TypeAdapter(frozenset[Detail])


class LeftOut(LookUp[frozenset[Detail]]):
    """What a card leaves out; as long as nobody has looked, all that could tell whose it is."""

    key = "left-out"

    def __init__(self, sought: Sought) -> None:
        self._sought = sought
        self.about: JsonValue = sought.model_dump(mode="json")
        everything = telling(sought.needs, sought.language, sought.ceiling)
        self.otherwise: JsonValue = list[JsonValue](sorted(everything))

    async def find(self, turn: PersonalTurn) -> JsonValue:
        return list[JsonValue](sorted(await crowds.left_out(turn, self._sought)))

    def read(self, found: JsonValue) -> frozenset[Detail]:
        return _DETAILS.validate_python(found)


async def left_out_of(known: Known, request: HelpRequest) -> frozenset[Detail]:
    """Return what the card of a request leaves out.

    Where a coordinator has to complete it first, that is decided then.
    """
    places = known.named_with(request.where.neighbourhood_id)
    if not places or request.kind is Kind.SOMETHING_ELSE:
        return frozenset()
    if not telling(request.needs, request.language_wanted, request.ceiling):
        return frozenset()
    whom = request.whom
    is_resident = whom is None or whom.relation is None
    helped = None if whom is None else whom.recorded
    return await LeftOut(
        Sought(
            places=tuple(sorted(each.id for each in places)),
            needs=tuple(sorted(request.needs)),
            language=request.language_wanted,
            ceiling=request.ceiling,
            resident_id=known.resident_id if is_resident else None,
            helped_id=None if helped is None else helped.id,
        )
    )

"""The emergency numbers of where somebody lives, in words."""

from collections.abc import Iterator

from handlers.house import PersonalTurn
from handlers.safety.whereabouts import zone_of_person
from handlers.texts import Listed, PublicName, T
from handlers.understanding.emergency import EmergencyNumbers, numbers_in


async def numbers_for(turn: PersonalTurn) -> EmergencyNumbers:
    """Return the numbers of somebody's country; of the scheme's, where their home is not known."""
    return numbers_in((await zone_of_person(turn)).key, turn.house.emergency)


def written(numbers: EmergencyNumbers) -> Listed:
    """Return what to ring when somebody's life is in danger."""
    return Listed(tuple(_written(numbers)))


def _written(numbers: EmergencyNumbers) -> Iterator[T | PublicName]:
    match numbers.any:
        case (one, other):
            yield T("emergency-either", one=PublicName(one), other=PublicName(other))
        case several:
            yield from map(PublicName, several)
    for number in numbers.ambulance:
        yield T("emergency-ambulance", phone=PublicName(number))
    for number in numbers.fire:
        yield T("emergency-fire", phone=PublicName(number))
    for number in numbers.police:
        yield T("emergency-police", phone=PublicName(number))

"""What stands in the file, checked part by part with the same rules as what owners say in chat."""

from collections.abc import Mapping
from datetime import timedelta
from typing import TYPE_CHECKING, Annotated, Any, Final, Literal, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    ValidationInfo,
    create_model,
    field_validator,
    model_validator,
)

from handlers.kinds import LEVELS, looser_than
from handlers.names import read_organisation
from handlers.scheme.limit_questions import HIGHEST, LIMITS, read_contact
from handlers.scheme.neighbourhood_questions import MOST_HOMES, problem_of_name
from handlers.scheme.scheme_questions import (
    HIGHEST_AGREEMENT,
    HIGHEST_HOMES,
    HIGHEST_RARE,
    LONGEST_NIGHT,
    LOWEST_HOMES,
    LOWEST_RARE,
    SHORTEST_NIGHT,
    read_scheme_name,
)
from handlers.scheme.time_zones import read_zone
from handlers.settled import Settled
from handlers.texts import T, Texts
from handlers.understanding.emergency import MOST_NUMBERS, read_numbers
from handlers.understanding.hours_of_day import length
from handlers.understanding.outline import OutlineProblem, parse_outline
from handlers.understanding.postcodes import PostcodeListProblem, parse_postcode_list
from storage.model import Kind, Level
from storage.retention.periods import SETTABLE

FORMAT: Final = 1
_TEXTS: Final = Texts()
#: Within which bounds a number may be set, by its name.
BOUNDS: Final[Mapping[str, tuple[int, int]]] = {
    "agreement_above": (1, HIGHEST_AGREEMENT),
    "fewest_homes": (LOWEST_HOMES, HIGHEST_HOMES),
    "rare_below": (LOWEST_RARE, HIGHEST_RARE),
    **dict.fromkeys(LIMITS, (1, HIGHEST)),
    **{
        each.name: (each.least.days, each.most.days)
        for each in SETTABLE
        if each.least is not None and each.most is not None
    },
}
_STRICT: Final = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)
#: What of the settings has a part of the file of its own, or none.
_ELSEWHERE: Final = ("emergency", "levels", "walked")


def _said(problem: T) -> ValueError:
    return ValueError(_TEXTS.say(problem, "en"))


def _taken(read: Any, text: str) -> Any:
    """Return what was read of a text; raises ValueError with what is wrong with it."""
    found = read(text)
    if isinstance(found, T):
        raise _said(found)
    return found


def _is_night(hours: timedelta) -> bool:
    return SHORTEST_NIGHT <= hours <= LONGEST_NIGHT


class _Rules(BaseModel):
    model_config = _STRICT

    @field_validator("*")
    @classmethod
    def _is_allowed(cls, value: Any, info: ValidationInfo) -> Any:
        name = info.field_name or ""
        reads = {"scheme": read_scheme_name, "contact_line": read_contact, "time_zone": read_zone}
        if value is not None and name in reads:
            return _taken(reads[name], value)
        if value is not None and name in BOUNDS:
            lowest, highest = BOUNDS[name]
            if not lowest <= value <= highest:
                raise ValueError(f"has to be a number from {lowest} to {highest}")
        return value

    @model_validator(mode="after")
    def _nights_are_long_enough(self) -> Self:
        start, end = getattr(self, "quiet_from", None), getattr(self, "quiet_until", None)
        if (start is None) != (end is None):
            raise ValueError("quiet_from and quiet_until belong together: write both, or neither")
        if start is None or end is None or _is_night(length(start, end)):
            return self
        raise _said(T("problem-night"))


if TYPE_CHECKING:
    Rules = _Rules
else:
    #: Everything that owners set in chat, by the names of `Settled`; all of it may be left out.
    Rules = create_model(
        "Rules",
        __base__=_Rules,
        **{
            name: (each.annotation, None)
            for name, each in Settled.model_fields.items()
            if name not in _ELSEWHERE
        },
    )


def _is_name(name: str) -> str:
    problem = problem_of_name(name)
    if problem is not None:
        raise _said(problem)
    return name


def _is_organisation(name: str) -> str:
    return str(_taken(read_organisation, name))


def _is_zone(zone: str) -> str:
    return str(_taken(read_zone, zone))


def _is_postcode(prefix: str) -> str:
    listed = parse_postcode_list(prefix)
    if isinstance(listed, PostcodeListProblem):
        raise _said(T(f"problem-postcodes-{listed.value}"))
    if len(listed) != 1:
        raise ValueError("has to be one postcode, or the beginning of one")
    return listed[0]


def _is_outline(text: str) -> str:
    outline = parse_outline(text)
    if isinstance(outline, OutlineProblem):
        raise _said(T(f"problem-outline-{outline.value}"))
    return outline


def _is_number(text: str) -> str:
    numbers = read_numbers(text)
    if numbers is None or len(numbers) != 1:
        raise ValueError("has to be a telephone number, such as 999")
    return numbers[0]


AreaName = Annotated[str, AfterValidator(_is_name)]
OrganisationName = Annotated[str, AfterValidator(_is_organisation)]
Numbers = Annotated[
    tuple[Annotated[str, AfterValidator(_is_number)], ...], Field(max_length=MOST_NUMBERS)
]


class Emergency(BaseModel):
    """What to ring in a country: see `EmergencyNumbers`."""

    model_config = _STRICT

    any: Numbers = ()
    ambulance: Numbers = ()
    fire: Numbers = ()
    police: Numbers = ()
    crisis: Numbers = ()


class Area(BaseModel):
    """A neighbourhood; what is left out stays as it is."""

    model_config = _STRICT

    name: AreaName
    organisation: OrganisationName | None = None
    time_zone: Annotated[str, AfterValidator(_is_zone)] | None = None
    homes: int | None = Field(default=None, ge=1, le=MOST_HOMES)
    postcodes: tuple[Annotated[str, AfterValidator(_is_postcode)], ...] | None = None
    beside: tuple[AreaName, ...] | None = None
    outline: Annotated[str, AfterValidator(_is_outline)] | None = None


class SchemeFile(BaseModel):
    """The whole file."""

    model_config = _STRICT

    doorstep_settings: Literal[1] = FORMAT
    rules: Rules = Field(default_factory=Rules)
    levels: dict[Kind, Level] = Field(default_factory=dict)
    emergency: dict[Annotated[str, Field(pattern=r"^([A-Z]{2}|default)$")], Emergency] = Field(
        default_factory=dict
    )
    organisations: tuple[OrganisationName, ...] = ()
    neighbourhoods: tuple[Area, ...] = ()

    @field_validator("levels")
    @classmethod
    def _are_no_looser(cls, levels: dict[Kind, Level]) -> dict[Kind, Level]:
        for kind, level in levels.items():
            if level in looser_than(LEVELS[kind]):
                raise ValueError(f"{kind.value} cannot be looser than {LEVELS[kind].value}")
        return levels

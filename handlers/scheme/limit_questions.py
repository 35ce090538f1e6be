"""The questions about how much anybody may begin, and about who may come in."""

from collections.abc import Mapping
from typing import Any, Final

from handlers.entering import Enter
from handlers.house import House
from handlers.names import has_plain_signs, tidy_name
from handlers.questions import Choice, Choose, PickNumber, YesNo
from handlers.skipping import OrSkip
from handlers.texts import Line, Paragraph, PublicName, T

#: What can be limited, by the name of its setting, with numbers to choose from.
LIMITS: Final[Mapping[str, tuple[int, ...]]] = {
    "open_requests_at_most": (3, 5, 10),
    "claims_a_day": (6, 12, 20),
    "reveals_a_day": (5, 8, 15),
    "no_shows_at_most": (2, 3, 5),
}
HIGHEST: Final = 100
#: In characters.
CONTACT_LIMIT: Final = 120
SIGNS_IN_CONTACTS: Final = "&,/()+:;@"


async def limits(house: House) -> Mapping[str, Any] | None:
    """Ask which limit is to be another one, and which; None where all stay."""
    choices = [Choice(name, name, T(f"button-limit-{_id(name)}")) for name in LIMITS]
    says = (T("ask-limit-which"), Paragraph(shown(house)), T("ask-limit-change"))
    name = await OrSkip(Choose("limit-which", choices, says=says))
    if name is None:
        return None
    asked = (T(f"ask-limit-{_id(name)}", number=getattr(house, name)),)
    number = await OrSkip(
        PickNumber("limit-number", lowest=1, highest=HIGHEST, offers=LIMITS[name], says=asked)
    )
    return None if number is None else {name: number}


def shown(house: House) -> list[Line]:
    """Return the limits as they are."""
    return [T(f"setup-shows-{_id(name)}", number=getattr(house, name)) for name in LIMITS]


def _id(name: str) -> str:
    return name.replace("_", "-")


async def who_comes_in(house: House) -> Mapping[str, Any]:
    """Ask whether people are invited only, and whom others can ring."""
    says = (T("ask-by-invitation"), T("ask-by-invitation-means"))
    by_invitation = await YesNo(
        "by-invitation",
        says=says,
        yes=T("button-by-invitation"),
        no=T("button-for-everybody"),
    )
    given: dict[str, Any] = {"by_invitation": by_invitation}
    if by_invitation:
        line = await OrSkip(Enter("contact-line", read_contact))
        if line is not None:
            given["contact_line"] = line
    return given


def shown_door(house: House) -> list[Line]:
    """Return who may come in, where that is not everybody."""
    if not house.by_invitation:
        return []
    lines: list[Line] = [T("setup-shows-by-invitation")]
    if house.contact_line is not None:
        lines.append(T("setup-shows-contact", contact=PublicName(house.contact_line)))
    return lines


def read_contact(text: str) -> str | T:
    """Return whom those can ring who were not invited, or what is wrong with that."""
    line = tidy_name(text)
    if len(line) > CONTACT_LIMIT:
        return T("problem-too-long", limit=CONTACT_LIMIT, length=len(line))
    return line if has_plain_signs(line, SIGNS_IN_CONTACTS) else T("problem-organisation-signs")

"""What a request is asked besides kind, time and place: the address, and what its kind needs."""

from typing import Final

from handlers.help_request import (
    DOOR_LIMIT,
    NOTES_LIMIT,
    PHONE_LIMIT,
    STREET_LIMIT,
    HelpRequest,
    Known,
)
from handlers.kinds import KINDS
from handlers.questions import (
    Choice,
    Choose,
    ChooseSeveral,
    PickNumber,
    Write,
    WriteOrSkip,
)
from handlers.texts import T
from storage.model import Need, Size, WhoPays
from storage.private import PrivateText

CEILINGS: Final = (10, 20, 50)
HIGHEST_CEILING: Final = 200
SIZE_CHOICES: Final = tuple(Choice(each.value, each, T(f"size-{each.value}")) for each in Size)
#: Who pays, and up to how much; paying back without a limit yet is asked about further.
PAYMENT_CHOICES: Final[tuple[Choice[tuple[WhoPays, int | None]], ...]] = (
    Choice("none", (WhoPays.NOTHING_TO_PAY, None), T("pays-choice-nothing")),
    Choice("already", (WhoPays.PAID_ALREADY, None), T("pays-choice-already")),
    *(
        Choice[tuple[WhoPays, int | None]](
            f"back-{each}", (WhoPays.PAID_BACK, each), T("pays-choice-back", ceiling=each)
        )
        for each in CEILINGS
    ),
    Choice("other", (WhoPays.PAID_BACK, None), T("pays-choice-other")),
)


async def with_address(known: Known, request: HelpRequest) -> HelpRequest:
    """Ask for the address of somebody new; the others are asked once somebody has claimed."""
    if not KINDS[request.kind].at_the_door:
        phone = await Write("phone-to-ring", limit=PHONE_LIMIT, one_line=True)
        return request.model_copy(update={"phone": phone})
    if known.has_agreed:
        return request
    street = await WriteOrSkip("street", limit=STREET_LIMIT, one_line=True)
    if street is None:
        return request
    return request.model_copy(update={"street": street, **await door_answers()})


async def door_answers() -> dict[str, PrivateText | None]:
    """Ask for what a helper sees only when they are on their way."""
    return {
        "door": await WriteOrSkip("door", limit=DOOR_LIMIT, one_line=True),
        "entry_notes": await WriteOrSkip("entry-notes", limit=NOTES_LIMIT),
        "phone": await WriteOrSkip("phone", limit=PHONE_LIMIT, one_line=True),
    }


async def with_details(known: Known, request: HelpRequest) -> HelpRequest:
    """Ask what this kind of help needs to have settled before anybody claims it."""
    kind = KINDS[request.kind]
    found: dict[str, object] = {}
    if kind.asks_size:
        found["size"] = await Choose("size", SIZE_CHOICES)
    if kind.asks_needs:
        found["needs"] = await ChooseSeveral(
            "needs",
            [Choice(each.value, each, T(f"need-{each.value}")) for each in Need],
            at_least=0,
        )
    if kind.asks_language:
        found["language_wanted"] = await Choose("language-wanted", _languages(known))
    if kind.asks_payment:
        found["who_pays"], found["ceiling"] = await _payment()
    return request.model_copy(update=found)


async def _payment() -> tuple[WhoPays, int | None]:
    chosen: tuple[WhoPays, int | None] = await Choose("payment", PAYMENT_CHOICES)
    who_pays, ceiling = chosen
    if who_pays is WhoPays.PAID_BACK and ceiling is None:
        ceiling = await PickNumber("ceiling", lowest=1, highest=HIGHEST_CEILING)
    return who_pays, ceiling


def _languages(known: Known) -> list[Choice[str | None]]:
    any_language: Choice[str | None] = Choice("any", None, T("language-any"))
    named = [Choice[str | None](each, each, T(f"language-{each}")) for each in known.languages]
    return [any_language, *named]

"""What a request is asked besides time and place: its kind, what that needs, and the address."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from pydantic import JsonValue

from handlers.asking.about_health import AboutThem
from handlers.asking.help_request import (
    DOOR_LIMIT,
    NOTES_LIMIT,
    PHONE_LIMIT,
    STREET_LIMIT,
    WORDS_LIMIT,
    AskedFor,
    HelpRequest,
    Known,
)
from handlers.asking.whom import about
from handlers.kinds import KINDS, OFFERED_CEILINGS
from handlers.question import Again, Answered, Heard, NotYet, Picked, Words
from handlers.questions import (
    Choice,
    Choose,
    ChooseSeveral,
    Confirm,
    PickNumber,
    Write,
    WriteOrSkip,
)
from handlers.texts import Line, Money, Personal, T, Window
from handlers.understanding.first_sentence import (
    FirstSentence,
    Wish,
    understand_first_sentence,
)
from handlers.understanding.money import currency_in
from handlers.when_and_where import PickedTime
from storage.model import Kind, Need, Size, WhoPays
from storage.private import PrivateText

KIND_CHOICES: Final = tuple(Choice(each.value, each, T(f"kind-{each.value}")) for each in Kind)
#: The button beside the kinds of help that says that it is for somebody else.
SOMEBODY_ELSE: Final = "somebody-else"
#: Stands before a stored kind that was understood from a sentence.
_UNDERSTOOD: Final = "understood:"
HIGHEST_CEILING: Final = 200
SIZE_CHOICES: Final = tuple(Choice(each.value, each, T(f"size-{each.value}")) for each in Size)
HELPERS_CHOICES: Final = tuple(
    Choice(str(each), each, T("helpers", number=each)) for each in (1, 2, 3)
)
#: Who pays, and up to how much; paying back without a limit yet is asked about further.
Payment = tuple[WhoPays, int | None]


class ChooseKind(Choose[Kind | None]):
    """Choose a kind of help; None says, in place of a kind, that it is for somebody else."""

    def __init__(
        self,
        key: str,
        *,
        says: Sequence[Line],
        offers_somebody_else: bool,
        now: datetime,
        zone: ZoneInfo,
    ) -> None:
        choices: list[Choice[Kind | None]] = [
            Choice(each.id, each.value, each.label) for each in KIND_CHOICES
        ]
        if offers_somebody_else:
            choices.append(Choice(SOMEBODY_ELSE, None, T("button-for-somebody-else")))
        super().__init__(key, choices, says=says, columns=2)
        self._was_for_somebody_else = False
        self._now, self._zone = now, zone
        #: Whether it was understood from a sentence, which has to be confirmed.
        self.was_understood = False

    def lines(self, partial: JsonValue) -> Sequence[Line]:
        """Return what is asked, and why where a sentence left it open."""
        asked = super().lines(partial)
        return asked if partial is None else (T("problem-kind-several"), *asked)

    def hear(self, heard: Heard, partial: JsonValue) -> Answered | NotYet | Again:
        """Take a button, or a sentence that names a kind; its words and time are taken too."""
        if isinstance(heard, Picked):
            return Answered(heard.option, {} if partial is None else {"words": partial})
        if not isinstance(heard, Words) or len(heard.text) > WORDS_LIMIT:
            return super().hear(heard, partial)
        found = understand_first_sentence(heard.text, heard.language, self._now, self._zone)
        if found is None or found.wish in (Wish.TO_HELP, Wish.EITHER):
            return super().hear(heard, partial)
        sentence = _with(partial, heard.text)
        if found.wish is not Wish.HELP:
            return NotYet(sentence)
        answers = filled_in(found, sentence)
        return Answered(answers.pop("kind"), answers)

    @property
    def title(self) -> T:
        return T("answer-for-whom") if self._was_for_somebody_else else super().title

    def restore(self, stored: JsonValue) -> Kind | None:
        self._was_for_somebody_else = stored == SOMEBODY_ELSE
        self.was_understood = isinstance(stored, str) and stored.startswith(_UNDERSTOOD)
        return super().restore(str(stored).removeprefix(_UNDERSTOOD))


def _with(before: JsonValue, sentence: str) -> str:
    """Return a sentence below what was written before it, where there is room for both."""
    both = f"{before}\n{sentence}"
    return sentence if before is None or len(both) > WORDS_LIMIT else both


def filled_in(found: FirstSentence, sentence: str) -> dict[str, JsonValue]:
    """Return the answers of a request that a sentence of one kind gives, by their keys."""
    (kind,) = found.kinds
    answers: dict[str, JsonValue] = {"kind": f"{_UNDERSTOOD}{kind.value}", "words": sentence}
    if found.when is not None:
        answers["when"] = [int(found.when.start.timestamp()), int(found.when.end.timestamp())]
    return answers


async def confirmed(
    kind: Kind, when: PickedTime, whom: AskedFor | None, *, asks_whom: bool
) -> None:
    """Ask whether what was understood of a sentence is right."""
    named, window = T(f"kind-{kind.value}"), Window(when.start, when.end)
    shows: list[Line] = [T("understood", kind=named, window=window)]
    if whom is not None:
        shows = [Personal("understood-for", kind=named, window=window, person=whom.first_name)]
    elif asks_whom:
        shows.append(T("understood-for-whom"))
    await Confirm("understood", shows=shows, send=T("button-yes"))


async def with_address(known: Known, request: HelpRequest) -> HelpRequest:
    """Ask for the address of somebody new; the others are asked once somebody has claimed."""
    if not KINDS[request.kind].at_the_door:
        if request.phone is not None:
            return request
        says = (about(T("ask-phone-to-ring"), request.person),)
        phone = await Write("phone-to-ring", limit=PHONE_LIMIT, one_line=True, says=says)
        return request.model_copy(update={"phone": phone})
    if _is_asked_later(known, request.whom):
        return request
    street = await street_answer(request.person)
    if street is None:
        return request
    keeps_health = request.whom.keeps_health if request.whom else request.keeps_health
    door = await door_answers(
        request.person, keeps_health=keeps_health, asks_phone=request.phone is None
    )
    return request.model_copy(update={"street": street, **door})


def _is_asked_later(known: Known, whom: AskedFor | None) -> bool:
    """Say whether somebody is asked for the address once it is needed, as they know by now."""
    if whom is None:
        return known.has_agreed
    # Nobody is to be rung a second time for it.
    return whom.recorded is not None and whom.relation is not None


async def street_answer(
    person: PrivateText | None, also: Sequence[Line] = ()
) -> PrivateText | None:
    """Ask for the street, or leave it; `person` is whom somebody else asks for."""
    says = (about(T("ask-street"), person), *also)
    return await WriteOrSkip("street", limit=STREET_LIMIT, one_line=True, says=says)


async def door_answers(
    person: PrivateText | None, *, keeps_health: bool | None, asks_phone: bool = True
) -> dict[str, PrivateText | None]:
    """Ask for what a helper sees only when they are on their way; for the number if not known."""
    door, notes = about(T("ask-door"), person), about(T("ask-entry-notes"), person)
    phone = about(T("ask-phone"), person)
    answers = {
        "door": await WriteOrSkip("door", limit=DOOR_LIMIT, one_line=True, says=(door,)),
        "entry_notes": await AboutThem(
            "entry-notes",
            limit=NOTES_LIMIT,
            says=(notes,),
            keeps_health=keeps_health,
            person=person,
        ),
    }
    if asks_phone:
        answers["phone"] = await WriteOrSkip(
            "phone", limit=PHONE_LIMIT, one_line=True, says=(phone,)
        )
    return answers


async def with_details(known: Known, request: HelpRequest) -> HelpRequest:
    """Ask what this kind of help needs to have settled before anybody claims it."""
    kind = KINDS[request.kind]
    found: dict[str, object] = {}
    if kind.asks_size:
        found["size"] = await Choose("size", SIZE_CHOICES)
    if found.get("size") is Size.LARGE:
        found["slots"] = await Choose("helpers-wanted", HELPERS_CHOICES, columns=3)
    if kind.asks_needs:
        found["needs"] = await ChooseSeveral(
            "needs",
            [Choice(each.value, each, T(f"need-{each.value}")) for each in Need],
            at_least=0,
        )
    if kind.asks_language:
        found["language_wanted"] = await Choose("language-wanted", _languages(known))
    if kind.asks_payment:
        found["who_pays"], found["ceiling"] = await _payment(known.zone_of(request.whom))
    return request.model_copy(update=found)


async def _payment(zone: ZoneInfo) -> Payment:
    choices = _payment_choices(currency_in(zone.key))
    chosen: Payment = await Choose("payment", choices)
    who_pays, ceiling = chosen
    if who_pays is WhoPays.PAID_BACK and ceiling is None:
        ceiling = await PickNumber("ceiling", lowest=1, highest=HIGHEST_CEILING)
    return who_pays, ceiling


def _payment_choices(currency: str) -> list[Choice[Payment]]:
    back = [
        Choice[Payment](
            f"back-{each}",
            (WhoPays.PAID_BACK, each),
            T("pays-choice-back", ceiling=Money.whole(each, currency)),
        )
        for each in OFFERED_CEILINGS
    ]
    return [
        Choice("none", (WhoPays.NOTHING_TO_PAY, None), T("pays-choice-nothing")),
        Choice("already", (WhoPays.PAID_ALREADY, None), T("pays-choice-already")),
        *back,
        Choice("other", (WhoPays.PAID_BACK, None), T("pays-choice-other")),
    ]


def _languages(known: Known) -> list[Choice[str | None]]:
    any_language: Choice[str | None] = Choice("any", None, T("language-any"))
    named = [Choice[str | None](each, each, T(f"language-{each}")) for each in known.languages]
    return [any_language, *named]

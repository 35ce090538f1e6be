"""A request as it will be: the task that is made of it, and the look at it before it is sent."""

from typing import Final

from handlers.asking.help_request import HelpRequest, Known
from handlers.asking.whom import about
from handlers.cards import PublicCard, card_of
from handlers.helping.private_parts import door_lines, request_lines
from handlers.hiding import in_words
from handlers.kinds import level_of
from handlers.questions import Choice
from handlers.texts import Line, Money, Paragraph, Personal, PublicName, T
from handlers.understanding.money import currency_in
from handlers.understanding.sensitive_words import mentions_keys_or_money
from storage.model import Kind, NewTask, Secrets, Status, Task


def preview(known: Known, request: HelpRequest) -> list[Line]:
    """Show what the neighbours will see, beside what only the helper will see."""
    card, secrets = _card(known, request), _secrets(request)
    lines: list[Line] = [about(T("preview-public"), request.person)]
    if request.is_on_the_phone and request.person is not None:
        lines.insert(0, Personal("preview-read-out", person=request.person))
    if card is None:
        lines.append(T("preview-no-card"))
    else:
        lines.append(Paragraph(card.description()))
        lines += _what_is_hidden(known, request)
    if request.is_on_the_phone:
        lines.append(T("preview-private-rung"))
    else:
        lines.append(about(T("preview-private"), request.person))
    lines.append(Paragraph((*request_lines(secrets), *door_lines(secrets))))
    return lines


def ways_to_send(request: HelpRequest) -> list[Choice[bool]]:
    """Return how a request may be sent; true is for writing a line for its card after that."""
    ways = [Choice("send", value=False, label=T("button-send"))]
    if _is_posted_at_once(request):
        ways.append(Choice("send-and-line", value=True, label=T("button-send-and-line")))
    return ways


def _what_is_hidden(known: Known, request: HelpRequest) -> list[Line]:
    """Say what the card does not tell, so that nobody can tell whose it is, and why."""
    home, *others = known.named_with(request.where.neighbourhood_id)
    lines: list[Line] = []
    if others:
        lines.append(about(T("preview-small-place", home=PublicName(home.name)), request.person))
    if request.left_out:
        ceiling = Money.whole(request.ceiling or 0, currency_in(home.time_zone))
        parts = in_words(request.left_out, request.language_wanted, ceiling)
        why = T("preview-left-out", parts=parts, number=known.rare_below)
        lines.append(about(why, request.person))
    return lines


def _is_posted_at_once(request: HelpRequest) -> bool:
    """Say whether no coordinator has to see to it first."""
    return request.kind is not Kind.SOMETHING_ELSE and request.where.neighbourhood_id is not None


def _card(known: Known, request: HelpRequest) -> PublicCard | None:
    """Return the card as the group will see it, or None where a coordinator comes first."""
    if not _is_posted_at_once(request):
        return None
    new = new_task(known, request, resident_id=0, reference="", token="")
    task = Task(
        id=0,
        helper_id=None,
        claim_number=0,
        claimed_at=None,
        set_off_at=None,
        closed_at=None,
        **{name: getattr(new, name) for name in _SHARED},
    )
    return card_of(task, list(known.neighbourhoods), known.fewest_homes)


_SHARED: Final = (
    *("reference", "token", "resident_id", "neighbourhood_id", "status", "kind", "level"),
    *("size", "needs", "language_wanted", "who_pays", "ceiling", "named", "left_out"),
    *("window_start", "window_end", "created_at", "slots"),
)


def new_task(
    known: Known,
    request: HelpRequest,
    *,
    resident_id: int,
    reference: str,
    token: str,
    helped_id: int | None = None,
) -> NewTask:
    """Return the task that a request is kept as."""
    typed = (request.words, request.entry_notes, request.door, request.street)
    sensitive = mentions_keys_or_money(" \n ".join(each.reveal() for each in typed if each))
    return NewTask(
        reference=reference,
        token=token,
        resident_id=resident_id,
        neighbourhood_id=request.where.neighbourhood_id,
        status=Status.OPEN if _is_posted_at_once(request) else Status.WITH_COORDINATOR,
        kind=request.kind,
        level=level_of(request.kind, known.levels, mentions_keys_or_money=sensitive),
        size=request.size,
        slots=request.slots,
        needs=request.needs,
        language_wanted=request.language_wanted,
        who_pays=request.who_pays,
        ceiling=request.ceiling,
        named=frozenset(each.id for each in known.named_with(request.where.neighbourhood_id)),
        left_out=request.left_out,
        window_start=request.when.start,
        window_end=request.when.end,
        created_at=known.now,
        secrets=_secrets(request),
        helped_id=helped_id,
    )


def _secrets(request: HelpRequest) -> Secrets:
    return Secrets(
        first_name=request.person or request.name,
        words=request.words,
        place=request.where.said,
        street=request.street,
        door=request.door,
        entry_notes=request.entry_notes,
        phone=request.phone,
    )

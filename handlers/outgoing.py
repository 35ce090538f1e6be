"""Messages as rows of the outbox: rendered as they will be read, and kept."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from handlers.cards import PublicCard
from handlers.house import PersonalTurn, Turn
from handlers.messages import (
    AnswerTap,
    Buttons,
    ChangeCard,
    ChangeSaid,
    Message,
    PostCard,
    Press,
    PrivateButtons,
    Say,
    SayInGroup,
    SayToStranger,
    ShowOverview,
    Start,
    TakeCardBack,
    TakeSaidBack,
)
from handlers.payload import CAPTION_LIMIT, Button, Payload, TapAnswer
from handlers.phoned import kept
from handlers.texts import Line, T, Texts, owners_in, private_parts
from storage import outbox, outbox_changes, repetitions, shown_buttons
from storage.model import Person
from storage.outbox import Outgoing, Purpose
from storage.private import PrivateText
from storage.relay import Quote

#: After this an app no longer takes the answer to a tap.
TAP_LASTS: Final = timedelta(seconds=15)
#: What the overview of a group is found by: this and the number of the group.
OVERVIEW: Final = "overview:"


def rendered(
    texts: Texts, lines: Sequence[Line], buttons: PrivateButtons, language: str
) -> Payload:
    """Return a message as it will be read."""
    return Payload(text=texts.say_all(lines, language), buttons=_buttons(texts, buttons, language))


def _buttons(texts: Texts, rows: PrivateButtons, language: str) -> tuple[tuple[Button, ...], ...]:
    return tuple(
        tuple(
            Button(
                label=texts.say(each.label, language),
                data=None if isinstance(each, Start) else each.data,
                start=each.word if isinstance(each, Start) else None,
            )
            for each in row
        )
        for row in rows
    )


def rendered_card(texts: Texts, card: PublicCard, language: str) -> Payload:
    """Return a card as a group will read it."""
    return Payload(
        text="\n".join(texts.say(line, language) for line in card.lines()),
        buttons=_buttons(texts, card_buttons(card), language),
    )


def kept_card(texts: Texts, card: PublicCard, language: str) -> PrivateText:
    """Return a card for a group as it is kept."""
    return json_of(rendered_card(texts, card, language), owners_in(card.lines()))


def card_buttons(card: PublicCard) -> Buttons:
    """Return the buttons of a card: one while it is open, none afterwards."""
    if card.state != "open":
        return ()
    label = "button-could" if card.level == "assigned" else "button-claim"
    return ((Press(T(label), f"claim:{card.token}"),),)


async def keep(turn: Turn, messages: Sequence[Message]) -> None:
    """Keep messages in the outbox, in the transaction of the turn.

    Whoever did something in the turn is answered even where nothing else may be sent to them.
    """
    rows = [row for message in messages for row in await _rows_of(turn, message)]
    answered_chat = turn.person.chat_id if isinstance(turn, PersonalTurn) else None
    answered = {each.chat_id for each in messages if isinstance(each, SayToStranger)}
    if answered_chat is not None:
        answered.add(answered_chat)
    rows = await repetitions.left_out(turn.transaction, rows, answered)
    await outbox.add(turn.transaction, rows, turn.now, answered_chat)


async def _rows_of(turn: Turn, message: Message) -> Sequence[Outgoing]:
    match message:
        case Say():
            return await _said_or_rung(turn, message)
        case AnswerTap():
            return [_tap_answer(turn, message)]
        case SayInGroup() | SayToStranger():
            return [_said_to_anybody(turn, message)]
        case PostCard():
            return [_posted(turn, message)]
        case ChangeCard():
            return await _changed_card(turn, message)
        case TakeCardBack():
            return [await _taken_back(turn, message)]
        case ShowOverview():
            return await _overview(turn, message)
        case ChangeSaid() | TakeSaidBack():
            return await _changed(turn, message)


def json_of(payload: Payload | TapAnswer, owners: frozenset[str] = frozenset()) -> PrivateText:
    """Return a message as it is kept, for as long as nobody is forgotten whose words it holds."""
    return PrivateText(payload.model_dump_json(exclude_defaults=True), owners)


def _owners(turn: Turn, lines: Sequence[Line], buttons: PrivateButtons) -> frozenset[str]:
    labels = (each.label for row in buttons for each in row)
    parts = list(private_parts((*lines, *labels)))
    owners = frozenset[str]().union(*(each.owners for each in parts))
    if isinstance(turn, PersonalTurn) and not all(each.owners for each in parts):
        # What was never kept yet was typed just now, by whoever acts.
        return owners | {turn.person.key}
    return owners


def _said(turn: Turn, message: Say) -> list[Outgoing]:
    """Return a message; what goes with it comes after it where the text has no room below it."""
    words = rendered(turn.house.texts, message.lines, message.buttons, message.to.language)
    words = words.model_copy(update={"protect": message.protect, **_answering(message.reply_to)})
    owners = _owners(turn, message.lines, message.buttons) | message.owners
    if words.buttons:
        _remember_buttons(turn, message.to, words, owners)
    with_it = {"picture": message.picture, "document": message.document}
    label = message.label or _about(message.buttons)
    with_file = any(with_it.values())
    if not with_file or _fits_below(words.text):
        all_in_one = json_of(words.model_copy(update=with_it), owners)
        return [_to_person(message, all_in_one, label, with_file=with_file)]
    alone = Payload(text="", protect=message.protect).model_copy(update=with_it)
    # Both are found by the label, for whoever quotes one of them.
    return [
        _to_person(message, json_of(each, owners), label, with_file=each is alone)
        for each in (words, alone)
    ]


def _answering(quote: Quote | None) -> dict[str, object]:
    return {} if quote is None else {"reply_to": quote.message, "reply_by": quote.bot}


async def _said_or_rung(turn: Turn, message: Say) -> list[Outgoing]:
    """Return a message; what is for somebody without an app a coordinator tells on the phone."""
    if not message.to.rung:
        return _said(turn, message)
    pressed = (each.data for row in message.buttons for each in row if not isinstance(each, Start))
    await kept.keep(
        turn,
        message.to,
        message.lines,
        message.about,
        pressed,
        is_urgent=message.purpose is Purpose.SAFETY,
        is_passed_on=message.is_passed_on,
    )
    return []


def _fits_below(text: str) -> bool:
    """Whether a text can stand below a picture or a file, as apps count it."""
    return len(text.encode("utf-16-le", errors="replace")) // 2 <= CAPTION_LIMIT


def _to_person(
    message: Say, payload: PrivateText, label: str | None, *, with_file: bool
) -> Outgoing:
    return Outgoing(
        chat_id=message.to.chat_id,
        action="send",
        purpose=message.purpose,
        payload=payload,
        key=message.to.key,
        label=label,
        recipient_id=message.recipient,
        with_file=with_file,
        reachable=message.to.reachable,
        bot=message.to.bot,
    )


def _about(buttons: PrivateButtons) -> str | None:
    """Return what a message is found by below which somebody can write to the other side.

    Whoever quotes it writes there too.
    """
    pressed = (each.data for row in buttons for each in row if not isinstance(each, Start))
    return next((data for data in pressed if data.startswith("write:")), None)


def _remember_buttons(turn: Turn, to: Person, payload: Payload, owners: frozenset[str]) -> None:
    """Keep what stands on the buttons of a message, for whoever types it in place of a tap.

    The buttons of a question are the conversation's own.
    """
    pressed = [
        (button.label, button.data)
        for row in payload.buttons
        for button in row
        if button.data is not None and not button.data.startswith("q:")
    ]
    if pressed:
        shown_buttons.remember(turn.transaction, to, pressed, turn.now, owners)


def _tap_answer(turn: Turn, message: AnswerTap) -> Outgoing:
    text = turn.house.texts.say(message.text, message.language) if message.text else ""
    answer = TapAnswer(tap=message.tap, text=text, alert=message.alert, start=message.start)
    return Outgoing(
        chat_id=None,
        action="answer_tap",
        purpose=Purpose.TAP_ANSWER,
        payload=json_of(answer),
        bot=turn.house.bot,
        expires_at=turn.now + TAP_LASTS,
    )


def _said_to_anybody(turn: Turn, message: SayInGroup | SayToStranger) -> Outgoing:
    if isinstance(message, SayInGroup):
        return _said_in_group(turn, message)
    payload = rendered(turn.house.texts, message.lines, (), message.language)
    return Outgoing(message.chat_id, "send", Purpose.ANSWER, json_of(payload))


def _said_in_group(turn: Turn, message: SayInGroup) -> Outgoing:
    payload = rendered(turn.house.texts, message.lines, message.buttons, message.language)
    return Outgoing(
        chat_id=message.chat_id,
        thread=message.thread,
        action="send",
        purpose=Purpose.CARD,
        payload=json_of(payload, owners_in(message.lines)),
    )


def _posted(turn: Turn, message: PostCard) -> Outgoing:
    return Outgoing(
        chat_id=message.group.chat_id,
        thread=message.group.thread,
        action="send",
        purpose=Purpose.CARD,
        payload=kept_card(turn.house.texts, message.card, message.group.language),
        task_id=message.task_id,
    )


async def _changed_card(turn: Turn, message: ChangeCard) -> list[Outgoing]:
    payload = kept_card(turn.house.texts, message.card, message.language)
    return await _changed_in_group(turn, message.post.chat_id, message.post.message, payload)


async def _changed_in_group(
    turn: Turn, chat_id: int, number: int, payload: PrivateText
) -> list[Outgoing]:
    # Two changes of one message that wait at the same time are one change, to the newer text.
    if await outbox_changes.replace_unsent(
        turn.transaction, chat_id=chat_id, message=number, payload=payload
    ):
        return []
    return [
        Outgoing(
            chat_id=chat_id,
            action="edit",
            purpose=Purpose.CARD,
            payload=payload,
            message=number,
        )
    ]


async def _taken_back(turn: Turn, message: TakeCardBack) -> Outgoing:
    post = message.post
    await outbox_changes.drop_edits(turn.transaction, post.chat_id, post.message, turn.now)
    moved = rendered(turn.house.texts, (message.words,), (), message.language)
    return Outgoing(
        chat_id=post.chat_id,
        # Apps do not take back what is old, but let its writer change it.
        action="edit" if message.is_old else "delete",
        purpose=Purpose.CARD,
        payload=json_of(moved),
        message=post.message,
        # Tells that it was a card, for the case that the app refuses.
        task_id=post.task_id,
    )


def rendered_overview(texts: Texts, message: ShowOverview) -> Payload:
    """Return the overview of a group as it will read it."""
    language = message.group.language
    return Payload(text="\n".join(texts.say(line, language) for line in message.lines), pin=True)


async def _overview(turn: Turn, message: ShowOverview) -> list[Outgoing]:
    payload = json_of(rendered_overview(turn.house.texts, message), owners_in(message.lines))
    chat_id = message.group.chat_id
    if message.message is not None:
        return await _changed_in_group(turn, chat_id, message.message, payload)
    label = f"{OVERVIEW}{message.group.id}"
    for row_id, _, is_unsent in await outbox_changes.labelled(turn.transaction, label):
        if is_unsent:
            await outbox_changes.replace_unsent(turn.transaction, row_id=row_id, payload=payload)
            return []
    return [
        Outgoing(
            chat_id=chat_id,
            thread=message.group.thread,
            action="send",
            purpose=Purpose.CARD,
            payload=payload,
            label=label,
        )
    ]


async def _changed(turn: Turn, message: ChangeSaid | TakeSaidBack) -> list[Outgoing]:
    buttons = message.buttons if isinstance(message, ChangeSaid) else ()
    words = rendered(turn.house.texts, message.lines, buttons, message.to.language)
    payload = json_of(words, _owners(turn, message.lines, buttons))
    if isinstance(message, TakeSaidBack):
        action, chat_id = "take_back", message.to.chat_id
        gone = await outbox_changes.take_back(turn.transaction, chat_id, message.label, turn.now)
        arrived = [(row_id, chat_id) for row_id in gone]
    else:
        action = "edit"
        arrived = await _in_place(turn, message, payload)
    return [
        Outgoing(
            chat_id=chat_id,
            action=action,
            purpose=message.purpose,
            payload=payload,
            key=message.to.key,
            changes=row_id,
        )
        for row_id, chat_id in arrived
    ]


async def _in_place(turn: Turn, message: ChangeSaid, payload: PrivateText) -> list[tuple[int, int]]:
    """Put a text in the place of one that has not left; returns what may have, and its chat."""
    arrived: list[tuple[int, int]] = []
    for row_id, chat_id, is_unsent in await outbox_changes.labelled(
        turn.transaction, message.label
    ):
        if is_unsent:
            await outbox_changes.replace_unsent(
                turn.transaction, row_id=row_id, payload=payload, key=message.to.key
            )
        else:
            arrived.append((row_id, chat_id))
    return arrived

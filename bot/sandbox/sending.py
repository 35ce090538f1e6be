"""Methods that send a message."""

from bot.sandbox.access import answered_message, chat_of, check_posting, check_thread
from bot.sandbox.files import Media
from bot.sandbox.formatting import read_text
from bot.sandbox.keyboards import check_markup
from bot.sandbox.payloads import message_payload
from bot.sandbox.refusals import bad_request
from bot.sandbox.schema import Json
from bot.sandbox.world import Chat, Message, World

_CHAT_ACTIONS = frozenset(
    {
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    }
)


def send_message(world: World, params: Json) -> Json:
    """`sendMessage`."""
    text, entities = read_text(params)
    message = _addressed(world, params, "text messages")
    message.text, message.entities = text, entities
    message.link_preview = params.get("link_preview_options")
    return _sent(world, message)


def send_photo(world: World, params: Json) -> Json:
    """`sendPhoto`, uploaded or by `file_id`."""
    caption, entities = read_text(params, name="caption")
    message = _addressed(world, params, "photos")
    message.media = world.files.photo(params["photo"])
    message.text, message.entities = caption or None, entities
    return _sent(world, message)


def send_document(world: World, params: Json) -> Json:
    """`sendDocument`, uploaded or by `file_id`."""
    caption, entities = read_text(params, name="caption")
    message = _addressed(world, params, "documents")
    message.media = world.files.document(params["document"])
    message.text, message.entities = caption or None, entities
    return _sent(world, message)


def send_location(world: World, params: Json) -> Json:
    """`sendLocation`, in degrees."""
    latitude, longitude = params["latitude"], params["longitude"]
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise bad_request("wrong location specified")
    message = _addressed(world, params, "locations")
    place = {"latitude": latitude, "longitude": longitude}
    message.media = Media("location", f"{latitude}, {longitude}", {"location": place})
    return _sent(world, message)


def send_chat_action(world: World, params: Json) -> bool:
    """`sendChatAction`."""
    chat = chat_of(world, params)
    check_posting(world, chat, "text messages")
    check_thread(chat, params)
    if params["action"] not in _CHAT_ACTIONS:
        raise bad_request("wrong parameter action in request")
    return True


def _addressed(world: World, params: Json, what: str) -> Message:
    """Return an empty message for the chat, topic and keyboard that a call names."""
    chat: Chat = chat_of(world, params)
    check_posting(world, chat, what)
    markup: Json | None = params.get("reply_markup") or None
    if markup is not None:
        check_markup(markup, is_private=chat.is_private)
        if markup.get("inline_keyboard") == []:
            markup = None
    return Message(
        chat=chat,
        sender=world.bot,
        sender_chat=chat if chat.kind == "channel" else None,
        thread=check_thread(chat, params),
        reply_to=answered_message(chat, params),
        markup=markup,
        is_protected=bool(params.get("protect_content")),
    )


def _sent(world: World, message: Message) -> Json:
    world.post(message)
    world.show(message.chat.id, shown_words(message))
    return message_payload(message)


def shown_words(message: Message) -> list[str]:
    """Return every string that a message puts before people's eyes."""
    name = [message.media.name] if message.media else []
    links = [button.url for row in message.buttons for button in row if button.url]
    links += [entity["url"] for entity in message.entities if "url" in entity]
    return [words for words in (message.text, *name, *message.labels, *links) if words]

"""Everything that people can send besides words, as the Bot API describes it."""

from collections.abc import Callable, Mapping
from typing import Final

from bot.sandbox.files import FileStore, Media
from bot.sandbox.schema import Json

#: The smallest file that is a picture, in the eyes of the sandbox.
PICTURE: Final = b"\x89PNG\r\n\x1a\n" + bytes(16)
#: A group that nobody here is in.
_ELSEWHERE: Final = {"id": -1_009_000_000_001, "type": "supergroup"}
_SIZE: Final = {"width": 640, "height": 480}
#: What is seen of a thing that is a sign itself.
_SIGNS: Final = {"sticker": "👍", "dice": "🎲"}
_THREE_SECONDS: Final = {"duration": 3}

Fields = Callable[[FileStore, str], Json]


def photo_sizes(files: FileStore, content: bytes = PICTURE) -> list[Json]:
    """Return the sizes of a photo, the smallest first, as the app makes them."""
    small = files.add("small.jpg", PICTURE).reference | {"width": 90, "height": 67}
    return [small, files.add("photo.jpg", content).reference | _SIZE]


def _animation(files: FileStore, words: str) -> Json:
    moving = {**_file(files, words, "gif"), **_SIZE, **_THREE_SECONDS}
    # It comes as a document too, for bots that know no animations.
    return {"animation": moving, "document": _file(files, words, "gif")}


def _audio(files: FileStore, words: str) -> Json:
    told = {"performer": words, "title": words}
    return {"audio": {**_file(files, words, "mp3"), **_THREE_SECONDS, **told}}


def _checklist(_files: FileStore, words: str) -> Json:
    return {"checklist": {"title": words, "tasks": [{"id": 1, "text": words}]}}


def _contact(_files: FileStore, words: str) -> Json:
    card = f"BEGIN:VCARD\nFN:{words}\nEND:VCARD"
    named = {"first_name": words, "last_name": words}
    return {"contact": {"phone_number": "+447700900123", "vcard": card, **named}}


def _dice(_files: FileStore, _words: str) -> Json:
    return {"dice": {"emoji": _SIGNS["dice"], "value": 6}}


def _document(files: FileStore, words: str) -> Json:
    return {"document": _file(files, words, "pdf")}


def _game(files: FileStore, words: str) -> Json:
    told = {"title": words, "description": words, "text": words}
    return {"game": {**told, "photo": photo_sizes(files)}}


def _giveaway(_files: FileStore, words: str) -> Json:
    numbers = {"winners_selection_date": 1_800_000_000, "winner_count": 1}
    chats = [{**_ELSEWHERE, "title": words}]
    return {"giveaway": {"chats": chats, "prize_description": words, **numbers}}


def _invoice(_files: FileStore, words: str) -> Json:
    price = {"currency": "GBP", "total_amount": 100}
    return {"invoice": {"title": words, "description": words, "start_parameter": "x", **price}}


def _live_location(_files: FileStore, _words: str) -> Json:
    return {"location": {"latitude": 51.5, "longitude": -0.1, "live_period": 900}}


def _live_photo(files: FileStore, words: str) -> Json:
    moving = {**files.add("live.mov", b"live").reference, **_SIZE, **_THREE_SECONDS}
    return {"live_photo": {**moving, "photo": photo_sizes(files)}}


def _paid_media(files: FileStore, _words: str) -> Json:
    return {
        "paid_media": {
            "star_count": 1,
            "paid_media": [{"type": "photo", "photo": photo_sizes(files)}],
        }
    }


def _photo(files: FileStore, _words: str) -> Json:
    return {"photo": photo_sizes(files)}


def _poll(_files: FileStore, words: str) -> Json:
    flags = dict.fromkeys(
        (
            *("is_closed", "is_anonymous", "allows_multiple_answers", "allows_revoting"),
            "members_only",
        ),
        False,
    )
    option = {"persistent_id": "1", "text": words, "voter_count": 0}
    asked = {"id": "1", "type": "regular", "question": words, "total_voter_count": 0}
    return {"poll": {**asked, **flags, "options": [option]}}


def _sticker(files: FileStore, words: str) -> Json:
    flags = {"is_animated": False, "is_video": False}
    described = {"type": "regular", "width": 512, "height": 512, "emoji": _SIGNS["sticker"]}
    # A set is known by its name, which leads anybody to whoever made it.
    named = {"set_name": words} if words else {}
    return {
        "sticker": {**files.add("sticker.webp", b"RIFF").reference, **described, **flags, **named}
    }


def _story(_files: FileStore, words: str) -> Json:
    return {"story": {"chat": {**_ELSEWHERE, "title": words}, "id": 3}}


def _venue(_files: FileStore, words: str) -> Json:
    place = {"latitude": 51.5, "longitude": -0.1}
    return {"venue": {"location": place, "title": words, "address": words}, "location": place}


def _video(files: FileStore, words: str) -> Json:
    return {"video": {**_file(files, words, "mp4"), **_SIZE, **_THREE_SECONDS}}


def _video_note(files: FileStore, _words: str) -> Json:
    seen = files.add("note.mp4", b"note").reference
    return {"video_note": {**seen, **_THREE_SECONDS, "length": 240}}


def _voice(files: FileStore, _words: str) -> Json:
    heard = files.add("voice.ogg", b"OggS").reference
    return {"voice": {**heard, **_THREE_SECONDS, "mime_type": "audio/ogg"}}


def _file(files: FileStore, words: str, ending: str) -> Json:
    name = f"{words or 'file'}.{ending}"
    return {**files.add(name, words.encode() or b"-").reference, "file_name": name}


KINDS: Final[Mapping[str, Fields]] = {
    "animation": _animation,
    "audio": _audio,
    "checklist": _checklist,
    "contact": _contact,
    "dice": _dice,
    "document": _document,
    "game": _game,
    "giveaway": _giveaway,
    "invoice": _invoice,
    "live location": _live_location,
    "live photo": _live_photo,
    "paid media": _paid_media,
    "photo": _photo,
    "poll": _poll,
    "sticker": _sticker,
    "story": _story,
    "venue": _venue,
    "video": _video,
    "video note": _video_note,
    "voice": _voice,
}
#: Below these the app lets people write.
CAPTIONED: Final = frozenset(
    {
        *("animation", "audio", "document", "live photo", "paid media"),
        *("photo", "video", "voice"),
    }
)


def thing(kind: str, files: FileStore, words: str) -> Media:
    """Return a thing of one of KINDS, with words wherever it has room for some."""
    name = words or _SIGNS.get(kind, kind)
    return Media(kind.replace(" ", "_"), name, KINDS[kind](files, words))

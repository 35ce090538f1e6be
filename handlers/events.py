"""What can happen in a chat, in words that no messaging app owns.

Addresses are written `app:number`, such as `telegram:7001` for a person and `telegram:-1001` for a
group. A person's private chat has the person's own address.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from storage.private import PrivateText


@dataclass(frozen=True, slots=True)
class Sender:
    """Who did something: the app's numeric identity, and the language of their app if known."""

    account: str
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where something was said: a chat's address, and a forum topic in it where there is one."""

    chat: str
    is_private: bool
    thread: int | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """A person wrote words; `reply_to` is the number of the message they answered."""

    sender: Sender
    place: Place
    message: int
    text: PrivateText
    reply_to: int | None = None
    is_forward: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture made anew from what was sent: a JPEG with nothing in it but its points."""

    content: bytes = field(repr=False)


class PictureProblem(StrEnum):
    """Why there is no picture."""

    NOT_A_PICTURE = "not-a-picture"
    TOO_LARGE = "too-large"
    NOT_FETCHED = "not-fetched"


@dataclass(frozen=True, slots=True)
class PhotoSent:
    """A person sent a photo; `file` is what the app calls it.

    `picture` is there where `reception.wants_picture` had it fetched; `is_album` says that it came
    as one of several at once.
    """

    sender: Sender
    place: Place
    message: int
    file: str
    caption: PrivateText | None = None
    reply_to: int | None = None
    is_forward: bool = False
    is_album: bool = False
    picture: Picture | PictureProblem | None = None


@dataclass(frozen=True, slots=True)
class TextFile:
    """A file that holds plain text, read whole."""

    text: PrivateText


class FileProblem(StrEnum):
    """Why there is no text of a file."""

    NOT_TEXT = "not-text"
    TOO_LARGE = "too-large"
    NOT_FETCHED = "not-fetched"


@dataclass(frozen=True, slots=True)
class FileSent:
    """A person sent a file of any kind; `file` is what the app calls it.

    `size` is what the app says of it, in bytes, which need not be true. `content` is there where
    `reception.wants_file` had it fetched; `is_album` says that it came as one of several at once.
    """

    sender: Sender
    place: Place
    message: int
    file: str
    size: int | None = None
    caption: PrivateText | None = None
    reply_to: int | None = None
    is_forward: bool = False
    is_album: bool = False
    content: TextFile | FileProblem | None = None


@dataclass(frozen=True, slots=True)
class Tapped:
    """A person pressed a button; `message` is None where the app no longer says which."""

    sender: Sender
    place: Place
    tap: str
    data: str
    message: int | None = None


@dataclass(frozen=True, slots=True)
class LocationShared:
    """A person shared a point on the map, in degrees; kept out of every `repr`."""

    sender: Sender
    place: Place
    message: int
    latitude: float = field(repr=False)
    longitude: float = field(repr=False)
    reply_to: int | None = None


@dataclass(frozen=True, slots=True)
class Edited:
    """A person changed a message that they had sent earlier; `text` is how it reads now."""

    sender: Sender
    place: Place
    message: int
    text: PrivateText | None = None


class UnsupportedKind(StrEnum):
    """What was sent in place of words."""

    STICKER = "sticker"
    PHOTO = "photo"
    VENUE = "venue"
    VOICE = "voice"
    VIDEO = "video"
    FILE = "file"
    CONTACT = "contact"
    POLL = "poll"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class UnsupportedSent:
    """A person sent something that is neither words nor a place nor a photo nor a file."""

    sender: Sender
    place: Place
    message: int
    kind: UnsupportedKind
    reply_to: int | None = None


@dataclass(frozen=True, slots=True)
class AnonymousSaid:
    """Somebody wrote in the name of a group or a channel: nobody, as far as permissions go."""

    place: Place
    message: int
    text: PrivateText


@dataclass(frozen=True, slots=True)
class GroupUpgraded:
    """A group got a new address; both addresses mean the same group."""

    old: str
    new: str


@dataclass(frozen=True, slots=True)
class BotAdded:
    """The bot joined a group, or was given back the right to write there."""

    sender: Sender
    chat: str


@dataclass(frozen=True, slots=True)
class BotRemoved:
    """The bot was put out of a group, or lost the right to write there."""

    sender: Sender
    chat: str


@dataclass(frozen=True, slots=True)
class BotBlocked:
    """A person closed their private chat with the bot."""

    sender: Sender


@dataclass(frozen=True, slots=True)
class BotUnblocked:
    """A person opened their private chat with the bot again."""

    sender: Sender


@dataclass(frozen=True, slots=True)
class NothingToAnswer:
    """Something that needs no answer, such as a new title of a group; `what` names its kind."""

    what: str


Event = (
    Said
    | PhotoSent
    | FileSent
    | Tapped
    | LocationShared
    | Edited
    | UnsupportedSent
    | AnonymousSaid
    | GroupUpgraded
    | BotAdded
    | BotRemoved
    | BotBlocked
    | BotUnblocked
    | NothingToAnswer
)


#: What a person puts into a chat.
ToChat = Said | PhotoSent | FileSent | LocationShared | Edited | UnsupportedSent


def person_of(event: Event) -> str | None:
    """Return the account of whoever caused the event, or None where it was nobody."""
    sender = getattr(event, "sender", None)
    return sender.account if isinstance(sender, Sender) else None

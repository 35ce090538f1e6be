"""All that leaves the service: to whom, by which channel, and the words in it."""

import csv
import io
import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from html import unescape
from itertools import islice
from typing import Final
from urllib.parse import unquote

from PIL import Image

from bot import documents
from bot.messengers import File
from bot.sandbox.files import StoredFile
from bot.sandbox.recorder import Call, Recorder
from bot.sandbox.schema import Json
from bot.sandbox.world import World
from handlers.payload import Document

#: What a PDF says of itself: its title, its author, and the like.
_SAID_OF_PDF: Final = re.compile(
    rb"/(?:Title|Author|Subject|Keywords|Creator)\s*(\([^)]*\)|<[^>]*>)"
)
_FILES: Final = frozenset({"photo", "document", "media"})
#: Fields that hold no words and are made by the app or from its numbers.
_NUMBERS_ONLY: Final = frozenset({"chat_id", "message_id", "callback_query_id", "file_id", "type"})


@dataclass(frozen=True, slots=True)
class Shown:
    """Words that left by a channel; `place` is the person or the group, None for anybody."""

    place: int | None
    channel: str
    text: str = field(repr=False)
    #: Of a file, all of it.
    content: bytes = field(default=b"", repr=False)


class Drawn:
    """What documents are made of, by the files made of them: also the words that are drawn."""

    def __init__(self) -> None:
        self._words: dict[bytes, str] = {}

    def note(self, document: Document, file: File) -> None:
        """Remember what a file was made of."""
        self._words[file.content] = "\n".join(_strings(document.model_dump(mode="json")))

    def words_in(self, content: bytes) -> str:
        """Return all words that were drawn in a file; nothing for one that was sent here."""
        return self._words.get(content, "")


@contextmanager
def drawing_watched() -> Iterator[Drawn]:
    """Note what every document is made of, while it is made as always."""
    drawn, draw = Drawn(), documents._drawn

    def draw_and_note(document: Document, now: datetime) -> File:
        file = draw(document, now)
        drawn.note(document, file)
        return file

    documents._drawn = draw_and_note
    try:
        yield drawn
    finally:
        documents._drawn = draw


class Channels:
    """Reads each call of the service once, whether or not it was carried out."""

    def __init__(self, world: World, recorder: Recorder, drawn: Drawn) -> None:
        self._world = world
        self._recorder = recorder
        self._drawn = drawn
        self._read = 0

    def fresh(self) -> Iterator[Shown]:
        """Yield what left since the last look."""
        number = self._recorder.calls_counted - self._read
        self._read = self._recorder.calls_counted
        for call in reversed(list(islice(reversed(self._recorder.calls), number))):
            yield from self.of(call)

    def of(self, call: Call) -> Iterator[Shown]:
        """Yield all that a call says, and all that is in the files that it sends."""
        place = self._place(call.params)
        for name, text in _named(call.params):
            if name in _FILES:
                file = self._world.files.find(text)
                yield Shown(place, "file name", file.name)
                yield from _in_file(place, file, self._drawn)
            elif name not in _NUMBERS_ONLY:
                yield Shown(place, f"{call.method}: {name}", text)
                if "%" in text:
                    yield Shown(place, f"{call.method}: {name}", unquote(text))

    def _place(self, params: Json) -> int | None:
        press = self._world.presses.get(str(params.get("callback_query_id")))
        if press is not None:
            return press.person.id
        return int(params["chat_id"]) if "chat_id" in params else None


def _in_file(place: int | None, file: StoredFile, drawn: Drawn) -> Iterator[Shown]:
    content = file.content
    if content.startswith(b"%PDF"):
        yield Shown(place, "drawn words", drawn.words_in(content))
        for said in _SAID_OF_PDF.findall(content):
            yield Shown(place, "what a PDF says of itself", said.decode("latin-1"))
            yield Shown(place, "what a PDF says of itself", said.decode("utf-16-be", "ignore"))
    elif content.startswith((b"\xff\xd8\xff", b"\x89PNG")):
        yield Shown(place, "drawn words", drawn.words_in(content))
        yield from (Shown(place, "beside a picture", text) for text in beside_picture(content))
    else:
        yield from (Shown(place, "file", text) for text in _texts_in(file))
        # Read as words, all of it, in the light of what its reader may see.
        return
    yield Shown(place, "bytes of a file", "", content)


def _texts_in(file: StoredFile) -> Iterator[str]:
    text = file.content.decode("utf-8-sig", "replace")
    if file.name.endswith(".csv"):
        # A number by itself tells nothing; beside what it counts it does.
        yield from (" | ".join(row) for row in csv.reader(io.StringIO(text)))
    elif file.name.endswith(".json"):
        yield from _strings(json.loads(text))
    else:
        yield unescape(text)


def beside_picture(content: bytes) -> list[str]:
    """Return all that a picture says in words: its comments, and where and how it was taken."""
    with Image.open(io.BytesIO(content)) as picture:
        exif = picture.getexif()
        told = [*picture.info.values(), *exif.values()]
        told += [value for tag in exif for value in exif.get_ifd(tag).values()]
    return [
        each.decode("latin-1") if isinstance(each, bytes) else str(each)
        for each in told
        if isinstance(each, bytes | str)
    ]


def _named(value: object, name: str = "") -> Iterator[tuple[str, str]]:
    """Yield every text in some JSON, with the name of its field."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _named(inner, str(key))
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _named(inner, name)
    elif isinstance(value, str):
        yield name, value


def _strings(value: object) -> Iterator[str]:
    return (text for _, text in _named(value))

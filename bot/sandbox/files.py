"""Files that people and the bot send, kept as bytes."""

from dataclasses import dataclass
from itertools import count

from bot.sandbox.refusals import bad_request
from bot.sandbox.schema import Json

DOWNLOAD_LIMIT = 20 * 1024 * 1024
UPLOAD_LIMIT = 50 * 1024 * 1024
PHOTO_LIMIT = 10 * 1024 * 1024
#: How many files are kept where history is not.
_RECENT_FILES = 100

_PICTURES = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF8", b"RIFF", b"BM")


@dataclass(slots=True, eq=False)
class Media:
    """Something that is not text: its kind ("photo"), name, and fields of the message payload."""

    kind: str
    name: str
    fields: Json

    @property
    def file(self) -> str | None:
        """The id of the file that a picture or a document is, and None for anything else."""
        described = self.fields.get(self.kind)
        if self.kind == "photo" and isinstance(described, list):
            described = described[-1]
        is_shown = self.kind in ("photo", "document")
        return str(described["file_id"]) if is_shown and described else None


@dataclass(slots=True, frozen=True)
class StoredFile:
    """A file with the ids by which the Bot API names it."""

    id: str
    name: str
    content: bytes
    path: str

    @property
    def reference(self) -> Json:
        """The fields that every file object of the Bot API has."""
        return {
            "file_id": self.id,
            "file_unique_id": f"unique-{self.id}",
            "file_size": len(self.content),
        }


class FileStore:
    """Every file by its id, which only one bot knows it by; the newest hundred with `keep` off."""

    def __init__(self, bot: int, *, keep: bool) -> None:
        self._bot = bot
        self._keep = keep
        self._numbers = count(1)
        self._files: dict[str, StoredFile] = {}
        self._by_path: dict[str, StoredFile] = {}

    def add(self, name: str, content: bytes) -> StoredFile:
        """Keep a file and return it with its new id."""
        number = next(self._numbers)
        stored = StoredFile(f"file-{self._bot}-{number}", name, content, f"documents/file_{number}")
        self._files[stored.id] = stored
        self._by_path[stored.path] = stored
        if not self._keep and len(self._files) > _RECENT_FILES:
            oldest = self._files.pop(next(iter(self._files)))
            del self._by_path[oldest.path]
        return stored

    def find(self, file_id: str) -> StoredFile:
        """Return a file by its id; raises Refusal where there is none."""
        stored = self._files.get(file_id)
        if stored is None:
            raise bad_request("wrong remote file identifier specified: Wrong string length")
        return stored

    def at(self, path: str) -> StoredFile | None:
        """Return a file by the path under which it can be downloaded."""
        return self._by_path.get(path)

    def photo(self, file_id: str) -> Media:
        """Return a stored picture as a photo; raises Refusal for what is not a picture."""
        stored = self.find(file_id)
        if len(stored.content) > PHOTO_LIMIT:
            raise bad_request("file is too big")
        if not stored.content.startswith(_PICTURES):
            raise bad_request("IMAGE_PROCESS_FAILED")
        size = {**stored.reference, "width": 640, "height": 480}
        return Media("photo", stored.name, {"photo": [size]})

    def document(self, file_id: str) -> Media:
        """Return a stored file as a document."""
        stored = self.find(file_id)
        if not stored.content:
            raise bad_request("file must be non-empty")
        if len(stored.content) > UPLOAD_LIMIT:
            raise bad_request("file is too big")
        described = {**stored.reference, "file_name": stored.name}
        return Media("document", stored.name, {"document": described})

    def description(self, file_id: str) -> Json:
        """Return the `File` object of a file; raises Refusal for what is too big to fetch."""
        stored = self.find(file_id)
        if len(stored.content) > DOWNLOAD_LIMIT:
            raise bad_request("file is too big")
        return {**stored.reference, "file_path": stored.path}

"""What people type into requests: from texts whose private parts are marked, and made by chance.

A marked text is a line such as `en|ring [[NAME|Bob]] at [[FLAT|41]]`.
"""

import os
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from random import Random
from typing import Final, TypeVar

from tests.endurance.marked import Marks

_Any = TypeVar("_Any")

#: Names a file of marked texts of one's own, to be gone through as well.
FILE: Final = "DOORSTEP_MARKED_TEXTS"
_DATA: Final = Path(__file__).parents[1] / "data"
_TEXTS: Final = ("held_out_requests.txt", "afterwards_requests.txt")
_MARKED: Final = re.compile(r"\[\[([A-Z]+)\|([^\]]*)\]\]")

#: Everything that is typed about a request, and how long it may be, in characters.
LIMITS: Final = {
    "name": 40,
    "street": 120,
    "door": 40,
    "entry-notes": 300,
    "phone": 40,
    "words": 1000,
    "line": 120,
    "thanks": 500,
    "how": 1000,
    "helper-how": 1000,
    "thought": 300,
    "worry": 2000,
    "note": 300,
    "relay": 2000,
    "relay-back": 2000,
    "changed": 2000,
    "caption": 900,
    "no-answer": 40,
    "file": 60,
    "earlier": 120,
    "helped-name": 40,
    "group": 200,
}


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A request with its private parts, each with its kind."""

    language: str
    text: str = field(repr=False)
    parts: tuple[tuple[str, str], ...] = field(repr=False)


@dataclass(slots=True)
class Dossier:
    """What one resident types, by its field; `parts` are private by themselves, with a meaning."""

    typed: dict[str, str] = field(repr=False)
    language: str = "en"
    parts: list[tuple[str, str]] = field(default_factory=list, repr=False)

    def __post_init__(self) -> None:
        self.parts += [(text, f"{name} of a request") for name, text in self.typed.items()]

    def all_of(self, *names: str) -> list[str]:
        """Return what was typed into some fields."""
        return [self.typed[name] for name in names]


def marked_texts() -> list[MarkedText]:
    """Return every marked text there is: the repository's, and those of a named file."""
    paths = [_DATA / name for name in _TEXTS]
    if os.environ.get(FILE):
        paths.append(Path(os.environ[FILE]))
    return [text for path in paths for text in _read(path)]


def _read(path: Path) -> Iterator[MarkedText]:
    for line in path.read_text(encoding="utf-8").splitlines():
        language, bar, marked = line.partition("|")
        parts = tuple(_MARKED.findall(marked))
        if bar and parts and len(language) == 2:
            yield MarkedText(language, _MARKED.sub(r"\2", marked), parts)


class Dossiers:
    """Makes dossiers one after the other, always the same ones for a seed."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)
        self._texts = marked_texts()
        self._random.shuffle(self._texts)
        self._numbers = count()
        self.from_marked_texts = 0

    def next(self) -> Dossier:
        """Return what the next resident types; every other one from a marked text."""
        number = next(self._numbers)
        made = {name: _cut(self._made(name), limit) for name, limit in LIMITS.items()}
        if number % 2:
            return Dossier(made, self._random.choice(("en", "es", "uk")))
        self.from_marked_texts += 1
        turn, place = divmod(number // 2, len(self._texts))
        text = self._texts[place]
        if turn:
            text = self._varied(text)
        return self._of(text, made)

    def _of(self, text: MarkedText, typed: dict[str, str]) -> Dossier:
        """Put a text, and each of its parts alone, where people would write them."""
        typed["words"] = text.text
        for kind, part in text.parts:
            for name in _WHERE.get(kind, ("relay", "worry")):
                typed[name] = _cut(part, LIMITS[name])
        if sum(each.isdigit() for each in typed["phone"]) < 5:
            # On the phone nobody is written down whom one could not ring.
            typed["phone"] = self._phone()
        parts = [(part, f"{kind} in a marked text") for kind, part in text.parts]
        return Dossier(typed, text.language, parts)

    def _varied(self, text: MarkedText) -> MarkedText:
        """Return a text with other letters and digits in its parts, in the same shape."""
        written = text.text
        parts: list[tuple[str, str]] = []
        for kind, part in text.parts:
            other = "".join(map(self._other, part))
            written = written.replace(part, other, 1)
            parts.append((kind, other))
        return MarkedText(text.language, written, tuple(parts))

    def _other(self, sign: str) -> str:
        if sign.isdecimal():
            return str(self._random.randrange(10))
        if not sign.isalpha():
            return sign
        letters = "абвгдежзиклмнопрст" if "а" <= sign.lower() <= "я" else "abcdefghiklmnoprstuw"
        other = self._random.choice(letters)
        return other.upper() if sign.isupper() else other

    def _made(self, name: str) -> str:
        choose = self._random.choice
        made: dict[str, Callable[[], str]] = {
            "name": lambda: choose(_NAMES) + choose(("", self._word(3), self._word(6))),
            "helped-name": lambda: f"{choose(_NAMES)} {self._word(4)}",
            "street": lambda: f"{choose(_STREETS)} {self._word(5)} {self._number(3)}",
            "door": lambda: choose((self._number(2), f"{self._number(1)}b", f"#{self._number(3)}")),
            "phone": self._phone,
        }
        return made[name]() if name in made else self._sentence()

    def _sentence(self) -> str:
        """Return something private as people write it, or as nobody does."""
        ways: list[Callable[[], str]] = [
            lambda: f"{self._choose(_NAMES)} {self._word(6)}, {self._phone()}",
            lambda: f"The code is {self._number(4)}{self._choose('#*X')}, {self._word(7)}",
            lambda: f"{self._choose(_ILLNESSES)} ({self._word(5)})",
            lambda: f"@{self._word(5)}_{self._number(2)} or {self._word(6)}@post.example",
            lambda: f"https://{self._word(6)}.example/{self._word(4)}?a={self._number(5)}",
            lambda: f"<b>{self._word(5)}</b> *{self._word(5)}* [{self._word(4)}](tg://user?id=7)",
            lambda: (
                f"{self._word(5)}\n{self._choose(_STREETS)} {self._number(2)}\n\n{self._word(6)}"
            ),
            lambda: (
                f"\u202e{self._word(6)}\u202c \u2067{self._choose(_NAMES)}\u2069 {self._word(3)}"
            ),
            lambda: f"{{ ${self._word(4)} }} %s {{0}} \\u0041 {self._word(6)} &amp;",
            lambda: f"ｆｕｌｌ {self._word(4)} Ⅷ ﬁ {self._word(5)} 👩🏽‍🦽",
            lambda: " ".join(self._word(self._random.randint(2, 9)) for _ in range(150)),
            lambda: f"=HYPERLINK({self._word(6)})",
            lambda: f"\N{ZERO WIDTH SPACE}{self._word(3)}\N{ZERO WIDTH SPACE}{self._word(4)}\t!",
        ]
        return self._choose(ways)()

    def _choose(self, choices: Sequence[_Any]) -> _Any:
        return self._random.choice(choices)

    def _word(self, length: int) -> str:
        letters = self._random.choice(_LETTERS)
        return "".join(self._random.choice(letters) for _ in range(length))

    def _number(self, length: int) -> str:
        return "".join(str(self._random.randrange(10)) for _ in range(length))

    def _phone(self) -> str:
        number = self._number(6)
        return self._random.choice(
            (
                f"07700 {number}",
                f"+34 6{number[:2]} {number}",
                f"020-7946-{number[:4]}",
                "٠" + number,
            )
        )


#: Where a part of a kind is written besides the words of the request.
_WHERE: Final = {
    "NAME": ("name", "helped-name", "thanks"),
    "PHONE": ("phone", "relay", "line"),
    "STREET": ("street", "thought"),
    "FLAT": ("door",),
    "POSTCODE": ("note", "caption"),
    "EMAIL": ("relay-back", "no-answer"),
    "CODE": ("entry-notes", "worry"),
    "HANDLE": ("line", "thanks"),
    "IDNUM": ("changed", "caption"),
    "MED": ("how", "worry"),
    "PLACE": ("helper-how", "note"),
    "URL": ("line", "thought"),
}
_NAMES: Final = (
    *("Bob", "Ó", "Zoë", "Ñusta", "Олеся", "Їжак", "李", "שרה", "محمد", "Ann-Marie", "d'Ávila"),
    *("Will", "May", "Grace", "Rosa", "Ed", "J", "İpek", "Łucja", "STRAẞE", "Ĳsbrand"),
)
_STREETS: Final = (
    *("Albion Road", "calle Mayor", "вулиця Лесі", "Flat 3, Elm", "Ring", "רחוב", "C/"),
    *("The Old Vicarage", "Avda. de la Constitución", "провулок", "Straße"),
)
_ILLNESSES: Final = (
    *("dialysis", "type 1 diabetic", "diabetes", "cáncer de mama", "depresión", "рак легень"),
    *("HIV+", "stage 4 lung cancer", "ceguera", "після інсульту", "MS", "epilepsy"),
)
_LETTERS: Final = (
    *("abcdefghijklmnopqrstuvwxyz", "bcdfghjklmnpqrstvwxz", "áéíóúüñabcdelmnor"),
    *("абвгґдеєжзиіїйклмнопрстуфхцч", "ابتثجحخدذرزسشص", "אבגדהוזחטיכלמנס", "qwxzkvjQWXZKVJ"),
)


def known_words(marks: Marks, language: str) -> Dossier:
    """Return a dossier of words that stand nowhere else, for what the service says by itself."""
    typed = {name: marks.word(name) for name in LIMITS}
    # A number has to look like one.
    typed["phone"] = f"020 7946 0018 {typed['phone']}"
    return Dossier(typed, language)


def _cut(text: str, limit: int) -> str:
    """Return what fits; an app counts signs of its own, and so less is safe."""
    return text[:limit].strip() or "—"

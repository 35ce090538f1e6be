"""How much of what points at people is found: recall by kind, and false alarms in each text.

A file has one text a line, `language|text`; a private part stands as `[[TYPE|words]]`. Lines after
`CLEAN` hold nothing private. Lines that begin with `#` say something about the file.
"""

import re
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from handlers.understanding.identifiers.finding import find
from handlers.understanding.identifiers.kinds import Caution, Found, Identifier

_MARKED: Final = re.compile(r"\[\[([A-Z]+)\|(.+?)\]\]")
#: What a marked part has to be taken for, so that it is named rightly.
KINDS: Final = {
    "NAME": Identifier.NAME,
    "PHONE": Identifier.PHONE,
    "STREET": Identifier.STREET,
    "FLAT": Identifier.FLAT,
    "POSTCODE": Identifier.POSTCODE,
    "EMAIL": Identifier.EMAIL,
    "CODE": Identifier.CODE,
    "HANDLE": Identifier.HANDLE,
    "IDNUM": Identifier.PAPER,
    "MED": Identifier.HEALTH,
    "PLACE": Identifier.PLACE,
    "URL": Identifier.LINK,
}


@dataclass(frozen=True, slots=True)
class Marked:
    """A private part of a text, from `start` up to `end`."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Example:
    """A text without its marks, and what was marked in it."""

    language: str
    text: str
    parts: tuple[Marked, ...]


@dataclass(slots=True)
class Recall:
    """How many marked parts there are, were touched, were covered whole, and were named rightly."""

    there: int = 0
    touched: int = 0
    whole: int = 0
    named: int = 0


@dataclass(slots=True)
class Measured:
    """What came of searching the texts of a file with some caution."""

    caution: Caution
    texts: int
    by_kind: dict[str, Recall] = field(default_factory=dict)
    #: Everything that was found and covers nothing marked, by the language of its text.
    false_alarms: Counter[str] = field(default_factory=Counter)
    #: How many texts of each language there are.
    languages: Counter[str] = field(default_factory=Counter)
    by_language: dict[str, Recall] = field(default_factory=dict)
    clean_alarmed: int = 0
    clean: int = 0
    seconds: float = 0.0

    @property
    def of_all(self) -> Recall:
        """The recall over all kinds."""
        every = self.by_kind.values()
        return Recall(
            sum(each.there for each in every),
            sum(each.touched for each in every),
            sum(each.whole for each in every),
            sum(each.named for each in every),
        )


def examples(path: Path) -> list[Example]:
    """Read the texts of a file."""
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith("#") or line == "CLEAN":
            continue
        language, _, marked = line.partition("|")
        found.append(_example(language, marked))
    return found


def _example(language: str, marked: str) -> Example:
    text, parts, last = "", [], 0
    for each in _MARKED.finditer(marked):
        text += marked[last : each.start()]
        parts.append(Marked(each[1], len(text), len(text) + len(each[2])))
        text += each[2]
        last = each.end()
    return Example(language, text + marked[last:], tuple(parts))


def measure(texts: Sequence[Example], caution: Caution) -> Measured:
    """Search every text, and compare what was found with what was marked."""
    measured = Measured(caution, len(texts))
    begun = time.perf_counter()
    for each in texts:
        _compare(measured, each, find(each.text, caution))
    measured.seconds = time.perf_counter() - begun
    return measured


def _compare(measured: Measured, example: Example, found: Sequence[Found]) -> None:
    measured.languages[example.language] += 1
    alarms = [each for each in found if not any(_overlap(each, part) for part in example.parts)]
    measured.false_alarms[example.language] += len(alarms)
    if not example.parts:
        measured.clean += 1
        measured.clean_alarmed += bool(alarms)
    for part in example.parts:
        over = [each for each in found if _overlap(each, part)]
        covered = {place for each in over for place in range(each.start, each.end)}
        letters = [i for i in range(part.start, part.end) if example.text[i].isalnum()]
        for recall in (
            measured.by_kind.setdefault(part.kind, Recall()),
            measured.by_language.setdefault(example.language, Recall()),
        ):
            recall.there += 1
            recall.touched += bool(over)
            recall.whole += covered.issuperset(letters)
            recall.named += any(each.kind is KINDS[part.kind] for each in over)


def _overlap(found: Found, part: Marked) -> bool:
    return found.start < part.end and part.start < found.end


def report(measured: Measured) -> str:
    """Return the figures as a table."""
    lines = [
        f"{measured.caution.value}: {measured.texts} texts, {measured.of_all.there} private parts",
        "",
        "| kind | there | found | found whole | named rightly |",
        "| --- | ---: | ---: | ---: | ---: |",
    ]
    lines += [_row(each, measured.by_kind[each]) for each in KINDS if each in measured.by_kind]
    lines.append(_row("all", measured.of_all))
    lines += [_row(language, each) for language, each in sorted(measured.by_language.items())]
    alarms = sum(measured.false_alarms.values())
    lines += [
        "",
        f"False alarms: {alarms / measured.texts:.2f} a text; "
        f"{measured.clean_alarmed} of {measured.clean} texts without anything private.",
        f"{1000 * measured.seconds / measured.texts:.1f} ms a text.",
    ]
    return "\n".join(lines)


def _row(name: str, recall: Recall) -> str:
    shares = (recall.touched, recall.whole, recall.named)
    written = (f"{100 * each / recall.there:.0f} %" for each in shares)
    return f"| {name} | {recall.there} | {' | '.join(written)} |"


_DATA: Final = Path(__file__).parents[1] / "tests" / "data"
#: Texts that were written before anything looked for what is marked in them, and ones from after.
OURS: Final = (_DATA / "held_out_requests.txt", _DATA / "afterwards_requests.txt")


def run(path: Path) -> None:
    """Print the figures of a file, for each caution that there is."""
    texts = examples(path)
    # The word lists are read with the first text, which is no part of the time for a text.
    for each in texts:
        find(each.text)
    for caution in Caution:
        print(f"\n{report(measure(texts, caution))}", flush=True)

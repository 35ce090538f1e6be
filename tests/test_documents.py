"""What the documents name is there, and what there is to know stands in them."""

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from bot import command_line
from bot.configuration import PREFIX, Configuration, load
from handlers import commands
from handlers.asking.asking_for_others import GOOD_FOR, GOOD_FOR_SOMEBODY_ELSES_WORD
from storage.retention import periods
from storage.retention.periods import Period

TOP: Final = Path(__file__).parents[1]
README: Final = (TOP / "README.md").read_text(encoding="utf-8")
PRIVACY: Final = (TOP / "docs" / "privacy.md").read_text(encoding="utf-8")
#: What a document of the source calls a file by, from the top or from the floor that it speaks of.
FLOORS: Final = (TOP, TOP / "handlers", TOP / "bot", TOP / "storage")
COMPOSE: Final = TOP / "compose.yaml"
DOCUMENTS: Final = (TOP / "README.md", TOP / "CHANGELOG.md", *sorted((TOP / "docs").glob("*.md")))
#: What else names settings.
DEPLOYING: Final = (TOP / "Dockerfile", COMPOSE)


def _commands(parser: argparse.ArgumentParser, before: str = "") -> Iterator[tuple[str, list[str]]]:
    """Yield every command in the terminal with its options."""
    inner = [each for each in parser._actions if isinstance(each, argparse._SubParsersAction)]
    for action in inner:
        for name, each in action.choices.items():
            yield from _commands(each, f"{before} {name}")
    if not inner:
        options = [option for action in parser._actions for option in action.option_strings]
        yield before.strip(), [each for each in options if each not in ("-h", "--help")]


def test_every_command_in_chat_stands_in_the_readme() -> None:
    known = {*commands.LISTED, *commands._SAYING, *commands._BEGINNING, *commands._DOING, "link"}
    assert not {name for name in known if not re.search(rf"`/{name}\b", README)}
    named = set(re.findall(r"`/([a-z]+)\b", README)) - {"newbot", "data", "backups", "keys"}
    assert named <= known | {"healthz", "metrics"}


def test_every_command_in_the_terminal_stands_in_the_readme() -> None:
    for name, options in _commands(command_line._parser()):
        (row,) = re.findall(rf"^\| `doorstep {name}\b.*$", README, re.M)
        assert not [each for each in options if f"{each}" not in row], name


def _code(path: Path) -> str:
    """Return what a document has people type, a line for each piece."""
    text = path.read_text(encoding="utf-8")
    fenced = re.compile(r"^ *```\w*\n(.*?)^ *```$", re.M | re.S)
    return "\n".join([*fenced.findall(text), *re.findall(r"`([^`]+)`", fenced.sub("", text))])


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_every_command_that_a_document_names_is_there(path: Path) -> None:
    known = dict(_commands(command_line._parser()))
    for said in re.findall(r"(?<!exec )\bdoorstep((?: [a-z]+)+(?: --[a-z-]+)*)", _code(path)):
        words, *options = said.strip().split(" --")
        names = [name for name in known if f"{words} ".startswith(f"{name} ")]
        # One such as `doorstep keys` speaks of all that begin so.
        assert names or any(name.startswith(f"{words} ") for name in known), said
        assert all(f"--{option}" in known[name] for name in names for option in options), said
    targets = re.findall(r"^([a-z-]+):", (TOP / "Makefile").read_text(encoding="utf-8"), re.M)
    assert set(re.findall(r"\bmake ([a-z-]+)", _code(path))) <= set(targets)


def test_every_setting_stands_in_the_readme() -> None:
    settings = {PREFIX + name.upper() for name in Configuration.model_fields}
    assert set(re.findall(rf"^\| `({PREFIX}[A-Z_]+)` \|", README, re.M)) == settings


@pytest.mark.parametrize(
    "path", [*DOCUMENTS, TOP / "Dockerfile", COMPOSE], ids=lambda path: path.name
)
def test_no_setting_is_named_that_there_is_not(path: Path) -> None:
    named = set(re.findall(rf"{PREFIX}[A-Z_]+", path.read_text(encoding="utf-8")))
    assert named <= {PREFIX + name.upper() for name in Configuration.model_fields}


def test_the_processes_of_the_compose_file_are_there_to_be_run() -> None:
    written = COMPOSE.read_text(encoding="utf-8")
    commands = re.findall(r"command: (\[.*\])", written)
    given = [command_line._parser().parse_args(json.loads(each)) for each in commands]
    # Somebody does each part, and what must not be missed is done by two.
    assert Counter(role for each in given for role in each.role) == {
        "receive": 2,
        "send": 2,
        "time": 1,
    }
    receivers = re.findall(r"^  (\S+):\n    <<: \*doorstep\n    command: .*receive", written, re.M)
    # Further bots have paths of their own below that of the first.
    (front,) = re.findall(r"reverse_proxy /telegram\* (.*) {", written)
    listens = re.findall(r"DOORSTEP_WEBHOOK_LISTEN: 0\.0\.0\.0(:\d+),", written)
    assert front.split() == [f"{name}{listens[0]}" for name in receivers]


def test_the_settings_of_the_compose_file_are_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    handed_in = {
        "DOORSTEP_TELEGRAM_TOKEN": "7000000001:a-token-that-opens-nothing-anywhere",
        "DOORSTEP_OWNERS": "telegram:7001",
        "DOORSTEP_MORE_TOKENS": "parish=7000000002:a-token-that-opens-nothing-either for St Mary's",
        "POSTGRES_PASSWORD": "secret",
        "DOMAIN": "doorstep.example.org",
    }
    written = COMPOSE.read_text(encoding="utf-8")
    for name, value in re.findall(r"^    (DOORSTEP_[A-Z_]+): (.*)$", written, re.M):
        filled = re.sub(
            r"\$\{(\w+):([?-])[^}]*\}",
            lambda found: handed_in.get(found[1], "") if found[2] == "-" else handed_in[found[1]],
            value,
        )
        monkeypatch.setenv(name, filled.strip('"'))
    settings = load(Configuration)
    assert settings.is_on_server
    assert settings.webhook_url == "https://doorstep.example.org/telegram"
    assert settings.backups is None
    assert [bot.organisation for bot in settings.bots] == [None, "St Mary's"]
    # Whoever writes a setting into .env means it.
    own = set(re.findall(rf"{PREFIX}[A-Z_]+", written.partition("\n\n")[0]))
    assert own
    assert all(f"{name}: ${{{name}:" in written for name in own)


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_every_link_leads_somewhere(path: Path) -> None:
    for link in re.findall(r"\]\((?!https?:)([^)]+)\)", path.read_text(encoding="utf-8")):
        name, _, place = link.partition("#")
        target = path.parent / name if name else path
        assert target.exists(), link
        assert not place or place in _headings(target), link


def _headings(path: Path) -> set[str]:
    titles = re.findall(r"^#+ (.+)$", path.read_text(encoding="utf-8"), re.M)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_every_file_of_the_source_that_is_named_is_there(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    named = set(re.findall(r"`([a-z_]+(?:/[\w]+)*/?(?:[\w]+\.(?:py|toml|txt|json)))`", text))
    named = {name for name in named if "/" in name}
    assert not {name for name in named if not any((each / name).exists() for each in FLOORS)}


def test_every_folder_of_the_handlers_stands_in_the_architecture() -> None:
    folders = {each.parent.name for each in (TOP / "handlers").glob("*/__init__.py")} - {"locales"}
    text = (TOP / "docs" / "architecture.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^\| `([a-z_]+)/` \|", text, re.M)) == folders


def test_the_documents_say_how_long_things_are_kept() -> None:
    assert periods.REQUESTS.default.days == 3
    for said, text in ((r"72 hours after it is\s+closed", README), (r"go 72 hours after", PRIVACY)):
        assert re.search(said, text)
    _says(README, r"wrote to each other after (\d+) days", periods.RELAY)
    _says(README, r"the words of a worry (\d+) days", periods.WORRIES)
    _says(PRIVACY, r"goes after (\d+) days", periods.RELAY)
    (long, short), *_ = re.findall(r"asked again after (\d+) days, or (\d+) where", PRIVACY)
    assert (int(long), int(short)) == (GOOD_FOR.days, GOOD_FOR_SOMEBODY_ELSES_WORD.days)


def _says(text: str, sentence: str, period: Period) -> None:
    found = re.findall(sentence, text)
    assert {int(each) for each in found} == {period.default.days}, sentence

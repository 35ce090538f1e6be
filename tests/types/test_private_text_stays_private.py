"""The type checker refuses private text wherever a public card or a group is meant."""

from pathlib import Path

from mypy import api

ROOT = Path(__file__).parent.parent.parent
CONFIGURATION = ROOT / "pyproject.toml"
CACHE = ROOT / ".mypy_cache"

PREAMBLE = """
from dataclasses import replace

from handlers.cards import PublicCard, card_of
from handlers.messages import ChangeCard, PostCard, Press, PrivatePress, Say, SayInGroup
from handlers.messages import ShowOverview
from handlers.texts import ApprovedWords, Listed, Paragraph, Personal, PublicName, T
from storage.approvals import Approved, Proposal
from storage.model import CardPost, Group, Person, Secrets, Task
from storage.private import PrivateText


def leak(
    card: PublicCard,
    words: PrivateText,
    secrets: Secrets,
    group: Group,
    post: CardPost,
    to: Person,
    proposal: Proposal,
    approved: Approved,
    task: Task,
) -> object:
    return {expression}
"""

#: What must not be possible, and a word from the error that says so.
LEAKS = {
    "a field of a card": ("replace(card, reference=words)", "PrivateText"),
    "the place on a card": ("replace(card, area=words)", "PrivateText"),
    "the language on a card": ("replace(card, language_wanted=words)", "PrivateText"),
    "a line on a card": ("replace(card, line=words)", "PrivateText"),
    "a typed text as a line": ('replace(card, line="Any kind of bread is fine")', "str"),
    "a line that waits": ("replace(card, line=proposal)", "Proposal"),
    "a line that waits, of its task": (
        "card_of(task, [], 400, proposal.words)",
        "PrivateText",
    ),
    "a wording as a line": ('replace(card, line=T("card-open"))', "T"),
    "a line within a wording": ('T("card-note", words=words)', "PrivateText"),
    "a name made public": ("PublicName(words)", "PrivateText"),
    "a wording for everybody": ('T("card-area", area=words)', "PrivateText"),
    "a wording in a wording": ('T("card-area", area=Personal("x", area=words))', "Personal"),
    "a list for everybody": ("Listed((words,))", "PrivateText"),
    "a private wording in a list": ('Listed((Personal("x", value=words),))', "Personal"),
    "a line in a group": ('SayInGroup(1, None, "en", (words,))', "PrivateText"),
    "a private wording in a group": (
        'SayInGroup(1, None, "en", (Personal("x", value=words),))',
        "Personal",
    ),
    "a line in an overview": ("ShowOverview(group, None, (words,))", "PrivateText"),
    "a paragraph in a group": ('SayInGroup(1, None, "en", (Paragraph((words,)),))', "Paragraph"),
    "a button in a group": (
        'SayInGroup(1, None, "en", (), ((Press(words, "x"),),))',
        "PrivateText",
    ),
    "a private button in a group": (
        'SayInGroup(1, None, "en", (), ((PrivatePress(Personal("x", name=words), "x"),),))',
        "PrivatePress",
    ),
    "a card of private text": ("PostCard(group, 1, words)", "PrivateText"),
    "a card of all that is private": ("PostCard(group, 1, secrets)", "Secrets"),
    "the change of a card": ('ChangeCard(post, "en", words)', "PrivateText"),
    "a private message to a group": ("Say(group, (words,))", "Group"),
    "words that nobody approved": ("ApprovedWords(words)", "PrivateText"),
    "a proposal taken for its approval": ("ApprovedWords(proposal)", "Proposal"),
    "an approval that no coordinator gave": ("Approved(words)", "PrivateText"),
    "unapproved words in a group": (
        'SayInGroup(1, None, "en", (ApprovedWords(Approved(words)),))',
        "PrivateText",
    ),
    "an approval of public words": ('Approved("Milk, please")', "str"),
    "words that wait, in a group": ('SayInGroup(1, None, "en", (proposal.words,))', "PrivateText"),
    "joined text": ('"Name: " + words', "PrivateText"),
}

#: What must be possible, so that the refusals above mean something.
RIGHT_USES = {
    "a card": "PostCard(group, 1, card)",
    "a card with a line that a coordinator approved": "card_of(task, [], 400, approved)",
    "the change of a card": 'ChangeCard(post, "en", card)',
    "a wording in a group": 'SayInGroup(1, None, "en", (T("x", area=PublicName("Elm")),))',
    "words that a coordinator approved": 'SayInGroup(1, None, "en", (ApprovedWords(approved),))',
    "private text to its reader": 'Say(to, (words, Personal("x", value=words)))',
    "a private button to its reader": (
        'Say(to, (words,), ((PrivatePress(Personal("x", name=words), "x"),),))'
    ),
    "a private paragraph": "Say(to, (Paragraph((words,)),))",
}


def judgements(folder: Path) -> dict[str, str]:
    """Return what mypy says of every use above, by its name; all in one run, for it is slow."""
    uses = {name: expression for name, (expression, _) in LEAKS.items()}
    uses |= {f"right: {name}": expression for name, expression in RIGHT_USES.items()}
    files: dict[str, str] = {}
    for number, (name, expression) in enumerate(uses.items()):
        path = folder / f"use_{number}.py"
        path.write_text(PREAMBLE.replace("{expression}", expression))
        files[path.name] = name
    said, complaint, _ = api.run(
        [
            f"--config-file={CONFIGURATION}",
            f"--cache-dir={CACHE}",
            "--no-error-summary",
            *(str(folder / file) for file in files),
        ]
    )
    assert not complaint
    found = dict.fromkeys(uses, "")
    for line in said.splitlines():
        file, _, words = line.partition(":")
        found[files[Path(file).name]] += f"{words}\n"
    return found


def test_private_text_goes_to_its_reader_and_nowhere_else(tmp_path: Path) -> None:
    said = judgements(tmp_path)
    let_through = [
        name
        for name, (_, word) in LEAKS.items()
        if "error:" not in said[name] or word not in said[name]
    ]
    assert let_through == []
    assert [said[f"right: {name}"] for name in RIGHT_USES] == [""] * len(RIGHT_USES)

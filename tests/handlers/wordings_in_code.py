"""Which wordings the code asks for, read from its syntax: ids, their arguments, keys of questions.

An id put together from parts stands for a family; `families` says which ids each family has.
"""

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path
from typing import Final

from handlers.afterwards.confirming import Wrong
from handlers.afterwards.costs import LEDGER_COLUMNS
from handlers.afterwards.thanks import READY_MADE
from handlers.asking.who_saw import OF_HELPERS
from handlers.call_outs import roster
from handlers.call_outs.afterwards import CHART_WORDS
from handlers.card_line.on_card import WhyNot
from handlers.cards import CardState
from handlers.commands import LISTED
from handlers.events import FileProblem, PictureProblem, UnsupportedKind
from handlers.helping.private_parts import door_lines, request_lines, seen_at_first, seen_at_last
from handlers.keeping import privacy
from handlers.numbers.counting import Stands
from handlers.numbers.labels import MEASURES
from handlers.numbers.labels import PARTS as REPORT_PARTS
from handlers.numbers.periods import Lately
from handlers.numbers.table import COLUMNS as REPORT_COLUMNS
from handlers.numbers.withholding import Withheld
from handlers.question import Question
from handlers.questions import Confirm
from handlers.queue.item import Sort
from handlers.scheme.closing_requests import REASONS
from handlers.scheme.invited import Spent
from handlers.scheme.limit_questions import LIMITS
from handlers.scheme.neighbourhood_setup import PARTS
from handlers.scheme.posters import Purpose
from handlers.scheme.request_history import HAD, SHOWN
from handlers.scheme.scheme_questions import Part
from handlers.scheme.setup_menu import OF_THEIR_OWN
from handlers.texts import LOCALES, Personal, T, Texts
from handlers.understanding.identifiers.kinds import Caution, Identifier
from handlers.understanding.money import MoneyProblem
from handlers.understanding.outline import OutlineProblem
from handlers.understanding.postcodes import PostcodeListProblem
from handlers.understanding.when import DayPart, TimeProblem
from handlers.volunteering.offer_help import ASKED_AT_MOST
from handlers.volunteering.offer_lines import TIMES
from handlers.volunteering.record_check import SEEN
from storage import call_out_recipients, call_outs, limits, outbox, reveals
from storage.about_people import OF_HELPED, OF_PERSON
from storage.approvals import Matter, Standing
from storage.entry import Purpose as Entry
from storage.expenses import Decision
from storage.experiences import How, Side
from storage.fates import Fate
from storage.limits import Reached
from storage.model import (
    Checked,
    ClosedAs,
    ConsentHow,
    Kind,
    Level,
    Need,
    Reach,
    Relation,
    RepeatStatus,
    Role,
    Secrets,
    Size,
    Stage,
    Status,
    WhoPays,
    WhyBlocked,
)
from storage.private import PrivateText
from storage.retention.periods import SETTABLE

#: What is kept about people, and words of ours that stand in it.
DATA: Final = (*OF_PERSON, *OF_HELPED)
SHOWN_DATA: Final = {name for part in DATA for name in part.shows}
WITHHELD_DATA: Final = {name for part in DATA for name in part.withheld} - SHOWN_DATA
CODES: Final[set[str]] = {
    *(*Status, *Standing, *Decision, *RepeatStatus, *Reach, *Stage, *Side, *Fate, *Matter),
    *(*call_outs.Standing, *call_out_recipients.Answer, *limits.Reached, *limits.Why),
    "ceiling",
    *(*WhoPays, *WhyBlocked, *outbox.Purpose, *outbox.KEPT),
}
TOP: Final = Path(__file__).parents[2]
FLOORS: Final = ("handlers", "bot")
WORDINGS: Final = ("T", "Personal")
#: What stands in the wordings about each limit.
LIMIT_IDS: Final = tuple(name.replace("_", "-") for name in LIMITS)
#: Where a call-out can still be stopped.
CALL_OUT_GOES_ON: Final = {call_outs.Standing.WAITING, *call_outs.OPEN}
#: What puts a wording into the small notice over a button that was pressed.
NOTICES: Final = ("Went", "Refused", "AnswerTap", "_notice")
#: The shape of a wording that speaks of somebody else.
SISTERS: Final = "*-for"
#: The shape of a wording that says on the phone what its sister writes.
RUNG: Final = "*-rung"
#: The place of `says` among the arguments, where it may be given without its name.
SAYS_IN_PICK_PLACE: Final = 2


@dataclass(frozen=True)
class Use:
    """A wording that the code asks for; `ids` are all that it may turn out to be."""

    where: str
    ids: frozenset[str]
    arguments: frozenset[str]
    family: str | None = None
    is_notice: bool = False


@dataclass(frozen=True)
class Asked:
    """A question that the code asks; `says` is set where it brings its own words."""

    module: str
    key: str
    says: bool


@cache
def modules() -> dict[str, ast.Module]:
    """Return the syntax of every module that may speak, by its name."""
    found = {}
    for floor in FLOORS:
        for path in sorted((TOP / floor).rglob("*.py")):
            name = ".".join(path.relative_to(TOP).with_suffix("").parts)
            found[name] = ast.parse(path.read_text(encoding="utf-8"))
    return found


@cache
def kinds_of_question() -> frozenset[str]:
    """Return the name of every class of question."""
    classes = [
        (node.name, {name for base in node.bases for name in _names(base)})
        for tree in modules().values()
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
    ]
    found = {Question.__name__}
    while more := {name for name, bases in classes if bases & found} - found:
        found |= more
    return frozenset(found)


def questions() -> list[Asked]:
    """Return every question that is asked under a key of its own."""
    kinds = tuple(kinds_of_question())
    found = []
    for module, tree in modules().items():
        for call in _calls(tree, kinds):
            key = _text(call.args[0]) if call.args else None
            if key is None:
                continue
            name = _name_of(call)
            given = {each.arg for each in call.keywords}
            says = name == Confirm.__name__ or bool(given & {"says", "shows"})
            says = says or (name == "PickPlace" and len(call.args) > SAYS_IN_PICK_PLACE)
            found.append(Asked(module, key, says))
    return found


def families() -> dict[str, frozenset[str]]:
    """Return the ids of every family, by the shape that its members have in the code."""
    everything = Secrets(**dict.fromkeys(Secrets.__dataclass_fields__, PrivateText("…")))
    private = [*request_lines(everything), *door_lines(everything)]
    seen = [*seen_at_first(everything).items, *seen_at_last(everything).items]
    languages = [path.name for path in LOCALES.iterdir()]
    asked = questions()
    offered = {
        *_named("time-*", TIMES),
        *_named("asked-*", ASKED_AT_MOST),
        *_named("language-*", languages),
        *_named("kind-*", Kind),
    }
    return {
        "*-*": frozenset(offered),
        SISTERS: _sisters(SISTERS),
        RUNG: _sisters(RUNG),
        "agreed-*": _named("agreed-*", ConsentHow),
        "invitation-*": _named("invitation-*", Spent),
        "appointed-next-*": _named("appointed-next-*", Role),
        "invited-to-*": _named("invited-to-*", Role),
        "relation-*": _named("relation-*", Relation),
        "role-*": _named("role-*", Role),
        "role-*-of": _named("role-*-of", set(Role) - {Role.LEAD}),
        "address-shown-*": _named("address-shown-*", (Status.CLAIMED, Status.ON_THE_WAY)),
        "approve-*": _named("approve-*", Matter),
        "button-how-*": _named("button-how-*", How),
        "button-thanks-*": _named("button-thanks-*", READY_MADE),
        "how-noted-*": _named("how-noted-*", How),
        "how-words-*": _named("how-words-*", Side),
        "not-good-*": _named("not-good-*", Side),
        "reopened-*": _named("reopened-*", set(Wrong) - {Wrong.SOMETHING_ELSE}),
        "wrong-*-to-helper": _named("wrong-*-to-helper", Wrong),
        "wrong-*-to-owners": _named("wrong-*-to-owners", Wrong),
        "saw-*": _named("saw-*", OF_HELPERS),
        "saw-by-*": _named("saw-by-*", set(Stage) - OF_HELPERS - {Stage.READ} - reveals.UNTOLD),
        "answer-*": _named("answer-*", (each.key for each in asked)),
        "ask-*": _named("ask-*", (each.key for each in asked if not each.says)),
        "asked-*": _named("asked-*", ASKED_AT_MOST),
        "button-caution-*": _named("button-caution-*", Caution),
        "setup-shows-caution-*": _named("setup-shows-caution-*", Caution),
        "button-line-no-*": _named("button-line-no-*", WhyNot),
        "found-*": _named("found-*", Identifier),
        "line-why-*": _named("line-why-*", WhyNot),
        "blocked-why-*": _named("blocked-why-*", WhyBlocked),
        "button-block-*": _named("button-block-*", WhyBlocked),
        "button-close-*": _named("button-close-*", REASONS),
        "closed-*": _named("closed-*", REASONS),
        "closed-as-*": _named("closed-as-*", ClosedAs),
        "details-closed-*": _named("details-closed-*", ClosedAs),
        "log-seen-*": _named("log-seen-*", (*SHOWN, HAD)),
        "page-*": _named("page-*", (Status.CLAIMED, Status.ON_THE_WAY)),
        "call-agree-*": _named("call-agree-*", call_outs.Standing),
        "call-chart-*": _named("call-chart-*", CHART_WORDS),
        "call-ended-*": _named("call-ended-*", set(call_outs.Standing) - CALL_OUT_GOES_ON),
        "call-for-*": _named("call-for-*", call_outs.CalledFor),
        "call-late-*": _named("call-late-*", set(call_outs.Standing) - set(call_outs.OPEN)),
        "call-sheet-*": _named("call-sheet-*", (*roster.GROUPS, *roster.COLUMNS)),
        "progress-*": _named("progress-*", call_outs.Standing),
        "roster-*": _named("roster-*", roster.GROUPS),
        "card-*": _named("card-*", CardState),
        "claim-*": _named("claim-*", set(Status) - {Status.OPEN}),
        "guidance-*": _named("guidance-*", Kind),
        "cost-*": _named("cost-*", set(Decision) - {Decision.REFUSED}),
        "cost-is-*": _named("cost-is-*", set(Decision) - {Decision.WAITING}),
        "ledger-*": _named("ledger-*", (*LEDGER_COLUMNS, *Decision)),
        "problem-amount-*": _named("problem-amount-*", MoneyProblem),
        "command-*": _named("command-*", LISTED),
        "kind-*": _named("kind-*", Kind),
        "language-*": _named("language-*", languages),
        "need-*": _named("need-*", Need),
        "next-*": _named("next-*", set(Reach) - {Reach.POSTED}),
        "neighbourhood-*": _named("neighbourhood-*", PARTS),
        "level-*": _named("level-*", Level),
        "setup-shows-*": _named("setup-shows-*", (*Level, *LIMIT_IDS)),
        "button-setup-*": _named("button-setup-*", (*Part, *OF_THEIR_OWN)),
        "button-poster-*": _named("button-poster-*", Purpose),
        "poster-made-*": _named("poster-made-*", Purpose),
        "poster-about-*": _named("poster-about-*", Purpose),
        "poster-title-*": _named("poster-title-*", Purpose),
        "picture-*": _named("picture-*", PictureProblem),
        "file-*": _named("file-*", FileProblem),
        "pays-*": _named("pays-*", WhoPays),
        "part-*": frozenset(each.id for each in seen if isinstance(each, T)),
        "private-*": frozenset(each.id for each in private if isinstance(each, Personal)),
        "problem-outline-*": _named("problem-outline-*", OutlineProblem),
        "problem-postcodes-*": _named("problem-postcodes-*", PostcodeListProblem),
        "problem-time-*": _named("problem-time-*", TimeProblem),
        "button-report-*": _named("button-report-*", Lately),
        "report-column-*": _named("report-column-*", REPORT_COLUMNS),
        "report-label-*": _named("report-label-*", (*MEASURES, *Stands)),
        "report-part-*": _named("report-part-*", REPORT_PARTS),
        "report-why-*": _named("report-why-*", (Stands.DONE, Stands.CLOSED, *ClosedAs)),
        "report-withheld-*": _named("report-withheld-*", Withheld),
        "relay-no-*": _named("relay-no-*", UnsupportedKind),
        "relay-over-*": _named("relay-over-*", (Status.DONE, Status.WITHDRAWN)),
        "button-check-end-*": _named("button-check-end-*", Checked),
        "button-seen-*": _named("button-seen-*", SEEN),
        "button-invite-*": _named("button-invite-*", Entry),
        "preview-entry-*": _named("preview-entry-*", Entry),
        "entry-made-*": _named("entry-made-*", Entry),
        "entry-hello-*": _named("entry-hello-*", Entry),
        "button-limit-*": _named("button-limit-*", LIMIT_IDS),
        "ask-limit-*": _named("ask-limit-*", LIMIT_IDS),
        "lift-*": _named("lift-*", Reached),
        "lifted-*": _named("lifted-*", Reached),
        "lifted-*-told": _named("lifted-*-told", Reached),
        "left-*": _named("left-*", Reached),
        "queue-sort-*": _named("queue-sort-*", Sort),
        "seen-*": _named("seen-*", Checked),
        "size-*": _named("size-*", Size),
        "standing-*": _named("standing-*", set(Status) - {Status.OPEN}),
        "button-keep-*": _named("button-*", _hyphened(each.name for each in SETTABLE)),
        "time-*": _named("time-*", TIMES),
        "data-code-*": _named("data-code-*", CODES),
        **{
            shape: _named(shape, (privacy.YES, privacy.NO))
            for shape in (
                *("health-is-*", "health-of-is-*", "health-noted-*", "health-of-noted-*"),
                *("button-health-*", "button-health-*-of"),
            )
        },
        "data-field-*": _named("data-field-*", _hyphened(SHOWN_DATA)),
        "data-part-*": _named("data-part-*", (each.name for each in DATA)),
        "data-withheld-*": _named("data-withheld-*", _hyphened(WITHHELD_DATA)),
        "waiting-*": _named("waiting-*", Reach),
        "window-*": _named("window-*", DayPart),
        "yours-*": _named("yours-*", Status),
    }


def _hyphened(names: Iterable[str]) -> list[str]:
    return [name.replace("_", "-") for name in names]


def _sisters(shape: str) -> frozenset[str]:
    """Return the wordings of a shape that say otherwise what their sister says."""
    texts = Texts()
    files = (path.read_text(encoding="utf-8") for path in (LOCALES / "en").iterdir())
    ending = shape.removeprefix("*")
    pattern = re.compile(rf"^([\w-]+){ending} =", re.MULTILINE)
    named = {name for text in files for name in pattern.findall(text)}
    return frozenset(f"{name}{ending}" for name in named if texts.has(name))


@cache
def uses() -> tuple[Use, ...]:
    """Return every place where the code asks for a wording."""
    return tuple(_uses())


def _uses() -> Iterator[Use]:
    known = families()
    for module, tree in modules().items():
        notices = {
            id(call)
            for notice in _calls(tree, NOTICES)
            for argument in notice.args
            for call in _calls(argument, WORDINGS)
        }
        for call in _calls(tree, WORDINGS):
            where = f"{module}:{call.lineno}"
            arguments = frozenset(each.arg for each in call.keywords if each.arg)
            shape = _shape(call.args[0]) if call.args else None
            ids = known.get(shape, frozenset()) if shape else _ids(tree, call)
            yield Use(where, ids, arguments, shape, is_notice=id(call) in notices)


def _named(shape: str, members: Iterable[str]) -> frozenset[str]:
    return frozenset(shape.replace("*", member) for member in members)


def _calls(tree: ast.AST, names: tuple[str, ...]) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _name_of(node) in names:
            yield node


def _name_of(call: ast.Call) -> str | None:
    called = call.func.value if isinstance(call.func, ast.Subscript) else call.func
    return called.id if isinstance(called, ast.Name) else None


def _text(node: ast.expr) -> str | None:
    match node:
        case ast.Constant(value=str(text)):
            return text
        case _:
            return None


def _texts(tree: ast.AST) -> frozenset[str]:
    return frozenset(
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )


def _shape(node: ast.expr) -> str | None:
    """Return an id that is put together from parts, with a star for each part that varies."""
    if not isinstance(node, ast.JoinedStr):
        return None
    parts = (part.value if isinstance(part, ast.Constant) else "*" for part in node.values)
    return "".join(str(part) for part in parts)


def _ids(tree: ast.Module, call: ast.Call) -> frozenset[str]:
    """Return what the id of a wording may be: written there, one of two, or behind a name."""
    match call.args:
        case [ast.Constant(value=str(id)), *_]:
            return frozenset({id})
        case [ast.IfExp() as either, *_]:
            return _texts(either.body) | _texts(either.orelse)
        case [ast.Name(id=name), *_]:
            looks_like_id = re.compile(r"[a-z]+(-[a-z]+)+")
            return frozenset(each for each in _bound(tree, name) if looks_like_id.fullmatch(each))
        case _:
            return frozenset()


def _bound(tree: ast.Module, name: str) -> frozenset[str]:
    """Return every text that a name may stand for, by assignments and loops of its module."""
    found: set[str] = set()
    for node in ast.walk(tree):
        match node:
            case ast.Assign(targets=[ast.Name(id=target)], value=value) if target == name:
                found |= _texts(value)
            case ast.For(target=each, iter=source) | ast.comprehension(target=each, iter=source):
                if name in _names(each):
                    found |= _texts(source)
                    found |= _texts_of_tables(tree, _names(source))
            case _:
                pass
    return frozenset(found)


def _names(node: ast.AST) -> frozenset[str]:
    return frozenset(each.id for each in ast.walk(node) if isinstance(each, ast.Name))


def _texts_of_tables(tree: ast.Module, names: frozenset[str]) -> frozenset[str]:
    """Return the keys of a module's own tables."""
    found: set[str] = set()
    for node in tree.body:
        match node:
            case ast.AnnAssign(target=ast.Name(id=name), value=ast.Dict(keys=keys)) if (
                name in names
            ):
                found |= {text for key in keys if key and (text := _text(key))}
            case _:
                pass
    return frozenset(found)


def belongs(id: str, shape: str) -> bool:
    """Say whether an id has the shape of a family."""
    return fnmatchcase(id, shape)

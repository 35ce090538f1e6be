"""People of the long tests. They answer the question that stands last, as people do."""

from collections.abc import Mapping
from typing import Final

from bot.sandbox.groups import Group
from bot.sandbox.people import Person
from bot.sandbox.world import Message
from handlers import settled
from handlers.texts import PublicName, T, Texts
from storage.database import Transaction

TEXTS: Final = Texts()


async def lift_limits(transaction: Transaction) -> None:
    """Let people do more within a day than anybody does in a scheme."""
    most = 10_000
    await settled.put(
        transaction,
        open_requests_at_most=most,
        claims_a_day=most,
        reveals_a_day=most,
        no_shows_at_most=most,
    )


def label(name: str) -> str:
    """Return what a button reads, by the name of its wording."""
    return TEXTS.say(T(f"button-{name}"), "en")


def before(wording: T) -> str:
    """Return a wording up to the place where the reference or a name stands in it."""
    return TEXTS.say(wording, "en").partition("…")[0]


CLAIM: Final = label("claim")
SET_OFF: Final = label("set-off")
DONE: Final = label("done")
HAND_BACK: Final = label("hand-back")
SENT: Final = before(T("sent", reference=PublicName("…")))

#: What is asked when somebody asks for help, by the first line of the question.
_ASKED: Final = {
    TEXTS.say(T(name), "en").splitlines()[0]: key
    for key, name in {
        **{
            key: f"ask-{key}"
            for key in (
                *("agree", "health", "name", "kind", "words", "when", "where", "street", "door"),
                *("entry-notes", "phone", "size", "needs", "language-wanted", "payment", "ceiling"),
            )
        },
        "for-whom": "ask-for-whom-new",
        "preview": "preview-public",
    }.items()
}


def question_in(message: Message) -> str | None:
    """Return the key of what a message asks, or None where it asks nothing known here."""
    if stamp_of(message) is None:
        return None
    lines = (message.text or "").splitlines()
    return next((_ASKED[line] for line in lines if line in _ASKED), None)


def stamp_of(message: Message) -> str | None:
    """Return what marks the turn of a conversation that a message belongs to."""
    for row in message.buttons:
        for button in row:
            if (button.data or "").startswith("q:"):
                return (button.data or "").split(":")[1]
    return None


class Resident:
    """Somebody who asks for help, with an answer for every question.

    An answer is what to write or the words of a button; where there is none, the first button.
    """

    def __init__(self, person: Person, answers: Mapping[str, str]) -> None:
        self.person = person
        self.answers = answers
        self.has_begun = False
        #: What was answered, by the turn that asked for it.
        self.answered: dict[str, str] = {}
        #: Questions that were asked anew although they had been answered.
        self.asked_again: list[str] = []

    @property
    def reference(self) -> str | None:
        """The reference of the request, once the resident was told that it is on its way."""
        for text in self.person.texts:
            if SENT in text:
                return text.split(SENT)[1].split(".")[0]
        return None

    @property
    def question(self) -> Message | None:
        """The question that stands last in the chat, if it waits for an answer."""
        asking = [one for one in self.person.from_bot if question_in(one) is not None]
        return asking[-1] if asking else None

    def has_something_to_do(self) -> bool:
        """Say whether the resident has not yet begun, or a question waits."""
        if not self.has_begun:
            return True
        question = self.question
        return (
            self.reference is None
            and question is not None
            and stamp_of(question) not in self.answered
        )

    def acts(self) -> None:
        """Begin, or answer the last question."""
        if not self.has_begun:
            self.has_begun = True
            self.person.says("/ask")
            return
        question = self.question
        assert question is not None
        self._answer(question)

    def _note(self, question: Message) -> str:
        """Note that a question is answered now, and return its key."""
        key, stamp = question_in(question), stamp_of(question)
        assert key is not None
        assert stamp is not None
        if key in self.answered.values():
            self.asked_again.append(key)
        self.answered[stamp] = key
        return key

    def _answer(self, question: Message) -> None:
        answer = self.answers.get(self._note(question), question.labels[0])
        if answer in question.labels:
            self.person.taps(answer, question)
        else:
            self.person.says(answer)


def card_with(group: Group, reference: str) -> Message | None:
    """Return the newest card of a request."""
    line = TEXTS.say(T("card-reference", reference=PublicName(reference)), "en")
    cards = [one for one in group.from_bot if line in (one.text or "").splitlines()]
    return cards[-1] if cards else None


def details_with(person: Person, reference: str) -> Message | None:
    """Return the newest details of a request that still have their buttons."""
    shown = [
        one for one in person.from_bot if reference in (one.text or "") and HAND_BACK in one.labels
    ]
    return shown[-1] if shown else None

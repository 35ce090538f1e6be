"""One request on its whole way, driven by nothing but what its people can see."""

from bot.sandbox.groups import Group
from bot.sandbox.people import Person
from bot.sandbox.world import Message
from handlers.texts import PublicName, T
from tests.endurance.neighbours import (
    CLAIM,
    DONE,
    HAND_BACK,
    SET_OFF,
    TEXTS,
    Resident,
    card_with,
    details_with,
)


class Journey:
    """Asked by a resident, taken and handed back by one helper, taken and done by another."""

    def __init__(
        self, resident: Resident, hands_back: Person | None, helper: Person, group: Group
    ) -> None:
        self.resident = resident
        self.group = group
        self._hands_back = hands_back
        self._helper = helper
        self._tapped: set[tuple[int, int, str]] = set()
        #: Who did something last.
        self.acted_last: Person | None = None

    @property
    def is_complete(self) -> bool:
        """Whether everybody can see that it is done."""
        reference = self.resident.reference
        if reference is None:
            return False
        thanks = TEXTS.say(T("done-thanks", reference=PublicName(reference)), "en")
        card = card_with(self.group, reference)
        is_closed = card is not None and CLAIM not in card.labels
        return is_closed and self._helper.sees(thanks)

    @property
    def where_it_stands(self) -> str:
        """Say how far it has come, for the message of a failing test."""
        question = self.resident.question
        last = question.text if question is not None and question.text else "no question"
        return f"{self.resident.reference}: {last!r}"

    def acts(self) -> bool:
        """Let the one whose turn it is do the next thing; False where all are waiting."""
        if self.resident.has_something_to_do():
            self.acted_last = self.resident.person
            self.resident.acts()
            return True
        reference = self.resident.reference
        if reference is None:
            return False
        return self._helper_acts(reference)

    def _helper_acts(self, reference: str) -> bool:
        card = card_with(self.group, reference)
        who = self._hands_back or self._helper
        held = details_with(who, reference)
        if held is not None:
            wants = HAND_BACK if self._hands_back else SET_OFF
            has_tapped = self._tap(who, held, wants if wants in held.labels else DONE)
            if has_tapped and self._hands_back:
                self._hands_back = None
            return has_tapped
        if card is None or CLAIM not in card.labels:
            return False
        return self._tap(who, card, CLAIM)

    def _tap(self, who: Person, message: Message, wanted: str) -> bool:
        """Tap once: whoever has to tap again has lost something."""
        mark = (who.id, message.number, wanted)
        if wanted not in message.labels or mark in self._tapped:
            return False
        self._tapped.add(mark)
        self.acted_last = who
        who.taps(wanted, message)
        return True

    def taps_again(self) -> None:
        """Let everything be tapped anew: the app drops a press that it could not hand over."""
        self._tapped.clear()

"""How long things are kept: what a scheme starts with, and within which bounds it may choose."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Final


@dataclass(frozen=True, slots=True)
class Period:
    """How long something is kept; a scheme may set it to `least` up to `most` where there are any.

    `name` is what it is known and set by.
    """

    name: str
    default: timedelta
    least: timedelta | None = None
    most: timedelta | None = None

    def within(self, wanted: timedelta) -> timedelta:
        """Return the length that comes nearest to a wanted one and is allowed."""
        if self.least is None or self.most is None:
            return self.default
        return min(max(wanted, self.least), self.most)

    @property
    def longest(self) -> timedelta:
        """How long it is kept at most, whatever anybody sets."""
        return self.most or self.default


def _days(name: str, default: int, least: int, most: int) -> Period:
    days = (timedelta(days=each) for each in (default, least, most))
    return Period(name, *days)


def _fixed(name: str, **length: int) -> Period:
    return Period(name, timedelta(**length))


# --- What a scheme may set, in days --------------------------------------------------------------

REQUESTS: Final = _days("keep_requests", 3, 1, 14)
RELAY: Final = _days("keep_relay", 7, 1, 30)
THANKS: Final = _days("keep_thanks", 7, 1, 30)
HOW_IT_WENT: Final = _days("keep_how_it_went", 30, 7, 90)
WORRIES: Final = _days("keep_worries", 30, 7, 365)
RECEIPTS: Final = _days("keep_receipts", 30, 7, 365)
LEDGER: Final = _days("keep_ledger", 2190, 365, 3650)
CALL_OUT_WORDS: Final = _days("keep_call_out_words", 7, 1, 30)
CALLED: Final = _days("keep_called", 90, 30, 365)
DETAILS: Final = _days("keep_details", 30, 7, 180)
SEEN: Final = _days("keep_seen", 365, 90, 730)
LIMITS: Final = _days("keep_limits", 90, 30, 365)
CHECKS: Final = _days("keep_checks", 180, 30, 365)
BLOCKS: Final = _days("keep_blocks", 365, 90, 1095)
VOLUNTEERS: Final = _days("keep_volunteers", 365, 180, 1095)
RESIDENTS: Final = _days("keep_residents", 730, 365, 1825)

#: All that a scheme may set, in the order in which it is offered.
SETTABLE: Final = (
    *(REQUESTS, RELAY, THANKS, HOW_IT_WENT, WORRIES, RECEIPTS, LEDGER, CALL_OUT_WORDS, CALLED),
    *(DETAILS, SEEN, LIMITS, CHECKS, BLOCKS, VOLUNTEERS, RESIDENTS),
)

# --- What is the same everywhere -----------------------------------------------------------------

#: Ends by itself: the row carries its own last moment.
AT_ONCE: Final = _fixed("at_once")
DRAFTS: Final = _fixed("drafts", hours=24)
HELD_BACK: Final = _fixed("held_back", hours=24)
UPDATES: Final = _fixed("updates", hours=48)
#: Longer than anybody is waited for, since what they were asked is changed when that ends.
SENT: Final = _fixed("sent", days=9)
WAITING: Final = _fixed("waiting", days=14)
BUTTONS: Final = _fixed("buttons", days=7)
WRONG_LINKS: Final = _fixed("wrong_links", days=1)
LINKS: Final = _fixed("links", days=30)
ROLES: Final = _fixed("roles", days=730)
NEVER_AGREED: Final = _fixed("never_agreed", days=30)
ASKED_TO_STAY: Final = _fixed("asked_to_stay", days=60)
NOT_ASKED_FOR: Final = _fixed("not_asked_for", days=30)
ENDED_HOLDS: Final = _fixed("ended_holds", days=30)
OLD_COPIES: Final = _fixed("old_copies", days=30)

"""What every handler may use besides the event and the transaction."""

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from random import Random

from handlers.kinds import LEVELS
from handlers.texts import Texts
from handlers.understanding.emergency import EmergencyNumbers
from handlers.understanding.identifiers.kinds import Caution
from storage.conversations import Stored
from storage.database import Transaction
from storage.model import FIRST_BOT, Kind, Level, Person
from storage.retention import length
from storage.retention.periods import Period

#: Letters that cannot be taken for one another when they are read aloud or copied by hand.
PLAIN_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"
TOKEN_LETTERS = "abcdefghijkmnpqrstuvwxyz23456789"  # noqa: S105 - an alphabet


@dataclass(frozen=True)
class House:
    """The settings of a scheme, its wordings, and the randomness that is handed in.

    `owners` are accounts. `private_chat_link` makes a link that opens the private chat with the
    first bot and hands over a word. `fewest_homes` is how many homes a place named on a card has at
    least; what a card tells of somebody is shared by `rare_below` people there at least. From
    `quiet_from` until `quiet_until`, on the clock of a neighbourhood, no volunteer is asked
    directly.
    """

    texts: Texts
    owners: frozenset[str]
    private_chat_link: Callable[[str], str]
    #: The bot by which an event came: what it asks for goes back by it.
    bot: str = FIRST_BOT
    #: Every bot that there is, and what makes links to those whose name is known by now.
    bots: frozenset[str] = frozenset({FIRST_BOT})
    links: Mapping[str, Callable[[str], str]] = field(default_factory=dict)
    #: The bots of partner organisations, by their names in small letters.
    bots_of_partners: Mapping[str, str] = field(default_factory=dict)
    random: Random = field(default_factory=secrets.SystemRandom)
    fewest_homes: int = 400
    rare_below: int = 3
    #: What somebody is warned of in a line for a card, beside what rules and lists know.
    line_caution: Caution = Caution.NUMBERS_AND_NAMES
    quiet_from: time = time(21)
    quiet_until: time = time(8)
    #: How the scheme calls itself; None where nobody has said.
    scheme: str | None = None
    #: Where the scheme is, if somebody has said.
    time_zone: str | None = None
    #: What to ring in danger, by country, where that is not what is known of it.
    emergency: Mapping[str, EmergencyNumbers] = field(default_factory=dict)
    #: Who may take each kind of help.
    levels: Mapping[Kind, Level] = field(default_factory=lambda: LEVELS)
    #: A call-out to more people than this takes the agreement of a second coordinator.
    agreement_above: int = 200
    #: How many requests of one person may be open at once, for each person whom they ask for.
    open_requests_at_most: int = 5
    #: How often somebody may take a request within a day, and of how many they see the details.
    claims_a_day: int = 12
    reveals_a_day: int = 8
    #: Whoever did not turn up so often within thirty days takes nothing before somebody talked to
    #: them.
    no_shows_at_most: int = 3
    #: Whether only those may come in who were invited.
    by_invitation: bool = False
    #: Whom those can ring who were not.
    contact_line: str | None = None

    #: How long things are kept, by the name of their period, where the scheme has set it.
    kept: Mapping[str, timedelta] = field(default_factory=dict)

    def keeps(self, period: Period) -> timedelta:
        """Return how long something is kept."""
        return length(self.kept, period)

    def token(self, length: int = 10) -> str:
        """Return a random word for a button or a link; it opens nothing by itself."""
        return "".join(self.random.choices(TOKEN_LETTERS, k=length))

    def reference(self, digits: int = 2) -> str:
        """Return a random reference that people can say to each other, such as `KRT-27`."""
        letters = "".join(self.random.choices(PLAIN_LETTERS, k=3))
        return f"{letters}-{self.random.randrange(10 ** (digits - 1), 10**digits)}"


@dataclass(frozen=True)
class Turn:
    """One event on its way through the handlers: the transaction, the moment and the house."""

    transaction: Transaction
    now: datetime
    house: House


@dataclass(frozen=True)
class PersonalTurn(Turn):
    """A turn of somebody who is known, and what they were being asked when it began."""

    person: Person
    asked: Stored | None = None

    def as_person(self, person: Person) -> "PersonalTurn":
        """Return the same turn with newer knowledge of the person."""
        return PersonalTurn(self.transaction, self.now, self.house, person, self.asked)

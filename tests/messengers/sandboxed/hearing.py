"""What the tests over the sandbox send, and how they hear what the bot hears."""

from bot.messengers import Messenger
from bot.sandbox.people import Person
from handlers.events import Event
from handlers.payload import Button, Payload

HELLO = Payload(text="hello")
CARD = Payload(
    text="Shopping on Elm Street",
    buttons=((Button(label="I can", data="t:1"),), (Button(label="Talk", start="word"),)),
    protect=True,
)


def home(person: Person) -> str:
    return f"telegram:{person.account.id}"


async def events(messenger: Messenger) -> list[Event]:
    """Return what the bot hears, as events."""
    return [messenger.understand(update) for update in await messenger.receive(None)]

"""Every library over the sandbox's HTTP: people write and tap, the bot hears and answers."""

from datetime import timedelta

import pytest

from bot.messengers import (
    ChatMovedError,
    ChatUnreachableError,
    FateUnknownError,
    MessageGoneError,
    Messenger,
    MessengerError,
    NotDeliveredError,
    RawUpdate,
    RefusedError,
    RetryAfterError,
    TapTooOldError,
    TokenRefusedError,
    UpdateNotUnderstoodError,
)
from bot.sandbox.mischief import DroppedAfter, DroppedBefore, Fault, ServerError, TooManyRequests
from bot.sandbox.people import Person
from bot.sandbox.server import Sandbox
from handlers.events import (
    BotAdded,
    BotBlocked,
    BotRemoved,
    BotUnblocked,
    Edited,
    GroupUpgraded,
    LocationShared,
    NothingToAnswer,
    Said,
    Tapped,
    UnsupportedKind,
    UnsupportedSent,
)
from handlers.payload import Payload, TapAnswer
from tests.clock import MovableClock
from tests.messengers.libraries import MakesMessenger
from tests.messengers.sandboxed.hearing import CARD, HELLO, events, home


class TestHearing:
    async def test_words_and_things(self, messenger: Messenger, ada: Person) -> None:
        words = ada.says("hello")
        ada.edits(words, "hello there")
        ada.shares_location(51.5, -0.1)
        ada.sends_sticker()
        ada.shares_contact()
        start, said, edited, location, *things = await events(messenger)
        assert isinstance(start, Said)
        assert start.text.reveal() == "/start"
        assert isinstance(said, Said)
        assert (said.sender.account, said.sender.language) == (home(ada), "en")
        assert said.place.is_private
        assert isinstance(edited, Edited)
        assert edited.message == said.message == words.number
        assert isinstance(location, LocationShared)
        assert (location.latitude, location.longitude) == (51.5, -0.1)
        assert [thing.kind for thing in things if isinstance(thing, UnsupportedSent)] == [
            UnsupportedKind.STICKER,
            UnsupportedKind.CONTACT,
        ]

    async def test_a_tap_on_a_card_in_a_topic(
        self, sandbox: Sandbox, messenger: Messenger, ada: Person
    ) -> None:
        group = sandbox.add_group("Elm Street", [ada], forum=True)
        topic = group.add_topic("Errands")
        number = await messenger.send(f"telegram:{group.id}", CARD, thread=topic)
        assert group.from_bot[-1].thread == topic
        ada.taps("I can", chat=group)
        tap = (await events(messenger))[-1]
        assert isinstance(tap, Tapped)
        assert (tap.sender.account, tap.data, tap.message) == (home(ada), "t:1", number)
        assert (tap.place.chat, tap.place.thread) == (f"telegram:{group.id}", topic)
        await messenger.answer_tap(TapAnswer(tap=tap.tap, text="Thank you", alert=True))
        assert (ada.toasts[-1].text, ada.toasts[-1].is_alert) == ("Thank you", True)

    async def test_a_tap_opens_the_private_chat(self, messenger: Messenger, ada: Person) -> None:
        await messenger.send(home(ada), CARD, thread=None)
        ada.taps("I can")
        tap = (await events(messenger))[-1]
        assert isinstance(tap, Tapped)
        await messenger.answer_tap(TapAnswer(tap=tap.tap, start="word"))
        assert ada.toasts[-1].url == messenger.private_chat_link("word")

    async def test_a_press_on_a_card_that_the_app_forgot(
        self, messenger: Messenger, ada: Person
    ) -> None:
        number = await messenger.send(home(ada), CARD, thread=None)
        card = ada.from_bot[-1]
        ada.presses(card, card.buttons[0][0], message_is_forgotten=True)
        tap = (await events(messenger))[-1]
        assert isinstance(tap, Tapped)
        assert (tap.place.chat, tap.message) == (home(ada), number)

    async def test_comings_and_goings(
        self, sandbox: Sandbox, messenger: Messenger, ada: Person
    ) -> None:
        group = sandbox.add_group("Elm Street", [ada], supergroup=True)
        group.forbid_posting()
        group.allow_posting()
        group.rename("Elm")
        group.remove_bot()
        ada.blocks_bot()
        ada.unblocks_bot()
        heard = (await events(messenger))[1:]
        told = [event for event in heard if not isinstance(event, NothingToAnswer)]
        address = f"telegram:{group.id}"
        assert [type(event) for event in told] == [
            BotAdded,
            BotRemoved,
            BotAdded,
            BotRemoved,
            BotBlocked,
            BotUnblocked,
        ]
        assert {event.chat for event in told if isinstance(event, BotAdded | BotRemoved)} == {
            address
        }

    async def test_a_group_gets_a_new_address(
        self, sandbox: Sandbox, messenger: Messenger, ada: Person
    ) -> None:
        group = sandbox.add_group("Elm Street", [ada])
        old = f"telegram:{group.id}"
        group.upgrade_to_supergroup()
        new = f"telegram:{group.id}"
        upgrades = [event for event in await events(messenger) if isinstance(event, GroupUpgraded)]
        assert upgrades == [GroupUpgraded(old, new)] * 2
        with pytest.raises(ChatMovedError) as moved:
            await messenger.send(old, HELLO, thread=None)
        assert moved.value.new == new

    async def test_updates_come_again_until_they_are_confirmed(
        self, messenger: Messenger, ada: Person
    ) -> None:
        ada.says("hello")
        first = await messenger.receive(None)
        assert await messenger.receive(None) == first
        ada.says("still there?")
        [last] = await messenger.receive(first[-1].number)
        assert last.number > first[-1].number

    async def test_a_strange_update_between_good_ones(
        self, sandbox: Sandbox, messenger: Messenger, ada: Person
    ) -> None:
        sandbox.inject_update({"message": {"chat": "nowhere", "text": ["?"]}})
        ada.says("hello")
        _, strange, good = await messenger.receive(None)
        with pytest.raises(UpdateNotUnderstoodError):
            messenger.understand(strange)
        assert isinstance(messenger.understand(good), Said)


class TestSending:
    async def test_a_card_appears_changes_and_goes(self, messenger: Messenger, ada: Person) -> None:
        number = await messenger.send(home(ada), CARD, thread=None)
        [card] = ada.from_bot
        assert (card.number, card.text) == (number, "Shopping on Elm Street")
        assert card.labels == ["I can", "Talk"]
        assert card.is_protected
        await messenger.edit(home(ada), number, HELLO)
        # One that already reads so counts as edited.
        await messenger.edit(home(ada), number, HELLO)
        assert (ada.from_bot[0].text, ada.from_bot[0].labels) == ("hello", [])
        await messenger.delete(home(ada), number)
        await messenger.delete(home(ada), number)
        assert ada.from_bot == []
        with pytest.raises(MessageGoneError):
            await messenger.edit(home(ada), number, CARD)

    async def test_a_link_starts_a_talk(self, messenger: Messenger, ada: Person) -> None:
        await messenger.send(home(ada), CARD, thread=None)
        ada.taps("Talk")
        said = (await events(messenger))[-1]
        assert isinstance(said, Said)
        assert said.text.reveal() == "/start word"

    async def test_who_cannot_be_reached(
        self, sandbox: Sandbox, messenger: Messenger, ada: Person
    ) -> None:
        stranger = sandbox.add_person("Bo")
        gone = sandbox.add_group("Elm Street", [ada], supergroup=True)
        gone.remove_bot()
        silenced = sandbox.add_group("Oak Street", [ada], supergroup=True)
        silenced.forbid_posting()
        forum = sandbox.add_group("Ash Street", [ada], forum=True)
        ada.blocks_bot()
        for chat, thread in (
            (home(ada), None),
            (home(stranger), None),
            (f"telegram:{gone.id}", None),
            (f"telegram:{silenced.id}", None),
            (f"telegram:{forum.id}", 4000),
            ("telegram:999999", None),
        ):
            with pytest.raises(ChatUnreachableError):
                await messenger.send(chat, HELLO, thread=thread)

    async def test_words_that_are_too_long_are_refused(
        self, messenger: Messenger, ada: Person
    ) -> None:
        with pytest.raises(RefusedError):
            await messenger.send(home(ada), Payload(text="o" * 4097), thread=None)

    async def test_a_tap_is_answered_too_late(
        self, messenger: Messenger, ada: Person, clock: MovableClock
    ) -> None:
        await messenger.send(home(ada), CARD, thread=None)
        ada.taps("I can")
        tap = (await events(messenger))[-1]
        assert isinstance(tap, Tapped)
        clock.move(timedelta(hours=1))
        with pytest.raises(TapTooOldError):
            await messenger.answer_tap(TapAnswer(tap=tap.tap))

    async def test_who_is_a_member(
        self, sandbox: Sandbox, messenger: Messenger, ada: Person
    ) -> None:
        bo, stranger = sandbox.add_person("Bo"), sandbox.add_person("Cy")
        group = sandbox.add_group("Elm Street", [ada, bo])
        chat = f"telegram:{group.id}"
        assert await messenger.is_member(chat, home(ada))
        assert await messenger.is_member(chat, home(bo))
        assert not await messenger.is_member(chat, home(stranger))
        group.remove_member(bo)
        assert not await messenger.is_member(chat, home(bo))


MISHAPS: list[tuple[Fault, type[MessengerError], int]] = [
    (ServerError(500), NotDeliveredError, 0),
    (ServerError(502), NotDeliveredError, 0),
    (DroppedBefore(), FateUnknownError, 0),
    (DroppedAfter(), FateUnknownError, 1),
    (TooManyRequests(3), RetryAfterError, 0),
]


class TestMishaps:
    @pytest.mark.parametrize(("fault", "meaning", "seen"), MISHAPS)
    async def test_a_mishap_is_named(
        self,
        sandbox: Sandbox,
        messenger: Messenger,
        ada: Person,
        fault: Fault,
        meaning: type[MessengerError],
        seen: int,
    ) -> None:
        sandbox.mischief.next_calls("sendMessage", fault)
        with pytest.raises(meaning):
            await messenger.send(home(ada), HELLO, thread=None)
        # The library sends nothing again of itself.
        assert len(ada.from_bot) == seen

    async def test_a_wrong_token(self, make_messenger: MakesMessenger) -> None:
        async with Sandbox() as sandbox:
            messenger = make_messenger("7000000001:another", sandbox.address)
            with pytest.raises(TokenRefusedError):
                await messenger.start()
            await messenger.stop()

    async def test_an_answer_that_does_not_come(
        self, make_messenger: MakesMessenger, sandbox: Sandbox, clock: MovableClock
    ) -> None:
        sandbox.mischief.be_silent(clock.now() + timedelta(minutes=1))
        messenger = make_messenger(sandbox.token, sandbox.address)
        with pytest.raises(FateUnknownError):
            await messenger.start()
        await messenger.stop()


def test_a_number_beyond_any_other_is_refused(make_messenger: MakesMessenger) -> None:
    messenger = make_messenger("1:token", "http://127.0.0.1:1")
    with pytest.raises(UpdateNotUnderstoodError):
        messenger.understand(RawUpdate(9, '{"message": ' + "9" * 5000 + "}"))

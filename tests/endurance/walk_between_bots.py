"""People who go back and forth between two bots, shut them out, and hand their group about."""

from collections.abc import Iterator
from typing import Final

from bot.sandbox.groups import Group, NotPossibleError
from bot.sandbox.people import Person
from bot.sandbox.recorder import Call
from bot.sandbox.world import Account, Button, Message
from tests.endurance.random_walk import Act, Walk
from tests.scene import Scene

#: What nobody can do in their private chat with a bot that they have shut out.
_IN_PRIVATE: Final = ("tap", "tap the newest", "write", "write garbage", "begin", "send", "go on")


class WalkBetweenBots(Walk):
    """Does one act after the other, and sees that each is answered by the bot that it was for.

    Everybody has a phone for each bot. Words that nobody asked for come by the bot that was last
    used in private.
    """

    def __init__(self, scene: Scene, group: Group) -> None:
        self.bots = [bot.account for bot in scene.sandbox.bots]
        self.phones = {
            (person.id, bot.id): person.at(bot)
            for person in scene.people.values()
            for bot in self.bots
        }
        super().__init__(scene, list(self.phones.values()))
        self._group = group
        #: Which bot everybody used last in private, as far as they did.
        self._used: dict[int, int] = {}
        self._done_in_private = self._counted()
        self._judged = len(scene.sandbox.recorder.calls)

    async def does(self, act: Act) -> None:
        before = dict(self._used)
        try:
            await self._tries(act)
        except NotPossibleError:
            # Their app does not let them: a link to a bot that they have shut out, as a rule.
            await self._scene.settles()
        self._note_used()
        self._judge(before)

    async def _tries(self, act: Act) -> None:
        phone = self._people[act.who % len(self._people)]
        if act.what == "door":
            await self._turn_door(phone)
        elif act.what == "group":
            await self._hand_about(self.bots[act.which % len(self.bots)])
        elif act.what not in _IN_PRIVATE or not phone.account.has_blocked:
            await super().does(act)

    async def _turn_door(self, phone: Person) -> None:
        """Shut a bot out, or let it in."""
        if not phone.account.has_blocked:
            phone.blocks_bot()
        else:
            used = self.phones.get((phone.id, self._used.get(phone.id, 0)))
            phone.unblocks_bot()
            if used is not None and used.account.has_blocked:
                # Where nothing reached them, it is the first one that they let in.
                self._used[phone.id] = self._bot_of(phone)
        await self._scene.settles()

    async def _hand_about(self, bot: Account) -> None:
        """Put a bot out of the group, or let it in."""
        if self.is_in_group(bot):
            self._group.remove_bot(bot=bot)
        else:
            self._group.add_bot(bot=bot)
        await self._scene.settles()

    def is_in_group(self, bot: Account | None) -> bool:
        """Say whether a bot is in the group."""
        member = None if bot is None else self._group.chat.member(bot)
        return member is not None and member.is_inside

    def _bot_of(self, phone: Person) -> int:
        return next(bot for (_, bot), each in self.phones.items() if each is phone)

    def _counted(self) -> dict[tuple[int, int], int]:
        """How much everybody has done in private with each bot."""
        counted = dict.fromkeys(self.phones, 0)
        for (person, bot), phone in self.phones.items():
            counted[person, bot] += sum(one.sender is phone.account for one in phone.messages)
        for made in self._scene.sandbox.bots:
            for press in made.world.presses.values():
                if press.chat.is_private:
                    counted[press.person.id, made.account.id] += 1
        return counted

    def _note_used(self) -> None:
        counted = self._counted()
        for (person, bot), number in counted.items():
            if number > self._done_in_private[person, bot]:
                self._used[person] = bot
        self._done_in_private = counted

    def _judge(self, before: dict[int, int]) -> None:
        """See that nobody heard anything by another bot than the one that they used."""
        calls = list(self._scene.sandbox.recorder.calls)
        for call in calls[self._judged :]:
            who = _chat_of(call)
            if call.method != "sendMessage" or not call.is_carried_out or who not in before:
                continue
            assert call.bot in (before[who], self._used[who]), "heard by the wrong bot"
        self._judged = len(calls)

    def _shown(self, person: Person) -> int:
        """Count what somebody was shown by the bot of this phone."""
        calls = self._scene.sandbox.recorder.carried_out
        bot = self._bot_of(person)
        shown = [each for each in calls if each.bot == bot and _chat_of(each) == person.id]
        return len(shown) + len(person.toasts)

    def _buttons(self, person: Person) -> Iterator[tuple[Message, Button]]:
        """Yield every button in sight, but for what a bot left in a group that it is out of."""
        for message, button in super()._buttons(person):
            if message.chat.is_private or self.is_in_group(message.sender):
                yield message, button

    async def all_come_to_an_end(self) -> None:
        for phone in self.phones.values():
            phone.unblocks_bot()
        # What has not left goes along to the next bot: one after the other.
        for phone in self.phones.values():
            await self._scene.settles()
            phone.says("/mine")
            await self._scene.settles()
            await self._comes_to_an_end(phone)


def _chat_of(call: Call) -> int:
    return int(call.params.get("chat_id", 0))

"""What becomes of a batch of requests, from asking to long after: each step by all at once."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from bot.sandbox.people import Person
from tests import photos
from tests.endurance.talkers import Talker, must_press, pressed
from tests.endurance.town import AT_CLAIM, ON_THE_WAY, POSTCODES, Asked, Town

BATCH: Final = 13
KINDS: Final = ("shopping", "lift", "errand", "hot-meal", "listening", "befriending", "post")
#: What becomes of a request, by its place in the batch; the others are done and confirmed.
LACKS_KIND, FOR_ANOTHER, BY_PHONE, FROM_SENTENCE, LARGE = 0, 1, 2, 3, 4
WITHDRAWN, CLOSED, UNCLAIMED, HANDED_OVER, ADDRESS_LATER = 5, 6, 7, 8, 9
WEEKLY, DISPUTED, WORRIED = 10, 11, 12
#: What each of a batch is asked, where they type it.
TYPED: Final = ("name", "street", "door", "entry-notes", "phone", "words")
COMMANDS: Final = (
    *("/queue", "/report", "/ledger", "/approvals", "/roles", "/weekly", "/block", "/callouts"),
    *("/mydata", "/me", "/mine", "/settings"),
)


async def live(town: Town, batch: Sequence[Asked]) -> None:
    """Let a batch of requests be asked for and go their different ways."""
    await ask(town, batch)
    await hand_in_lines(town, batch)
    await _disturb(town, batch)
    await _complete(town, batch)
    taken = [one for one in batch if one.number % BATCH not in (WITHDRAWN, CLOSED, UNCLAIMED)]
    await claim(town, taken)
    await _hand_back(town, taken[1::4])
    await _give_addresses(town, taken)
    await _write_to_each_other(town, taken)
    await _leave(town, batch)
    going = [one for one in taken if one.number % BATCH != HANDED_OVER]
    await _set_off(town, going)
    await _worry(town, going)
    await _finish(town, going)
    await _say_afterwards(town, going)
    await _look_at_everything(town, batch)
    await town.scene.passes(timedelta(days=1))
    await town.settles()


def _picks(one: Asked) -> dict[str, str]:
    variant = one.number % BATCH
    kind = KINDS[one.number % len(KINDS)]
    if variant in (LARGE, WEEKLY, BY_PHONE):
        kind = "shopping"
    if variant == LACKS_KIND:
        kind = "something-else"
    return {
        "kind": kind,
        "kind-for-them": kind,
        "needs": "car",
        "preview": "send",
        "for-whom": "somebody-else" if variant == FOR_ANOTHER else "me",
        "size": "large" if variant == LARGE else "small",
        "helpers-wanted": "2",
        "payment": "back-20" if variant in (WEEKLY, DISPUTED) else "already",
        "caller": "new",
        "caller-agrees": "yes",
        "language-wanted": "es",
    }


def _types(one: Asked) -> dict[str, str]:
    typed = one.dossier.typed
    answers = {name: typed[name] for name in TYPED}
    answers |= {"helped-name": typed["helped-name"], "caller-name": typed["name"]}
    answers |= {"phone-to-ring": typed["phone"], "caller-phone": typed["phone"]}
    answers |= {"where": f"{POSTCODES[one.place]} 6AN"}
    if one.number % BATCH == ADDRESS_LATER:
        del answers["street"]
    return answers


async def ask(town: Town, batch: Sequence[Asked]) -> None:
    for one in batch:
        variant = one.number % BATCH
        if variant == BY_PHONE:
            one.author = town.carers(one.place)[0]
            town.shows(one, town.carers(one.place), "name", "phone", "relay-back")
            town.shows(one, [one.author], *one.dossier.typed)
        if variant == LACKS_KIND:
            town.shows(one, town.carers(one.place), *AT_CLAIM)
        first = {BY_PHONE: "/phonein", FROM_SENTENCE: one.dossier.typed["earlier"]}
        one.author.says(first.get(variant, "/ask"))
    await town.settles()
    # Nobody who writes down what is said on the phone can do so twice at a time.
    await town.answer_all([Talker(one.author, _types(one), _picks(one)) for one in batch])
    unasked = [one for one in batch if one.number % BATCH == FROM_SENTENCE]
    for one in unasked:
        one.resident.says("/ask")
    await town.settles()
    await town.answer_all([Talker(one.resident, _types(one), _picks(one)) for one in unasked])
    await town.know_tokens(batch)
    unsent = {one.number: one.author.texts[-1:] for one in batch if not one.tokens}
    assert not unsent, unsent


async def hand_in_lines(town: Town, batch: Sequence[Asked]) -> None:
    """Let every other resident hand in a line, of which one is refused and none is approved."""
    writers = [one for one in batch[::2] if town.card(one)]
    for one in writers:
        one.author.says("/mine")
    await town.settles()
    talkers: list[Talker] = []
    for one in writers:
        if pressed(one.author, f"line:{one.token}"):
            town.shows(one, town.carers(one.place), "line", "name", "helped-name")
            types = {"card-line": one.dossier.typed["line"]}
            talkers.append(Talker(one.author, types, {"preview-line": "send"}))
    await town.settles()
    await town.answer_all(talkers)
    assert len(talkers) > len(writers) // 2
    for carer in (town.people["Tom"], town.people["Vera"]):
        pressed(carer, "approval-no:")
        pressed(carer, "refuse:")
    await town.settles()


async def _disturb(town: Town, batch: Sequence[Asked]) -> None:
    """Send what is no answer: changed messages, photos, files, contacts, forged buttons, talk."""
    for one, what in zip(batch, range(len(batch)), strict=True):
        person, typed = one.resident, one.dossier.typed
        match what % 7:
            case 0:
                own = [each for each in person.messages if each.sender is person.account]
                if own:
                    person.edits(own[-1], typed["changed"])
            case 1:
                person.sends_photo(photos.photo(typed["caption"]), typed["caption"])
            case 2:
                person.sends_document(b"-", f"{typed['file']}.txt", typed["caption"])
            case 3:
                person.shares_contact(typed["no-answer"])
            case 4:
                person.sends_raw(f"claim:{typed['no-answer']}"[:60])
            case 5:
                person.forwards(typed["changed"], hidden_name=typed["no-answer"])
            case _:
                one.helper.says(typed["group"], town.group(one.place))
    await town.settles()


async def _complete(town: Town, batch: Sequence[Asked]) -> None:
    for one in batch:
        if one.number % BATCH == LACKS_KIND:
            must_press(town.carers(one.place)[0], f"kind:{one.token}:shopping")
    await town.settles()


async def claim(town: Town, batch: Sequence[Asked]) -> None:
    """Let every helper take a card; where a coordinator chooses, they choose the helper."""
    for one in batch:
        card = town.card(one)
        assert card is not None, one.number
        for helper in (one.helper, one.other_helper)[: len(one.tokens)]:
            town.shows(one, [helper], *AT_CLAIM, "helped-name")
            town.may_see.allow(one.author.id, [helper.name])
            town.may_see.allow(helper.id, [f"{POSTCODES[one.place]} 6AN"])
        one.helper.taps_button(card, card.buttons[0][0])
        second = town.card(one, 1) if len(one.tokens) > 1 else None
        if second is not None:
            one.other_helper.taps_button(second, second.buttons[0][0])
    await town.settles()
    for one in batch:
        for carer in town.carers(one.place)[:1]:
            pressed(carer, f"pick:{one.token}:")
    await town.settles()


async def _hand_back(town: Town, batch: Sequence[Asked]) -> None:
    for one in batch:
        must_press(one.helper, f"back:{one.token}")
        town.may_see.revoke(one.helper.id, one.dossier.typed.values())
    await town.settles()
    for one in batch:
        town.shows(one, [one.helper, one.other_helper, *town.carers(one.place)], "note")
    types = [{"hand-back-note": one.dossier.typed["note"]} for one in batch]
    pairs = zip(batch, types, strict=True)
    await town.answer_all([Talker(one.helper, typed) for one, typed in pairs])
    for one in batch:
        one.helper, one.other_helper = one.other_helper, one.helper
    await claim(town, batch)


async def _give_addresses(town: Town, batch: Sequence[Asked]) -> None:
    for one in batch:
        if one.number % BATCH == ADDRESS_LATER:
            must_press(one.resident, f"where:{one.token}")
    await town.settles()
    typed = [
        (one, {name: one.dossier.typed[name] for name in ("street", *ON_THE_WAY)}) for one in batch
    ]
    await town.answer_all([Talker(one.resident, types) for one, types in typed])


async def _write_to_each_other(town: Town, batch: Sequence[Asked]) -> None:
    writers = [one for one in batch if pressed(one.author, f"write:{one.token}")]
    await town.settles()
    for one in writers:
        town.shows(one, [one.helper], "relay", "caption", "helped-name")
        one.author.says(one.dossier.typed["relay"])
        if one.author is one.resident:
            words = one.dossier.typed["caption"]
            one.author.sends_photo(photos.photo(one.dossier.typed["changed"]), words)
    await town.settles()
    for one in writers:
        pressed(one.author, "hush:")
        if pressed(one.helper, f"write:{one.token}"):
            town.may_see.allow(one.helper.id, one.dossier.all_of("relay-back"))
    await town.settles()
    for one in writers:
        one.helper.says(one.dossier.typed["relay-back"])
        one.helper.sends_photo(photos.photo(one.dossier.typed["changed"]))
    await town.settles()
    for one in writers:
        pressed(one.helper, "hush:")
    await town.settles()


async def _leave(town: Town, batch: Sequence[Asked]) -> None:
    """Let one be withdrawn, one closed by a coordinator, and one be handed to a partner."""
    for one in batch:
        variant, carer = one.number % BATCH, town.carers(one.place)[0]
        if variant == WITHDRAWN:
            one.resident.says("/mine")
        if variant in (CLOSED, HANDED_OVER, LARGE):
            carer.says(f"/request {one.references[0]}")
            town.people["Vera"].says(f"/request {one.references[0]}")
            await town.settles()
        if variant == LARGE and pressed(carer, f"words:{one.token}"):
            town.shows(one, [carer], *AT_CLAIM)
        if variant == CLOSED and pressed(carer, f"close:{one.token}"):
            await town.settles()
            must_press(carer, f"closed:{one.token}:")
        if variant == HANDED_OVER and pressed(carer, f"handover:{one.token}"):
            town.shows(one, [carer], "name", "helped-name")
            await town.settles()
            await town.answer_all([Talker(carer)])
            await _agree(town, one)
    await town.settles()
    for name in ("drop:", "dropped:"):
        for one in batch:
            if one.number % BATCH == WITHDRAWN:
                pressed(one.resident, f"{name}{one.token}")
        await town.settles()


async def _agree(town: Town, one: Asked) -> None:
    others = town.carers("Albion" if one.place == "Clapton" else "Clapton")
    town.shows(one, others, *AT_CLAIM, "note", "line", "helped-name")
    # What happened before is told without the names of those who helped.
    town.scene.clock.move(timedelta(minutes=1))
    pressed(one.resident, "handover-yes:")
    await town.settles()
    pressed(others[0], f"area:{one.token}:")


async def _set_off(town: Town, batch: Sequence[Asked]) -> None:
    for one in batch:
        town.shows(one, [one.helper], *ON_THE_WAY)
        pressed(one.helper, f"contact:{one.token}")
    await town.settles()
    await town.answer_all([Talker(one.helper) for one in batch])
    for one in batch:
        must_press(one.helper, f"off:{one.token}")
    await town.settles()


async def _worry(town: Town, batch: Sequence[Asked]) -> None:
    worried = [one for one in batch if one.number % 5 == WORRIED % 5]
    for one in worried:
        town.shows(one, [town.people["Marta"]], "worry", "name", "helped-name")
        pressed(one.author, f"worry:{one.token}")
    await town.settles()
    await town.answer_all(
        [Talker(one.author, {"worry-words": one.dossier.typed["worry"]}) for one in worried]
    )
    pressed(town.people["Marta"], "worry-read:")
    await town.settles()


async def _finish(town: Town, batch: Sequence[Asked]) -> None:
    for one in batch:
        must_press(one.helper, f"done:{one.token}")
    await town.settles()
    for one in batch:
        # Details are closed again once it is done.
        for helper in (one.helper, one.other_helper):
            town.may_see.revoke(helper.id, one.dossier.all_of(*AT_CLAIM, *ON_THE_WAY))
        town.may_see.allow(one.helper.id, one.dossier.all_of("name", "helped-name"))
        is_disputed = one.number % BATCH == DISPUTED
        pressed(one.author, f"{'dispute' if is_disputed else 'confirm'}:{one.token}")
        if is_disputed:
            town.shows(one, town.carers(one.place), "name", "helped-name")
    await town.settles()


async def _say_afterwards(town: Town, batch: Sequence[Asked]) -> None:
    """Let both say how it went, thank, share a thought, and hand in what was paid."""
    for one in batch:
        named = ("name", "helped-name", "how", "helper-how", "thanks", "thought")
        town.shows(one, town.carers(one.place), *named)
        town.may_see.allow(one.helper.id, one.dossier.all_of("helper-how", "thought"))
    steps = (
        ("howitwent:{token}", "howwords:", "how-words", "how", True),
        ("howitwent:{token}", "howwords:", "how-words", "helper-how", False),
        ("thanks:{token}", "", "thanks-words", "thanks", True),
        ("thought:{token}", "", "thought-words", "thought", False),
        ("cost:{token}", "", "caption", "caption", False),
    )
    for first, then, key, name, is_author in steps:
        sides = [(one, one.author if is_author else one.helper) for one in batch[::2]]
        for one, person in sides:
            pressed(person, first.format(token=one.token))
        await town.settles()
        if then:
            for one, person in sides:
                pressed(person, f"{then}{one.token}")
            await town.settles()
        picks = {"thanks": "own"}
        await town.answer_all(
            [
                Talker(person, {key: one.dossier.typed[name], "cost-amount": "12.50"}, picks)
                for one, person in sides
            ]
        )
    for one in batch:
        if one.number % BATCH == WEEKLY:
            pressed(one.author, f"again:{one.token}")
    await town.settles()
    await town.answer_all([Talker(one.author) for one in batch])


async def _look_at_everything(town: Town, batch: Sequence[Asked]) -> None:
    """Let everybody ask for all that they can be shown, also of what is none of theirs."""
    lookers = [town.people[name] for name in ("Olive", "Tom", "Vera", "Mary", "Marta", "Nell")]
    lookers.append(batch[0].resident)
    for command in COMMANDS:
        for person in lookers:
            person.says(command)
    await town.settles()
    for person in lookers:
        for one in batch[:2]:
            person.says(f"/request {one.references[0]}")
    must_press(town.people["Tom"], "report:")
    await town.settles()
    for one in batch:
        one.resident.says("/mine")
    await town.settles()
    for one in batch:
        pressed(one.resident, f"saw:{one.token}")
    await town.settles()


async def call_out(town: Town, author: Person, words: str) -> None:
    """Let somebody call everybody, in words that only those called may read."""
    author.says("/callout")
    await town.settles()
    await town.answer_all([Talker(author, {"call-words": words, "call-place": words})])

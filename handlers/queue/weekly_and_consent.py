"""What has gone quiet: weekly help whose resident says nothing, and consents that nobody renews."""

from typing import Final

from handlers.actions import About, People
from handlers.asking.reviewing_consent import ANSWERED_WITHIN, unanswered_word
from handlers.house import PersonalTurn
from handlers.looking_after import Word
from handlers.messages import Press, Say
from handlers.queue.from_tables import source
from handlers.queue.item import Sort
from handlers.texts import Personal, T
from handlers.weekly import weekly
from storage import helped_people, queue_sorts, repeats

_Shown = tuple[About | None, Say]


async def _weekly(turn: PersonalTurn, number: int) -> _Shown:
    repeat = await repeats.get(turn.transaction, number)
    line = Personal(
        "queue-weekly-choosing",
        name=await weekly.helped_name(turn, repeat),
        kind=T(f"kind-{repeat.kind.value}"),
        window=await weekly.coming_window(turn, repeat),
    )
    ends = Press(T("button-weekly-end"), f"weekly:{repeat.token}")
    return repeat, Word((line,), ((ends,),)).to(turn.person)


async def _consent(turn: PersonalTurn, number: int) -> _Shown:
    person = await helped_people.get(turn.transaction, number)
    word = await unanswered_word(turn, person)
    return People.at(person.neighbourhood_id), word.to(turn.person)


SOURCES: Final = (
    source(Sort.WEEKLY, _weekly, lambda _turn: queue_sorts.weekly_without_helper),
    source(Sort.CONSENT, _consent, lambda _turn: queue_sorts.consents_unanswered(ANSWERED_WITHIN)),
)

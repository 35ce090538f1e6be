"""Every conversation, whatever people do: no surprise, no dead end, and nothing lost on the way."""

from collections.abc import Callable, Coroutine
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handlers.afterwards import costs, how_it_went, thanks, thoughts
from handlers.asking import first_words, give_address, help_request, reviewing_consent
from handlers.asking.asking_details import KIND_CHOICES
from handlers.call_outs import composing
from handlers.card_line import writing
from handlers.card_line.noticing import Surroundings
from handlers.conversation import (
    BACK,
    CHANGE,
    CONTROLS,
    SKIP,
    STOP,
    Ask,
    Complete,
    Outcome,
    State,
    Stopped,
    begin,
    resume,
    take_turn,
)
from handlers.conversations import CONVERSATIONS
from handlers.forgetting import forget
from handlers.forgetting.open_things import Open
from handlers.helping import join, say_when_coming
from handlers.house import House
from handlers.keeping import first_name
from handlers.numbers import report
from handlers.outgoing import rendered
from handlers.partners import giving, handing_over
from handlers.phoned import callers, phone_in
from handlers.question import (
    Heard,
    NotWords,
    Picked,
    Question,
    ShownFile,
    ShownPicture,
    Spot,
    Words,
)
from handlers.questions import DONE
from handlers.safety import worries
from handlers.safety.emergency_lines import written
from handlers.scheme import invited, inviting, neighbourhood_setup, posters, setting_up
from handlers.scheme.neighbourhood_questions import Places
from handlers.scheme.new_neighbourhood import Founding
from handlers.scheme.role_names import role_called
from handlers.scheme.scheme_questions import Part, Scheme
from handlers.texts import PublicName, T, Texts, Window
from handlers.understanding.emergency import numbers_in
from handlers.understanding.first_sentence import COMPANY, FirstSentence, Wish
from handlers.understanding.identifiers.kinds import Identifier
from handlers.understanding.when import window_choices
from handlers.volunteering import offer_help, pausing, record_check
from handlers.weekly import again, weekly_pause
from storage.belongings import Belongings
from storage.checks import Seen
from storage.helped_people import HelpedPerson
from storage.invitations import Invitation
from storage.model import (
    Checked,
    ConsentHow,
    Kind,
    Level,
    Neighbourhood,
    Person,
    Relation,
    Repeat,
    RepeatStatus,
    Role,
    Secrets,
    Status,
    Task,
)
from storage.private import PrivateText
from tests.clock import BEGINNING
from tests.handlers.talks import TOKEN

TEXTS: Final = Texts()
AREAS: Final = (
    Neighbourhood(1, "Elm Park", "Europe/London", homes=900, postcodes=("N16",), adjacent=(2,)),
    Neighbourhood(2, "Mill Side", "Europe/Madrid", homes=80, adjacent=(1,)),
)
LONDON: Final = ZoneInfo("Europe/London")
PARTNERS: Final = ((1, "St Joseph's Hospice"), (2, "The Surgery"))
LANGUAGES: Final = ("en", "es")
NAME: Final = PrivateText("Ana")
NUMBERS: Final = written(numbers_in("Europe/London"))
PERSON: Final = Person(
    id=7,
    account="telegram:7001",
    chat_id=7,
    key="k",
    language="en",
    first_name=NAME,
    agreed_at=BEGINNING,
    health_agreed_at=None,
    neighbourhood_id=1,
    reachable=True,
)
TASK: Final = Task(
    id=1,
    reference="KRT-27",
    token=TOKEN,
    resident_id=7,
    neighbourhood_id=1,
    status=Status.OPEN,
    kind=Kind.LIFT,
    level=Level.CHECKED,
    size=None,
    needs=frozenset(),
    language_wanted=None,
    who_pays=None,
    ceiling=None,
    window_start=BEGINNING,
    window_end=BEGINNING,
    created_at=BEGINNING,
    helper_id=None,
    claim_number=0,
    claimed_at=None,
    set_off_at=None,
    closed_at=None,
)
NEW_RESIDENT: Final = help_request.Known(
    now=BEGINNING,
    languages=LANGUAGES,
    neighbourhoods=AREAS,
    home=None,
    has_agreed=False,
    name=None,
    fewest_homes=400,
)
NEW_VOLUNTEER: Final = offer_help.Known(
    languages=LANGUAGES, neighbourhoods=AREAS, has_agreed=False, is_volunteer=False, name=None
)

PLACES: Final = Places(AREAS, "Europe/London")
SCHEME: Final = Scheme(
    House(texts=TEXTS, owners=frozenset(), private_chat_link=lambda word: word),
    PLACES,
    "Europe/London",
    Founding(PLACES),
)

HELPED: Final = tuple(
    HelpedPerson(
        id=number,
        requester_id=7,
        key="k",
        first_name=PrivateText(name),
        relation=Relation.NEIGHBOUR,
        organisation_id=None,
        neighbourhood_id=number,
        consent_how=ConsentHow.IN_PERSON,
        consent_at=BEGINNING,
        review_on=BEGINNING.date() + timedelta(days=number - 1),
        ended_at=ended_at,
    )
    for number, name, ended_at in ((1, "Agnes", None), (2, "Tom", None), (3, "Ida", BEGINNING))
)
PAUSES: Final = [
    pausing.Known(date(2026, 4, 13), is_volunteer=True, held=(TASK,)),
    pausing.Known(date(2026, 4, 13), is_volunteer=True, held=()),
    pausing.Known(date(2026, 4, 13), is_volunteer=False, held=()),
]

FIRST_TIME: Final = Window(
    BEGINNING.astimezone(ZoneInfo("Europe/London")),
    (BEGINNING + timedelta(hours=2)).astimezone(ZoneInfo("Europe/London")),
)
WEEKLY: Final = Repeat(
    id=1,
    token=TOKEN,
    resident_id=7,
    helped_id=None,
    helper_id=8,
    wished_id=None,
    helper_away_until=None,
    status=RepeatStatus.GOING,
    kind=Kind.SHOPPING,
    level=Level.OPEN,
    neighbourhood_id=1,
    size=None,
    needs=frozenset(),
    language_wanted=None,
    who_pays=None,
    ceiling=None,
    first_start=BEGINNING,
    first_end=BEGINNING,
    next_start=BEGINNING,
    next_end=BEGINNING,
    paused_until=None,
)

CALLERS: Final = tuple(
    callers.Caller(
        replace(PERSON, id=number, first_name=PrivateText(name), neighbourhood_id=area, rung=True),
        None if area is None else AREAS[area - 1].name,
        PrivateText(f"020 7946 00{number}"),
    )
    for number, (name, area) in enumerate((("Ana", 1), ("Ana", 2), ("Tom", None)), start=20)
)

#: What a call-out is counted for where every question is answered with its first button.
FIRST_ANSWERS: Final = composing.Criteria(
    places=(1,),
    kinds=(KIND_CHOICES[0].value,),
    languages=("en",),
    checked_only=True,
    starts_at=window_choices(BEGINNING, LONDON)[0].start,
    ends_at=window_choices(BEGINNING, LONDON)[0].end,
)
CALLING: Final = composing.Known(BEGINNING, AREAS, LANGUAGES, agreement_above=200)

#: What each conversation may know, in its most different forms.
KNOWN: Final[dict[str, list[Any]]] = {
    "ask": [
        NEW_RESIDENT,
        replace(NEW_RESIDENT, has_agreed=True, name=NAME, home=AREAS[0]),
        replace(NEW_RESIDENT, neighbourhoods=()),
        replace(NEW_RESIDENT, for_another=True, is_colleague=True),
        replace(NEW_RESIDENT, has_agreed=True, name=NAME, for_another=True, helped=HELPED),
        replace(NEW_RESIDENT, has_agreed=True, name=NAME, helped=HELPED[1:]),
        replace(NEW_RESIDENT, has_agreed=True, name=NAME, keeps_health=False),
    ],
    "offer": [
        NEW_VOLUNTEER,
        replace(NEW_VOLUNTEER, has_agreed=True, name=NAME, is_volunteer=True),
        replace(NEW_VOLUNTEER, neighbourhoods=()),
    ],
    "join": [
        *(
            join.Known(replace(TASK, kind=kind), has_agreed=False, name=None)
            for kind in Kind
            if kind is not Kind.SOMETHING_ELSE
        ),
        join.Known(TASK, has_agreed=True, name=NAME),
        join.Known(None, has_agreed=False, name=None),
    ],
    "address": [
        give_address.Known(TASK, None),
        give_address.Known(TASK, NAME, keeps_health=False),
        give_address.Known(TASK, None, is_change=True),
        give_address.Known(replace(TASK, kind=Kind.PHONE_CALL), NAME),
        T("request-unknown"),
    ],
    "card-line": [
        writing.Known(TASK, None),
        writing.Known(TASK, None, waits=PrivateText("Two bags"), stands=PrivateText("Any bread")),
        writing.Known(None, T("request-unknown")),
    ],
    "consent": [
        reviewing_consent.Known(BEGINNING, HELPED[0], (TASK,)),
        reviewing_consent.Known(BEGINNING, HELPED[1]),
        reviewing_consent.Known(BEGINNING, None),
    ],
    "invite": [
        inviting.Known(),
        inviting.Known(places=AREAS),
        inviting.Known(PARTNERS, (*AREAS, replace(AREAS[0], id=3, organisation_id=1))),
        inviting.Known(PARTNERS, AREAS, only=1),
        inviting.Known(may_appoint=False),
        inviting.Known(may_appoint=False, may_make_links=False),
        inviting.Known(PARTNERS, (replace(AREAS[0], organisation_id=1),), only=1),
    ],
    "invited": [
        *(
            invited.Known(Invitation("i1", role, None, 1, BEGINNING), T(f"role-{role.value}"))
            for role in Role
        ),
        invited.Known(
            Invitation("i1", Role.COORDINATOR, None, 1, BEGINNING),
            role_called(Role.COORDINATOR, "The Surgery"),
            role_called(Role.COORDINATOR, None, (PublicName("Elm Park"),)),
            NAME,
        ),
        *(invited.Known(spent) for spent in invited.Spent),
    ],
    "language": [LANGUAGES],
    "neighbourhood": [
        neighbourhood_setup.Known(PLACES, AREAS),
        neighbourhood_setup.Known(PLACES, AREAS[:1]),
        neighbourhood_setup.Known(Places(AREAS[:1]), AREAS[:1]),
        neighbourhood_setup.Known(PLACES, ()),
    ],
    "setup": [
        *(setting_up.Known(part, is_first, SCHEME) for part in Part for is_first in (True, False)),
        setting_up.Known(Part.NEIGHBOURHOODS, True, replace(SCHEME, places=Places(()))),
        setting_up.Known(
            Part.NEIGHBOURHOODS,
            False,
            replace(SCHEME, founding=Founding(PLACES, ((None, None), (1, "St Joseph's Hospice")))),
        ),
        setting_up.Known(None, False, SCHEME),
    ],
    "report": [report.Known(BEGINNING.date()), report.Known(None)],
    "poster": [
        posters.Known(AREAS, LANGUAGES),
        posters.Known(AREAS[:1], LANGUAGES),
        posters.Known((), LANGUAGES),
    ],
    "cost": [
        costs.Known(replace(TASK, ceiling=20), None, "GBP"),
        costs.Known(TASK, None, "EUR", "es"),
        costs.Known(TASK, T("cost-waiting", reference=PublicName("KRT-27")), "GBP"),
        costs.Known(None, T("request-unknown"), "GBP"),
    ],
    "callout": [
        CALLING,
        replace(CALLING, areas=AREAS[1:]),
        replace(CALLING, areas=()),
        *(
            replace(
                CALLING,
                reach=composing.Reach(FIRST_ANSWERS, {1: number}, agreeing, goes_at, is_night),
            )
            for number, agreeing, goes_at, is_night in (
                (0, 2, BEGINNING, False),
                (200, 0, BEGINNING + timedelta(hours=1), True),
                (201, 0, BEGINNING, True),
                (201, 1, BEGINNING, False),
            )
        ),
    ],
    "pause": PAUSES,
    "name": [first_name.Known(has_name=True), first_name.Known(has_name=False)],
    "leave": PAUSES,
    "contact": [
        say_when_coming.Known(TASK, window, BEGINNING, LONDON)
        for window in (
            Window(BEGINNING, BEGINNING + timedelta(hours=5)),
            Window(BEGINNING - timedelta(hours=4), BEGINNING + timedelta(hours=9)),
            Window(BEGINNING + timedelta(days=1), BEGINNING + timedelta(days=9)),
        )
    ]
    + [T("not-yours", reference=PublicName("KRT-27"))],
    "thanks": [
        thanks.Known(TASK, None, NAME),
        thanks.Known(replace(TASK, kind=Kind.PHONE_CALL), None, NAME),
        thanks.Known(TASK, T("thanks-too-late")),
        thanks.Known(None, T("request-unknown")),
    ],
    "how-it-went": [
        how_it_went.Known(TASK, None),
        how_it_went.Known(TASK, T("how-first", reference=PublicName("KRT-27"))),
        how_it_went.Known(None, T("request-unknown")),
    ],
    "thought": [
        thoughts.Known(TASK, None, Surroundings(own=((Identifier.NAME, NAME),))),
        thoughts.Known(TASK, T("thought-not-now", reference=PublicName("KRT-27"))),
        thoughts.Known(None, T("request-unknown")),
    ],
    "hand-back-note": [TASK, T("note-not-needed", reference=PublicName("KRT-27"))],
    "first-words": [
        first_words.Known(None, NAME),
        *(
            first_words.Known(FirstSentence(wish, kinds, is_sad=is_sad), NAME)
            for wish, kinds, is_sad in (
                (Wish.EITHER, (Kind.LIFT,), False),
                (Wish.SOME_HELP, (Kind.LIFT, Kind.SHOPPING), True),
                (Wish.COMPANY, COMPANY, True),
            )
        ),
    ],
    "worry": [
        worries.Known(None, NUMBERS, has_readers=True, are_leads=True, readers=(NAME,)),
        worries.Known(TASK, NUMBERS, has_readers=True, are_leads=False),
        worries.Known(TASK, NUMBERS, has_readers=False, are_leads=False),
    ],
    "forget": [
        forget.Known(),
        forget.Known(
            Open(
                asked=(TASK,),
                held=(TASK, TASK),
                weekly_asked=(WEEKLY,),
                weekly_given=(WEEKLY,),
                call_outs=2,
                own_call_outs=1,
                helped=3,
                roles=(T("role-lead"), role_called(Role.COORDINATOR, "The Surgery")),
                left_alone=("Elm Park",),
                is_last_lead=True,
                is_owner=True,
                is_last_owner=True,
                is_blocked=True,
                held_until=BEGINNING,
            )
        ),
        forget.Known(Open(is_owner=True)),
        forget.Known(Open(asked=(TASK,), held_until=BEGINNING), NAME, 7),
        forget.Known(problem=T("forget-caller-unknown")),
    ],
    "again": [
        again.Known(replace(TASK, status=Status.DONE), FIRST_TIME, PERSON, Secrets()),
        again.Known(replace(TASK, status=Status.DONE), FIRST_TIME, None, Secrets()),
        T("again-already"),
    ],
    "pause-weekly": [
        weekly_pause.Known(WEEKLY, date(2026, 4, 13), date(2026, 4, 20)),
        T("weekly-settled"),
    ],
    "give-area": [
        giving.Known(
            tuple((each, Belongings((TASK,), 1, 2)) for each in AREAS),
            ((None, T("organisation-own")), (1, PublicName("The Surgery"))),
        ),
        giving.Known((), ((None, T("organisation-own")),)),
    ],
    "hand-over": [
        handing_over.Known(None, TASK, ((1, PublicName("The Surgery")),), PERSON),
        handing_over.Known(
            None,
            replace(TASK, repeat_id=1),
            ((None, T("organisation-own")), (2, PublicName("The Surgery"))),
            replace(PERSON, rung=True),
            (PERSON, PERSON),
        ),
        handing_over.Known(T("hand-over-nobody")),
    ],
    "phonein": [
        phone_in.Known(replace(NEW_RESIDENT, has_agreed=True), "en"),
        phone_in.Known(replace(NEW_RESIDENT, has_agreed=True, languages=("en",)), "en", CALLERS),
    ],
    "check": [
        record_check.Known(date(2026, 4, 13), PERSON),
        record_check.Known(date(2028, 2, 29), replace(PERSON, first_name=None)),
        record_check.Known(date(2026, 4, 13), None),
        record_check.Known(date(2026, 4, 13), PERSON, refused=T("not-allowed")),
        record_check.Known(
            date(2026, 4, 13),
            PERSON,
            {
                Checked.IDENTITY: Seen(Checked.IDENTITY),
                Checked.BACKGROUND: Seen(Checked.BACKGROUND, date(2026, 4, 1), date(2027, 4, 1)),
            },
            changes=2,
        ),
    ],
}
CASES: Final = [(name, known) for name, knowns in KNOWN.items() for known in knowns]
#: An answer that is taken wherever there is no button for one.
TYPED: Final = {
    "when": "tomorrow at 3pm",
    "neighbourhood-postcodes": "E8 1, E8 2",
    "neighbourhood-outline": "51.50, -0.10\n51.51, -0.10\n51.51, -0.09",
    "neighbourhood-homes": "450",
    "neighbourhood-name": "Riverside",
    "new-neighbourhood-name": "Riverside",
    "emergency-any": "999, 112",
    "emergency-ambulance": "061",
    "emergency-fire": "080",
    "emergency-police": "091",
    "emergency-crisis": "116 123",
    "quiet-hours": "22-7",
    "ceiling": "15",
    "organisation-name": "St Joseph's Hospice",
    "cost-amount": "12.50",
    "caller-phone": "020 7946 0018",
}
#: A map with one area that has a name.
TOWN_MAP: Final = (
    '{"type": "Feature", "properties": {"name": "Riverside"}, "geometry": {"type": "Polygon", '
    '"coordinates": [[[-0.1, 51.5], [-0.09, 51.5], [-0.09, 51.51], [-0.1, 51.5]]]}}'
)
Script = Callable[[], Coroutine[Question[Any], Any, Any]]


def test_every_conversation_is_tried_here() -> None:
    assert set(KNOWN) == set(CONVERSATIONS)


def _script(case: tuple[str, Any]) -> Script:
    name, known = case
    return lambda: CONVERSATIONS[name].script(known)


def _shown(asked: Ask) -> None:
    """Say what is asked in every language: no wording is missing, no button is too long."""
    options = asked.options()
    assert len({option.id for option in options}) == len(options)
    for language in TEXTS.languages:
        again = (asked.again,) if asked.again else ()
        lines = (*again, *asked.question.lines(asked.state.partial))
        assert 0 < len(rendered(TEXTS, lines, (), language).text) <= 4096
        assert all(TEXTS.say(option.label, language) for option in options)
    for option in options:
        assert len(f"q:{asked.state.stamp}:{option.id}".encode()) <= 64


def _restored(state: State) -> State:
    return State.model_validate_json(state.model_dump_json(exclude_defaults=True))


def _good_answer(asked: Ask) -> Heard:
    """Return something that leads on, whatever the question is."""
    own = [option.id for option in asked.options() if option.id not in CONTROLS]
    if DONE in own:
        return Picked(DONE if asked.state.partial else own[0])
    if own:
        return Picked(own[0])
    if asked.question.takes_pictures:
        return ShownPicture(1)
    return Words(TYPED.get(asked.question.key, "Ana"), "en")


def _finish(script: Script, outcome: Outcome[Any]) -> None:
    """Answer well until there is nothing left to ask."""
    for _ in range(120):
        if not isinstance(outcome, Ask):
            break
        outcome = take_turn(script, outcome.state, _good_answer(outcome), TEXTS)
    assert isinstance(outcome, Complete), "there is no way to the end"


_SENTENCES = st.sampled_from(
    (
        TOWN_MAP,
        *("1", "2", "1, 3", "99", "0", "-5", "£12", "Ana", "back", "Stop", "cambiar", "N16 9PP"),
        *("31/05/2027", "31 May 2019", "2099-01-01", "29 feb 2027", "Europe / london", "Mars"),
        *("friday after 3", "{}", "[[[", '{"type": "Polygon", "coordinates": []}', "E8, N16"),
        *("need bread and milk tomorrow", "walk my dog or a lift", "I am lonely", "any time"),
        *("Shopping", "Elm Park", "\x00", "   ", "٣", "1" * 5000, "a" * 3000),
    )
)
_MOVES = st.one_of(
    st.integers(0, 30),
    st.sampled_from((BACK, CHANGE, SKIP, STOP, "send", "no such option", DONE)).map(Picked),
    st.tuples(_SENTENCES | st.text(max_size=60), st.sampled_from(LANGUAGES)).map(
        lambda typed: Words(*typed)
    ),
    st.builds(Spot, st.floats(), st.floats()),
    st.builds(ShownPicture, st.integers(1, 9)),
    st.builds(ShownFile, _SENTENCES | st.text(max_size=60)),
    st.just(NotWords()),
)


@settings(max_examples=250, deadline=None)
@given(case=st.sampled_from(CASES), moves=st.lists(_MOVES, max_size=30))
def test_whatever_people_do_they_are_asked_on_and_can_get_to_the_end(
    case: tuple[str, Any], moves: list[Heard | int]
) -> None:
    script = _script(case)
    outcome = begin(script, "n0nc")
    for move in moves:
        if not isinstance(outcome, Ask):
            break
        _shown(outcome)
        options = outcome.options()
        heard = Picked(options[move % len(options)].id) if isinstance(move, int) else move
        state = _restored(outcome.state)
        outcome = take_turn(script, state, heard, TEXTS)
    if isinstance(outcome, Ask):
        _shown(outcome)
        _finish(script, resume(script, _restored(outcome.state)))
    else:
        assert isinstance(outcome, Complete | Stopped)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case[0])
def test_every_step_can_be_taken_back_and_taken_again(case: tuple[str, Any]) -> None:
    script = _script(case)
    outcome = begin(script, "n0nc")
    for _ in range(120):
        if not isinstance(outcome, Ask):
            break
        answered = take_turn(script, outcome.state, _good_answer(outcome), TEXTS)
        if isinstance(answered, Ask) and answered.question.key != outcome.question.key:
            back = take_turn(script, answered.state, Picked(BACK), TEXTS)
            assert isinstance(back, Ask)
            assert back.question.key == outcome.question.key
        outcome = answered
    assert isinstance(outcome, Complete)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case[0])
def test_every_question_can_be_the_last(case: tuple[str, Any]) -> None:
    script = _script(case)
    outcome = begin(script, "n0nc")
    while isinstance(outcome, Ask):
        assert isinstance(take_turn(script, outcome.state, Picked(STOP), TEXTS), Stopped)
        outcome = take_turn(script, outcome.state, _good_answer(outcome), TEXTS)

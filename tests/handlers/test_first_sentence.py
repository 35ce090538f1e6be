"""A first sentence begins the right thing, or asks; a wrong kind is worse than a question."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.understanding.first_sentence import Wish, understand_first_sentence
from handlers.understanding.words import languages, words_of
from storage.model import Kind

ZONE = ZoneInfo("Europe/London")
#: A Wednesday.
NOW = datetime(2026, 6, 10, 10, tzinfo=ZONE)


def _table(text: str) -> list[tuple[str, str]]:
    """Return sentences, each with what it is understood as; "?" is any way of asking on."""
    rows = [line.partition(" | ") for line in text.strip().splitlines()]
    return [(sentence.strip(), meant.strip()) for meant, _, sentence in rows]


ENGLISH = _table("""
pharmacy-run | I need somebody to get my tablets from the chemist on Friday
pharmacy-run | could anyone pick up a prescription for me tomorrow morning
pharmacy-run | my inhaler is ready at the pharmacy, can someone fetch it please
pharmacy-run | Please collect my medicine today
pharmacy-run | prescription from the chemist friday
pharmacy-run | I can't get to the chemist and need my repeat prescription
pharmacy-run | out of paracetamol, please help
shopping | I need bread and milk for tomorrow
shopping | Can someone do my shopping on Saturday morning?
shopping | help with the weekly shop please
shopping | milk and eggs on friday
shopping | could you buy me some cat food
shopping | I am ill and need groceries
shopping | please go to the shops for me
food-parcel | we have no food left, please send a food parcel
food-parcel | I need something from the food bank
hot-meal | A hot meal tonight would be lovely
hot-meal | could somebody cook for me on Sunday
hot-meal | I would like some warm meals this week please
errand | Could somebody take my library books back
errand | please put the bins out on Thursday night
errand | I need an errand run on Monday
post | could anyone post a letter for me
post | I need stamps, please
post | someone to go to the post office tomorrow afternoon please
dog-walk | Need someone to walk my dog on Saturday
dog-walk | could you take the dog out tomorrow
dog-walk | My puppy needs walking this week
doorstep-chat | someone for a chat on the doorstep please
doorstep-chat | would like somebody to visit me
phone-call | a chat on the phone on Thursday evening please
phone-call | I would like a friendly phone call
phone-call | can somebody ring me for a chat
lift | I need a lift to the hospital on Tuesday at 9
lift | can anybody drive me to my appointment tomorrow
lift | Could someone take mum to the dentist on Monday morning
lift | lift to the surgery friday 10am please
listening | I need someone to talk to about my divorce
listening | could I talk to somebody, please
paperwork | help me fill in a form
paperwork | I don't understand this letter from the council, can someone help
paperwork | need help with my bills
? | bread and my tablets please
? | I need shopping and a lift on Friday
? | walk the dog and post a letter please
? | No shopping, only a chat
? | I need a chat
? | not a lift, just milk please
? | I would like some company
company | I am lonely
company | I lost my husband in March
company | i feel so alone these days
company | My wife died and I do not know what to do
company | I'm feeling very low
company | nobody visits me
phone-call | I lost my mum last month and would like a phone call
shopping | My husband died and I need somebody to do the shopping
to-help | I can help with shopping
to-help | happy to walk dogs
to-help | I would like to volunteer
to-help | I have a car and can give lifts
to-help | how can I help?
to-help | I'd love to help my neighbours
to-help | I can cook a hot meal for someone on Sundays
to-help | willing to collect prescriptions
either | I can help with shopping but I need a lift myself
none | Hello
none | What is this?
none | Thank you for the shopping
none | Where is my shopping?
none | when will my prescription come
none | the bread was lovely
none | Please cancel my dog walk
none | the lift is broken
none | my phone does not work
none | I have a dog
none | My number is 5
none | good morning
none | the weather is nice and we went to the park in a big group of people with hats
none | I am so tired of all this
none | is this a robot
none | please ring the bell twice
""")

SPANISH = _table("""
pharmacy-run | Necesito que alguien recoja mis pastillas en la farmacia el viernes
pharmacy-run | ¿alguien puede traerme una receta mañana por la mañana?
pharmacy-run | me faltan las medicinas, por favor
pharmacy-run | recoger mi medicación en la farmacia
shopping | Necesito pan y leche para mañana
shopping | ¿Puede alguien hacerme la compra el sábado?
shopping | ayuda con la compra, por favor
shopping | que alguien vaya al supermercado por mí, no puedo salir
food-parcel | No tengo comida, necesito un lote de alimentos
food-parcel | necesito algo del banco de alimentos
hot-meal | Me gustaría una comida caliente esta noche
hot-meal | ¿alguien puede cocinar para mí el domingo?
errand | necesito que me hagan un recado el lunes
errand | ¿alguien podría bajar la basura?
errand | devolver unos libros a la biblioteca, por favor
post | necesito enviar una carta
post | que alguien vaya a correos por favor
dog-walk | Necesito que alguien pasee a mi perro el sábado
dog-walk | ¿podría alguien sacar al perro mañana por la tarde?
doorstep-chat | una charla en la puerta, por favor
doorstep-chat | quisiera que alguien me visite
phone-call | me gustaría charlar por teléfono el jueves
phone-call | necesito una llamada
lift | Necesito que me lleven al hospital el martes
lift | ¿alguien puede llevarme al médico mañana?
lift | necesito transporte para mi cita
listening | Necesito alguien con quien hablar
listening | quiero hablar con alguien
paperwork | ayuda para rellenar un formulario
paperwork | no entiendo una carta del ayuntamiento, por favor ayuda
paperwork | necesito ayuda con las facturas
? | pan y pastillas, por favor
? | necesito la compra y que paseen al perro
? | No quiero la compra, solo charlar
? | necesito charlar
company | Me siento muy sola
company | Perdí a mi marido en marzo
company | estoy muy triste
company | mi mujer murió y no sé qué hacer
company | nadie me visita
to-help | Puedo ayudar con la compra
to-help | me gustaría ayudar a mis vecinos
to-help | Quiero ser voluntaria
to-help | tengo coche y puedo llevar a gente al médico
to-help | encantada de pasear perros
either | puedo ayudar con la compra, pero necesito que me lleven al médico
none | Hola
none | ¿Qué es esto?
none | gracias por la compra
none | ¿dónde está mi compra?
none | ¿cuándo llega mi receta?
none | ya no hace falta la compra
none | mi perro es muy grande
none | me llamo Carmen
""")

ALL = [(*row, "en") for row in ENGLISH] + [(*row, "es") for row in SPANISH]


def _understood(sentence: str, language: str) -> str:
    found = understand_first_sentence(sentence, language, NOW, ZONE)
    if found is None:
        return "none"
    if found.wish is Wish.HELP:
        (kind,) = found.kinds
        return kind.value
    return "?" if found.wish is Wish.SOME_HELP else found.wish.value


@pytest.mark.parametrize(("sentence", "meant", "language"), ALL)
def test_a_sentence_is_understood(sentence: str, meant: str, language: str) -> None:
    assert _understood(sentence, language) == meant


def test_there_are_enough_sentences() -> None:
    assert len(ENGLISH) >= 60
    assert len(SPANISH) >= 40


@pytest.mark.parametrize("language", languages())
def test_every_language_can_name_every_kind(language: str) -> None:
    words = words_of(language, "first_sentence")
    assert {Kind(kind) for kind in words["kinds"]} == set(Kind) - {Kind.SOMETHING_ELSE}
    assert set(words) == set(words_of("en", "first_sentence"))


@pytest.mark.parametrize("language", languages())
def test_what_stands_on_a_button_is_understood_in_a_sentence(language: str) -> None:
    names = {
        "en": {"Shopping": "shopping", "Dog walk": "dog-walk", "Lift": "lift"},
        "es": {"Compra": "shopping", "Papeleo": "paperwork"},
    }
    for name, kind in names[language].items():
        assert _understood(name, language) == kind


@pytest.mark.parametrize(
    ("sentence", "language", "expected"),
    [
        ("need someone to get my tablets from the chemist on Friday", "en", "12 08:00-12 20:00"),
        ("I need a lift to the dentist tomorrow at 3pm", "en", "11 15:00-11 16:00"),
        ("shopping please, Saturday morning", "en", "13 08:00-13 12:00"),
        ("2 pints of milk and 6 eggs for tomorrow afternoon please", "en", "11 12:00-11 17:00"),
        ("I live at 22 Kingsway and need bread on Friday", "en", "12 08:00-12 20:00"),
        ("a hot meal tonight please", "en", "10 17:00-10 21:00"),
        ("necesito pan para mañana por la tarde", "es", "11 12:00-11 17:00"),
        ("necesito que me lleven al médico el viernes a las 10", "es", "12 10:00-12 11:00"),
        ("need bread, I am 84 and in flat 3", "en", None),
        ("I live at 22 Kingsway and need bread", "en", None),
        ("I have been ill since Tuesday and need shopping", "en", None),
        ("need sun cream and bread", "en", None),
        ("I need shopping every Friday", "en", None),
        ("now that I am ill I need shopping", "en", None),
        ("I need milk on Friday or Saturday", "en", None),
        ("necesito pan, estoy mala desde el lunes", "es", None),
    ],
)
def test_the_time_in_a_sentence_is_found(
    sentence: str, language: str, expected: str | None
) -> None:
    found = understand_first_sentence(sentence, language, NOW, ZONE)
    assert found is not None
    when = found.when
    shown = f"{when.start:%d %H:%M}-{when.end:%d %H:%M}" if when else None
    assert shown == expected


@given(st.text(max_size=300), st.sampled_from(("en", "es", "fr")))
def test_no_text_is_too_strange(text: str, language: str) -> None:
    understand_first_sentence(text, language, NOW, ZONE)

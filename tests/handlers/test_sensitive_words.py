"""Keys, codes and money are noticed, whatever the spelling; cashews and monkeys are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.understanding.sensitive_words import mentions_keys_or_money
from handlers.understanding.words import languages, words_of


@pytest.mark.parametrize(
    "text",
    [
        "The key safe is by the side gate, 9021",
        "keysafe behind the bin",
        "Spare key is with Joan next door",
        "KEYS are under the mat",
        "my neighbour's keys",
        "Door code C77, second floor",
        "the gate opens with code #20",
        "Alarm code is one two three",
        "Please use my bank card, PIN 1111",
        "pin1111",
        "P.I.N. follows",
        "I'll give you cash",
        "ca\u00adsh on the table",
        "ＣＡＳＨ",
        "take a tenner from my purse",
        "could you withdraw some money for me",
        "a birthday card, I'll pay by card",
        "🔑 in the pot",
        "La llave está debajo del felpudo",
        "tengo las LLAVES en el buzón",
        "el codigo del portal es 12B",
        "el código de la alarma",
        "os doy mi tarjeta y el pin",
        "pago en efectivo",
        "saca dinero del cajero",
        "las contraseñas están en la nevera",
    ],
)
def test_noticed(text: str) -> None:
    assert mentions_keys_or_money(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Two pints of milk, bread and eggs by Friday please",
        "a bag of cashews and a keyboard",
        "the monkey puzzle tree on the corner",
        "a pineapple",
        "please post a birthday card for me",
        "I am a key worker",
        "my post code is N16 9PP",
        "food bank parcel before the bank holiday",
        "please note that I am hard of hearing",
        "a pound of apples",
        "Necesito pan, leche y huevos para el viernes",
        "recoger mis medicinas con la tarjeta sanitaria",
        "un cambio de planes: mejor el lunes",
        "banco de alimentos",
    ],
)
def test_let_through(text: str) -> None:
    assert not mentions_keys_or_money(text)


@pytest.mark.parametrize(
    "listed",
    [text for language in languages() for text in words_of(language, "sensitive")["words"]],
)
def test_every_listed_word_is_noticed_in_any_case(listed: str) -> None:
    assert mentions_keys_or_money(f"Hello, {listed.rstrip('*').upper()} - thank you")


@pytest.mark.parametrize(
    "listed",
    [text for language in languages() for text in words_of(language, "sensitive")["harmless"]],
)
def test_every_harmless_phrase_is_let_through(listed: str) -> None:
    assert not mentions_keys_or_money(listed)


@given(before=st.text(max_size=100), after=st.text(max_size=100))
def test_no_surrounding_text_hides_cash(before: str, after: str) -> None:
    assert mentions_keys_or_money(f"{before} ; cash ; {after}")

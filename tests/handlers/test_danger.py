"""Words of danger are noticed in every language there is; cake, weeds and laughter are not."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.understanding.danger import Danger, danger_in
from handlers.understanding.words import languages, words_of


def _lines(text: str) -> list[str]:
    return text.strip().splitlines()


THREATENS_A_LIFE = _lines("""
I have chest pain since breakfast
My chest feels really tight and my arm hurts
There is a terrible pain in my chest
i cant breathe
I can't breathe properly
I CAN NOT BREATHE
I can’t... breathe
mum is struggling to breathe
She has stopped breathing
He's choking on something
Dad's lips are turning blue
I think my husband is having a heart attack
I think it is a stroke, his face is drooping
her speech is slurred since this morning
He cannot move his left arm
my neighbour is unconscious on the doorstep
She passed out and won't wake up
he isn't responding
Dad collapsed in the hall
She is having a fit
the cut is deep and it's still bleeding
There is blood everywhere
I am coughing up blood
My son took too many pills
She swallowed bleach
I think he has taken an overdose
We have run out of insulin
He is having an allergic reaction, his throat is closing
I've fallen and I can't get up
Mum has fallen in the bath
I fell and cannot move
he is lying on the floor
I am stuck on the floor of the bathroom
I cant get up, please bring milk
There's a fire in the kitchen
the house is on fire
I smell gas in the stairwell
there is smoke coming from next door
The carbon monoxide alarm is on
My husband hit me again
he hits me when he drinks
My son is beating my wife
She was attacked on the way home
I am being abused
He says he will kill me
He has a knife
There is a man with a knife outside
I'm scared of my partner
he won't let me leave the house
he has locked me in
the carer grabbed my mum and hurt her
Somebody is breaking in
There is an intruder
I am being followed
My neighbour hasn't been seen since Monday
nobody has seen Joan for days
Please call an ambulance
it's an emergency
not bleeding but he can't breathe
my heart is racing and I feel faint
smoke is pouring out of number 9
the curtains caught fire
my neighbour is screaming for help
help, someone is in my house
I think I've broken my leg
I'm scared he will come back
the baby is hot and floppy
my left side has gone numb
there is so much blood
someone is trying to get in my flat
I think my dad is dead
Shopping on Friday please. Also my chest hurts.
Tengo un dolor fuerte en el pecho
me duele mucho el pecho
No puedo respirar
mi madre no puede respirar bien
Me cuesta mucho respirar
le falta el aire
Creo que le está dando un infarto
mi marido ha tenido un ictus esta mañana
Tiene la cara torcida y no habla bien
Mi vecina está inconsciente
Mi padre se ha desmayado
no responde cuando le hablo
está sangrando mucho
Hay mucha sangre
Mi hijo se ha tomado demasiadas pastillas
ha bebido lejía
Me he caído y no me puedo levantar
mi abuela se ha caído en el baño
está tirado en el suelo
No puedo levantarme
Hay fuego en la cocina
Huele a gas en la escalera
Hay un incendio en el edificio
sale humo de casa del vecino
Mi marido me pega
mi pareja me ha pegado otra vez
Me amenaza con un cuchillo
Tengo miedo de mi hijo
dice que me va a matar
No me deja salir de casa
El cuidador maltrata a mi madre
hay un ladrón en casa
Nadie ha visto a mi vecina desde hace días
Es una emergencia
llame a una ambulancia, por favor
Se está asfixiando
Estamos sin insulina
La casa está en llamas
mi marido se ha puesto violento
mi vecino grita pidiendo ayuda
me caí y no me puedo mover
ha tragado unas pastillas
hay humo en el pasillo
""")

HARM_THEMSELVES = _lines("""
I want to die
I don't want to live any more
I dont want to be here anymore
I am thinking about suicide
i feel suicidal
I am going to kill myself
My daughter says she will hurt herself
I want to end my life
I just want to end it all
I wish I was dead
They would be better off without me
I can't go on
there is no point in living
I have nothing left to live for
I can't take it anymore
I'm tired of living
she has cut herself, she self-harms
I'm not suicidal, but I don't want to wake up
Quiero morir
quiero morirme
No quiero vivir más
ya no quiero seguir viviendo
Estoy pensando en el suicidio
Voy a matarme
me quiero quitar la vida
No tengo ganas de vivir
Ya no puedo más
estarían mejor sin mí
Estoy cansada de vivir
mi hija se corta los brazos
Quiero acabar con todo
no aguanto más
no le encuentro sentido a nada
I can't do this anymore
I don't see the point any more
I've cut my wrist
se ha cortado las venas
quiero desaparecer
""")

HARMLESS = _lines("""
Hello
Two pints of milk, bread and eggs by Friday please
My heart is set on cake
This kills me, so funny
it kills me to ask, but could you bring milk
My back is killing me, I need a lift
My feet are killing me
I could kill for a cup of tea
I would die for a scone
I'm dying to see the new library
dying of boredom here
The cake was to die for
You hit the nail on the head
hit me up when you are free
It hit me that it is Friday already
It beats me how this works
please beat the eggs first
The shelf collapsed, can somebody fix it
My chest of drawers is too heavy to move
the chest freezer is empty
A pound of chicken breast
I had a stroke two years ago and walk slowly
She is recovering from a stroke
I go to the stroke club on Tuesdays
after my heart attack I cannot carry bags
I nearly had a heart attack when I saw the bill
somebody to stroke the cat
I have no chest pain, I only need my tablets
I am not suicidal, only a bit tired
Not an emergency, any day will do
the fire station is round the corner
Please bring wood for the coal fire
the gas bill has come and I can't read it
The gas man comes on Monday
Could somebody bleed the radiators
I overdosed on chocolate at Christmas
The smoke alarm is beeping, it needs a new battery
An apple tree has fallen over the path
I have fallen in love with this neighbourhood
I've fallen behind with my letters
I can't get up the stairs with my shopping
I can't get up early, afternoons are best
I can't go on the bus with my bad hip
I cannot go on Friday, Saturday is fine
I couldn't live without my cat
I can't take the dog out this week
I can't take the bins out
a trapped nerve, so I cannot bend
The cat is trapped in the shed
I don't want to live alone any longer
I want to live near my son
He was a fireman
we watched a violent film
She is missing her husband
A button is missing on my coat
I won't be here tomorrow, come on Friday
Help with killing the weeds
I am drowning in paperwork
My blood pressure tablets from the chemist
a lift to the blood test on Monday
I took my tablets, thank you
My husband beat cancer, we are celebrating
My husband died last year and I am lonely
my knee hurts when I walk
Please knock, I cannot hear the bell
the burglar alarm needs looking at
the battery of my phone is dying
I'm trapped indoors with the flu
I was attacked by wasps last summer
I am so tired of all this
I had a fall last month and need help with shopping
My insulin is ready at the chemist
my life is a bit boring
the ambulance took my husband last week, I need meals
Necesito pan, leche y huevos para el viernes
Me muero de risa
me muero por un café
Me muero de hambre, ¿hay comida caliente?
La espalda me está matando
Es para matar el tiempo
Tuve un ictus hace dos años y ando despacio
Después de mi infarto no puedo cargar bolsas
Los precios son de infarto
No es una emergencia, cualquier día vale
Cocinar a fuego lento
la factura del gas
la bombona de gas pesa mucho
Tengo un análisis de sangre el martes
una sobredosis de chocolate
Se ha caído un cuadro de la pared
Se me ha caído un botón
Se ha caído internet
no puedo levantar peso
No puedo levantarme temprano, mejor por la tarde
No me duele el pecho, solo la rodilla
Me pegó la gripe y no puedo salir
aquí pega el sol
Me ahogo en papeleo
Necesito cortarme el pelo
El gato está atrapado en el árbol
El ayuntamiento no responde
Mi ordenador no responde
Pechuga de pollo y arroz
Mi marido murió el año pasado y me siento sola
ha desaparecido el mando de la tele
No quiero vivir sola
mi gato ha desaparecido
estoy atrapada en casa con gripe
el fuego de la cocina no enciende
la luz se ha caído
una película de violencia
no tengo ganas de cocinar
me caí el mes pasado
""")


@pytest.mark.parametrize("text", THREATENS_A_LIFE)
def test_danger_is_noticed(text: str) -> None:
    assert danger_in(text) is Danger.LIFE


@pytest.mark.parametrize("text", HARM_THEMSELVES)
def test_people_who_may_harm_themselves_are_noticed(text: str) -> None:
    assert danger_in(text) is Danger.SELF_HARM


@pytest.mark.parametrize("text", ["", *HARMLESS])
def test_what_only_sounds_like_danger_is_none(text: str) -> None:
    assert danger_in(text) is None


def test_there_are_enough_of_both() -> None:
    assert len(THREATENS_A_LIFE) + len(HARM_THEMSELVES) >= 120
    assert len(HARMLESS) >= 60


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("key", ["life", "self_harm", "harmless"])
def test_every_language_has_every_list(language: str, key: str) -> None:
    assert len(words_of(language, "danger")[key]) >= 20


@given(st.text(max_size=300))
def test_no_text_is_too_strange(text: str) -> None:
    danger_in(text)


@given(st.lists(st.sampled_from(("my", "is", "in", "a", "nice", "day", "milk"))))
def test_words_around_it_change_nothing(words: list[str]) -> None:
    around = " ".join(words)
    assert danger_in(f"{around}. I cannot breathe. {around}") is Danger.LIFE


def test_a_long_text_takes_no_longer_than_its_length() -> None:
    began = time.process_time()
    danger_in("cannot the he not of in on my to and " * 3_000)
    assert time.process_time() - began < 10

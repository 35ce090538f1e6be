### Botones

button-yes = Sí
button-no = No
button-skip = Saltar
button-back = Atrás
button-stop = Parar
button-send = Enviar
button-change = Cambiar una respuesta
button-agree = De acuerdo
button-several-done = Listo
button-leave-to-coordinator = Que lo vea la coordinación
button-ask = Pedir ayuda
button-offer = Ofrecer ayuda
button-mine = Mis peticiones
button-language = Idioma
button-claim = Puedo hacerlo
button-could = Podría hacerlo
button-choose-helper = Elegir a esta persona
button-give-address = Dar mi dirección
button-set-off = Salgo ahora
button-done = Hecho
button-hand-back = Al final no puedo
button-withdraw = Ya no lo necesito
button-withdraw-yes = Sí, cerrarla
button-withdraw-no = No, dejarla

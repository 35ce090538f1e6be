### Una línea propia en el aviso de una petición

button-line = Añadir una línea al aviso
button-line-change = Escribir otra línea
button-line-off = Quitar la línea del aviso
button-send-and-line = Enviar y añadir una línea
answer-card-line = La línea
answer-preview-line = Envío
ask-card-line =
    ¿Qué debería saber la gente del grupo? Escriba una sola línea, de { $limit } letras y espacios como mucho. Por ejemplo: «Me vale cualquier pan».

    Todo el grupo puede leerla. Por eso, no ponga nombres, números, direcciones ni enfermedades.

    Antes la lee la coordinación. La petición no espera a la línea.
line-stands = En el aviso: «{ $value }»
line-waits = Espera a la coordinación: «{ $value }»
line-in-its-place = Lo que escriba ahora ocupa el lugar de la línea que espera.
line-until-then = Esta línea sigue en el aviso hasta que la coordinación apruebe otra.

## Mirarla

line-would-read = La línea diría: «{ $value }»
line-nothing-found = No he encontrado en ella nada que señale a nadie. Pero se me escapan muchas cosas así. Mírela usted otra vez.
line-found = He encontrado esto:
found-name = Un nombre: { $value }
found-phone = Un número de teléfono: { $value }
found-street = Una calle: { $value }
found-flat = Una puerta o un piso: { $value }
found-postcode = Un código postal: { $value }
found-email = Una dirección de correo: { $value }
found-code = Un código: { $value }
found-handle = Una cuenta en una aplicación: { $value }
found-link = Un enlace: { $value }
found-paper = Un número de documento o tarjeta, o una fecha de nacimiento: { $value }
found-health = Algo sobre la salud: { $value }
found-place = Un lugar: { $value }
found-number = Un número: { $value }
found-unknown = Una palabra que no conozco, quizá un nombre: { $value }
line-found-next = ¿Podría alguien del grupo saber por ella quién es o dónde está una persona? Entonces, cámbiela. También puedo equivocarme.
line-read-first = La coordinación la lee antes que nadie. Hasta entonces el aviso sigue igual.
button-line-send = Enviarla a la coordinación
button-line-send-anyway = Enviarla a la coordinación así
button-line-rewrite = Cambiarla
button-line-leave-out = Dejarlo sin línea
line-handed-in = Gracias. Ahora la coordinación lee la línea. Le diré qué pasa con ella.
line-left-out = De acuerdo. No hay línea nueva y la petición sigue igual.
line-stopped = Lo he dejado. No hay línea nueva y la petición sigue igual.
line-not-now = Ahora no hace falta una línea en el aviso de { $reference }: ya se encarga alguien o está cerrada.

## Qué pasa con ella

line-on-card = Esta línea ya está en el aviso de { $reference }: «{ $value }»
line-kept-off = La coordinación no ha puesto su línea en el aviso. La petición sigue igual, sin ella.
line-unread = Lo siento. Nadie tuvo tiempo de leer la línea para el aviso, y la he borrado.
line-write-again = Puede escribir otra línea si quiere.
line-why-who = El motivo: podría mostrar quién es alguien. Escríbala sin nombres y sin lo que solo vale para una persona.
line-why-where = El motivo: podría mostrar dónde vive o adónde va alguien. No ponga calles, puertas ni lugares. Quien ayude recibe la dirección.
line-why-contact = El motivo: hay un número, una cuenta o un enlace. Quien ayude puede escribirle por aquí.
line-why-health = El motivo: habla de la salud de alguien. Diga solo lo necesario.
line-why-safety = El motivo: habla de llaves, de dinero o de cuándo no hay nadie en casa. Dígaselo solo a quien ayude.
line-why-unkind = El motivo: podría herir a alguien. Dígalo de otra manera.
line-why-not-needed = El motivo: el aviso ya lo dice, o no tiene que ver con la petición.
line-off = La línea de { $reference } ya no está. El aviso queda sin ella.
line-none = { $reference } no tiene ninguna línea que se pueda quitar.
line-taken-off = La coordinación ha quitado su línea del aviso de { $reference }. La petición sigue igual. Si quiere saber por qué, pregunte a la coordinación.

## Decidir

approve-card-line = { $name } quiere una línea en el aviso de { $reference }. La leerá todo el grupo:
button-line-approve = Ponerla en el aviso
button-line-refuse = No ponerla en el aviso
line-why-asked = ¿Por qué no debe estar esta línea en el aviso de { $reference }? Se lo diré a quien la escribió.
button-line-no-who = Podría mostrar quién es alguien
button-line-no-where = Podría mostrar dónde está alguien
button-line-no-contact = Un número, una cuenta o un enlace
button-line-no-health = Habla de la salud de alguien
button-line-no-safety = Llaves, dinero o casa vacía
button-line-no-unkind = Podría herir a alguien
button-line-no-not-needed = Ahí no hace falta
line-is-on-card = La línea de { $reference } ya está en el aviso.
line-is-kept-off = La línea de { $reference } no se ha puesto en el aviso.
line-no-longer-waits = La línea de { $reference } ya no espera su decisión.

## Elegir qué se señala

button-setup-lines = Líneas en los avisos
answer-line-caution = Qué señalo
ask-line-caution =
    Quien pide ayuda puede añadir una línea a su aviso. Yo señalo lo que podría decir quién es. Siempre decide la coordinación.

    ¿Qué debo señalar? Cuanto más señalo, más cosas son inofensivas.
button-caution-rules = Lo que sé por reglas y listas
button-caution-numbers-and-names = También cifras y mayúsculas
button-caution-every-word = También toda palabra que no conozco
setup-shows-caution-rules = Líneas en los avisos: señalo lo que sé por reglas y listas
setup-shows-caution-numbers-and-names = Líneas en los avisos: señalo también cifras y palabras desconocidas con mayúscula
setup-shows-caution-every-word = Líneas en los avisos: señalo toda palabra que no conozco

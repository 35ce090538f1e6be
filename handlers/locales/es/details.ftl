### Datos de una petición: quién los ha visto, y que ya no están en los chats

button-who-saw = ¿Quién ha visto los datos de { $reference }?

saw-of = Quién ha visto los datos de { $reference }:
saw-nobody = Nadie por ahora.
saw-claimed = – { $by }: { $name } se encargó, y vio { $parts }
saw-claimed-for = – { $by }: { $name } se encargó, y vio de { $person } { $parts }
saw-set-off = – { $by }: { $name } salió, y vio { $parts }
saw-set-off-for = – { $by }: { $name } salió, y vio de { $person } { $parts }
saw-read = – { $by }: la coordinación leyó { $parts }
saw-read-for = – { $by }: la coordinación leyó de { $person } { $parts }
saw-by-ringing = – { $by }: la coordinación vio su nombre y su teléfono, para llamarle
saw-by-outside = – { $by }: la coordinación lo vio todo, para ocuparse fuera de este servicio
saw-by-danger = – { $by }: alguien que cuida de la seguridad vio su calle, su puerta y su teléfono, porque usted escribió sobre un peligro
saw-by-danger-for = – { $by }: alguien que cuida de la seguridad vio la calle, la puerta y el teléfono de { $person }, porque usted escribió sobre un peligro
# Está en lugar de un nombre.
saw-somebody = alguien que ya no está
saw-forgotten = Lo que usted dio ya está borrado. Por eso aquí aparece todo lo que se puede dar.
saw-afterwards = Cada hora es la de la primera vez. Lo que usted dio después, quizá también lo vieron después. Cuando la ayuda termina, lo quito otra vez de su chat.
saw-not-taken-back = No puedo retirar lo que alguien haya apuntado, copiado o fotografiado. Tampoco puedo borrar lo que guarda la empresa de esta aplicación.
saw-safety = Cuando alguien avisa de una preocupación, quienes cuidan de la seguridad pueden leer más. Las preocupaciones no aparecen nunca en esta lista.
saw-kept = { $days ->
    [one] Guardo cada línea de esta lista un día.
   *[other] Guardo cada línea de esta lista { $days } días.
}
saw-of-finished = Algunas de sus peticiones han terminado. Todavía puede ver quién ha visto los datos.

# Están en lugar de un mensaje que ya no se podía borrar.
details-gone = Aquí estaban los datos de { $reference }. Ya no están.
details-not-yours = Aquí había algo que ahora llevan otras personas. Ya no está.
relay-gone = Lo que le escribieron aquí ya no está.

details-not-taken-back = Lo que le mostré ya no está en este chat. No puedo retirar lo que usted haya apuntado, copiado o fotografiado. Bórrelo ahora, por favor.
details-relay-stays = { $days ->
    [one] Lo que le escribieron aquí se borra también, un día después de escribirse.
   *[other] Lo que le escribieron aquí se borra también, { $days } días después de escribirse.
}

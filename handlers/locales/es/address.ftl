### Dar la dirección más tarde

request-unknown = Ya no conozco esta petición. Puede ver todas las suyas con /mine.
address-too-late = Su petición { $reference } ya está cerrada. Ya no hace falta ninguna dirección.
address-not-yours = Esta petición no es de usted. Solo puede dar la dirección quien la hizo.
address-nothing-given = No ha dado nada, y nada ha cambiado. Puede dar la dirección cuando quiera con /mine.
address-saved = Gracias. He guardado esto para su petición { $reference }:
address-raised = Como se habla de llaves o de dinero, la coordinación elige quién se encarga.
address-shown-claimed = { $name } ya puede ver la calle de usted. La puerta, las notas y el teléfono siguen ocultos hasta que { $name } esté de camino.
address-shown-on-the-way = { $name } va de camino y ya puede ver todo esto.
address-arrived = Hay noticias de la dirección de { $reference }. Estos son los datos ahora.
address-skipped-stays = Lo que salte queda como estaba.
button-change-address = Cambiar la dirección
button-change-phone = Cambiar el teléfono

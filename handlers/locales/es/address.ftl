### Dar la dirección más tarde

request-unknown = Ya no conozco esta petición. Puedes ver todas las tuyas con /mine.
address-too-late = Tu petición { $reference } ya está cerrada. Ya no hace falta ninguna dirección.
address-not-yours = Esta petición no es tuya. Solo puede dar la dirección quien la hizo.
address-nothing-given = No has dado nada, y nada ha cambiado. Puedes dar la dirección cuando quieras con /mine.
address-saved = Gracias. He guardado esto para tu petición { $reference }:
address-raised = Como se habla de llaves o de dinero, la coordinación elige quién se encarga.
address-shown-claimed = { $name } ya puede ver tu calle. Tu puerta, tus notas y tu teléfono siguen ocultos hasta que { $name } esté de camino.
address-shown-on-the-way = { $name } va de camino y ya puede ver todo esto.
address-arrived = Hay novedades en la dirección de { $reference }. Estos son los detalles ahora.

### La tarjeta que ve un grupo

card-area = Dónde: { $area }
card-window = Cuándo: { $window }
card-size = Cuánto: { $size }
card-needs = Ten en cuenta: { $needs }
card-language = Idioma: { $language }
card-pays = Pago: { $pays }
card-reference = Referencia: { $reference }
card-open = Libre. Todavía no se encarga nadie.
card-taken = Ya se encarga alguien. Gracias.
card-done = Hecho. Gracias.
card-closed = Cerrado. Ahora no hay nada que hacer aquí.

### El aviso que ve un grupo

card-area = Dónde: { $area }
card-window = Cuándo: { $window }
card-size = Cuánto: { $size }
card-needs = Tenga en cuenta: { $needs }
card-language = Idioma: { $language }
card-pays = Pago: { $pays }
card-note = Nota: «{ $words }»
card-reference = Referencia: { $reference }
card-open = Abierta. Todavía no se encarga nadie.
card-taken = Ya se encarga alguien. Gracias.
card-done = Hecha. Gracias.
card-closed = Cerrada. Aquí ya no hay nada que hacer.

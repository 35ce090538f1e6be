### Guía para quienes ayudan, una por tipo de ayuda

guidance-shopping =
    Compra: siga la lista y no pase de la cantidad acordada. Pregunte antes de comprar otra cosa.

    Guarde el recibo y entréguelo con las bolsas. No acepte nunca una tarjeta del banco ni un PIN.
guidance-food-parcel =
    Paquete de comida: llévelo a la puerta y espere a que lo recojan.

    No lo abra. Si nadie contesta, avísenos. No lo deje fuera.
guidance-hot-meal =
    Comida caliente: vaya directamente de la cocina a la puerta, para que llegue caliente.

    Lávese antes las manos. Si ha cocinado usted, pregunte por las alergias.
guidance-errand =
    Recado: haga lo acordado, y pregunte antes de hacer más.

    No pase de la cantidad acordada y guarde el recibo. No acepte nunca una tarjeta del banco ni un PIN.
guidance-post =
    Correo: recoja o lleve las cartas y los paquetes tal como están. No abra ni lea nada.

    Si en la oficina de correos hace falta un papel, pídalo antes.
guidance-dog-walk =
    Pasear al perro: pregunte qué le gusta y qué le da miedo. Llévelo siempre con correa.

    Lleve bolsas. Si pasa algo, llame primero a quien tiene el perro.
guidance-doorstep-chat =
    Charla en la puerta: quédese en la puerta o fuera, y respete la hora acordada.

    Escuche más de lo que habla. Lo que oiga no lo cuente a nadie.
guidance-pharmacy-run =
    Ir a la farmacia: diga el nombre que le han dado. Lleve las medicinas directamente a la puerta.

    No abra la bolsa ni dé consejos sobre medicinas. Lo que vea no lo cuente a nadie.
guidance-phone-call =
    Llamada amiga: llame a la hora acordada. Diga su nombre y que llama de parte de Doorstep.

    Escuche más de lo que habla. Lo que oiga no lo cuente a nadie.
guidance-lift =
    Llevar en coche: su coche debe tener seguro, los impuestos pagados y estar en buen estado. Todo el mundo lleva cinturón.

    Salga con tiempo y ayude solo hasta donde se quiera. No pregunte por la cita.
guidance-listening =
    Alguien con quien hablar: usted no tiene que arreglar nada. Basta con estar ahí.

    Lo que oiga no lo cuente a nadie. Pero si teme que alguien pueda sufrir daño, avise enseguida a la coordinación.
guidance-paperwork =
    Papeleo: lea y explique, pero deje que la persona decida y firme.

    No anote nunca contraseñas ni PIN, y no maneje dinero. Lo que lea no lo cuente a nadie.
guidance-something-else =
    Otra cosa: la coordinación le dice qué hace falta antes de que usted diga que sí.

    Haga solo lo acordado. Si tiene dudas, pregunte.

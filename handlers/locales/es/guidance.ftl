### Guía para quienes ayudan, una por tipo de ayuda

guidance-shopping =
    Compra: sigue la lista y no pases de la cantidad acordada. Pregunta antes de comprar otra cosa.

    Guarda el recibo y entrégalo con las bolsas. No aceptes nunca una tarjeta bancaria ni un PIN.
guidance-food-parcel =
    Paquete de comida: llévalo a la puerta y espera a que lo recojan.

    No lo abras. Si nadie contesta, avísanos. No lo dejes fuera.
guidance-hot-meal =
    Comida caliente: ve directamente de la cocina a la puerta, para que llegue caliente.

    Lávate antes las manos. Si la has cocinado tú, pregunta por las alergias.
guidance-errand =
    Recado: haz lo acordado, y pregunta antes de hacer más.

    No pases de la cantidad acordada y guarda el recibo. No aceptes nunca una tarjeta bancaria ni un PIN.
guidance-post =
    Correo: recoge o lleva las cartas y los paquetes tal como están. No abras ni leas nada.

    Si en Correos piden un aviso o un papel, pídelo antes.
guidance-dog-walk =
    Pasear al perro: pregunta qué le gusta y qué le da miedo. Llévalo siempre con correa.

    Lleva bolsas. Si pasa algo, llama primero a su dueño.
guidance-doorstep-chat =
    Charla en la puerta: quédate en la puerta o fuera, y respeta la hora acordada.

    Escucha más de lo que hablas. Lo que oigas se queda contigo.
guidance-pharmacy-run =
    Ir a la farmacia: di el nombre que te han dado. Lleva las medicinas directamente a la puerta.

    No abras la bolsa ni des consejos sobre medicinas. Lo que veas se queda contigo.
guidance-phone-call =
    Llamada amiga: llama a la hora acordada. Di tu nombre y que llamas de Doorstep.

    Escucha más de lo que hablas. Lo que oigas se queda contigo.
guidance-lift =
    Llevar en coche: tu coche debe tener seguro y estar en buen estado. Todos llevan cinturón.

    Sal con tiempo y ayuda solo hasta donde se quiera. No preguntes por la cita.
guidance-listening =
    Alguien con quien hablar: no tienes que arreglar nada. Basta con estar ahí.

    Lo que oigas se queda contigo. Si temes que alguien pueda sufrir daño, avisa enseguida a la coordinación.
guidance-paperwork =
    Papeleo: lee y explica, pero deja que la persona decida y firme.

    No apuntes nunca contraseñas ni PIN, y no manejes dinero. Lo que leas se queda contigo.
guidance-something-else =
    Otra cosa: la coordinación te dice qué hace falta antes de que digas que sí.

    Haz solo lo acordado. Si tienes dudas, pregunta.

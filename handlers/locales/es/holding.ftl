# What is kept for a worry, for safeguarding leads and owners.

button-hold = Guardar lo que tiene que ver
button-hold-longer = Guardarlo 30 días más
button-hold-end = No guardarlo más
hold-set =
    { $number ->
        [one] Lo de una persona se guarda hasta el { $day }.
       *[other] Lo de { $number } personas se guarda hasta el { $day }. Son las de los dos lados.
    }
hold-what-it-means = Si alguna pide que la olvide, le digo que una parte hay que guardarla hasta ese día. No digo quién lo pidió ni por qué. Lo encuentra con /holds, donde también puede guardarlo más tiempo.
hold-nobody-left = Ya no queda nadie de quien guardar algo: se ha olvidado a todos.
hold-ended = Ya no se guarda nada por esto. A quien pidió mientras tanto que le olvidara, le olvido ahora.
hold-ended-but-open = Usted ya no guarda nada por esto. La preocupación misma no está resuelta: mientras tanto, las cosas se guardan hasta 30 días después de su última palabra.
hold-ended-already = Ya no se guardaba nada por esto.
hold-standing =
    { $number ->
        [one] Lo de una persona se guarda hasta el { $day }. Lo pidió { $name }.
       *[other] Lo de { $number } personas se guarda hasta el { $day }. Lo pidió { $name }.
    }
holds-unsettled =
    { $number ->
        [one] Una preocupación no está resuelta. Lo que tiene que ver se guarda hasta 30 días después de su última palabra.
       *[other] { $number } preocupaciones no están resueltas. Lo que tiene que ver se guarda hasta 30 días después de la última palabra de cada una.
    }
holds-waiting =
    { $number ->
        [one] Una persona ha pedido que la olvide y espera.
       *[other] { $number } personas han pedido que las olvide y esperan.
    }
holds-none = Ahora mismo no se guarda nada por una preocupación.
holds-how = Las personas responsables de protección lo guardan con un botón debajo de una preocupación.

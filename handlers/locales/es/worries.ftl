### Algo me preocupa

button-worry = Algo me preocupa
button-worry-read = Me ocupo de esto
button-worry-settled = Esto está resuelto

command-report = Algo le preocupa

worry-about = Se trata de { $reference }.
ask-worry-words =
    ¿Qué le preocupa?

    Escríbalo con sus palabras. Si prefiere no escribirlo, toque «{ button-skip }». Así alguien sabrá al menos que algo va mal.
worry-who-reads = Solo lo leen quienes cuidan aquí de la seguridad. La otra parte de una petición no lo ve nunca.
worry-in-danger = Si hay alguien en peligro, llame primero al { $numbers }.
answer-worry-words = Lo que me preocupa
answer-preview-worry = Envío
worry-preview-words = Ha escrito: { $value }
worry-preview-no-words = No ha escrito nada. Diré solo que algo le preocupa.
worry-read-by-leads = Lo leerán nuestras personas responsables de protección, y nadie más. ¿Lo envío?
worry-read-by-leads-named = Lo leerán estas personas responsables de protección, y nadie más: { $names }. ¿Lo envío?
worry-read-by-owners = Lo leerán quienes dirigen esta red de ayuda, y nadie más. ¿Lo envío?
worry-read-by-owners-named = Estas personas dirigen esta red de ayuda. Lo leerán ellas y nadie más: { $names }. ¿Lo envío?
worry-read-by-nobody-yet = Ahora no hay nadie que pueda leerlo. La otra parte no lo verá. Puedo guardarlo hasta que haya alguien. ¿Lo guardo?
worry-sent = Gracias por contarlo. Ya está enviado. Le escribiré en cuanto alguien lo haya leído.
worry-sent-to-nobody-yet = Gracias por contarlo. Lo guardo hasta que haya alguien que pueda leerlo, y entonces le escribiré.
worry-nobody-yet = Nadie ha leído todavía lo que le preocupa. Se lo he recordado a quienes pueden. Si no puede esperar, hable con alguien de confianza.
worry-read = Lo que nos contó ya lo ha leído { $name }.
back-to-before = Volvemos a lo de antes. Sus respuestas siguen aquí.

worry-to-lead = Algo preocupa a { $name }.
worry-of-resident = Pidió { $reference }, { $kind }.
worry-of-helper = Ayuda o ayudó en { $reference }, { $kind }.
worry-other-side = En la otra parte: { $name }. No sabe nada de esto.
worry-words = Sus palabras: { $value }
worry-no-words = No escribió nada.
worry-guard = Solo lo ven quienes cuidan de la seguridad.
worry-without-name = alguien que no dio su nombre
worry-looked-after = Se ocupa { $name }.
worry-settled = Resuelto. Se ocupó { $name }.
worry-yours = Gracias. Ahora se ocupa usted, y las otras personas lo ven. He avisado de que usted lo ha leído.
worry-settled-noted = Gracias. He anotado que está resuelto. Las palabras se borrarán dentro de { $keep-worries } días.
worry-settled-already = Esto ya está resuelto. No queda nada que hacer.
worry-still-open = Usted se ocupa de esto. ¿Está resuelto? Si no, volveré a preguntar dentro de unos días.
worry-waits = Esto sigue esperando y nadie se ocupa todavía. Léalo ahora, por favor.
worry-waits-to-owners = Una preocupación que alguien nos contó espera a que la lean, y aún no lo ha hecho nadie de protección. Procure que alguien lo haga. A usted no se la puedo mostrar.

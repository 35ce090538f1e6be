### Para quienes cuidan de la red de ayuda

complete-request = Una petición te necesita antes de que otros puedan verla. Referencia: { $reference }
complete-place = Lugar que se indicó: { $place }
complete-where = Todavía no tiene barrio. Toca el barrio que debe encargarse.
complete-kind = Todavía no tiene tipo. Toca el tipo de ayuda que encaje.
link-in-group = Escribe /link y un nombre en el propio grupo. Antes, añádeme al grupo.
link-owners-only = Solo puede unir este grupo quien dirige la red. Si deberías poder, pregunta a quien lleva Doorstep aquí.
link-how = Escribe /link y el nombre del barrio en un solo mensaje. Por ejemplo: /link Lavapiés.
link-name-too-long = Ese nombre es demasiado largo: { $length } caracteres. Usa { $limit } como máximo y escribe /link otra vez.
link-name-signs = Ese nombre tiene signos que no puedo usar. Usa solo letras y números, y escribe /link otra vez.
link-made = He creado el barrio { $area } y este grupo está unido a él.
link-done = Este grupo está ahora unido a { $area }.
link-moved = Este grupo está ahora unido a { $area }, y ya no a { $before }.
link-next = Sus tarjetas aparecerán aquí. Quien dirige la red puede poner sus códigos postales y más: que me escriba /neighbourhood en privado.

neighbourhood-none = Todavía no hay ningún barrio. Añádeme a un grupo y escribe allí /link y un nombre.
ask-neighbourhood-which =
    ¿De qué barrio se trata?
ask-neighbourhood-part =
    ¿Qué quieres poner o cambiar?
neighbourhood-postcodes = Códigos postales
neighbourhood-outline = Contorno en el mapa
neighbourhood-homes = Número de viviendas
neighbourhood-adjacent = Barrios vecinos
neighbourhood-time-zone = Zona horaria
ask-neighbourhood-postcodes =
    ¿Qué códigos postales tiene?

    Escríbelos separados por comas. Basta con el principio. Por ejemplo: «28012, 28013». Sustituyen a la lista anterior.
ask-neighbourhood-outline =
    ¿Cuál es su contorno?

    Envíalo como GeoJSON. También puedes escribir una esquina por línea, con latitud, longitud. Por ejemplo: «40.4087, -3.7012».
ask-neighbourhood-homes =
    ¿Cuántas viviendas tiene?

    Escribe un número entero. Si son pocas, las tarjetas lo nombran junto con el barrio vecino.
ask-neighbourhood-adjacent =
    ¿Qué barrios están al lado?

    Si no hay ninguno, toca «{ button-several-done }».
ask-neighbourhood-time-zone =
    ¿En qué zona horaria está?

    Toca una, o escríbela. Por ejemplo: «Europe/London».
preview-neighbourhood = Esto es lo que pondré para { $area }:
neighbourhood-shows-postcodes = Códigos postales: { $postcodes }
neighbourhood-shows-outline = Un contorno nuevo en el mapa
neighbourhood-shows-homes = Número de viviendas: { $homes }
neighbourhood-shows-time-zone = Zona horaria: { $zone }
neighbourhood-shows-adjacent = Al lado: { $areas }
neighbourhood-shows-none-adjacent = Al lado: ninguno
neighbourhood-saved = Lo he guardado para { $area }.
neighbourhood-next = Para cambiar otra cosa, escribe /neighbourhood de nuevo.

check-wanted = { $name } quiere ayudar con: { $kinds }. Para eso hace falta una comprobación. Cuando la hayas visto, toca «{ button-record-check }».
check-nobody = Ya no conozco a esta persona. Puede que se haya ido. No hay nada que apuntar.
ask-check-until =
    ¿Cuál es el último día en que vale la comprobación?

    Toca un día, o escríbelo. Por ejemplo: «31 de mayo de 2030».
preview-check = Has visto la comprobación de { $name }. Vale hasta este día, incluido: { $day }. ¿Está bien?
check-recorded = He apuntado la comprobación de { $name }. Vale hasta este día, incluido: { $day }.
check-recorded-yours = Tu comprobación está apuntada. Vale hasta este día, incluido: { $day }. Ya puedes encargarte de las ayudas que la necesitan.

complete-already = Ya lo ha arreglado otra persona. No queda nada por hacer.
complete-noted = Gracias. Queda apuntado.
choose-noted = Gracias. He avisado a quien ayuda y a quien lo pidió.
choose-already = { $reference } ya tiene quien se encargue, o está cerrada. No queda nada por hacer.
choose-not-able = Esta persona ya no puede encargarse de este tipo de ayuda. Elige a otra.
choose-holds-too-many = Esta persona ya tiene todas las tareas que quería. Elige a otra, o espera un poco.
chosen = La coordinación te ha elegido para { $reference }. Gracias por ayudar.
chosen-to-owners = { $name } se encarga ahora de { $reference }.
unclaimed-to-owners = Todavía nadie se encarga de { $reference }: { $kind }, { $window }. Busca a alguien que pueda ayudar.
group-to-link = { $reference } espera y nadie puede verla: { $area } todavía no tiene grupo. Añádeme a un grupo y escribe allí /link { $area }.
unfinished-to-owners = { $name } se encarga de { $reference }. El tiempo ha terminado y todavía no sabemos cómo ha ido. Ya he preguntado.

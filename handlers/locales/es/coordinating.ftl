### Para quienes cuidan de la red de ayuda

complete-request = Una petición le necesita antes de que otras personas puedan verla. Referencia: { $reference }
complete-place = Lugar que se indicó: { $place }
complete-where = Todavía no tiene barrio. Toque el barrio que debe encargarse.
complete-kind = Todavía no tiene tipo. Toque el tipo de ayuda que encaje.
link-in-group = Escriba /link y un nombre en el propio grupo. Antes, añádame al grupo.
link-owners-only = Solo puede enlazar este grupo quien dirige la red de ayuda. Si cree que usted debería poder, pregunte a quien lleva Doorstep aquí.
link-how = Escriba /link y el nombre del barrio en un solo mensaje. Por ejemplo: /link Lavapiés.
link-name-too-long = Ese nombre es demasiado largo: { $length } caracteres. Use { $limit } como máximo y escriba /link otra vez.
link-name-signs = Ese nombre tiene signos que no puedo usar. Use solo letras y números, y escriba /link otra vez.
link-made = He creado el barrio { $area } y he enlazado este grupo con él.
link-done = Este grupo está ahora enlazado con { $area }.
link-moved = Este grupo está ahora enlazado con { $area }, y ya no con { $before }.
link-next = Sus avisos aparecerán aquí. Quien dirige la red de ayuda puede poner sus códigos postales y más. Para eso, que me escriba /neighbourhood en privado.

neighbourhood-none = Todavía no hay ningún barrio. Añádame a un grupo y escriba allí /link y un nombre.
ask-neighbourhood-which =
    ¿De qué barrio se trata?
ask-neighbourhood-part =
    ¿Qué quiere poner o cambiar?
neighbourhood-postcodes = Códigos postales
neighbourhood-outline = Contorno en el mapa
neighbourhood-homes = Número de viviendas
neighbourhood-adjacent = Barrios de al lado
neighbourhood-time-zone = Zona horaria
ask-neighbourhood-postcodes =
    ¿Qué códigos postales tiene?

    Escríbalos separados por comas. Basta con el principio. Por ejemplo: «28012, 28013». Sustituyen a la lista anterior.
ask-neighbourhood-outline =
    ¿Cuál es su contorno?

    Envíelo como GeoJSON. También puede escribir una esquina por línea, con latitud, longitud. Por ejemplo: «40.4087, -3.7012».
ask-neighbourhood-homes =
    ¿Cuántas viviendas tiene?

    Escriba un número entero. Si son pocas, los avisos lo nombran junto con el barrio de al lado.
ask-neighbourhood-adjacent =
    ¿Qué barrios están al lado?

    Si no hay ninguno, toque «{ button-several-done }».
ask-neighbourhood-time-zone =
    ¿En qué zona horaria está?

    Toque una, o escríbala. Por ejemplo: «Europe/London».
preview-neighbourhood = Esto es lo que pondré para { $area }:
neighbourhood-shows-postcodes = Códigos postales: { $postcodes }
neighbourhood-shows-outline = Un contorno nuevo en el mapa
neighbourhood-shows-homes = Número de viviendas: { $homes }
neighbourhood-shows-time-zone = Zona horaria: { $zone }
neighbourhood-shows-adjacent = Al lado: { $areas }
neighbourhood-shows-none-adjacent = Al lado: ninguno
neighbourhood-saved = Lo he guardado para { $area }.
neighbourhood-next = Para cambiar otra cosa, escriba /neighbourhood de nuevo.

check-wanted = { $name } quiere ayudar con: { $kinds }. Para eso hace falta una comprobación. Cuando la haya visto, toque «{ button-record-check }».
check-nobody = Ya no conozco a esta persona. Puede que se haya ido. No hay nada que anotar.
ask-check-until =
    ¿Cuál es el último día en que vale la comprobación?

    Toque un día, o escríbalo. Por ejemplo: «31 de mayo de 2030».
preview-check = Usted ha visto la comprobación de { $name }. Vale hasta el { $day }, ese día incluido. ¿Está bien?
check-recorded = He anotado la comprobación de { $name }. Vale hasta el { $day }, ese día incluido.
check-recorded-yours = Su comprobación está anotada. Vale hasta el { $day }, ese día incluido. Ya puede encargarse de las ayudas que la necesitan.

complete-already = Ya lo ha arreglado otra persona. No queda nada por hacer.
complete-noted = Gracias. Queda anotado.
choose-noted = Gracias. He avisado a quien ayuda y a quien lo pidió.
choose-already = { $reference } ya tiene quien se encargue, o está cerrada. No queda nada por hacer.
choose-not-able = Esta persona ya no puede encargarse de este tipo de ayuda. Elija a otra.
choose-holds-too-many = Esta persona ya tiene todas las tareas que quería. Elija a otra, o espere un poco.
chosen = La coordinación le ha elegido para { $reference }. Gracias por ayudar.
chosen-to-owners = { $name } se encarga ahora de { $reference }.
unclaimed-to-owners = Todavía nadie se encarga de { $reference }: { $kind }, { $window }. Busque a alguien que pueda ayudar.
group-to-link = { $reference } espera y nadie puede verla: { $area } todavía no tiene grupo. Añádame a un grupo y escriba allí /link { $area }.
unfinished-to-owners = { $name } se encarga de { $reference }. El tiempo ha terminado y todavía no sabemos cómo ha ido. Ya he preguntado.

decide-not-yours = Usted tiene parte en { $reference }. Sobre esto decide otra persona.

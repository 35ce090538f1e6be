### Los barrios y sus grupos

link-in-group = Escriba /link en el propio grupo. Antes, añádame al grupo.
link-not-allowed = Solo puede enlazar un grupo quien cuida de un barrio. Si le corresponde a usted, hable con quien dirige la red de ayuda.
link-which = ¿De qué barrio es este grupo? Toque su nombre.
link-how = También puede escribir /link y el nombre en un solo mensaje. Por ejemplo: /link Lavapiés.
link-how-first = Escriba /link y el nombre del barrio en un solo mensaje. Por ejemplo: /link Lavapiés.
link-again = Después, escriba /link otra vez.
link-made = He creado el barrio { $area } y he enlazado este grupo con él. Sus avisos aparecerán aquí.
link-done = Este grupo está ahora enlazado con { $area }. Sus avisos aparecerán aquí.
link-already = Este grupo ya estaba enlazado con { $area }. No ha cambiado nada.
link-moved = Este grupo está ahora enlazado con { $area }, y ya no con { $before }.
link-moved-within = Los avisos de { $area } aparecen ahora en este tema. En otra parte de este grupo ya no.
link-several = { $area } tiene ahora { $number } grupos. Sus avisos aparecen en todos.
link-next = Todavía no sé qué viviendas le pertenecen. Para decírmelo, escríbame /neighbourhood en privado.
link-unknown-name = No hay ningún barrio llamado { $area } del que usted cuide. Escriba solo /link y elija uno.
link-not-yours = De { $area } cuidan otras personas. Hable con ellas, o escriba solo /link y elija otro.
link-held-by-other = Este grupo muestra los avisos de { $area }, del que cuidan otras personas. Pídales primero que lo dejen.

neighbourhood-none = Todavía no hay ningún barrio. Para crear uno, escriba /setup.
ask-neighbourhood-which =
    ¿De qué barrio se trata?
ask-neighbourhood-part =
    ¿Qué quiere poner o cambiar?
neighbourhood-name = Nombre
neighbourhood-postcodes = Códigos postales
neighbourhood-outline = Contorno en el mapa
neighbourhood-homes = Número de viviendas
neighbourhood-adjacent = Barrios de al lado
neighbourhood-time-zone = Zona horaria
ask-neighbourhood-name =
    ¿Cómo se llama el barrio?

    Escriba su nombre, como lo dice la gente de allí.
ask-new-neighbourhood-name =
    ¿Cómo se llama el barrio?

    Escriba su nombre, como lo dice la gente de allí. Si tiene un archivo de mapa con varios, envíemelo, y creo uno de cada uno.
ask-neighbourhood-owner =
    ¿Quién cuida de este barrio?
owner-scheme = La propia red de ayuda
ask-neighbourhood-postcodes =
    ¿Qué códigos postales tiene?

    Escríbalos todos, separados por comas. Basta con el principio. Por ejemplo: «28012, 28013».
ask-neighbourhood-outline =
    ¿Cuál es su contorno en el mapa?

    Puede dibujarlo en una web como geojson.io y enviarme el archivo. También puede escribir una esquina por línea, con latitud, longitud. Por ejemplo: «40.4087, -3.7012».
ask-neighbourhood-homes =
    ¿Cuántas viviendas tiene?

    Basta un número aproximado. Si son pocas, los avisos lo nombran junto con el barrio de al lado.
ask-neighbourhood-adjacent =
    ¿Qué barrios están al lado?

    Si no hay ninguno, toque «{ button-several-done }».
ask-neighbourhood-time-zone =
    ¿En qué zona horaria está?

    Toque una, o escriba la ciudad grande más cercana. Por ejemplo: «Madrid».
ask-neighbourhood-more =
    Ahora están estos barrios: { $areas }.

    ¿Hay otro más?
ask-outline-which =
    Ha enviado más de una zona. ¿A cuál se refiere?
ask-outline-turned =
    Ese lugar está muy lejos de aquí. Encaja si cambio entre sí los dos números de cada esquina, latitud y longitud. ¿Los cambio?

    Si toca «{ button-no }», dejo el contorno sin poner.
button-outline-together = Todas juntas
outline-area = { $hectares ->
    [one] Zona { $number }, cerca de una hectárea
   *[other] Zona { $number }, unas { $hectares } hectáreas
}
preview-neighbourhood = Esto es lo que pondré para { $area }:
preview-new-neighbourhood = Este es el barrio nuevo { $area }:
neighbourhood-shows-name = Nombre: { $area }
neighbourhood-shows-name-only = Todavía no se sabe nada más de él. Puede añadirlo más tarde.
neighbourhood-shows-owner = Cuida de él: { $organisation }
neighbourhood-shows-postcodes = Códigos postales: { $postcodes }
neighbourhood-shows-outline = { $hectares ->
    [one] Contorno en el mapa: cerca de una hectárea
   *[other] Contorno en el mapa: unas { $hectares } hectáreas
}
neighbourhood-shows-homes = Número de viviendas: { $homes }
neighbourhood-shows-time-zone = Zona horaria: { $zone }
neighbourhood-shows-adjacent = Al lado: { $areas }
neighbourhood-shows-none-adjacent = Al lado: ninguno
neighbourhood-saved = Lo he guardado para { $area }.
neighbourhoods-made = { $number ->
    [one] He creado el barrio { $areas }.
   *[other] He creado { $number } barrios: { $areas }. Para añadir códigos postales y viviendas, escriba /neighbourhood.
}
preview-map = He encontrado estos en su mapa. ¿Creo un barrio de cada uno?
map-shows-area = { $hectares ->
    [one] { $area }: cerca de una hectárea
   *[other] { $area }: unas { $hectares } hectáreas
}
map-was-turned = Allí latitud y longitud estaban al revés. Las he cambiado entre sí.
neighbourhood-next = Para cambiar otra cosa, escriba /neighbourhood de nuevo.
outline-overlaps = { $hectares ->
    [0] Estos se solapan en menos de una hectárea: { $areas }. Una dirección que esté en los dos es de { $smaller }, que es más pequeño.
    [one] Estos se solapan en cerca de una hectárea: { $areas }. Una dirección que esté en los dos es de { $smaller }, que es más pequeño.
   *[other] Estos se solapan en unas { $hectares } hectáreas: { $areas }. Una dirección que esté en los dos es de { $smaller }, que es más pequeño.
}
outline-gap = { $hectares ->
    [one] Queda un hueco de cerca de una hectárea entre estos: { $areas }. Una dirección de allí no es de ninguno.
   *[other] Queda un hueco de unas { $hectares } hectáreas entre estos: { $areas }. Una dirección de allí no es de ninguno.
}
outline-alone = { $area } está a unos { $kilometres } kilómetros de { $other }, el más cercano de los otros. Si no es así, envíe otro contorno.

answer-neighbourhood-which = Barrio
answer-neighbourhood-part = Qué cambiar
answer-neighbourhood-name = Nombre
answer-new-neighbourhood-name = Nombre o mapa
answer-preview-map = Guardado del mapa
answer-neighbourhood-owner = Quién cuida de él
answer-neighbourhood-postcodes = Códigos postales
answer-neighbourhood-outline = Contorno
answer-outline-which = Qué zona
answer-outline-turned = Cambio de números
answer-neighbourhood-homes = Número de viviendas
answer-neighbourhood-adjacent = Barrios de al lado
answer-neighbourhood-time-zone = Zona horaria
answer-neighbourhood-more = Otro más
answer-preview-neighbourhood = Guardado
answer-preview-new-neighbourhood = Guardado

problem-file-wanted = Aquí solo puedo leer palabras y archivos. Envíe un archivo, o escriba su respuesta.
problem-name-there = Ya hay un barrio llamado { $area }. Elija otro nombre, o añádale algo. Para cambiar el de antes, pare aquí y escriba /neighbourhood.
problem-map-names = Ninguna zona de ese mapa tiene un nombre nuevo que yo pueda usar. Escriba ahora un nombre, y envíe el mapa cuando le pregunte por el contorno.
problem-name-too-long = Ese nombre es demasiado largo: { $length } caracteres. Use { $limit } como máximo.
problem-name-signs = Ese nombre tiene signos que no puedo usar. Use solo letras y números.
problem-postcodes-empty = No he visto ningún código postal. Escriba uno o más, separados por comas. Por ejemplo: «28012, 28013».
problem-postcodes-not-a-postcode = Hay algo que no es un código postal. Mire la lista y envíela otra vez, separada por comas. Por ejemplo: «28012, 28013».
problem-postcodes-too-many = Son demasiados códigos postales para mí. Puedo guardar 200. Envíe una lista más corta, o solo el principio de cada uno, como «280».
problem-postcode-taken = { $postcode } ya es de { $area }. Quítelo aquí y envíe la lista otra vez. O pare, y cambie primero { $area }.
problem-outline-broken = Lo que ha enviado está dañado o cortado, y no puedo leerlo hasta el final. Guárdelo otra vez como GeoJSON y envíeme el archivo.
problem-outline-not-geojson = No he podido leer eso como un contorno. Envíe un archivo GeoJSON, o tres líneas o más con latitud, longitud.
problem-outline-empty = En lo que ha enviado no hay nada dibujado. Dibuje el contorno, guárdelo como GeoJSON y envíelo otra vez.
problem-outline-only-points = En lo que ha enviado solo hay puntos o líneas. Dibuje una zona cerrada del todo y envíela otra vez.
problem-outline-not-an-area = Ese contorno no rodea nada. Necesita al menos tres esquinas. Mírelo y envíelo otra vez.
problem-outline-crosses-itself = Ese contorno se cruza consigo mismo. Ponga las esquinas en orden, una tras otra, y envíelo otra vez.
problem-outline-too-large = Ese contorno es demasiado grande para un barrio. Mire los números y envíe uno más pequeño.
problem-outline-too-many-points = Ese contorno tiene demasiadas esquinas para mí. Puedo guardar 5000. Dibújelo con menos detalle y envíelo otra vez.
problem-outline-too-many-areas = En lo que ha enviado hay demasiadas zonas. Puedo elegir entre 40. Guarde la que quiere en un archivo aparte.
problem-outline-out-of-range = Algunos números no son ningún lugar del mapa. Mírelos y envíe el contorno otra vez.
problem-outline-far = Ese contorno está a unos { $kilometres } kilómetros de cualquier lugar con la hora de { $zone }. Mire el archivo. Si el lugar es correcto, pare aquí, escriba /setup y ponga primero la zona horaria.
problem-time-zone = No conozco esa zona horaria. Toque un botón, o escriba una ciudad grande cercana, como «Madrid».

### En un grupo

group-hello = Hola. Soy Doorstep. Cuando este grupo esté unido a un barrio, publicaré aquí peticiones de ayuda. Para eso, quien dirige la red escribe /link y el nombre del barrio.
group-write-in-private = Escríbeme en privado. Lo que digas allí queda entre nosotros.
group-anonymous = No puedo saber quién ha escrito esto, porque se ha enviado en nombre del grupo. Escríbelo con tu propio nombre.
group-lost = Ya no puedo escribir en el grupo de { $neighbourhoods }. Sus tarjetas esperan hasta que pueda. Añádeme otra vez al grupo, o une otro grupo con /link.
button-guidance-yes = Sí, así lo haré
button-guidance-no = No, este tipo no
button-save = Guardar
button-finish = Terminar
button-record-check = Apuntar una comprobación
button-open-private-chat = Escribir en privado
card-of-another-group = Esta tarjeta no es de este grupo. Usa la tarjeta en el grupo de su barrio.

### En un grupo

group-hello = Hola. Soy Doorstep. Cuando este grupo esté enlazado con un barrio, pondré aquí peticiones de ayuda. Para eso, quien cuida del barrio escribe aquí /link.
group-write-in-private = Escríbame en privado. El grupo no ve lo que diga allí.
group-anonymous = No puedo saber quién ha escrito esto, porque se ha enviado en nombre del grupo. Escríbalo con su propio nombre.
group-lost = Ya no puedo escribir en el grupo de { $neighbourhoods }. Sus avisos esperan hasta que pueda. Déjeme escribir allí, añádame otra vez, o enlace otro grupo con /link.
button-guidance-yes = Sí, así lo haré
button-guidance-no = No, este tipo no
button-save = Guardar
button-finish = Terminar
button-record-check = Anotar una comprobación
button-open-private-chat = Escribir en privado
card-of-another-group = Este aviso no es de este grupo. Use el aviso en el grupo de su barrio.

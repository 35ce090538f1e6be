### What a card leaves out, so that nobody can tell from it whose it is

preview-small-place = { $home } es pequeño. Para que nadie sepa dónde vive usted, el aviso lo nombra junto con otros barrios.
preview-small-place-for = { $home } es pequeño. Para que nadie sepa dónde vive { $person }, el aviso lo nombra junto con otros barrios.
preview-left-out =
    Esto no está en el aviso, para que nadie sepa que se trata de usted: { $parts }

    Muy pocas personas cerca de usted han pedido lo mismo: menos de { $number } hasta ahora. Quien ayude lo verá en cuanto diga que sí.
preview-left-out-for =
    Esto no está en el aviso, para que nadie sepa que se trata de { $person }: { $parts }

    Muy pocas personas de allí han pedido lo mismo: menos de { $number } hasta ahora. Quien ayude lo verá en cuanto diga que sí.
details-left-out = Tenga en cuenta que esto no estaba en el aviso: { $parts }. Si no es para usted, toque «{ button-hand-back }». No pasa nada.
part-left-out = lo que no estaba en el aviso
part-left-out-for = lo que no estaba en el aviso
page-left-out = No está en el aviso, porque pocas personas lo comparten: { $parts }
pays-back-unsaid = se devuelve el dinero a quien ayuda
ask-rare-below =
    Hay cosas que dicen enseguida de quién es una petición, como un idioma que habla una sola persona. Un aviso las calla hasta que valen para al menos { $number } personas de allí. Quien se encarga de la petición las ve.

    Si está bien así, toque «{ button-skip }». O toque o escriba otro número.
answer-rare-below = Número de personas
setup-shows-rare = Un aviso solo cuenta de alguien lo que vale para al menos { $number } personas

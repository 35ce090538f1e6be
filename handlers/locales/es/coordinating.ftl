### Para quienes cuidan de la red de ayuda

complete-request = Una petición le necesita antes de que otras personas puedan verla. Referencia: { $reference }
complete-place = Lugar que se indicó: { $place }
complete-where = Todavía no tiene barrio. Toque el barrio que debe encargarse.
complete-kind = Todavía no tiene tipo. Toque el tipo de ayuda que encaje.
complete-already = Ya lo ha arreglado otra persona. No queda nada por hacer.
complete-noted = Gracias. Queda anotado.
choose-noted = Gracias. He avisado a quien ayuda. También lo sabrá quien lo pidió.
choose-already = { $reference } ya tiene quien se encargue, o está cerrada. No queda nada por hacer.
choose-not-able = Esta persona ya no puede encargarse de este tipo de ayuda. Elija a otra.
choose-holds-too-many = Esta persona ya tiene todas las tareas que quería. Elija a otra, o espere un poco.
chosen = La coordinación le ha elegido para { $reference }. Gracias por ayudar.
chosen-to-owners = { $name } se encarga ahora de { $reference }.
unclaimed-to-owners = Todavía nadie se encarga de { $reference }: { $kind }, { $window }. Busque a alguien que pueda ayudar.
group-to-link = { $reference } espera y nadie puede verla: { $area } todavía no tiene grupo. Añádame a un grupo y escriba allí /link { $area }.
unfinished-to-owners = { $name } se encarga de { $reference }. El tiempo ha terminado y todavía no sabemos cómo ha ido. Ya he preguntado.

decide-not-yours = Usted tiene parte en { $reference }. Sobre esto decide otra persona.

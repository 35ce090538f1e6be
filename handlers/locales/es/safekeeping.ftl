### Aviso a los dueños sobre las copias de seguridad

no-backup-disk-full = No hay copia de seguridad nueva: el disco de las copias está lleno. Por favor, haga sitio en él. Las copias anteriores siguen como estaban.
no-backup-folder = No hay copia de seguridad nueva: no se puede escribir en la carpeta de las copias. ¿Está conectado su disco? Las copias anteriores siguen como estaban.
no-backup-database = No hay copia de seguridad nueva: la base de datos está dañada. Por favor, guarde bien las copias anteriores y pida pronto que alguien la mire.
no-backup-keys = No hay copia de seguridad nueva: no se puede leer el archivo de las claves. Por favor, pida pronto que alguien lo mire.
no-backup-keys-copy = No se pudo escribir la copia de las claves. ¿Está conectado su disco? Sin las claves, nadie puede leer una copia de seguridad.
no-backup-doctor = Quien cuida del ordenador puede escribir «doorstep doctor». Dice qué hay que hacer. Se lo recordamos una vez al día hasta que funcione.
age-hours = { $number ->
    [one] más o menos una hora
   *[other] unas { $number } horas
}
age-days = { $number ->
    [one] un día
   *[other] { $number } días
}
restored = El servicio se recuperó de una copia de seguridad. Sigue desde { $moment }, hace { $age }. Lo que vino después se ha perdido. Por favor, revise tres cosas:
restored-check-claims = Primero, quién ayuda a quién. Las peticiones que alguien tomó después parecen libres. Otras quizá ya estén hechas. Pregunte en los grupos y mire /queue.
restored-check-cards = Segundo, los avisos en los grupos. Los avisos que llegaron después ya no llevan a ninguna parte. Quien pidió esa ayuda tiene que pedirla otra vez.
restored-check-people = Tercero, las personas. A quien escribió por primera vez después ya no se le conoce. Dígales en los grupos que escriban otra vez.
restored-quiet = Quien pidió que se le olvidara sigue olvidado. No se repite ningún mensaje anterior. Durante dos horas no se recuerda nada a nadie, para que usted pueda mirar primero.

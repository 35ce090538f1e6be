# Why a file that somebody sent cannot be used. Each is followed by what was asked before.

file-not-text = No he podido leer ese archivo, porque no contiene texto sin formato. Por favor, envíe otro.
file-too-large = Ese archivo es demasiado grande para mí. Por favor, envíe uno de 1 MB como máximo.
file-not-fetched = Ahora mismo no he podido recibir ese archivo. Por favor, envíelo otra vez.

# Why a photo that somebody sent cannot be used. Each is followed by what was asked before.

picture-not-a-picture = No he podido abrir esa foto. Por favor, haga otra y envíela.
picture-too-large = Esa foto es demasiado grande para mí. Por favor, envíe una más pequeña o una captura de pantalla.
picture-not-fetched = Ahora mismo no he podido recibir esa foto. Por favor, envíela otra vez.

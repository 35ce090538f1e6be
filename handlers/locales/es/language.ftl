### Idioma

ask-language =
    ¿En qué idioma quiere que le hable?

    Toque un botón.
language-set = Desde ahora le hablaré en español.

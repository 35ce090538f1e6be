### Idioma

ask-language =
    ¿En qué idioma quieres que te hable?

    Toca un botón.
language-set = Desde ahora te hablaré en español.

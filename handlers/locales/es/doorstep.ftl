# Todo lo que Doorstep dice en español.
#
# Frases cortas y palabras sencillas: muchas personas que leen están enfermas, son mayores, están
# solas o de luto. Si algo ha ido mal, el texto dice qué ha pasado y qué hacer ahora.

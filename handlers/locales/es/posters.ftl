### Carteles

ask-poster-area =
    ¿Para qué barrio es el cartel?
ask-poster-for =
    ¿Para qué es?
ask-poster-language =
    ¿En qué idioma?
button-poster-ask = Para quien necesita ayuda
button-poster-offer = Para quien quiere ayudar
answer-poster-area = Barrio
answer-poster-for = Para qué es
answer-poster-language = Idioma
poster-made-ask = Quien siga este enlace, o este cuadrado, pide ayuda en { $area }:
poster-made-offer = Quien siga este enlace, o este cuadrado, ofrece ayuda en { $area }:
poster-lets-in = Quien lea este enlace o el cartel puede entrar. Cuélguelo solo donde eso esté bien.
poster-print = Y este es el cartel. Imprímalo en A4 y cuélguelo.

poster-title-ask = ¿Le vendría bien una mano?
poster-title-offer = ¿Puede echar una mano?
poster-who = En { $area }, la gente del barrio se ayuda.
poster-who-scheme = { $scheme }: en { $area }, la gente del barrio se ayuda.
poster-about-ask = La compra, pasear al perro, llevarle en coche, hablar con alguien. Solo tiene que pedirlo. La ayuda es gratis, y solo quien le ayuda sabe dónde vive.
poster-about-offer = La compra, pasear al perro, llevar a alguien en coche, una llamada amable. Usted elige qué hace y cuándo. Una hora de vez en cuando ya es mucho.
poster-how = Apunte al cuadrado con la cámara del móvil. Se abre en la aplicación Telegram.

poster-hello-ask =
    Hola. Aquí puede pedir ayuda en { $area }. Le haré unas preguntas cortas. Puede parar en cualquier momento.

    Si la vida de alguien está en peligro, llame primero al { $numbers }.
poster-hello-offer = Hola. Aquí puede ofrecer ayuda en { $area }. Le haré unas preguntas cortas. Puede parar en cualquier momento.
poster-leads-nowhere = El barrio de este cartel ya no está aquí. Aun así puede pedir ayuda u ofrecerla. Elija.

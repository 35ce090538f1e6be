### Peligro: números de emergencia y alguien a quien se avisa

emergency-either = { $one } o al { $other }
emergency-ambulance = { $phone } (ambulancia)
emergency-fire = { $phone } (bomberos)
emergency-police = { $phone } (policía)

danger-ring = ¿Hay alguien en peligro? Llame ahora al { $numbers }. Yo soy una máquina y no puedo enviar a nadie.
danger-ring-again = Si hay alguien en peligro, llame ahora al { $numbers }.
danger-crisis = Si piensa en quitarse la vida, no tiene que pasar por eso a solas. Puede hablar ahora con alguien en el { $numbers }.
danger-lead-called = También he avisado a una persona que cuida aquí de la seguridad. Puede tardar un rato en leerlo.
danger-lead-sees = Esa persona puede ver la dirección y el teléfono que usted dio para su petición.
danger-no-lead = Ahora no puedo avisar a nadie que cuide aquí de la seguridad. Por eso, no nos espere.
danger-goes-on = Lo que ha escrito no se ha perdido. Seguimos aquí debajo.
danger-to-lead = Palabras de peligro de { $name }. Le he mostrado los números de emergencia.

### Los cargos, y cómo terminan

button-end-role = Retirar
button-leave-role = Ya no quiero hacer esto
button-leave-role-yes = Sí, lo dejo
button-more-roles = Ver más cargos

role-lead = Responsable de protección
role-colleague = Colega de otra organización
role-colleague-of = Colega de { $organisation }
role-coordinator = Persona que coordina
role-coordinator-of = Persona que coordina todo lo de { $organisation }
role-coordinator-of-all = Persona que coordina toda la red
role-coordinator-at = Persona que coordina { $areas }
role-coordinator-at-of = Persona que coordina { $areas } ({ $organisation })
role-contact = Contacto de otra organización
role-contact-of = Contacto de { $organisation }

roles-none = Nadie tiene un cargo todavía. Para invitar a alguien, escriba /invite.
roles-none-yours = Usted no tiene ningún cargo aquí, así que no hay nada que terminar.
roles-held = { $name }: { $role }
roles-held-yours = Usted: { $role }
roles-more = { $number ->
    [one] Hay uno más.
   *[other] Hay { $number } más.
}
role-end-sure = ¿De verdad termino esto? { $name }: { $role }
role-leave-sure = ¿De verdad termino esto? Usted: { $role }
role-ended = Esto ha terminado. { $name }: { $role }
role-left = { $name } ha dejado de ser: { $role }
role-ended-already = Esto ya había terminado, o no le toca a usted terminarlo. No queda nada por hacer.
role-ended-yours = Usted ya no es: { $role }. Lo ha terminado alguien que nombra aquí a las personas. Gracias por todo lo que ha hecho.
role-left-yours = Usted ya no es: { $role }. Gracias por todo lo que ha hecho.
role-ended-next = No se pierde nada. Las peticiones siguen como están, y ahora las cuidan otras personas. Lo que usted estaba escribiendo para ellas aquí no se envía.
role-ended-open = Lo demás sigue abierto para usted como antes.
role-ended-nobody-left = Ahora nadie más cuida de { $areas }. Lo que llegue de allí le llega a usted. Para invitar a alguien, escriba /invite.
role-ended-meanwhile = Usted ya no se encarga de esto. No se ha enviado nada.

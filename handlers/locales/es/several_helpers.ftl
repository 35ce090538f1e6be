### Solicitudes para varias personas

answer-helpers-wanted = Cuántas personas
ask-helpers-wanted =
    ¿Cuántas personas hacen falta?

    Para algo grande o pesado puede hacer falta más de una.
helpers = { $number ->
    [one] { $number } persona
   *[other] { $number } personas
}
card-place = Persona { $slot } de { $slots }
claim-other-place = Usted ya ayuda aquí. De este lugar puede encargarse otra persona.
taken-place = Es la persona { $slot } de { $slots }.
details-place = Usted es la persona { $slot } de { $slots }. A cada una se le ha dicho lo mismo.
sent-several = { $number ->
    [one] Enviada. Ha pedido { $number } persona: { $references }.
   *[other] Enviada. Ha pedido { $number } personas. Cada una tiene su referencia: { $references }.
}
place-standing = Persona { $slot } de { $slots }:

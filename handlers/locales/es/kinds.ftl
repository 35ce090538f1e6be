### Tipos de ayuda

kind-shopping = Compra
kind-food-parcel = Paquete de comida
kind-hot-meal = Comida caliente
kind-errand = Recado
kind-post = Correo
kind-dog-walk = Pasear al perro
kind-doorstep-chat = Charla en la puerta
kind-pharmacy-run = Ir a la farmacia
kind-phone-call = Llamada amiga
kind-lift = Llevar en coche
kind-listening = Alguien con quien hablar
kind-paperwork = Papeleo
kind-something-else = Otra cosa

### Cómo es una petición

size-small = Una bolsa pequeña
size-bags = Unas cuantas bolsas
size-large = Algo grande o pesado

need-car = Un coche
need-step-free = Sin escalones
need-heavy-lifting = Cargar peso
need-dog = Un perro en casa

pays-nothing-to-pay = no hay nada que pagar
pays-paid-already = ya está pagado
pays-paid-back = se devuelve el dinero a quien ayuda, hasta { $ceiling }

pays-choice-nothing = No hay nada que pagar
pays-choice-already = Ya está pagado
pays-choice-back = Lo devuelvo, hasta { $ceiling }
pays-choice-other = Devuelvo otra cantidad

# Cada idioma se escribe en su propia lengua.
language-en = English
language-es = Español
language-any = Cualquier idioma

# El texto de un botón que ofrece una hora.
window-morning = { $window }
window-afternoon = { $window }
window-evening = { $window }
window-day = { $window }
window-hours = { $window }
window-days = { $window }

number = { $number }

# Cómo se escribe un día: letras como en los patrones de fecha de Unicode (EEEE el día de la
# semana, d el día, MMMM el mes); otras palabras van entre comillas simples.
date-pattern = EEEE d 'de' MMMM
full-day = { $day } de { $year }
years-until = { $day }

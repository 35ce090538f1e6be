### Kinds of help

kind-shopping = Shopping
kind-food-parcel = Food parcel
kind-hot-meal = Hot meal
kind-errand = Errand
kind-post = Post
kind-dog-walk = Dog walk
kind-doorstep-chat = Doorstep chat
kind-pharmacy-run = Pharmacy run
kind-phone-call = Friendly phone call
kind-lift = Lift
kind-listening = Someone to talk to
kind-paperwork = Paperwork
kind-something-else = Something else

### What a request is like

size-small = One small bag
size-bags = A few bags
size-large = Something large or heavy

need-car = A car
need-step-free = No steps
need-heavy-lifting = Heavy lifting
need-dog = A dog at home

pays-nothing-to-pay = nothing to pay
pays-paid-already = paid already
pays-paid-back = the helper is paid back, up to { $ceiling }

pays-choice-nothing = There is nothing to pay
pays-choice-already = It is paid already
pays-choice-back = I pay back, up to { $ceiling }
pays-choice-other = I pay back another amount

# Each language is written in itself.
language-en = English
language-es = Español
language-any = Any language

# The label of a button for an offered time.
window-morning = { $window }
window-afternoon = { $window }
window-evening = { $window }
window-day = { $window }
window-hours = { $window }
window-days = { $window }

number = { $number }

# How a day is written: letters as in Unicode's date patterns (EEEE the day of the week,
# d the day, MMMM the month), other words between single quotes.
date-pattern = EEEE d MMMM
full-day = { $day } { $year }
years-until = { $day }

### Guidance for helpers, one for each kind

guidance-shopping =
    Shopping: keep to the list and to the agreed amount. Ask before you buy something else.

    Keep the receipt and hand it over with the bags. Never take a bank card or a PIN.
guidance-food-parcel =
    Food parcel: bring the parcel to the door and wait until it is taken in.

    Do not open it. If nobody answers, tell us. Please do not leave it outside.
guidance-hot-meal =
    Hot meal: go straight from the kitchen to the door, so that the meal stays hot.

    Wash your hands first. Ask about allergies if you cooked it yourself.
guidance-errand =
    Errand: do what was agreed, and ask before you do more.

    Stay within the agreed amount and keep the receipt. Never take a bank card or a PIN.
guidance-post =
    Post: collect or bring letters and parcels as they are. Do not open or read anything.

    Ask for a slip if the post office needs one.
guidance-dog-walk =
    Dog walk: ask what the dog likes and what it fears. Keep it on the lead.

    Take bags with you. If something happens, ring the owner first.
guidance-doorstep-chat =
    Doorstep chat: stay at the door or outside, and keep to the time you agreed.

    Listen more than you talk. What you hear stays with you.
guidance-pharmacy-run =
    Pharmacy run: give the name that you were told. Bring the medicine straight to the door.

    Do not open the bag and do not give advice about medicine. What you see stays with you.
guidance-phone-call =
    Friendly phone call: ring at the agreed time. Say your first name and that Doorstep sent you.

    Listen more than you talk. What you hear stays with you.
guidance-lift =
    Lift: your car must be insured, safe and taxed. Everybody wears a seat belt.

    Allow plenty of time and help only as much as is wished. Do not ask about the appointment.
guidance-listening =
    Someone to talk to: you do not have to fix anything. Being there is enough.

    What you hear stays with you. If you fear that somebody may come to harm, tell a coordinator at once.
guidance-paperwork =
    Paperwork: read and explain, but let the person decide and sign.

    Never note down passwords or PINs, and never handle money. What you read stays with you.
guidance-something-else =
    Something else: a coordinator tells you what is needed before you say yes.

    Do only what was agreed. If you are not sure, ask.

### Danger: emergency numbers, and a lead who is called

emergency-either = { $one } or { $other }
emergency-ambulance = { $phone } (ambulance)
emergency-fire = { $phone } (fire)
emergency-police = { $phone } (police)

danger-ring = Is somebody in danger? Please ring { $numbers } now. I am a computer and cannot send anybody.
danger-ring-again = If somebody is in danger, please ring { $numbers } now.
danger-crisis = If you think of ending your life, you do not have to be alone with that. You can talk to somebody now: { $numbers }.
danger-lead-called = I have also told a person who looks after safety here. It can take them a while to read it.
danger-lead-sees = They can see the address and phone number that you gave for your request.
danger-no-lead = I cannot reach anybody here who looks after safety just now. So please do not wait for us.
danger-goes-on = What you wrote is not lost. We go on below.
danger-to-lead = Words of danger from { $name }. I have shown them the emergency numbers.

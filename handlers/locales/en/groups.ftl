### In a group

group-hello = Hello. I am Doorstep. Once this group is linked to a neighbourhood, I will post requests for help here. For that, whoever looks after it writes /link here.
group-write-in-private = Please write to me in private. The group does not see what you say there.
group-anonymous = I cannot tell who wrote this, because it was sent in the name of the group. Please write it under your own name.
group-lost = I can no longer write in the group of { $neighbourhoods }. Cards for it wait until I can. Please let me write there, add me again, or link another group with /link.
button-guidance-yes = Yes, I will keep to this
button-guidance-no = No, not this kind
button-save = Save
button-finish = Finish
button-record-check = Record a check
button-open-private-chat = Write in private
card-of-another-group = This card does not belong to this group. Please use the card in the neighbourhood's own group.

### Posters

ask-poster-area =
    Which neighbourhood is the poster for?
ask-poster-for =
    What is it for?
ask-poster-language =
    In which language?
button-poster-ask = For people who need help
button-poster-offer = For people who want to help
answer-poster-area = Neighbourhood
answer-poster-for = What it is for
answer-poster-language = Language
poster-made-ask = Whoever follows this link, or this square, asks for help in { $area }:
poster-made-offer = Whoever follows this link, or this square, offers help in { $area }:
poster-lets-in = Whoever reads this link or the poster can come in. Please hang it up only where that is right.
poster-print = And this is the poster. Please print it on A4 and hang it up.

poster-title-ask = Could you use a hand?
poster-title-offer = Could you lend a hand?
poster-who = Neighbours in { $area } help one another.
poster-who-scheme = { $scheme }: neighbours in { $area } help one another.
poster-about-ask = Shopping, a walk with the dog, a lift, somebody to talk to. Just ask. The help is free, and only the neighbour who helps you learns where you live.
poster-about-offer = Shopping, a walk with the dog, a lift, a friendly phone call. You choose what you do, and when. One hour now and then is plenty.
poster-how = Point your phone's camera at the square. It opens in the app Telegram.

poster-hello-ask =
    Hello. Here you can ask for help in { $area }. I will ask you a few short questions. You can stop at any time.

    If somebody's life is in danger, please ring { $numbers } first.
poster-hello-offer = Hello. Here you can offer help in { $area }. I will ask you a few short questions. You can stop at any time.
poster-leads-nowhere = The neighbourhood of this poster is not there any more. But you can still ask for help or offer it. Please choose.

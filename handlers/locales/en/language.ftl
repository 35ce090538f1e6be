### Language

ask-language =
    Which language shall I speak with you?

    Please tap a button.
language-set = From now on I will speak English with you.

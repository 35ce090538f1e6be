# Everything that Doorstep says in English.
#
# Short sentences and plain words: many readers are ill, old, alone or grieving. A text about
# something that went wrong says what was wrong and what to do now.

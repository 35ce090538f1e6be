"""What holds for every test: none of them fails only because the machine is busy."""

from hypothesis import settings

settings.register_profile("any machine", deadline=None)
settings.load_profile("any machine")

"""The settings of a whole scheme as a file that people can read and change: no person is in it."""

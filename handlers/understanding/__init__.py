"""Understanding what people type: times, postcodes, outlines and words that call for care.

Everything here is a pure function; the words of each language are data, one file in `words/`.
"""

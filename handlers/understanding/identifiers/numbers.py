"""Numbers that belong to one person: of phones, papers, cards and doors' codes; dates of birth."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from handlers.understanding.identifiers.kinds import Found, Identifier
from handlers.understanding.identifiers.listed import any_of, numbers, words
from handlers.understanding.identifiers.reading import Reading

#: Regions whose numbers are known in the form in which they are dialled at home.
_REGIONS: Final = ("GB", "ES", "UA")
#: As many digits as a telephone number has, with a country or without; and a code for a door.
_PHONE_DIGITS: Final = range(7, 16)
_CODE_DIGITS: Final = 3
#: How far from a word such as "code" its digits are looked for, in words.
_FILLERS: Final = r"(?:[\s:,=-]+(?!\d)[\w'-]+){0,5}?"
_RUN: Final = re.compile(r"(?<!\w)[+(]{0,2}\d(?:[\s().,/-]{0,3}\d)*(?!\w)")
_DATE: Final = re.compile(r"(?<!\d)(\d{1,2})\s?[./-]\s?(\d{1,2})\s?[./-]\s?(\d{4}|\d{2})(?!\d)")
#: Years in which somebody may be born who asks for help.
_BIRTH_YEAR: Final = r"(?:19\d\d|200\d|201\d)"
_MIXED: Final = re.compile(r"(?<![\w£€$])(?=[\w-]*\d)(?=[\w-]*[^\W\d_])[\w-]{4,}(?!\w)")
_MEASURE: Final = re.compile(
    r"\d+(?:[.,]\d+)?(?:st|nd|rd|th|g|kg|ml|cl|l|m|cm|mm|km|lb|lbs|oz|am|pm|h|hrs?|mins?|pack"
    r"|гр?|кг|мл|л|см|грн|год|хв)"
)
_NINO: Final = re.compile(r"(?<!\w)[a-z]{2}\s?(?:\d\s?){6}[a-d](?!\w)")
_UKRAINIAN_PASSPORT: Final = re.compile(r"(?<!\w)[а-яіїєґ]{2}\s?\d{6}(?!\w)")
_SPANISH_PAPER: Final = re.compile(
    r"(?<!\w)(?:\d{1,2}\.?\d{3}\.?\d{3}[\s-]?[a-z]|[xyz]-?\d{7}-?[a-z])(?!\w)"
)
_ACCOUNT: Final = re.compile(r"(?<!\w)[a-z]{2}\d{2}(?:\s?[a-z\d]{2,4}){3,8}(?!\w)")


def belonging(reading: Reading) -> Iterator[Found]:
    """Find the numbers that belong to one person."""
    yield from _papers(reading)
    yield from _births(reading)
    yield from _phones(reading)
    yield from _codes(reading)
    yield from _spelled(reading)


# --- Papers and cards ----------------------------------------------------------------------------


@cache
def _named_paper() -> re.Pattern[str]:
    return re.compile(
        rf"\b{any_of('papers')}\b{_FILLERS}[\s:.#-]*(?P<number>[a-z]?\d[\w\s./-]{{2,}}\w)"
    )


def _papers(reading: Reading) -> Iterator[Found]:
    plain = reading.plain
    for pattern in (_NINO, _UKRAINIAN_PASSPORT, _SPANISH_PAPER):
        for each in pattern.finditer(plain):
            yield reading.found(Identifier.PAPER, *each.span())
    for each in _named_paper().finditer(plain):
        start, end = each.span("number")
        last = _end_of_digits(plain[start:end])
        yield reading.found(Identifier.PAPER, start, start + last)
    for each in _ACCOUNT.finditer(plain):
        if _is_account(each[0]):
            yield reading.found(Identifier.PAPER, *each.span())
    for each in _RUN.finditer(plain):
        if _is_papers_number(_digits(each[0])):
            yield reading.found(Identifier.PAPER, *each.span())


def _end_of_digits(text: str) -> int:
    """Return where the last word with a digit ends, with a letter that checks it."""
    last = 0
    for each in re.finditer(r"[\w]*\d[\w]*(?:[\s-][a-z](?!\w))?", text):
        if last and each.start() - last > 3:
            break
        last = each.end()
    return last


def _is_account(text: str) -> bool:
    # Imported with the first text that may hold one.
    from stdnum import iban  # noqa: PLC0415

    return iban.is_valid(text)


def _is_papers_number(digits: str) -> bool:
    from stdnum import luhn  # noqa: PLC0415
    from stdnum.gb import nhs  # noqa: PLC0415

    if len(digits) == 10 and not digits.startswith("0"):
        return nhs.is_valid(digits)
    return 13 <= len(digits) <= 19 and luhn.is_valid(digits)


@cache
def _birth() -> re.Pattern[str]:
    month = any_of("months")
    day = rf"\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+|de\s+)?{month}"
    us = rf"{month}\s+\d{{1,2}}(?:st|nd|rd|th)?"
    return re.compile(rf"(?<!\w)(?:{day}|{us}),?\s+(?:de[l]?\s+)?{_BIRTH_YEAR}(?!\d)")


@cache
def _near_birth() -> re.Pattern[str]:
    year = r"(?:19|20)\d\d"
    date = rf"\d{{1,2}}[\s./-]+(?:de\s+|of\s+)?[\w]+[\s./-]+(?:de\s+)?\d{{2,4}}|{year}"
    return re.compile(rf"(?<!\w){any_of('births')}{_FILLERS}[\s:,]+(?P<date>{date})")


def _births(reading: Reading) -> Iterator[Found]:
    plain = reading.plain
    for each in _DATE.finditer(plain):
        if re.fullmatch(_BIRTH_YEAR, each[3]):
            yield reading.found(Identifier.PAPER, *each.span())
    for each in _birth().finditer(plain):
        yield reading.found(Identifier.PAPER, *each.span())
    for each in _near_birth().finditer(plain):
        yield reading.found(Identifier.PAPER, *each.span("date"))


# --- Telephones ----------------------------------------------------------------------------------


def _phones(reading: Reading) -> Iterator[Found]:
    # Its tables take some room, so that they are read with the first text only.
    from phonenumbers import Leniency, PhoneNumberMatcher  # noqa: PLC0415

    plain = reading.plain
    for each in _RUN.finditer(plain):
        if len(_digits(each[0])) in _PHONE_DIGITS and not _DATE.fullmatch(each[0].strip("(")):
            yield reading.found(Identifier.PHONE, *each.span())
    for region in _REGIONS:
        for match in PhoneNumberMatcher(plain, region, leniency=Leniency.VALID):
            yield reading.found(Identifier.PHONE, match.start, match.end)


def _digits(text: str) -> str:
    return "".join(sign for sign in text if sign.isdigit())


# --- Codes ---------------------------------------------------------------------------------------


@cache
def _named_code() -> re.Pattern[str]:
    # A time of the day or an amount of money is no code, however near it stands.
    code = r"(?<![£€$\d])[#*]?(?=[\w#*-]*\d)[\w#*-]{3,}(?![:.,]\d)"
    return re.compile(rf"\b{any_of('codes')}\b{_FILLERS}[\s:=-]+(?P<code>{code})")


def _codes(reading: Reading) -> Iterator[Found]:
    for each in _named_code().finditer(reading.plain):
        if not _MEASURE.fullmatch(each["code"]):
            yield reading.found(Identifier.CODE, *each.span("code"))
    for each in re.finditer(r"(?<![\w&])#\s?\d{3,}|(?<!\w)\d{3,}\s?#", reading.plain):
        yield reading.found(Identifier.CODE, *each.span())
    for each in _MIXED.finditer(reading.plain):
        digits = len(_digits(each[0]))
        if digits >= 2 and not _MEASURE.fullmatch(each[0]) and "-" not in each[0]:
            yield reading.found(Identifier.CODE, *each.span())


# --- Numbers in words ----------------------------------------------------------------------------

_WORD: Final = re.compile(r"[\w']+")
#: Letters that are written in the place of a digit: "o7700 9oo 77l".
_IN_PLACE_OF_DIGIT: Final = frozenset("oil")


def _spelled(reading: Reading) -> Iterator[Found]:
    """Find numbers of four digits or more that are written in words, or broken up."""
    run: list[re.Match[str]] = []
    for each in (*_WORD.finditer(reading.plain), None):
        if each is not None and _is_number(each[0]) and _goes_on(reading.plain, run, each):
            run.append(each)
            continue
        yield from _as_number(reading, run)
        run = [each] if each is not None and _is_number(each[0]) else []


def _goes_on(plain: str, run: list[re.Match[str]], each: re.Match[str]) -> bool:
    return (
        not run or re.fullmatch(r"[\s,.;-]{0,3}", plain[run[-1].end() : each.start()]) is not None
    )


def _is_number(word: str) -> bool:
    if word in numbers("digits") or word in numbers("repeats"):
        return True
    return any(sign.isdigit() for sign in word) and all(
        sign.isdigit() or sign in _IN_PLACE_OF_DIGIT for sign in word
    )


def _as_number(reading: Reading, run: list[re.Match[str]]) -> Iterator[Found]:
    if all(each[0].isdigit() for each in run):
        return
    length = sum(_length(each[0]) for each in run)
    if length > _CODE_DIGITS:
        kind = Identifier.PHONE if length >= _PHONE_DIGITS.start else Identifier.CODE
        yield reading.found(kind, run[0].start(), run[-1].end())


def _length(word: str) -> int:
    """Return about how many digits a word stands for."""
    if word in numbers("repeats"):
        return numbers("repeats")[word] - 1
    if word in numbers("digits"):
        return len(str(numbers("digits")[word]).rstrip("0")) or 1
    return len(word)


def is_number_word(word: str) -> bool:
    """Say whether a folded word names a number or a month."""
    return word in numbers("digits") or word in numbers("repeats") or word in words("months")

"""The individual identification number (ЖСН, ИИН): twelve digits that must not be shown to anyone.

Six digits of the date of birth, one of century and sex, four of a serial number, one check digit:
Rules for forming the identification number, Government Resolution No. 406 of 22 May 2007
(adilet P070000406_, last known edition of 2013; status today unknown), under the Law No. 223 of
12 January 2007, on the national registers of identification numbers. The text of the algorithm was
not at hand: it is the one on which public implementations agree.
"""

import re
from dataclasses import dataclass
from datetime import date

from shared.kernel.errors import Invalid
from shared.kernel.text import Text

FORMING = "Rules for forming the identification number (Resolution No. 406, 22.05.2007; last known)"

TWELVE_DIGITS = re.compile(r"[0-9]{12}")
FIRST_WEIGHTS = (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)
SECOND_WEIGHTS = (3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2)
NO_DIGIT = 10
CENTURIES = {"1": 1800, "2": 1800, "3": 1900, "4": 1900, "5": 2000, "6": 2000}
"""By the seventh digit; odd for men, even for women."""

NOT_TWELVE_DIGITS = Text(
    kk="ЖСН он екі цифрдан тұрады.",
    ru="ИИН состоит из двенадцати цифр.",
    en="An IIN has twelve digits.",
)
NOT_A_BIRTHDAY = Text(
    kk="ЖСН-ның алғашқы жеті цифры туған күнді білдірмейді.",
    ru="Первые семь цифр ИИН не означают дату рождения.",
    en="The first seven digits of the IIN are not a date of birth.",
)
WRONG_CHECK_DIGIT = Text(
    kk="ЖСН-ның бақылау цифры қате.",
    ru="Контрольная цифра ИИН неверна.",
    en="The check digit of the IIN is wrong.",
)


class InvalidIin(Invalid):
    """Says what is wrong with the number, and never the number."""

    code = "invalid-iin"

    def __init__(self, message: Text) -> None:
        super().__init__(message, provision=FORMING)


@dataclass(frozen=True, slots=True, repr=False)
class Iin:
    """A well-formed number. It is shown nowhere, its own `repr` included."""

    digits: str

    def __repr__(self) -> str:
        return "Iin(***)"


def checked_iin(given: str, today: date) -> Iin:
    """The number, if a person born no later than today can have it.

    Raises:
        InvalidIin: not twelve digits, no such day of birth, or a wrong check digit.
    """
    if not TWELVE_DIGITS.fullmatch(given):
        raise InvalidIin(NOT_TWELVE_DIGITS)
    birthday = _birthday(given)
    if birthday is None or birthday > today:
        raise InvalidIin(NOT_A_BIRTHDAY)
    if check_digit(given[:11]) != int(given[11]):
        raise InvalidIin(WRONG_CHECK_DIGIT)
    return Iin(given)


def check_digit(head: str) -> int | None:
    """The twelfth digit to these eleven, or None: then nobody is given such a number."""
    remainder = _weighed(head, FIRST_WEIGHTS)
    if remainder == NO_DIGIT:
        remainder = _weighed(head, SECOND_WEIGHTS)
    return None if remainder == NO_DIGIT else remainder


def _weighed(head: str, weights: tuple[int, ...]) -> int:
    return sum(int(digit) * weight for digit, weight in zip(head, weights, strict=True)) % 11


def _birthday(digits: str) -> date | None:
    century = CENTURIES.get(digits[6])
    if century is None:
        return None
    try:
        return date(century + int(digits[:2]), int(digits[2:4]), int(digits[4:6]))
    except ValueError:
        return None

"""People who do not exist: numbered, with well-formed numbers of people born in the 1860s on."""

from datetime import date, timedelta

from kurultai.client import Person

FIRST_BIRTHDAY = date(1860, 1, 1)
BIRTHDAYS = 14_000
BORN_IN_1800S_MAN = 1

FIRST_WEIGHTS = (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)
SECOND_WEIGHTS = (3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2)
NO_DIGIT = 10


def person(number: int, label: str) -> Person:
    """The invented person of that number, from 0 on; the same number is the same person."""
    return Person(iin(number), label)


def iin(number: int) -> str:
    """A well-formed individual identification number (12 digits) of nobody in particular."""
    serial = number * 10
    while (found := _with_check_digit(number, serial)) is None:
        serial += 1
    return found


def _with_check_digit(number: int, serial: int) -> str | None:
    born = FIRST_BIRTHDAY + timedelta(days=number % BIRTHDAYS)
    head = f"{born:%y%m%d}{BORN_IN_1800S_MAN}{serial % 10_000:04d}"
    check = _weighed(head, FIRST_WEIGHTS)
    if check == NO_DIGIT:
        check = _weighed(head, SECOND_WEIGHTS)
    return None if check == NO_DIGIT else f"{head}{check}"


def _weighed(head: str, weights: tuple[int, ...]) -> int:
    return sum(int(digit) * weight for digit, weight in zip(head, weights, strict=True)) % 11

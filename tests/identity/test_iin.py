"""The individual identification number: which twelve digits can be someone's."""

from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from services.identity.domain.iin import FIRST_WEIGHTS, InvalidIin, check_digit, checked_iin
from tests.identity.builders import TODAY, nobodys_iin

GOOD_BY_THE_FIRST_WEIGHTS = "010101100018"
GOOD_BY_THE_SECOND_WEIGHTS = "010101100903"
HEAD_WITHOUT_A_CHECK_DIGIT = "01010110099"


def refusal(given: str, today: date = TODAY) -> InvalidIin:
    with pytest.raises(InvalidIin) as refused:
        checked_iin(given, today)
    return refused.value


def first_sum(iin: str) -> int:
    return sum(int(d) * w for d, w in zip(iin[:11], FIRST_WEIGHTS, strict=True)) % 11


def test_a_number_whose_first_weighted_sum_gives_the_check_digit_is_good():
    # 0·1+1·2+0·3+1·4+0·5+1·6+1·7+0·8+0·9+0·10+1·11 = 30, and 30 = 2·11 + 8.
    assert first_sum(GOOD_BY_THE_FIRST_WEIGHTS) == 8
    assert checked_iin(GOOD_BY_THE_FIRST_WEIGHTS, TODAY).digits == GOOD_BY_THE_FIRST_WEIGHTS


def test_a_number_whose_first_sum_is_ten_is_checked_by_the_second_weights():
    # First 2+4+6+7+9·10 = 109 = 9·11 + 10; then 4+6+8+9+9·1 = 36 = 3·11 + 3.
    assert first_sum(GOOD_BY_THE_SECOND_WEIGHTS) == 10
    assert checked_iin(GOOD_BY_THE_SECOND_WEIGHTS, TODAY).digits == GOOD_BY_THE_SECOND_WEIGHTS


@pytest.mark.parametrize("last", "0123456789")
def test_eleven_digits_whose_second_sum_is_ten_too_are_nobodys_with_any_last_digit(last):
    # First 2+4+6+7+9·10+9·11 = 208 = 18·11 + 10; then 4+6+8+9+9·1+9·2 = 54 = 4·11 + 10.
    assert check_digit(HEAD_WITHOUT_A_CHECK_DIGIT) is None
    assert "check digit" in refusal(HEAD_WITHOUT_A_CHECK_DIGIT + last).message.en


@pytest.mark.parametrize("last", "012345679")
def test_any_other_check_digit_is_refused(last):
    assert "check digit" in refusal(GOOD_BY_THE_FIRST_WEIGHTS[:11] + last).message.en


@pytest.mark.parametrize(
    "given",
    [
        "",
        "01010110001",
        "0101011000180",
        " 010101100018",
        "010101100018\n",
        "01010110001a",
        "0101-1100018",
        "٠١٠١٠١١٠٠٠١٨",
        "\uff10\uff11\uff10\uff11\uff10\uff11\uff11\uff10\uff10\uff10\uff11\uff18",
        "+10101100018",
    ],
)
def test_what_is_not_twelve_plain_digits_is_refused(given):
    assert "twelve digits" in refusal(given).message.en


@pytest.mark.parametrize(
    "head",
    [
        "01023010001",  # 30 February
        "01022910001",  # 1801 had no 29 February
        "00022910001",  # nor had 1800, which is no leap year
        "01130110001",  # a thirteenth month
        "01000110001",  # no month
        "01010010001",  # no day
        "01010100001",  # century 0
        "01010170001",  # century 7
        "01010190001",
    ],
)
def test_a_date_of_birth_that_never_was_is_refused(head):
    assert "date of birth" in refusal(f"{head}{check_digit(head) or 0}").message.en


def test_a_leap_day_that_was_is_accepted():
    assert checked_iin(_complete("0402291"), TODAY)
    assert checked_iin(_complete("0002295"), TODAY)


def test_nobody_is_registered_before_they_are_born():
    unborn = _complete(f"{TODAY + timedelta(days=1):%y%m%d}5")
    born_today = _complete(f"{TODAY:%y%m%d}6")

    assert "date of birth" in refusal(unborn).message.en
    assert checked_iin(born_today, TODAY)


@pytest.mark.parametrize(
    ("seventh", "year"),
    [("1", 1890), ("2", 1890), ("3", 1990), ("4", 1990), ("5", 2090), ("6", 2090)],
)
def test_the_seventh_digit_says_the_century(seventh, year):
    number = _complete(f"900101{seventh}")

    assert checked_iin(number, date(year, 1, 1))
    assert "date of birth" in refusal(number, date(year - 1, 12, 31)).message.en


@given(st.text(max_size=14) | st.from_regex(r"[0-9]{12}", fullmatch=True))
def test_whatever_is_given_no_refusal_repeats_it(given):
    try:
        iin = checked_iin(given, TODAY)
    except InvalidIin as refused:
        said = [refused.message.kk, refused.message.ru, refused.message.en, str(refused)]
        assert not any(given in words for words in said if len(given) > 3)
    else:
        assert given not in f"{iin} {iin!r}"


@given(number=st.integers(0, 5_000_000), place=st.integers(0, 11), change=st.integers(1, 9))
def test_one_wrong_digit_is_noticed(number, place, change):
    good = nobodys_iin(number)
    # The eleventh digit weighs 11, which is nothing modulo 11: the rule itself does not see it.
    assume(place != 10)
    wrong = good[:place] + str((int(good[place]) + change) % 10) + good[place + 1 :]
    # Nor does it promise anything where one of the two is checked by the second weights.
    assume(10 not in (first_sum(good), first_sum(wrong)))

    refusal(wrong)


def _complete(head: str) -> str:
    serials = (f"{head}{serial:04d}" for serial in range(1, 100))
    return next(f"{h}{digit}" for h in serials if (digit := check_digit(h)) is not None)

"""A replay reads its files strictly, and says in one line what is wrong and where."""

import pytest

from kurultai.replay.files import BadFile, read
from tests.kurultai.roll_calls import BALLOTS, MANDATES, POLLS, a_folder


def test_a_mandate_missing_from_the_file_is_enrolled_and_reported(tmp_path):
    roll_calls = read(a_folder(tmp_path))

    assert roll_calls.missing == ["e"]
    assert set(roll_calls.parties) == set("abcde")
    assert roll_calls.polls[0].published == {"yes": 3, "no": 1, "abstain": 0, "no_show": 1}


@pytest.mark.parametrize(
    ("broken", "says"),
    [
        ({"ballots": BALLOTS.replace("vote", "choice")}, "ballots.csv, row 1: the column vote"),
        ({"polls": POLLS.replace(",abstain", "")}, "polls.csv, row 1: the column abstain"),
        ({"ballots": BALLOTS + "1,f,maybe\n"}, "ballots.csv, row 7: “maybe” is not a vote"),
        ({"ballots": BALLOTS + "1,a,yes\n"}, "ballots.csv, row 7: mandate a votes a second time"),
        ({"ballots": BALLOTS + "2,a,yes\n"}, "ballots.csv, row 7: poll 2 is not in polls.csv"),
        ({"ballots": BALLOTS + "1,f\n"}, "ballots.csv, row 7: it has not as many fields"),
        ({"ballots": BALLOTS + "1,f,yes,9\n"}, "ballots.csv, row 7: it has not as many fields"),
        ({"polls": POLLS.replace(",3,", ",three,")}, "polls.csv, row 2: yes is “three”"),
        ({"polls": POLLS.replace(",3,", ",-3,")}, "polls.csv, row 2: yes is “-3”"),
        ({"polls": POLLS + POLLS.splitlines()[1]}, "polls.csv, row 3: poll 1 stands there twice"),
        ({"mandates": MANDATES + 'a,I,,""\n'}, "mandates.csv, row 6: mandate a stands there twice"),
        ({"polls": POLLS.splitlines()[0]}, "polls.csv: there is no poll in it"),
        ({"polls": ""}, "polls.csv, row 1: the column"),
    ],
)
def test_a_broken_file_is_named_with_its_row(tmp_path, broken, says):
    with pytest.raises(BadFile) as refusal:
        read(a_folder(tmp_path, **broken))

    assert says in str(refusal.value)
    assert "\n" not in str(refusal.value)


def test_a_file_that_is_not_there_is_named(tmp_path):
    a_folder(tmp_path)
    (tmp_path / "ballots.csv").unlink()

    with pytest.raises(BadFile, match=r"ballots\.csv: No such file"):
        read(tmp_path)


def test_a_file_in_another_encoding_is_named_with_the_row(tmp_path):
    a_folder(tmp_path)
    (tmp_path / "polls.csv").write_bytes(POLLS.encode("cp1251"))

    with pytest.raises(BadFile, match=r"polls\.csv, row 2: the text is not UTF-8"):
        read(tmp_path)


def test_a_title_over_two_lines_is_one_row(tmp_path):
    polls = POLLS.replace("Об открытых данных", '"Об открытых\nданных"')

    assert read(a_folder(tmp_path, polls=polls)).polls[0].title == "Об открытых\nданных"

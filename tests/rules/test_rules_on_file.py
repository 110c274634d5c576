"""A profile that cannot be is refused at start, with the line and the key."""

from importlib.resources import files

import pytest

from shared import rules

TEXT = (files("shared.rules") / "profiles" / "kz-kurultai-2026-provisional.yaml").read_text("utf-8")


@pytest.fixture
def refused(tmp_path):
    """The complaint about our profile with one thing changed."""

    def complaint(before, after):
        assert before in TEXT
        path = tmp_path / "changed.yaml"
        path.write_text(TEXT.replace(before, after, 1), "utf-8")
        with pytest.raises(rules.ProfileUnreadable) as refusal:
            rules.load(path)
        return str(refusal.value)

    return complaint


def line_of(words):
    return TEXT[: TEXT.index(words)].count("\n") + 1


def test_ours_load_by_name_and_a_file_by_its_path(tmp_path):
    path = tmp_path / "mine.yaml"
    path.write_text(TEXT, "utf-8")

    assert rules.names() == ("bundestag-2017", "kz-kurultai-2026-provisional")
    assert rules.load(path) == rules.load("kz-kurultai-2026-provisional")
    assert rules.load(str(path)) == rules.load(path)


def test_a_profile_that_is_not_there_is_named():
    with pytest.raises(rules.ProfileUnreadable, match="no profile kz-1995; ours are bundestag"):
        rules.load("kz-1995")


def test_a_float_is_refused_where_it_stands(refused):
    said = refused("ratio: 2/3", "ratio: 0.6667")

    assert f"line {line_of('ratio: 2/3')}: decisions.maj_const_law" in said
    assert "0.6667 is not exact" in said


@pytest.mark.parametrize("number", ["0145", "1:25", "1_45", "0x91", "145.0", "1.45e+2", "-145"])
def test_a_number_is_written_in_plain_digits(refused, number):
    assert f"parameters.seats.versions.2026-07-01.value: {number}" in refused(
        "value: 145", f"value: {number}"
    )


def test_a_key_written_twice_is_refused(refused):
    said = refused("  maj_resolution:", "  maj_law:")

    assert f"line {line_of('  maj_resolution:')}: maj_law: this key stands here twice" in said


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ('", status: confirmed', '", status: sure', "decisions.maj_law.versions.2026-07-01.status"),
        ("ratio: 1/2", "ratio: 3/2", "more than 3/2 is no majority"),
        ("2026-07-01: { base", "2026-07-99: { base", "decisions.maj_law.versions.2026-07-99"),
        ("effective_from", "effective", "effective: Extra inputs are not permitted"),
        ('source: "Constitution 2026, art. 61(4)", ', "", "source: Field required"),
        ("amount: 5", "amount: five", "terms.term_of_office.versions.2026-07-01.amount"),
        ("amount: 5", "amount: 0", "terms.term_of_office.versions.2026-07-01.amount"),
    ],
)
def test_the_complaint_names_the_line_and_the_key(refused, before, after, said):
    complaint = refused(before, after)

    assert said in complaint
    assert ", line " in complaint


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("reject: maj_reject_bill,", "reject: nobody,", "no “nobody” here"),
        ("voting.tie:", "voting.tye:", "no “voting.tie” here"),
        ("value: not_adopted", "value: whatever", "'whatever' is not a valid Tie"),
        ("value: open_named", "value: open_numbers", "the log publishes every ballot"),
        ("value: cast, unit", "value: all, unit", "'all' is not a valid Live"),
        ("voting.live:", "voting.lives:", "no “voting.live” here"),
        ("value: 30, unit: seconds", "value: 0, unit: seconds", "greater than 0"),
        (
            "value: 30, unit: seconds",
            'value: "30", unit: seconds',
            "window_seconds is not a number",
        ),
    ],
)
def test_a_profile_by_which_no_vote_could_be_held_is_refused(refused, before, after, said):
    complaint = refused(before, after)

    assert "no vote by the decision maj_law could be held" in complaint
    assert said in complaint


def test_a_parliament_without_seats_is_refused(refused):
    assert "how many deputies" in refused("value: 145", "value: null")


@pytest.mark.parametrize("text", ["", "- a list", "a: [", "just words"])
def test_what_is_no_profile_at_all_is_refused(tmp_path, text):
    path = tmp_path / "none.yaml"
    path.write_text(text, "utf-8")

    with pytest.raises(rules.ProfileUnreadable, match=r"none\.yaml"):
        rules.load(path)

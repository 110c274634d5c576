"""What `kurultai rules` shows: every line, and at the end what is not confirmed."""

from datetime import date

from shared.kernel.rules import Status
from shared.rules.printing import COLUMNS, as_markdown, as_rows, not_confirmed_rows

TODAY = date(2026, 11, 22)


def row_of(profile, key):
    return next(row for row in as_rows(profile, TODAY) if row.key == key)


def test_every_line_in_force_is_shown_once(kurultai_profile):
    rows = as_rows(kurultai_profile, TODAY)

    assert {row.key for row in rows} == {entry.key for entry in kurultai_profile.entries()}
    assert len(rows) == len(list(kurultai_profile.entries()))
    assert all(len(row.cells) == len(COLUMNS) for row in rows)


def test_a_value_reads_as_people_say_it(kurultai_profile):
    def value(key):
        return row_of(kurultai_profile, key).value

    assert value("maj_law") == "more than 1/2: 73 of 145"
    assert value("maj_const_law") == "at least 2/3: 97 of 145"
    assert value("committee_quorum") == "more than 1/2"
    assert value("to_president") == "10, counted from the day of the event"
    assert value("in_effect") == "10, counted from the day after the event"
    assert value("confidence_wait") == "48, counted from the minute of the event"
    assert value("committee_conclusion") == "—"
    assert value("voting.remote") == "no"
    assert value("introduction.languages") == "kk, ru"


def test_what_is_not_confirmed_is_listed_apart(kurultai_profile):
    unsure = not_confirmed_rows(kurultai_profile, TODAY)

    assert "readings.count" in {row.key for row in unsure}
    assert all(row.status is not Status.CONFIRMED for row in unsure)


def test_the_page_has_the_banner_every_key_and_the_list_of_doubts(kurultai_profile):
    page = as_markdown(kurultai_profile, TODAY)

    assert kurultai_profile.banner.kk in page
    assert all(f"| `{entry.key}` |" in page for entry in kurultai_profile.entries())
    doubts = page.split("## Not confirmed")[1]
    assert "`majority_base`" in doubts
    assert "`maj_law`" not in doubts
    assert page.endswith("|\n")


def test_no_cell_breaks_its_table(kurultai_profile, bundestag_profile):
    for profile in (kurultai_profile, bundestag_profile):
        for row in as_rows(profile, TODAY):
            assert not any("|" in cell or "\n" in cell for cell in row.cells)

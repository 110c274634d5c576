"""What a file is, is told by what is in it; what must not be in it is refused."""

import io
import struct
import zlib
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from shared.files.examining import TYPES, examined
from shared.files.refusals import FileRefused, FileTypeRefused
from tests.files import documents as d

JAVASCRIPT = b"4 0 obj\n<< /S /JavaScript /JS (app.alert\\(1\\)) >>\nendobj"


@pytest.fixture
def look(tmp_path):
    def examine(content, declared=""):
        path = tmp_path / "file"
        path.write_bytes(content)
        with path.open("rb") as file:
            return examined(file, declared).name

    return examine


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (d.a_pdf(), "application/pdf"),
        (d.a_docx(), d.DOCX),
        (d.an_odt(), d.ODT),
        (d.PNG, "image/png"),
        (d.JPEG, "image/jpeg"),
        (d.TIFF, "image/tiff"),
        (d.TEXT, "text/plain"),
    ],
)
def test_every_kind_is_known_by_its_content(look, content, kind):
    assert look(content) == kind
    assert look(content, "application/octet-stream") == kind
    assert look(content, kind.upper() + "; charset=utf-8") == kind
    assert kind in TYPES


@pytest.mark.parametrize("content", [d.a_docx(), d.PNG, d.TEXT])
def test_what_is_not_what_it_is_said_to_be_is_refused_and_both_are_named(look, content):
    with pytest.raises(FileTypeRefused, match="said to be application/pdf") as refusal:
        look(content, "application/pdf")
    assert look(content) in str(refusal.value)


@pytest.mark.parametrize(
    "content",
    [
        b"MZ\x90\0\x03\0",
        b"\x7fELF\x02",
        b"GIF89a\0",
        b"<!doctype html>\0",
        b"\xff\xfeA\0",
        "й".encode("cp1251"),
        b"line\x1b[2J",
        d.packed({"a.txt": "a"}),
        d.packed({"mimetype": "application/x", "content.xml": ""}),
        b"PK\3\4 is no archive\0",
    ],
)
def test_what_is_of_no_kind_that_is_taken_is_refused(look, content):
    with pytest.raises(FileTypeRefused, match="none of the kinds"):
        look(content)


def test_an_empty_file_is_refused(look):
    with pytest.raises(FileRefused, match="empty"):
        look(b"")


@pytest.mark.parametrize(
    ("content", "named"),
    [
        (d.a_docx(word__vbaProject=b""), None),
        (d.a_docx(**{"word__vbaProject.bin": b"\0"}), "vbaProject.bin"),
        (d.a_docx(**{"word__VBAPROJECT.BIN": b"\0"}), "VBAPROJECT.BIN"),
        (d.a_docx(**{"word__activeX__activeX1.bin": b"\0"}), "activeX1.bin"),
        (d.a_docx("application/vnd.ms-word.document.macroEnabled"), "Content_Types"),
        (d.a_docx(**{"word__x.rels": '<R Type="http://x/vbaProject" Target="o"/>'}), "x.rels"),
        (d.an_odt(Basic__Standard__Module1=b"Sub"), "Module1"),
        (d.an_odt(**{"Scripts__python__x.py": b"import os"}), "x.py"),
    ],
)
def test_macros_are_refused_whatever_they_are_called(look, content, named):
    if named is None:
        assert look(content) == d.DOCX
        return
    with pytest.raises(FileRefused, match=named):
        look(content)


def test_a_template_from_elsewhere_is_refused_and_a_link_is_not(look):
    rels = '<R Type="http://x/{kind}" Target="http://elsewhere/" TargetMode="External"/>'
    link = d.a_docx(**{"word___rels__document.xml.rels": rels.format(kind="hyperlink")})
    template = d.a_docx(**{"word___rels__settings.xml.rels": rels.format(kind="attachedTemplate")})
    assert look(link) == d.DOCX
    with pytest.raises(FileRefused, match="template"):
        look(template)


def test_a_document_that_grows_beyond_measure_is_refused_without_unpacking_it(look):
    bomb = d.a_docx(**{"word__media__image1.bmp": bytes(64 * 1024 * 1024)})
    many = d.a_docx(**{f"word__{n}": b"" for n in range(10_001)})
    for content in (bomb, many):
        with pytest.raises(FileRefused, match="beyond measure"):
            look(content)


def test_a_part_that_says_it_is_small_and_is_not_is_refused(look):
    """The names of the parts are read; one of them lies about its size."""
    made = io.BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", bytes(8 * 1024 * 1024))
        archive.writestr("word/document.xml", "")
    lying = bytearray(made.getvalue())
    central = lying.index(b"PK\1\2")
    struct.pack_into("<L", lying, central + 24, 100)
    with pytest.raises((FileRefused, FileTypeRefused)):
        look(bytes(lying))


@pytest.mark.parametrize("cut", [0.3, 0.6, 0.95])
def test_a_broken_archive_is_refused(look, cut):
    whole = d.a_docx(word__more=b"x" * 5000)
    with pytest.raises((FileRefused, FileTypeRefused)):
        look(whole[: int(len(whole) * cut)])


@pytest.mark.parametrize(
    ("objects", "named"),
    [
        ([JAVASCRIPT], "/JavaScript"),
        ([JAVASCRIPT.replace(b"/JavaScript", b"/J#61vaS#63ript")], "/JavaScript"),
        ([d.packed_objects(b"4 0 << /S /JavaScript /JS (x) >>")], "/JavaScript"),
        ([b"4 0 obj << /S /Launch /F (cmd.exe) >> endobj"], "/Launch"),
        ([b"4 0 obj << /Subtype /RichMedia >> endobj"], "/RichMedia"),
    ],
)
def test_a_pdf_that_runs_something_is_refused_and_it_is_named(look, objects, named):
    with pytest.raises(FileRefused, match=named):
        look(d.a_pdf(*objects))


def test_a_pdf_that_only_opens_at_a_page_is_taken(look):
    assert look(d.a_pdf(d.packed_objects(b"4 0 << /Launcher 1 >>"))) == "application/pdf"


@pytest.mark.parametrize("trailer", [b"/Encrypt 9 0 R", b"/#45ncrypt << /V 4 >>"])
def test_an_encrypted_pdf_is_refused(look, trailer):
    with pytest.raises(FileRefused, match="encrypted"):
        look(d.a_pdf(trailer=trailer))


@pytest.mark.parametrize(
    "content",
    [
        d.a_pdf()[:-8],
        d.a_pdf(d.packed_objects(b"x").replace(zlib.compress(b"x"), b"no zlib")),
        d.a_pdf(d.packed_objects(bytes(65 * 1024 * 1024))),
    ],
)
def test_a_pdf_that_is_broken_or_swells_is_refused(look, content):
    with pytest.raises(FileRefused, match="broken"):
        look(content)


def test_a_large_file_is_looked_at_like_a_small_one(look):
    scan = b"6 0 obj << /Length 1 >>\nstream\n" + bytes(range(256)) * 20_000 + b"\nendstream endobj"
    assert look(d.a_pdf(scan)) == "application/pdf"
    assert look(d.TEXT * 50_000) == "text/plain"

"""Small documents of every kind, made on the spot; and such as must not be taken."""

import io
import zlib
from zipfile import ZIP_DEFLATED, ZipFile

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ODT = "application/vnd.oasis.opendocument.text"
CONTENT_TYPES = (
    '<Types><Override PartName="/word/document.xml" ContentType="{kind}.main+xml"/></Types>'
)


def packed(parts):
    made = io.BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        for name, words in parts.items():
            archive.writestr(name, words)
    return made.getvalue()


def a_docx(kind=DOCX, **parts):
    """A document of Word; `parts` are more of its parts, with `__` for a slash."""
    whole = {
        "[Content_Types].xml": CONTENT_TYPES.format(kind=kind),
        "word/document.xml": "<w:document>Түсіндірме жазба</w:document>",
    }
    return packed(whole | {name.replace("__", "/"): words for name, words in parts.items()})


def an_odt(**parts):
    whole = {"mimetype": ODT, "content.xml": "<office:document/>"}
    return packed(whole | {name.replace("__", "/"): words for name, words in parts.items()})


def a_pdf(*objects, trailer=b""):
    body = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /OpenAction [3 0 R /Fit] >>\nendobj\n"
    return body + b"\n".join(objects) + b"\ntrailer\n<< " + trailer + b" >>\n%%EOF\n"


def packed_objects(words):
    body = zlib.compress(words)
    head = f"5 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length {len(body)} >>\n"
    return head.encode() + b"stream\n" + body + b"\nendstream\nendobj"


PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0"
JPEG = b"\xff\xd8\xff\xe0\0\x10JFIF\0"
TIFF = b"II*\0\x08\0\0\0"
TEXT = "Қорытынды: ескертусіз.\nБез замечаний.\n".encode()
EICAR = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-" + b"STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"

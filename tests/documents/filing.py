"""Filing documents over HTTP, as a client does."""

from base64 import b64encode
from hashlib import sha256

from tests.bills.builders import DEPUTY
from tests.bills.conftest import signature_of
from tests.files.documents import TEXT

ABOUT = {
    "kind": "explanatory_note",
    "language": "ru",
    "name": "Пояснительная записка",
    "file_name": "записка.txt",
}


async def filed(http, bill, content=TEXT, *, by=DEPUTY, headers=None, **about):
    """The answer to filing a document; `about` changes what is said of it."""
    sent = (
        signature_of(by) | {"content-type": "text/plain", "accept-language": "en"} | (headers or {})
    )
    return await http.post(
        f"/bills/{bill.id}/documents", params=ABOUT | about, content=content, headers=sent
    )


async def a_document(http, bill, content=TEXT, **how):
    answer = await filed(http, bill, content, **how)
    assert answer.status_code == 201, answer.text
    return answer.json()


def content_of(document):
    return f"/bills/{document['bill_id']}/documents/{document['id']}/content"


def digest_of(content):
    return sha256(content).hexdigest()


def sha_header(content):
    return f"sha-256=:{b64encode(sha256(content).digest()).decode()}:"

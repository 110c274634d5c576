"""Notes, checkpoints and cosignatures: the vectors of the Go implementation, and damage."""

import random
from base64 import b64decode
from contextlib import suppress

import aics_tlog.cosign
import aics_tlog.note
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from shared.tlog.checkpoint import Checkpoint, checkpoint_in
from shared.tlog.merkle import EMPTY_ROOT
from shared.tlog.note import Kind, Note, NoteInvalid, SigningKey, read_key, read_note, verified

# From the tests of golang.org/x/mod/sumdb/note.
PETER = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
PETERS_SECRET = "AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz"  # noqa: S105 published
TEXT = (
    "If you think cryptography is the answer to your problem,\n"
    "then you don't know what your problem is.\n"
)
PETERS_LINE = (
    "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZ"
    "b6KE6RyyBwJnAM=\n"
)
ENOCH = "EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop"
ENOCHS_LINE = (
    "— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33"
    "WWd1RvMc+QQ=\n"
)
NOTE = f"{TEXT}\n{PETERS_LINE}"
# From the tests of github.com/transparency-dev/formats: a cosigner's key in use.
REMORA = "remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2"
# The examples of C2SP tlog-cosignature.
BEHIND_THE_SOFA = (
    "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n"
    "— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2"
    "q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n"
    "— witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2"
    "oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==\n"
)
AT = 1_679_315_147


def a_key(name="log.example/votes", seed=1):
    return SigningKey(name, Ed25519PrivateKey.from_private_bytes(bytes([seed]) * 32))


def a_checkpoint(size=7):
    return Checkpoint("log.example/votes", size, bytes(range(32)))


def test_the_published_note_is_signed_byte_for_byte():
    seed = b64decode(PETERS_SECRET)[1:]
    peter = SigningKey("PeterNeumann", Ed25519PrivateKey.from_private_bytes(seed))
    assert str(peter.public(Kind.ED25519)) == PETER
    assert str(Note(TEXT, (peter.sign(TEXT),))) == NOTE


def test_the_published_notes_hold():
    note = read_note((NOTE + ENOCHS_LINE).encode())
    peter, enoch = read_key(PETER), read_key(ENOCH)
    assert str(note) == NOTE + ENOCHS_LINE
    assert verified(note, [peter, enoch]) == {peter: None, enoch: None}
    assert verified(note, [enoch]) == {enoch: None}
    assert verified(note, [read_key(REMORA)]) == {}


def test_the_key_of_a_cosigner_in_use_is_read():
    assert str(read_key(REMORA)) == REMORA
    assert read_key(REMORA).kind is Kind.COSIGNATURE


def test_the_checkpoint_of_the_specification_is_read():
    note = read_note(BEHIND_THE_SOFA.encode())
    checkpoint = checkpoint_in(note)
    assert (checkpoint.origin, checkpoint.size) == ("example.com/behind-the-sofa", 20_852_163)
    assert checkpoint.text == note.text
    assert [len(signature.value) for signature in note.signatures] == [64, 72]
    assert int.from_bytes(note.signatures[1].value[:8]) == AT


def test_a_cosignature_is_the_one_another_library_makes_and_takes():
    witness, checkpoint = a_key("witness.example/w1"), a_checkpoint()
    mine = witness.cosign(checkpoint.text, AT)
    _, theirs = aics_tlog.cosign.sign_cosignature(
        witness.private, witness.name, AT, checkpoint.origin, checkpoint.size, checkpoint.root
    )
    assert (mine.name, mine.key_id, mine.value) == (theirs.name, theirs.key_id, theirs.signature)
    key = witness.public(Kind.COSIGNATURE)
    assert str(aics_tlog.note.format_vkey(aics_tlog.note.parse_vkey(str(key)))) == str(key)
    assert verified(Note(checkpoint.text, (mine,)), [key]) == {key: AT}


def test_a_signature_is_no_cosignature_and_the_other_way_round():
    key, text = a_key(), a_checkpoint().text
    plain, timed = key.public(Kind.ED25519), key.public(Kind.COSIGNATURE)
    assert plain.id != timed.id
    assert verified(Note(text, (key.sign(text), key.cosign(text, AT))), [plain, timed]) == {
        plain: None,
        timed: AT,
    }
    for signature, other in ((key.sign(text), timed), (key.cosign(text, AT), plain)):
        with pytest.raises(NoteInvalid):
            other.verify(text, signature)


def test_another_time_than_the_one_that_was_signed_is_refused():
    witness, text = a_key("w"), a_checkpoint().text
    line = witness.cosign(text, AT)
    moved = type(line)(line.name, line.key_id, (AT + 1).to_bytes(8) + line.value[8:])
    never = type(line)(line.name, line.key_id, b"\xff" * 8 + line.value[8:])
    for forged in (moved, never):
        with pytest.raises(NoteInvalid):
            verified(Note(text, (forged,)), [witness.public(Kind.COSIGNATURE)])


def test_every_part_of_a_vkey_is_refused_as_are_its_neighbours():
    parts = {PETER[i:j] for i in range(len(PETER)) for j in range(i + 1, len(PETER) + 1)} - {PETER}
    changed = {PETER[:i] + chr(ord(c) + 1) + PETER[i + 1 :] for i, c in enumerate(PETER)}
    strange = {
        PETER.replace("c74f", "C74F"), PETER + "\n", " " + PETER, PETER.replace("P", "\ud800"),
        "PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==",
        "PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
    }  # fmt: skip
    refused = 0
    for vkey in parts | changed | strange:
        with pytest.raises(NoteInvalid):
            read_key(vkey)
        refused += 1
    assert refused > 2_200


@pytest.mark.parametrize(
    "content",
    [
        b"", b"\n", TEXT.encode(), f"{TEXT}\n".encode(), NOTE.removesuffix("\n").encode(),
        f"\x01{NOTE}".encode(), b"\xff" + NOTE.encode(), NOTE.replace("\n", "\r\n").encode(),
        f"{NOTE}Unexpected line.\n".encode(), f"{NOTE}\n".encode(),
        NOTE.replace("— ", "- ").encode(), NOTE.replace("PeterNeumann", "Bad Name").encode(),
        NOTE.replace("PeterN", "Peter+N").encode(), NOTE.replace("— P", "—  P").encode(),
        NOTE.replace("PeterNeumann", "Peter\u00a0Neumann").encode(),
        NOTE.replace("PeterNeumann ", "PeterNeumann  ").encode(),
        NOTE.replace("AM=", "AN=").encode(), NOTE.replace("AM=", "AM").encode(),
        NOTE.replace("x08g", "x08-").encode(), f"{TEXT}\n— P x08goA==\n".encode(),
        f"{TEXT}\n— P \n".encode(), f"{TEXT}\n{PETERS_LINE * 101}".encode(),
        b"a" * (1 << 18) + NOTE.encode(),
    ],
)  # fmt: skip
def test_a_malformed_note_is_refused(content):
    with pytest.raises(NoteInvalid):
        read_note(content)


def test_a_hundred_signatures_are_read():
    assert len(read_note(f"{TEXT}\n{PETERS_LINE * 100}".encode()).signatures) == 100


def test_no_note_with_a_bit_turned_is_taken_for_the_log_s():
    key = a_key()
    text = a_checkpoint().text
    whole = str(Note(text, (key.sign(text),))).encode()
    refused = 0
    for bit in range(len(whole) * 8):
        turned = bytearray(whole)
        turned[bit // 8] ^= 1 << bit % 8
        with suppress(NoteInvalid):
            assert verified(read_note(bytes(turned)), [key.public(Kind.ED25519)]) == {}
        refused += 1
    assert refused > 1_400


@pytest.mark.parametrize(
    "text",
    [
        "log\n1\n", "log\n1\nAAAA\n", "\n1\n{root}\n", "log\n01\n{root}\n", "log\n-1\n{root}\n",
        "log\n+1\n{root}\n", "log\n1_0\n{root}\n", "log\n٣\n{root}\n", "log\n 1\n{root}\n",
        "log\n9223372036854775808\n{root}\n", "log\n1\n{root}\n\n", "log\n1\n{root}\n\nmore\n",
        "log\n" + "1" * 5000 + "\n{root}\n", "log\n1\n{root}=\n", "log\n0\n{root}\n",
    ],
)  # fmt: skip
def test_what_is_no_checkpoint_is_refused(text):
    root = a_checkpoint().text.split("\n")[2]
    with pytest.raises(NoteInvalid):
        checkpoint_in(Note(text.format(root=root), ()))


def test_a_checkpoint_comes_back_with_its_extensions():
    checkpoint = Checkpoint("log", 9, bytes(32), ("one", "two two"))
    assert checkpoint_in(Note(checkpoint.text, ())) == checkpoint
    assert Checkpoint("log", 0, EMPTY_ROOT).text.startswith("log\n0\n47DEQpj8")
    for wrong in (("a\nb",), ("",)):
        with pytest.raises(NoteInvalid):
            _ = Checkpoint("log", 9, bytes(32), wrong).text


def test_a_note_of_noise_is_refused():
    noise = random.Random(1)  # noqa: S311 no secret
    for _ in range(2_000):
        with pytest.raises(NoteInvalid):
            read_note(noise.randbytes(noise.randrange(200)))

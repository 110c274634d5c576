"""The verifier: a true record passes, and no record that was changed anywhere does."""

import ast
import json
import subprocess
import sys
from argparse import Namespace
from pathlib import Path

import pytest

from kurultai import verify
from tests.verifier.bundles import (
    LOG_KEY,
    RECEIPT_KEY,
    WITNESS_KEYS,
    a_bundle,
    an_id,
    written,
)

WITNESSED = [part for key in WITNESS_KEYS for part in ("--witness", key)]
PINNED = ["--log-key", LOG_KEY, "--receipt-key", RECEIPT_KEY, *WITNESSED]


@pytest.fixture(scope="module")
def whole():
    return a_bundle()


@pytest.fixture(scope="module")
def small():
    return a_bundle(seats=8, present=7, cast=5)


def test_the_record_of_a_vote_of_145_holds(whole, tmp_path, capsys):
    assert verify.main([written(whole, tmp_path), *PINNED]) == 0
    said = capsys.readouterr().out
    for part in ("3 known witnesses", "139 entries", "145 deputies", "137, one a deputy", "result"):
        assert part in said
    assert "WARNING" not in said


def test_without_a_key_from_elsewhere_it_says_so(whole, tmp_path, capsys):
    assert verify.main([written(whole, tmp_path)]) == 0
    assert "NOBODY ELSE VOUCHES" in capsys.readouterr().out


def test_it_stands_alone(whole, tmp_path):
    source = Path(verify.__file__)
    copy = tmp_path / "verify.py"
    copy.write_bytes(source.read_bytes())
    asked = [sys.executable, "-I", str(copy), written(whole, tmp_path), *PINNED]
    answer = subprocess.run(asked, capture_output=True, text=True, check=False)  # noqa: S603 ours
    assert (answer.returncode, answer.stderr) == (0, "")
    imported = {
        (node.module if isinstance(node, ast.ImportFrom) else node.names[0].name).split(".")[0]
        for node in ast.walk(ast.parse(source.read_text()))
        if isinstance(node, ast.Import | ast.ImportFrom)
    }
    assert imported <= sys.stdlib_module_names | {"cryptography"}
    assert len(source.read_text().splitlines()) <= 300


def changed(value):
    """What may stand there instead: near, empty, of another kind."""
    match value:
        case bool():
            return [not value, int(value), None]
        case int():
            return [value + 1, -1, str(value), True if value == 1 else value + 0.5]
        case str():
            other = ("b" if value[-1:] == "a" else "a") if value else "x"
            return [value[:-1] + other, value[1:] if value else " ", 0]
        case None:
            return ["", an_id(3, 1)]
        case list():
            return [value[:-1], [*value, value[0] if value else 0], value[::-1], {}]
        case dict():
            return [{**value, "more": 1}, dict(list(value.items())[1:]), []]


def spots(value, way=()):
    yield way
    steps = value if isinstance(value, dict) else range(len(value) if type(value) is list else 0)
    for step in steps:
        yield from spots(value[step], (*way, step))


def with_change(bundle, way, new):
    """The bundle with another value in one place; it shares the rest."""
    if not way:
        return new
    copy = dict(bundle) if isinstance(bundle, dict) else list(bundle)
    copy[way[0]] = with_change(bundle[way[0]], way[1:], new)
    return copy


def value_at(bundle, way):
    for step in way:
        bundle = bundle[step]
    return bundle


@pytest.mark.ordeal
def test_no_record_with_one_thing_changed_passes(small, tmp_path, capsys):
    passed, tried = [], 0
    for way in spots(small):
        value = value_at(small, way)
        for new in changed(value):
            if (new == value and type(new) is type(value)) or new == value == []:
                continue
            tried += 1
            changed_bundle = with_change(small, way, new)
            if verify.main([written(changed_bundle, tmp_path), *WITNESSED]) == 0:
                passed.append((way, new))
    capsys.readouterr()
    assert passed == []
    assert tried > 700


@pytest.mark.ordeal
def test_no_ballot_of_the_145_can_be_turned_left_out_or_said_otherwise(whole):
    tried, given = (
        0,
        Namespace(
            log_key=LOG_KEY, receipt_key=RECEIPT_KEY, witness=WITNESS_KEYS, witnesses_needed=3
        ),
    )
    verify.check(whole, given)
    for n, item in list(enumerate(whole["entries"]))[1:-1:12]:
        deputy, choice = item["entry"]["deputy"], item["entry"]["choice"]
        other = "against" if choice == "for" else "for"
        left_out = whole["entries"][:n] + whole["entries"][n + 1 :]
        for bundle in (
            with_change(whole, ("entries", n, "entry", "choice"), other),
            with_change(whole, ("entries",), left_out),
            with_change(whole, ("entries", n, "index"), item["index"] + 1),
            with_change(whole, ("entries", n, "proof"), whole["entries"][n - 1]["proof"]),
            with_change(whole, ("states", deputy), other),
        ):
            with pytest.raises(ValueError, match=r"."):
                verify.check(bundle, given)
            tried += 1
    assert tried == 60


@pytest.mark.parametrize(
    "content",
    [
        b"", b"[]", b"null", b"{", b"\xff", b'{"v":1}', b"[" * 100_000,
        b'{"v":2,"type":"kurultai.bundle"}', b'{"v":1,"type":"kurultai.votes"}',
        b'{"v":1,"v":1,"type":"kurultai.bundle"}', b'{"v":1,"type":"kurultai.bundle","x":NaN}',
        b'{"v":1,"type":"kurultai.bundle","x":Infinity}', b'\xef\xbb\xbf{"v":1}',
        b'{"v":1,"type":"kurultai.bundle","x":1.0}', b'{"v":1,"type":"kurultai.bundle","x":1e3}',
        b'{"v":1,"type":"kurultai.bundle","x":9007199254740992}',
        b'{"v":1,"type":"kurultai.bundle","x":"\\ud800"}', b'{"v":1,"type":"kurultai.bundle"} {}',
    ],
)  # fmt: skip
def test_what_is_no_bundle_is_no_bundle(content, tmp_path):
    file = tmp_path / "file"
    file.write_bytes(content)
    assert verify.main([str(file)]) == 2
    assert verify.main([str(tmp_path / "none")]) == 2


def test_a_key_twice_deep_inside_is_refused(small, tmp_path):
    text = json.dumps(small).replace('"choice":', '"choice": "against", "choice":', 1)
    file = tmp_path / "file"
    file.write_text(text)
    assert verify.main([str(file)]) == 2


def test_json_is_written_as_rfc_8785_says():
    names = {"\u20ac": 1, "\r": 2, "\ufb33": 3, "1": 4, "\U0001f600": 5, "\x80": 6, "\u00f6": 7}
    written_so = verify.canonical({"names": names, "text": '\x00\x1f\x7f"\\/\b\f\n\r\t€'})
    assert written_so == (
        '{"names":{"\\r":2,"1":4,"\x80":6,"ö":7,"€":1,"😀":5,"\ufb33":3},'
        '"text":"\\u0000\\u001f\x7f\\"\\\\/\\b\\f\\n\\r\\t€"}'
    )

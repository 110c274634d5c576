"""Bundles for tests: a vote of a chamber, put into a log and signed by the tests' own keys."""

import json
from base64 import b64encode
from copy import deepcopy
from hashlib import sha256
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from shared import rules
from shared.kernel.canonical import canonical
from shared.kernel.majority import Chamber, Count, DecisionRule
from shared.tlog.checkpoint import Checkpoint
from shared.tlog.merkle import leaf_hash
from shared.tlog.note import Kind, Note, SigningKey
from tests.tlog.growing import Log

AT = 1_795_000_000
PROFILE = "kz-kurultai-2026-provisional"


def a_key(name, seed):
    return SigningKey(name, Ed25519PrivateKey.from_private_bytes(bytes([seed]) * 32))


LOG, RECEIPTS = a_key("kurultai.example/votes", 1), a_key("kurultai.example/receipts", 2)
WITNESSES = [a_key(f"faction{n}.example/witness", 10 + n) for n in range(3)]
LOG_KEY, RECEIPT_KEY = str(LOG.public(Kind.ED25519)), str(RECEIPTS.public(Kind.ED25519))
WITNESS_KEYS = [str(witness.public(Kind.COSIGNATURE)) for witness in WITNESSES]


def an_id(kind, n):
    return str(UUID(int=(kind << 64) + n))


def digest(value):
    return sha256(canonical(value)).hexdigest()


def at(second):
    return f"2026-11-23T10:00:{second:02}.000000Z"


def a_rule():
    profile = rules.load(PROFILE)
    day = profile.on(max(entry.since for entry in profile.entries()))
    return day.decision(min(day.decisions))


def a_roll(seats, present):
    return [
        {
            "deputy": an_id(1, n), "mandate": an_id(2, n), "number": n + 1,
            "name": {"kk": f"Депутат {n}", "ru": f"Депутат № {n}"},
            "faction": an_id(3, n % 3) if n % 5 else None, "registered": n < present,
        }
        for n in range(seats)
    ]  # fmt: skip


def entries_of_a_vote(roll, choices, rule: DecisionRule):
    """The entries in the order of the log: the opening, the ballots, other things, the end."""
    head = {"v": 1, "vote": an_id(9, 1), "round": 1}
    present = sum(deputy["registered"] for deputy in roll)
    chamber = {"seats": len(roll), "filled": len(roll), "registered": present}
    dumped = rule.model_dump(mode="json")
    opened = head | {
        "type": "vote.opened", "sitting": an_id(8, 1), "rule": dumped, "rules": digest(dumped),
        "question": {"subject": an_id(7, 1), "title": {"kk": "Заң", "ru": "Закон"}},
        "profile": PROFILE, "chamber": chamber, "options": ["for", "against", "abstained"],
        "roll": digest(roll), "opened_at": at(0), "closes_at": at(40),
        "items": [], "follows": None,
    }  # fmt: skip
    ballots = [
        head | {
            "type": "ballot", "deputy": deputy["deputy"], "choice": choice,
            "source": "paper" if n == 3 else "electronic", "rules": digest(dumped), "t": at(10),
        }
        for n, (deputy, choice) in enumerate(zip(roll, choices, strict=False))
    ]  # fmt: skip
    return [opened, *ballots, closing(opened, choices, rule, len(roll), present)]


def closing(opened, choices, rule, seats, present):
    count = Count(*(choices.count(choice) for choice in ("for", "against", "abstained")))
    chamber = Chamber(**opened["chamber"])
    tally = {"votes_for": count.for_, "against": count.against, "abstained": count.abstained}
    rest = {"present_not_voted": present - count.cast, "absent": seats - present}
    rest |= {"recused": 0, "device_fault": 0, "voted": 0}
    return {
        "v": 1, "type": "vote.closed", "vote": opened["vote"], "round": 1, "t": at(40),
        "tally": tally | rest, "outcome": rule.judge(chamber, count).value,
        "needed": rule.needed(chamber, count), "whole": rule.adopt.whole(chamber, count),
        "results": [], "chosen": None, "runoff": [],
    }  # fmt: skip


def logged(entries):
    """The entries of the vote among others in a log, with their indexes and proofs."""
    log, places = Log(), []
    log.append(*(f"something else {n}".encode() for n in range(7)))
    for n, entry in enumerate(entries):
        places.append(log.size)
        log.append(canonical(entry))
        if n % 10 == 0:
            log.append(b"another vote")
    proven = [
        {"index": index, "entry": entry, "proof": [h.hex() for h in log.inclusion(index)]}
        for index, entry in zip(places, entries, strict=True)
    ]
    return log, proven


def receipt(ballot):
    signed = RECEIPTS.private.sign(b"kurultai/receipt/v1\n" + leaf_hash(canonical(ballot)))
    return b64encode(signed).decode()


def bundled(entries, roll, witnesses=WITNESSES, log_key=LOG):
    """What the service hands out, all of it signed: of whatever entries, so of untrue ones too."""
    log, proven = logged(entries)
    text = Checkpoint(log_key.name, log.size, log.root()).text
    cosigned = [witness.cosign(text, AT + n) for n, witness in enumerate(witnesses)]
    cast = {e["deputy"]: e for e in entries if e.get("type") == "ballot" and "deputy" in e}
    return {
        "v": 1, "type": "kurultai.bundle", "vote": an_id(9, 1),
        "keys": {"log": str(log_key.public(Kind.ED25519)), "receipts": RECEIPT_KEY},
        "checkpoint": str(Note(text, (log_key.sign(text), *cosigned))),
        "entries": proven, "roll": roll,
        "receipts": {deputy: receipt(ballot) for deputy, ballot in cast.items()},
        "states": {
            d["deputy"]: cast[d["deputy"]]["choice"] if d["deputy"] in cast
            else "present_not_voted" if d["registered"] else "absent"
            for d in roll
        },
    }  # fmt: skip


def a_vote(seats=145, present=140, cast=137):
    """The roll and the entries of a vote of a chamber; a third is not for."""
    roll = a_roll(seats, present)
    choices = ["for" if n % 3 else ("against", "abstained")[n % 2] for n in range(cast)]
    return roll, entries_of_a_vote(roll, choices, a_rule())


def a_bundle(seats=145, present=140, cast=137):
    roll, entries = a_vote(seats, present, cast)
    return bundled(entries, roll)


def written(bundle, folder):
    file = folder / "bundle.json"
    file.write_text(json.dumps(bundle, ensure_ascii=False), encoding="utf-8")
    return str(file)


def copied(value):
    return deepcopy(value)

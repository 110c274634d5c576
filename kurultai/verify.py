"""Check the record of one vote without trusting whoever hands it over: `python verify.py BUNDLE`.

Alone: Python 3.11, `cryptography`, no network. Exit status: 0 all holds, 1 not, 2 no bundle. Not
shown: that nothing followed, as an annulment, and, unless witnessed, that others see the same log.
"""

import argparse
import json
import re
from base64 import b64decode, b64encode
from hashlib import sha256
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

# fmt: off
# A dict has these fields, others only with `...`; a range is a whole number; of a pair either.
NUMBER = range(2**53)  # every reader of JSON keeps these exactly
ID, HASH = re.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"), re.compile("[0-9a-f]{64}")
INSTANT = re.compile(r"[0-9]{4}(-[0-9]{2}){2}T[0-9]{2}(:[0-9]{2}){2}\.[0-9]{6}Z")
MAJORITY = {"base": str, "ratio": [range(1, 2**53)], "strict": bool, ...: 0}
RULE = {"adopt": MAJORITY, "reject": (MAJORITY, None), "quorum": MAJORITY, "tie": str,
        "quorum_checked": [str], ...: 0}
LATER = {"excused", "absent_excused", "calling"}  # fields that entries of before do not have
TALLY = dict.fromkeys(("votes_for", "against", "abstained", "present_not_voted", "absent",
                       "absent_excused", "recused", "device_fault", "voted"), NUMBER)
HEAD: dict[Any, Any] = {"v": 1, "type": str, "vote": ID, "round": range(1, 2**53)}
BESIDE: dict[Any, Any] = {"v": 1, "type": str, "vote": ID, ...: 0}
ENTRIES = {
    "vote.opened": HEAD | {"sitting": ID, "question": dict, "rule": RULE, "calling": dict,
        "rules": HASH, "profile": str, "roll": HASH, "items": [str], "options": [str],
        "chamber": {"seats": NUMBER, "filled": NUMBER, "registered": NUMBER},
        "follows": (ID, None), "opened_at": INSTANT, "closes_at": INSTANT},
    "ballot": HEAD | {"deputy": ID, "choice": {str, dict}, "source": re.compile("electronic|paper"),
                      "rules": HASH, "t": INSTANT},
    "vote.closed": HEAD | {"tally": TALLY, "outcome": str, "needed": NUMBER, "whole": NUMBER,
                           "results": list, "chosen": (str, None), "runoff": [str], "t": INSTANT},
    "vote.suspended": BESIDE | {"t": INSTANT}, "vote.proclaimed": BESIDE | {"outcome": str},
    "vote.resumed": BESIDE | {"t": INSTANT, "closes_at": INSTANT}, "vote.annulled": BESIDE,
    **dict.fromkeys(("statement", "device_fault", "recusal"), BESIDE | {"deputy": ID})}
DEPUTY = {"deputy": ID, "mandate": ID, "number": NUMBER, "name": {"kk": str, "ru": str},
          "faction": (ID, None), "registered": bool, "excused": bool}
BUNDLE = {"v": 1, "type": "kurultai.bundle", "vote": ID, "keys": {"log": str, "receipts": str},
          "checkpoint": str, "roll": [DEPUTY], "receipts": dict, "states": dict,
          "entries": [{"index": NUMBER, "entry": {"type": str, ...: 0}, "proof": [HASH]}]}
SIDES, COUNTED = ("for", "against", "abstained"), ("votes_for", "against", "abstained")
WHOLES = "statutory_seats seats_filled registered present ballots_cast for_plus_against"
SIGNS, COSIGNS = 1, 4  # the kinds of keys
Key = tuple[str, bytes, int, bytes]  # name, id, kind, public key

def need(holds: object, otherwise: str) -> None:
    if not holds:
        raise ValueError(otherwise)

def fits(value: Any, shape: Any, where: str) -> None:
    kind, wrong = type(value), f"{where} cannot be {str(value)[:100]!r}"
    match shape:
        case dict():
            names = shape.keys() - {...} - (LATER - (value if kind is dict else {}).keys())
            need(kind is dict and value.keys() >= names, wrong)
            need(... in shape or len(value) == len(names), f"{where} has fields not known here")
            for name in names:
                fits(value[name], shape[name], f"{where}.{name}")
        case list():
            need(kind is list, wrong)
            for n, item in enumerate(value):
                fits(item, shape[0], f"{where}[{n}]")
        case tuple():
            fits(value, shape[value is None], where)
        case re.Pattern():
            need(kind is str and shape.fullmatch(value), wrong)
        case range() | set():
            need(value in shape if kind is int else isinstance(shape, set) and kind in shape, wrong)
        case _:
            need(kind is shape or (kind is type(shape) and value == shape), wrong)

def canonical(value: Any) -> str:
    """The one way in which RFC 8785 writes a value; fractions and large numbers are refused."""
    match value:
        case dict():
            names = sorted(value, key=lambda name: name.encode("utf-16-be"))
            return "{" + ",".join(f"{canonical(n)}:{canonical(value[n])}" for n in names) + "}"
        case list():
            return "[" + ",".join(map(canonical, value)) + "]"
        case str() | bool() | None:
            return json.dumps(value, ensure_ascii=False)
        case int() if abs(value) in NUMBER:
            return str(value)
    raise ValueError(f"{value!r} cannot be written exactly")

def hashed(value: Any, before: bytes = b"") -> bytes:
    return sha256(before + canonical(value).encode()).digest()

def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    need(len(dict(pairs)) == len(pairs), "a name stands twice in one object")
    return dict(pairs)

def unbase64(text: str) -> bytes:
    value = b64decode(text, validate=True)
    need(b64encode(value).decode() == text, f"{text!r} is not how Base64 is written")
    return value

def check_signed(key: Key, signature: bytes, message: bytes, what: str) -> None:
    try:
        Ed25519PublicKey.from_public_bytes(key[3]).verify(signature, message)
    except InvalidSignature:
        raise ValueError(f"{key[0]} has not signed {what} so") from None

def key_of(text: str, kind: int) -> Key:
    """The key that is written `name+id+base64(kind, key)`."""
    name, known, coded = [*text.split("+", 2), "", ""][:3]
    value = unbase64(coded)
    number = sha256(name.encode() + b"\n" + value).digest()[:4]
    there = (value[:1], known) == (bytes([kind]), number.hex())
    need(re.fullmatch(r"\S+", name) and there, f"{text!r} is no such key")
    return name, number, kind, value[1:]

def signs(key: Key, note: str) -> bool:
    found, (text, _, lines) = False, note.rpartition("\n\n")
    for line in lines.removesuffix("\n").split("\n"):
        need(re.fullmatch(r"— [^\s+]+ \S+", line), f"{line!r} is no signature")
        name, value = line.split(" ")[1], unbase64(line.split(" ")[2])
        if (name, value[:4]) == key[:2]:
            timed = f"cosignature/v1\ntime {int.from_bytes(value[4:-64])}\n" * (key[2] == COSIGNS)
            need(len(value) == (76 if timed else 68), f"the signature of {name} is cut off")
            check_signed(key, value[-64:], f"{timed}{text}\n".encode(), "the checkpoint")
            found = True
    return found

def check_checkpoint(note: str, log: Key, given: argparse.Namespace) -> list[Any]:
    form = r"(L+)\n(0|[1-9][0-9]{,18})\n(L{44})\n(L+\n)*\n(L+\n)+".replace("L", r"[^\0-\x1f]")
    origin, size, root = (*found.groups(),)[:3] if (found := re.fullmatch(form, note)) else "   "
    need(origin == log[0] and signs(log, note), "the checkpoint is none, or not of that key")
    witnesses = {key_of(vkey, COSIGNS) for vkey in given.witness}
    there = len({key[3] for key in witnesses if signs(key, note)} - {log[3]})
    needed = given.witnesses_needed if given.witnesses_needed is not None else len(witnesses)
    need(there >= needed, f"{there} witnesses have cosigned, {needed} are needed")
    print(f"ok     checkpoint: {size} entries, signed by {origin} and {there} known witnesses")
    return [int(size), unbase64(root)]

def check_proof(leaf: bytes, index: int, size: int, proof: list[str], root: bytes) -> None:
    way, last, found = index, size - 1, leaf
    for other in map(bytes.fromhex, proof):
        need(last, f"the proof of entry {index} is too long")
        left = way & 1 or way == last
        found = sha256(b"\1" + (other + found if left else found + other)).digest()
        while left and way and not way & 1:
            way, last = way >> 1, last >> 1
        way, last = way >> 1, last >> 1
    need(last == 0 and found == root, f"entry {index} is not in the log of the checkpoint")

def check_log(bundle: Any, size: int, root: bytes) -> list[Any]:
    entries, before = [item["entry"] for item in bundle["entries"]], -1
    for item, entry in zip(bundle["entries"], entries, strict=True):
        index, kind = item["index"], entry["type"]
        need(before < (before := index) < size, f"entry {index} is out of order or past {size}")
        check_proof(hashed(entry, b"\0"), index, size, item["proof"], root)
        need(kind in ENTRIES, f"entry {index} is of the unknown type {kind!r}")
        fits(entry, ENTRIES[kind], f"entry {index}")
        of = entry["vote"], entry.get("round", r := entries[0].get("round"))
        need(of == (bundle["vote"], r), f"entry {index} is of another vote")
        if ... in ENTRIES[kind]:
            print("NOTE  ", index, {"vote.annulled": "THE VOTE WAS ANNULLED"}.get(kind, kind))
    kinds = [entry["type"] for entry in entries]
    need(kinds.count("vote.opened") == kinds.count("vote.closed") == 1, "opened or closed not once")
    after = kinds[kinds.index("vote.closed") :]
    need(kinds[0] == "vote.opened" and "ballot" not in after, "the entries are out of order")
    print(f"ok     log: {len(entries)} entries of the vote, each in the tree of {size}")
    return entries

def check_ballots(entries: list[Any], roll: Any, receipts: Any, key: Key) -> dict[str, Any]:
    """The choice of each who voted; each ballot is in time, by one who may, and has its receipt."""
    of = {kind: [entry for entry in entries if entry["type"] == kind] for kind in ENTRIES}
    opened, last = entries[0], {ballot["deputy"]: ballot for ballot in of["ballot"]}
    start, end = opened["opened_at"], [opened, *of["vote.resumed"]][-1]["closes_at"]
    for ballot in of["ballot"]:
        who, at = ballot["deputy"], ballot["t"]
        changed = opened["rule"].get("change_before_close") is True and at < last[who]["t"]
        need(ballot is last[who] or changed, f"{who} has two ballots")
        need(who in roll and roll[who]["registered"], f"{who} voted and was not registered")
        marks = said if isinstance(said := ballot["choice"], dict) else {"": said}
        ours: Any = {*map(str, marks.values())} <= {*opened["options"]}, ballot["rules"]
        ours = bool(marks) and {*marks} <= {*(opened["items"] or [""])} and ours
        need(ours == (True, opened["rules"]), f"{who} chose what was not to be chosen")
        stops, goes = (sum(e["t"] <= at for e in of["vote." + k]) for k in ("suspended", "resumed"))
        ok = ballot["source"] == "paper" if stops > goes else at < end  # paper is taken meanwhile
        need(ok and start <= at <= of["vote.closed"][0]["t"], f"{who} voted out of time")
        receipt, leaf = unbase64(str(receipts.get(who))), hashed(last[who], b"\0")
        check_signed(key, receipt, b"kurultai/receipt/v1\n" + leaf, f"the ballot of {who}")
    need(last.keys() == receipts.keys(), "a receipt is of nobody who voted")
    print(f"ok     ballots: {len(last)}, one a deputy, in time, receipts signed by {key[0]}")
    return {who: ballot["choice"] for who, ballot in last.items()}

def enough(majority: Any, chamber: Any, tally: Any) -> tuple[int, int]:
    part, parts = majority["ratio"]
    need(part <= parts - majority["strict"], "the rule asks for more than the whole")
    decided = tally["votes_for"] + tally["against"]
    here, cast = chamber["registered"], decided + tally["abstained"]
    wholes = (chamber["seats"], chamber["filled"], here, here, cast, decided)
    whole = wholes[WHOLES.split().index(majority["base"])]
    more = whole * part // parts + 1
    return more if majority["strict"] else max(1, -(-whole * part // parts)), whole

def judge(opened: Any, tally: Any) -> dict[str, Any]:
    rule, chamber = opened["rule"], opened["chamber"]
    needed, whole = enough(rule["adopt"], chamber, tally)
    quorum = enough(rule["quorum"], chamber, tally)[0] * ("close" in rule["quorum_checked"])
    against = enough(rule["reject"], chamber, tally)[0] if rule["reject"] else 0
    tied = rule["tie"] == "revote" and tally["votes_for"] == tally["against"]
    outcome = "rejected" if tally["against"] >= against and not tied else "no_decision"
    outcome = "adopted" if tally["votes_for"] >= needed else outcome
    outcome = "no_decision" if chamber["registered"] < quorum else outcome
    return {"needed": needed, "whole": whole, "outcome": outcome}

def by_item(opened: Any, cast: Any, runoff: list[str]) -> dict[str, Any]:
    """The same for each item, as if it were voted on alone; or which one of them is chosen."""
    each, results = opened["question"]["form"] == "each", []
    for key in opened["items"] or opened["options"][: -len(SIDES[1:])]:
        one_of = {key: "for", "abstained": "abstained"}
        said = [m.get(key) if each else one_of.get(m, "against") for m in cast.values()]
        count = dict(zip(COUNTED, map(said.count, SIDES), strict=True))
        results.append({"key": key} | count | judge(opened, count))
    for one in results:
        one["rank"] = 1 + sum(other["votes_for"] > one["votes_for"] for other in results)
        del one["whole"]
    outcomes = {one["outcome"] for one in results}
    if each:
        return {"results": results, "outcome": outcomes.pop() if len(outcomes) == 1 else "divided"}
    first = [one["key"] for one in results if one["rank"] == 1]
    chosen = first[0] if "adopted" in outcomes and len(first) == 1 else None
    all_of_them = {"votes_for": 0} | {side: [*cast.values()].count(side) for side in SIDES[1:]}
    none = all_of_them["against"] and judge(opened, all_of_them)["outcome"] == "rejected"
    last = max([one["rank"] for one in results if one["key"] in runoff and not chosen], default=0)
    left = [one["key"] for one in results if one["rank"] <= last and not none]
    outcome = "adopted" if chosen else "rejected" if none else "no_decision"
    return {"results": results, "outcome": outcome, "chosen": chosen, "runoff": left}

def check_result(entries: list[Any], roll: Any, cast: Any, states: Any) -> None:
    opened, closed, found = entries[0], next(e for e in entries if e["type"] == "vote.closed"), {}
    said = {(e["type"], e["deputy"]) for e in entries[: entries.index(closed)] if "deputy" in e}
    for who, deputy in roll.items():
        here = "device_fault" if ("device_fault", who) in said else "present_not_voted"
        silent = here if deputy["registered"] else "absent" + "_excused" * deputy.get("excused", 0)
        vote = cast.get(who, "recused" if ("recusal", who) in said else silent)
        found[who] = "voted" if who in cast and vote not in SIDES else vote
    need(states == found, "the states are not those of the roll and the ballots")
    need(hashed(opened["rule"]).hex() == opened["rules"], "the rule is not the one of its digest")
    tally = {n: [*found.values()].count("for" if n == "votes_for" else n) for n in closed["tally"]}
    need(sum(tally.values()) == len(roll), "the tally does not count everyone on the roll once")
    items = opened["question"].get("form", "yes_no") != "yes_no"
    again: Any = {"results": [], "chosen": None, "runoff": [], "tally": tally}
    again |= judge(opened, tally | {"votes_for": tally["voted"]} if items else tally)
    again |= by_item(opened, cast, closed["runoff"]) if items else {}
    need(closed | again == closed, f"the record says {closed}, but it is {again}")
    told = {entry["outcome"] for entry in entries if entry["type"] == "vote.proclaimed"}
    need(told <= {closed["outcome"]}, "what was proclaimed is not the result")
    print(f"ok     result: {again['outcome']}; {tally}, needed {again['needed']}")

def check(bundle: Any, given: argparse.Namespace) -> None:
    fits(bundle, BUNDLE, "the bundle")
    log = key_of(given.log_key or bundle["keys"]["log"], SIGNS)
    receipts = key_of(given.receipt_key or bundle["keys"]["receipts"], SIGNS)
    if not (given.log_key and given.receipt_key):
        print("WARNING: A KEY IS THE BUNDLE'S OWN, NOBODY ELSE VOUCHES FOR IT: see --help")
    entries = check_log(bundle, *check_checkpoint(bundle["checkpoint"], log, given))
    roll, opened = {deputy["deputy"]: deputy for deputy in bundle["roll"]}, entries[0]
    for one in ("deputy", "mandate", "number"):
        need(len({d[one] for d in bundle["roll"]}) == len(bundle["roll"]), f"a {one} stands twice")
    need(hashed(bundle["roll"]).hex() == opened["roll"], "the roll is not that of the opening")
    known = {"filled": len(roll), "registered": sum(d["registered"] for d in roll.values())}
    need(opened["chamber"] | known == opened["chamber"], "the chamber is not that of the roll")
    print(f"ok     roll: {len(roll)} deputies, {known['registered']} of them registered")
    cast = check_ballots(entries, roll, bundle["receipts"], receipts)
    check_result(entries, roll, cast, bundle["states"])

def main(argv: list[str] | None = None) -> int:
    asked = argparse.ArgumentParser(description="Check the record of one vote.")
    asked.add_argument("bundle", type=Path)
    asked.add_argument("--log-key", metavar="VKEY", help="the key that the log must be signed by")
    asked.add_argument("--receipt-key", metavar="VKEY", help="the key that signs the receipts")
    asked.add_argument("--witness", metavar="VKEY", action="append", default=[])
    asked.add_argument("--witnesses-needed", metavar="N", type=int, help="all of them if not given")
    given = asked.parse_args(argv)
    status, wrong = 2, f"{given.bundle} is no bundle:"
    try:
        bundle = json.loads(given.bundle.read_bytes().decode(), object_pairs_hook=once)
        hashed(bundle)  # so that all of it can be written in the one way
        need((bundle["type"], bundle["v"]) == (BUNDLE["type"], 1), "of another type or version")
        status, wrong = 1, "FAULT "
        check(bundle, given)
    except (OSError, ValueError, LookupError, TypeError, RecursionError) as error:
        print(wrong, error)
        return status
    print("Everything holds.")
    return 0

if __name__ == "__main__":
    raise SystemExit(main())

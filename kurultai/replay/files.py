"""The three files of a replay, read strictly: a fault names its file and row."""

import csv
import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

CHOICES = {"yes": "for", "no": "against", "abstain": "abstained"}
"""How the files' votes are said in this parliament; `no_show` casts nothing."""
NO_SHOW = "no_show"
COUNTS = ("yes", "no", "abstain", "no_show")

POLL_COLUMNS = ("poll_id", "poll_date", "poll_title", *COUNTS)
BALLOT_COLUMNS = ("poll_id", "mandate_id", "vote")
MANDATE_COLUMNS = ("mandate_id", "party", "start_date", "end_date")
NO_PARTY = "—"


class BadFile(Exception):
    """A file of the replay cannot be what it must be; the message is one line."""


@dataclass(slots=True)
class Poll:
    """One published roll call: its counts, and each member's vote."""

    id: str
    title: str
    published: dict[str, int]
    votes: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RollCalls:
    """What a replay reads: polls with their ballots, and the party of every mandate.

    `missing` are mandates that vote but stand in no row of mandates.csv.
    """

    polls: list[Poll]
    parties: dict[str, str]
    missing: list[str]


def read(folder: Path) -> RollCalls:
    """Read a folder of polls.csv, ballots.csv and mandates.csv. Raises BadFile."""
    polls = _polls(folder / "polls.csv")
    parties = _parties(folder / "mandates.csv")
    _add_ballots(folder / "ballots.csv", polls)
    voting = {mandate for poll in polls.values() for mandate in poll.votes}
    missing = sorted(voting - parties.keys())
    return RollCalls(list(polls.values()), parties | dict.fromkeys(missing, NO_PARTY), missing)


def _polls(path: Path) -> dict[str, Poll]:
    polls: dict[str, Poll] = {}
    for row, values in _rows(path, POLL_COLUMNS):
        if values["poll_id"] in polls:
            raise BadFile(f"{path.name}, row {row}: poll {values['poll_id']} stands there twice")
        counts = {name: _count(path, row, values, name) for name in COUNTS}
        polls[values["poll_id"]] = Poll(values["poll_id"], values["poll_title"], counts)
    if not polls:
        raise BadFile(f"{path.name}: there is no poll in it")
    return polls


def _parties(path: Path) -> dict[str, str]:
    parties: dict[str, str] = {}
    for row, values in _rows(path, MANDATE_COLUMNS):
        if values["mandate_id"] in parties:
            raise BadFile(
                f"{path.name}, row {row}: mandate {values['mandate_id']} stands there twice"
            )
        parties[values["mandate_id"]] = values["party"] or NO_PARTY
    return parties


def _add_ballots(path: Path, polls: dict[str, Poll]) -> None:
    for row, values in _rows(path, BALLOT_COLUMNS):
        poll, mandate, vote = (values[name] for name in BALLOT_COLUMNS)
        where = f"{path.name}, row {row}"
        if poll not in polls:
            raise BadFile(f"{where}: poll {poll} is not in polls.csv")
        if vote not in CHOICES and vote != NO_SHOW:
            raise BadFile(f"{where}: “{vote}” is not a vote (yes, no, abstain, no_show)")
        if mandate in polls[poll].votes:
            raise BadFile(f"{where}: mandate {mandate} votes a second time in poll {poll}")
        polls[poll].votes[mandate] = vote


def _count(path: Path, row: int, values: dict[str, str], name: str) -> int:
    if not values[name].isascii() or not values[name].isdigit():
        raise BadFile(f"{path.name}, row {row}: {name} is “{values[name]}”, not a number")
    return int(values[name])


def _rows(path: Path, columns: tuple[str, ...]) -> Iterator[tuple[int, dict[str, str]]]:
    """Every row with its number in the file, the heading being row 1."""
    reader = csv.DictReader(io.StringIO(_text(path), newline=""), strict=True)
    absent = [name for name in columns if name not in (reader.fieldnames or ())]
    if absent:
        raise BadFile(f"{path.name}, row 1: the column {', '.join(absent)} is missing")
    try:
        for values in reader:
            yield reader.line_num, _complete(path, reader.line_num, values)
    except csv.Error as error:
        raise BadFile(f"{path.name}, row {reader.line_num}: {error}") from error


def _complete(path: Path, row: int, values: dict[str, str | None]) -> dict[str, str]:
    if None in values or None in values.values():
        raise BadFile(f"{path.name}, row {row}: it has not as many fields as the heading")
    return {name: (value or "").strip() for name, value in values.items()}


def _text(path: Path) -> str:
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise BadFile(f"{path.name}: {error.strerror or error}") from error
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = raw[: error.start].count(b"\n") + 1
        raise BadFile(f"{path.name}, row {row}: the text is not UTF-8") from error


def counted(votes: dict[str, str]) -> Counter[str]:
    """How often each word stands in a poll's rows."""
    return Counter(votes.values())

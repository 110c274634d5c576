"""A small folder of roll calls, whole or with one thing wrong."""

from pathlib import Path

POLLS = (
    "poll_id,poll_date,poll_title,yes,no,abstain,no_show\n1,2026-10-01,Об открытых данных,3,1,0,1\n"
)
BALLOTS = "poll_id,mandate_id,vote\n1,a,yes\n1,b,yes\n1,c,yes\n1,d,no\n1,e,no_show\n"
MANDATES = 'mandate_id,party,start_date,end_date\na,I,,""\nb,I,,""\nc,II,,""\nd,II,,""\n'


def a_folder(
    at: Path, *, polls: str = POLLS, ballots: str = BALLOTS, mandates: str = MANDATES
) -> Path:
    """Mandate `e` is listed in a poll, and missing from the mandates."""
    at.mkdir(parents=True, exist_ok=True)
    for name, text in (("polls", polls), ("ballots", ballots), ("mandates", mandates)):
        (at / f"{name}.csv").write_text(text, "utf-8")
    return at

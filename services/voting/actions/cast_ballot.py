"""A deputy casts a ballot: their own, once, in time."""

from collections.abc import Callable

from services.voting.domain.ballot import Ballot, Paper, Verdict
from services.voting.domain.ballot_refusals import refusal_of
from services.voting.store.ballot_box import BallotBox


async def cast_ballot(
    box: BallotBox, paper: Paper, *, trace: str, nudge: Callable[[], None]
) -> tuple[Verdict, Ballot]:
    """The ballot on record, and whether it was recorded now or when it was cast before.

    Raises:
        NotFound, NotNow, NotEntitled: why the ballot was not taken.
    """
    cast = await box.cast(paper, trace=trace)
    if cast.ballot is None:
        raise refusal_of(cast, paper.vote_id)
    nudge()
    return cast.verdict, cast.ballot

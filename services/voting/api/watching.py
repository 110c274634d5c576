"""Votes that are watched."""

from typing import override
from uuid import UUID

from starlette.requests import Request
from starlette.responses import Response

from services.voting.api.ballots_shown import ProgressShown
from services.voting.api.reading import NOTHING_MORE, Readers
from services.voting.api.shown import VoteShown
from services.voting.domain.stages import UNDER_WAY, VoteStage
from services.voting.domain.vote import Vote
from services.voting.store.ballots import progress_of
from shared.kernel.rules import Rules

TOLD_AS = {
    VoteStage.CLOSED: "result",
    VoteStage.PROCLAIMED: "proclaimed",
    VoteStage.ANNULLED: "annulled",
}
AT_THE_END = (VoteStage.PROCLAIMED, VoteStage.ANNULLED)
MORE_THAN_CAN_BE_CAST = 1_000_000


class Watchers(Readers):
    """The votes that are watched in this process."""

    kind = "vote"

    def answer(self, vote: Vote, recorded: int, rules: Rules, request: Request) -> Response:
        """The stream, or nothing more for who has seen the end; `recorded` as in `Progress`."""
        last_seen = request.headers.get("last-event-id")
        if _has_seen_the_end(vote, recorded, last_seen):
            return Response(status_code=NOTHING_MORE)
        return self._answer(vote.id, last_seen, rules)

    @override
    async def _look(self, case_id: UUID, rules: Rules) -> bool:
        async with self._desk.sessions() as session:
            progress = await progress_of(session, case_id)
            if progress.stage in UNDER_WAY:
                number = _number_of(progress.version, progress.recorded)
                shown = ProgressShown.of(progress).model_dump_json().encode()
                self._tell(case_id, "progress", shown, number)
            if progress.stage not in TOLD_AS:
                return False
            # Read later than its progress, it may have gone on: it is told as what it is by now.
            vote = await session.get_one(Vote, case_id)
        number = _number_of(vote.version, progress.recorded)
        result = VoteShown.of(vote, rules).model_dump_json().encode()
        self._tell(case_id, TOLD_AS[vote.stage], result, number)
        return vote.stage in AT_THE_END


def _number_of(version: int, recorded: int) -> int:
    """The same in every process, so that a viewer can go on in another one; it only grows."""
    return version * MORE_THAN_CAN_BE_CAST + recorded


def _has_seen_the_end(vote: Vote, recorded: int, last_seen: str | None) -> bool:
    return vote.stage in AT_THE_END and last_seen == str(_number_of(vote.version, recorded))

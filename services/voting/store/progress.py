"""How far a vote is, in one small read; what of it is told, its frozen rule says."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import JSONB

from services.voting.domain.stages import UNDER_WAY, DeclarationKind, VoteStage
from services.voting.store.calls import next_in_json
from services.voting.store.tables import ballots, calls, declarations, roll, votes
from services.voting.store.tables import standing_ballots as standing
from shared.kernel.rules import Live


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a vote is. Which way it goes is to be seen from it only if its rule says so.

    Attributes:
        live: what the frozen rule lets be told; without it `cast` is 0 while the vote is under way.
        recorded: grows with all of it that is told, so also with each ballot that was changed where
            sides are told, and with each recusal where the roll is called.
        sides: how many ballots say each option; of a vote item by item none.
        next_called: the fields of `Called`, of a vote by roll call.
    """

    stage: VoteStage
    version: int
    roll: int
    registered: int
    cast: int
    recorded: int
    live: Live
    sides: Mapping[str, int] | None
    closes_at: datetime | None
    remaining_ms: int | None
    next_called: Mapping[str, Any] | None
    now: datetime


SAID = standing.c.choice.op("#>>", return_type=sa.Text())(sa.text("'{}'"))
"""A choice as text: an option as it is."""

# Made once: it is read up to twenty times a second of every vote that is watched.
THIS_VOTE = sa.bindparam("vote_id", type_=sa.Uuid)
LIVE = sa.func.coalesce(sa.type_coerce(votes.c.rule, JSONB)["live"].astext, Live.CAST.value)
HIDDEN = sa.and_(LIVE == Live.NONE, votes.c.stage.in_(UNDER_WAY))
RECORDED = sa.select(sa.func.count()).where(ballots.c.vote_id == THIS_VOTE)
CAST = RECORDED.where(ballots.c.turn == 0).scalar_subquery()
RECUSED = (
    sa.select(sa.func.count())
    .where(declarations.c.vote_id == THIS_VOTE)
    .where(declarations.c.kind == DeclarationKind.RECUSAL)
    .where(sa.exists().where(calls.c.vote_id == THIS_VOTE))
    .scalar_subquery()
)
"""Where the roll is called it moves whose turn it is; elsewhere nothing of it is told meanwhile."""
ON_ROLL = sa.select(sa.func.count()).where(roll.c.vote_id == THIS_VOTE)
SAYS = (
    sa.select(SAID.label("option"), sa.func.count().label("ballots"))
    .where(standing.c.vote_id == THIS_VOTE)
    .where(sa.func.jsonb_typeof(standing.c.choice) == "string")
    .group_by(SAID)
    .subquery()
)
SIDES = sa.func.coalesce(
    sa.select(sa.func.jsonb_object_agg(SAYS.c.option, SAYS.c.ballots)).scalar_subquery(),
    sa.text("'{}'::jsonb"),
    type_=JSONB,
)
PROGRESS = sa.select(
    votes.c.stage,
    votes.c.version,
    votes.c.remaining_ms,
    LIVE.label("live"),
    ON_ROLL.scalar_subquery().label("roll"),
    ON_ROLL.where(roll.c.registered).scalar_subquery().label("registered"),
    sa.case((HIDDEN, 0), else_=CAST).label("cast"),
    sa.case(
        (HIDDEN, 0),
        (LIVE == Live.SIDES, RECORDED.scalar_subquery() + RECUSED),
        else_=CAST + RECUSED,
    ).label("recorded"),
    sa.case((LIVE == Live.SIDES, SIDES)).label("sides"),
    votes.c.closes_at,
    sa.case((~HIDDEN, next_in_json(THIS_VOTE))).label("next_called"),
    sa.func.clock_timestamp().label("now"),
).where(votes.c.id == THIS_VOTE)

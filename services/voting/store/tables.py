"""How sittings, questions, votes and ballots are kept. The domain does not know: it is here."""

import sqlalchemy as sa
from sqlalchemy.orm import registry

from services.voting.domain.ballot import Chosen
from services.voting.domain.calling import Calling
from services.voting.domain.declaration import Declaration
from services.voting.domain.excuse import Excuse
from services.voting.domain.paper_ballot import PaperBallot
from services.voting.domain.question import Question
from services.voting.domain.registration import Registration
from services.voting.domain.sitting import Sitting
from services.voting.domain.stages import (
    DeclarationKind,
    DeclarationStage,
    ExcuseStage,
    Ground,
    PaperStage,
    QuestionStage,
    RegistrationStage,
    SittingStage,
    Source,
    VoteStage,
    WitnessStage,
)
from services.voting.domain.vote import Annulment, Vote
from services.voting.domain.witness import Witness
from shared.contracts import words
from shared.kernel.rules import Chamber, DecisionRule, Outcome
from shared.store import columns
from shared.store.columns import Moment, Shaped, case_columns
from shared.store.kept import kept_tables
from shared.store.naming import NAMING
from shared.store.register import register_tables

metadata = sa.MetaData(naming_convention=NAMING)

sittings = sa.Table(
    "sittings",
    metadata,
    *case_columns(SittingStage),
    sa.Column("starts_at", Moment, nullable=False),
    sa.Column("opened_at", Moment),
    sa.Column("closed_at", Moment),
)

# A table of its own, only added to, and no key to the sitting: 145 deputies register at once, and
# none of them touches the sitting's row.
registrations = sa.Table(
    "registrations",
    metadata,
    *case_columns(RegistrationStage),
    sa.Column("sitting_id", sa.Uuid, nullable=False),
    sa.Column("person_id", sa.Uuid, nullable=False),
    sa.Column("registered_at", Moment, nullable=False),
    sa.UniqueConstraint("sitting_id", "person_id"),
)

# Only added to and taken back; one of a deputy stands for a sitting.
excuses = sa.Table(
    "excuses",
    metadata,
    *case_columns(ExcuseStage),
    sa.Column("sitting_id", sa.Uuid, sa.ForeignKey(sittings.c.id), nullable=False),
    sa.Column("person_id", sa.Uuid, nullable=False),
    sa.Column("ground", columns.words(Ground), nullable=False),
    sa.Column("words", Shaped(words.Bilingual)),
    sa.Column("reference", sa.Text, nullable=False),
    sa.Column("dated", sa.Date, nullable=False),
    sa.Column("recorded_by", sa.Uuid, nullable=False),
    sa.Column("recorded_at", Moment, nullable=False),
    sa.Column("taken_back_by", sa.Uuid),
    sa.Column("taken_back_at", Moment),
    sa.Index(
        "excuses_one_stands",
        "sitting_id",
        "person_id",
        unique=True,
        postgresql_where=sa.text("stage = 'recorded'"),
    ),
    sa.CheckConstraint(
        "(stage = 'taken_back') = (taken_back_by IS NOT NULL AND taken_back_at IS NOT NULL)",
        "taken_back",
    ),
)

questions = sa.Table(
    "questions",
    metadata,
    *case_columns(QuestionStage),
    sa.Column("wording", Shaped(words.Question), nullable=False),
    sa.Column("put_at", Moment, nullable=False),
)

votes = sa.Table(
    "votes",
    metadata,
    *case_columns(VoteStage),
    sa.Column("sitting_id", sa.Uuid, sa.ForeignKey(sittings.c.id), nullable=False, index=True),
    sa.Column("question_id", sa.Uuid, sa.ForeignKey(questions.c.id), nullable=False, index=True),
    sa.Column("question", Shaped(words.Question), nullable=False),
    sa.Column("window_seconds", sa.Integer),
    sa.Column("options", Shaped[tuple[str, ...]](tuple[str, ...]), nullable=False),
    sa.Column("items", Shaped[tuple[str, ...]](tuple[str, ...]), nullable=False),
    sa.Column("prepared_at", Moment, nullable=False),
    sa.Column("rule", Shaped(DecisionRule)),
    sa.Column("rule_digest", sa.Text),
    sa.Column("profile", sa.Text),
    sa.Column("chamber", Shaped(Chamber)),
    sa.Column("opened_at", Moment),
    sa.Column("closes_at", Moment),
    sa.Column("remaining_ms", sa.Integer),
    sa.Column("closed_at", Moment),
    sa.Column("round", sa.Integer, nullable=False),
    sa.Column("follows", sa.Uuid, sa.ForeignKey("votes.id")),
    sa.Column("prepared_by", sa.Uuid),
    sa.Column("calling", Shaped(Calling)),
    sa.Column("annulment", Shaped(Annulment)),
    sa.Column("proclaimed_at", Moment),
    sa.Column("annulled_at", Moment),
    sa.Column("tally", Shaped(words.Tally)),
    sa.Column("outcome", columns.words(Outcome)),
    sa.Column(
        "results",
        Shaped[tuple[words.ItemResult, ...]](tuple[words.ItemResult, ...]),
        nullable=False,
    ),
    sa.Column("chosen", sa.Text),
    sa.Column("runoff", Shaped[tuple[str, ...]](tuple[str, ...]), nullable=False),
    sa.Column("needed", sa.Integer),
    sa.Column("whole", sa.Integer),
    # One vote on a question is open at most; and one that decided it ends all voting on it.
    sa.Index(
        "votes_one_of_a_question",
        "question_id",
        unique=True,
        postgresql_where=sa.text(
            "stage IN ('open', 'suspended') "
            "OR outcome IN ('adopted', 'rejected', 'divided') AND stage <> 'annulled'"
        ),
    ),
    sa.Index("votes_open", "closes_at", postgresql_where=sa.text("stage = 'open'")),
    sa.UniqueConstraint("question_id", "round"),
    sa.CheckConstraint("stage = 'prepared' OR closes_at IS NOT NULL", "open_ends"),
    sa.CheckConstraint("(stage = 'suspended') = (remaining_ms IS NOT NULL)", "suspended_is_kept"),
    sa.CheckConstraint(
        "stage = 'annulled' OR (stage IN ('closed', 'proclaimed')) = "
        "(closed_at IS NOT NULL AND tally IS NOT NULL AND outcome IS NOT NULL)",
        "closed_has_result",
    ),
)

roll = sa.Table(
    "roll",
    metadata,
    sa.Column("vote_id", sa.Uuid, sa.ForeignKey(votes.c.id), primary_key=True),
    sa.Column("person_id", sa.Uuid, primary_key=True),
    sa.Column("mandate_id", sa.Uuid, nullable=False),
    sa.Column("number", sa.Integer, nullable=False),
    sa.Column("name", Shaped(words.Bilingual), nullable=False),
    sa.Column("faction_id", sa.Uuid),
    sa.Column("registered", sa.Boolean, nullable=False),
    sa.Column("excused", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.CheckConstraint("NOT (registered AND excused)", "excused_is_away"),
)

# In which order the roll is called; of a vote that is not by roll call there is nothing.
calls = sa.Table(
    "calls",
    metadata,
    sa.Column("vote_id", sa.Uuid, primary_key=True),
    sa.Column("person_id", sa.Uuid, primary_key=True),
    sa.Column("place", sa.Integer, nullable=False),
    sa.ForeignKeyConstraint(["vote_id", "person_id"], [roll.c.vote_id, roll.c.person_id]),
    sa.UniqueConstraint("vote_id", "place"),
)

# Written by the function `cast_ballots` and by nothing else.
ballots = sa.Table(
    "ballots",
    metadata,
    sa.Column("vote_id", sa.Uuid, primary_key=True),
    sa.Column("person_id", sa.Uuid, primary_key=True),
    sa.Column("turn", sa.SmallInteger, primary_key=True, server_default=sa.text("0")),
    sa.Column("id", sa.Uuid, nullable=False, unique=True),
    sa.Column("choice", Shaped[Chosen](Chosen.__value__), nullable=False),
    sa.Column("request_id", sa.Uuid, nullable=False),
    sa.Column("recorded_at", Moment, nullable=False),
    sa.Column("source", columns.words(Source), nullable=False),
    sa.ForeignKeyConstraint(["vote_id", "person_id"], [roll.c.vote_id, roll.c.person_id]),
)

# A view: of each deputy's ballots the last. Where the rule allows no change it is the only one.
standing_ballots = sa.table(
    "standing_ballots", *(sa.column(kept_as.name, kept_as.type) for kept_as in ballots.c)
)

declarations = sa.Table(
    "declarations",
    metadata,
    *case_columns(DeclarationStage),
    sa.Column("vote_id", sa.Uuid, nullable=False),
    sa.Column("person_id", sa.Uuid, nullable=False),
    sa.Column("kind", columns.words(DeclarationKind), nullable=False),
    sa.Column("words", sa.Text, nullable=False),
    sa.Column("made_at", Moment, nullable=False),
    sa.ForeignKeyConstraint(["vote_id", "person_id"], [roll.c.vote_id, roll.c.person_id]),
    sa.UniqueConstraint("vote_id", "person_id", "kind"),
)

paper_ballots = sa.Table(
    "paper_ballots",
    metadata,
    *case_columns(PaperStage),
    sa.Column("vote_id", sa.Uuid, nullable=False),
    sa.Column("person_id", sa.Uuid, nullable=False),
    sa.Column("choice", Shaped[Chosen](Chosen.__value__), nullable=False),
    sa.Column("reason", Shaped(words.Bilingual), nullable=False),
    sa.Column("entered_by", sa.Uuid, nullable=False),
    sa.Column("entered_at", Moment, nullable=False),
    sa.Column("confirmed_by", sa.Uuid),
    sa.Column("confirmed_at", Moment),
    sa.ForeignKeyConstraint(["vote_id", "person_id"], [roll.c.vote_id, roll.c.person_id]),
    sa.CheckConstraint(
        "(stage = 'confirmed') = (confirmed_by IS NOT NULL AND confirmed_at IS NOT NULL)",
        "confirmed",
    ),
    sa.CheckConstraint("confirmed_by <> entered_by", "two_persons"),
)

# Bytes of an entry as they were hashed: text, not JSON that the database would write anew.
log_entries = sa.Table(
    "log_entries",
    metadata,
    sa.Column("place", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("vote_id", sa.Uuid, nullable=False, index=True),
    sa.Column("type", sa.Text, nullable=False),
    sa.Column("entry", sa.Text, nullable=False),
    sa.Column("leaf", sa.LargeBinary, nullable=False),
    sa.CheckConstraint("leaf = sha256('\\x00'::bytea || convert_to(entry, 'UTF8'))", "leaf"),
)

log_tiles = sa.Table(
    "log_tiles",
    metadata,
    sa.Column("level", sa.SmallInteger, primary_key=True, autoincrement=False),
    sa.Column("place", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("hash", sa.LargeBinary, nullable=False),
)

log_heads = sa.Table(
    "log_heads",
    metadata,
    sa.Column("size", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("root", sa.LargeBinary, nullable=False),
    sa.Column("at", Moment, nullable=False),
)

witnesses = sa.Table(
    "witnesses",
    metadata,
    *case_columns(WitnessStage),
    sa.Column("vkey", sa.Text, nullable=False, unique=True),
    sa.Column("of", Shaped(words.Bilingual), nullable=False),
    sa.Column("admitted_at", Moment, nullable=False),
)

cosignatures = sa.Table(
    "cosignatures",
    metadata,
    sa.Column("size", sa.BigInteger, sa.ForeignKey(log_heads.c.size), primary_key=True),
    sa.Column("witness_id", sa.Uuid, sa.ForeignKey(witnesses.c.id), primary_key=True),
    sa.Column("line", sa.Text, nullable=False),
    sa.Column("received_at", Moment, nullable=False, server_default=sa.func.now()),
)

register = register_tables(metadata)
kept = kept_tables(metadata)

mappers = registry(metadata=metadata)
for case, table in (
    (Sitting, sittings),
    (Registration, registrations),
    (Excuse, excuses),
    (Question, questions),
    (Vote, votes),
    (Declaration, declarations),
    (PaperBallot, paper_ballots),
    (Witness, witnesses),
):
    mappers.map_imperatively(
        case, table, version_id_col=table.c.version, version_id_generator=False
    )

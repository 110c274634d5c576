"""How the list of speakers, the protocol and the transcript are kept."""

import sqlalchemy as sa

from services.hearings.domain.minuting import Entry, EntryStage
from services.hearings.domain.speaking import Speech, SpeechStage
from services.hearings.domain.transcribing import Edition, Segment, SegmentStage, Tongue
from services.hearings.store.tables import mapped, metadata
from shared.contracts.words import Bilingual
from shared.store.columns import Moment, Shaped, case_columns, words

speeches = sa.Table(
    "speeches",
    metadata,
    *case_columns(SpeechStage),
    sa.Column("hearing_id", sa.Uuid, nullable=False, index=True),
    sa.Column("part", sa.Text),
    sa.Column("person_id", sa.Uuid),
    sa.Column("name", Shaped(Bilingual), nullable=False),
    sa.Column("capacity", Shaped(Bilingual), nullable=False),
    sa.Column("minutes", sa.Integer),
    sa.Column("place", sa.Integer, nullable=False),
    sa.Column("guaranteed", sa.Boolean, nullable=False),
    sa.Column("for_faction", sa.Uuid),
    sa.Column("given_at", Moment),
    sa.Column("ended_at", Moment),
)

entries = sa.Table(
    "entries",
    metadata,
    *case_columns(EntryStage),
    sa.Column("hearing_id", sa.Uuid, nullable=False),
    sa.Column("part", sa.Text),
    sa.Column("number", sa.Integer, nullable=False),
    sa.Column("text", Shaped(Bilingual), nullable=False),
    sa.Column("corrects", sa.Uuid, unique=True),
    sa.Column("entered_at", Moment, nullable=False),
    sa.UniqueConstraint("hearing_id", "number"),
)

segments = sa.Table(
    "segments",
    metadata,
    *case_columns(SegmentStage),
    sa.Column("hearing_id", sa.Uuid, nullable=False),
    sa.Column("part", sa.Text),
    sa.Column("number", sa.Integer, nullable=False),
    sa.Column("speaker", Shaped(Bilingual), nullable=False),
    sa.Column("person_id", sa.Uuid),
    sa.Column("language", words(Tongue), nullable=False),
    sa.Column("since", Moment, nullable=False),
    sa.Column("until", Moment, nullable=False),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("earlier", Shaped(tuple[Edition, ...]), nullable=False),
    sa.UniqueConstraint("hearing_id", "number"),
)

mapped(Speech, speeches)
mapped(Entry, entries)
mapped(Segment, segments)

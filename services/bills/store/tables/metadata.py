"""What all tables of the service belong to."""

import sqlalchemy as sa

from shared.store.naming import NAMING

metadata = sa.MetaData(naming_convention=NAMING)

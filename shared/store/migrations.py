"""The Alembic environment of every service: two lines in `services/<name>/migrations/env.py`."""

import asyncio

import sqlalchemy as sa
from alembic import context
from sqlalchemy.ext.asyncio import create_async_engine


def run(metadata: sa.MetaData) -> None:
    """Bring the database at the configured `sqlalchemy.url` to the requested revision.

    The URL is the owner's: the service's own role may not change tables.
    """
    url = context.config.get_main_option("sqlalchemy.url") or ""
    asyncio.run(_migrate(url, metadata))


async def _migrate(url: str, metadata: sa.MetaData) -> None:
    engine = create_async_engine(url, poolclass=sa.NullPool)
    async with engine.begin() as connection:
        await connection.run_sync(_configure_and_run, metadata)
    await engine.dispose()


def _configure_and_run(connection: sa.Connection, metadata: sa.MetaData) -> None:
    context.configure(connection=connection, target_metadata=metadata, compare_server_default=False)
    with context.begin_transaction():
        context.run_migrations()

"""A database for each service, with an owner for its migrations and a role for the service."""

import asyncio
import base64
import hashlib
import hmac
import re
import secrets
from collections.abc import Mapping

import asyncpg  # type: ignore[import-untyped]  # it ships no types
from sqlalchemy.engine import URL, make_url

SCRAM_ITERATIONS = 4096  # PostgreSQL's own default
# Any number: who provisions a server holds this lock, so that two at once do not collide.
PROVISIONING = 0x6B7572756C746169


class OtherPassword(Exception):
    """A role exists that our password does not open."""


def service_role(service: str) -> str:
    return f"kurultai_{service}"


def owner_role(service: str) -> str:
    return f"kurultai_{service}_owner"


def role_url(admin_url: str, role: str, password: str, database: str) -> str:
    """Where SQLAlchemy finds `database` as `role`, on the server of `admin_url`."""
    url = _renamed(make_url(admin_url), "sslmode", "ssl")
    there = url.set(username=role, password=password, database=database)
    return there.set(drivername="postgresql+asyncpg").render_as_string(hide_password=False)


async def create_databases(
    admin_url: str, names: Mapping[str, str], passwords: Mapping[str, str]
) -> None:
    """Make the roles and databases that are missing, and set who may do what in them.

    A role that exists keeps its password.

    Args:
        admin_url: a URL of a role that may create roles and databases.
        names: by service, its database.
        passwords: by role; see `service_role` and `owner_role`.
    """
    admin = await _connect(admin_url)
    try:
        await admin.execute("SELECT pg_advisory_lock($1)", PROVISIONING)
        await _make_roles(admin, names, passwords)
        await _make_databases(admin, names)
        await asyncio.gather(*(_set_rights(admin_url, *pair) for pair in names.items()))
    finally:
        # Ends the session, and the lock with it.
        await admin.close()


async def check_passwords(
    admin_url: str, names: Mapping[str, str], passwords: Mapping[str, str]
) -> None:
    """See that the roles let us in: another installation may have made them before us.

    Raises:
        OtherPassword: one does not.
    """
    for service, database in names.items():
        for role in (service_role(service), owner_role(service)):
            try:
                await (await _connect(role_url(admin_url, role, passwords[role], database))).close()
            except asyncpg.InvalidPasswordError as refusal:
                raise OtherPassword(
                    f"The role {role} has another password there than in secrets.json of this "
                    "data folder. Bring the secrets.json it was made with, or drop the role."
                ) from refusal


async def _make_roles(
    admin: asyncpg.Connection, services: Mapping[str, str], passwords: Mapping[str, str]
) -> None:
    known = {row["rolname"] for row in await admin.fetch("SELECT rolname FROM pg_roles")}
    roles = [role for service in services for role in (owner_role(service), service_role(service))]
    for role in roles:
        if role not in known:
            verifier = scram_verifier(passwords[role])
            await admin.execute(f"CREATE ROLE {_name(role)} LOGIN PASSWORD '{verifier}'")
            # An administrator who is not a superuser must be a member to give it a database.
            await admin.execute(f"GRANT {_name(role)} TO CURRENT_USER")


async def _make_databases(admin: asyncpg.Connection, names: Mapping[str, str]) -> None:
    known = {row["datname"] for row in await admin.fetch("SELECT datname FROM pg_database")}
    for service, database in names.items():
        if database not in known:
            await admin.execute(
                f"CREATE DATABASE {_name(database)} OWNER {_name(owner_role(service))} "
                "TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER builtin "
                "BUILTIN_LOCALE 'C.UTF-8'"
            )


async def _set_rights(admin_url: str, service: str, database: str) -> None:
    url = make_url(admin_url).set(database=database)
    connection = await _connect(url.render_as_string(hide_password=False))
    owner, role = _name(owner_role(service)), _name(service_role(service))
    by_default = f"ALTER DEFAULT PRIVILEGES FOR ROLE {owner}"
    try:
        await connection.execute(f"""
            REVOKE ALL ON DATABASE {_name(database)} FROM PUBLIC;
            GRANT CONNECT ON DATABASE {_name(database)} TO {role};
            ALTER SCHEMA public OWNER TO {owner};
            REVOKE ALL ON SCHEMA public FROM PUBLIC;
            GRANT USAGE ON SCHEMA public TO {role};
            {by_default} GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {role};
            {by_default} GRANT USAGE ON SEQUENCES TO {role};
            {by_default} REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
            {by_default} GRANT EXECUTE ON FUNCTIONS TO {role};
        """)
    finally:
        await connection.close()


async def _connect(url: str) -> asyncpg.Connection:
    plain = _renamed(make_url(url), "ssl", "sslmode").set(drivername="postgresql")
    return await asyncpg.connect(plain.render_as_string(hide_password=False))


def _renamed(url: URL, old: str, new: str) -> URL:
    """SQLAlchemy's driver and a plain PostgreSQL URL call the same option by two names."""
    query = {new if name == old else name: value for name, value in url.query.items()}
    return url.set(query=query)


def _name(identifier: str) -> str:
    """An identifier that needs no quotes, and so can do no harm in a statement."""
    if not re.fullmatch(r"[a-z][a-z0-9_]{0,62}", identifier):
        raise ValueError(f"{identifier!r} is not a name for a database or a role.")
    return identifier


def scram_verifier(password: str) -> str:
    """What PostgreSQL keeps of a password, made here: the password stays out of its logs."""
    salt = secrets.token_bytes(16)
    salted = hashlib.pbkdf2_hmac("sha256", password.encode(), salt, SCRAM_ITERATIONS)
    client_key = hmac.digest(salted, b"Client Key", "sha256")
    stored_key = hashlib.sha256(client_key).digest()
    server_key = hmac.digest(salted, b"Server Key", "sha256")
    salt64, stored, server = (_base64(part) for part in (salt, stored_key, server_key))
    return f"SCRAM-SHA-256${SCRAM_ITERATIONS}:{salt64}${stored}:{server}"


def _base64(octets: bytes) -> str:
    return base64.b64encode(octets).decode("ascii")

"""What a service is told from outside: environment variables that begin with `KURULTAI_`."""

from collections.abc import Mapping
from typing import Literal

from pydantic import AwareDatetime, Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from shared.kernel.text import Language

PREFIX = "KURULTAI_"


class SettingsMissing(Exception):
    """A variable is missing or wrong; the message names it and never its value."""


class Settings(BaseSettings):
    """Read once at the start, never inside the domain."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, frozen=True, extra="ignore", hide_input_in_errors=True
    )

    database_url: str = Field(repr=False, description="The service's own role: rows, no tables.")
    owner_database_url: str | None = Field(
        default=None, repr=False, description="The role that migrates."
    )
    pool_size: int = Field(default=16, ge=1, description="Connections; there is no overflow.")
    nats_url: str = Field(repr=False, description="The service's own NATS user.")
    nats_admin_url: str | None = Field(
        default=None, repr=False, description="The NATS user that makes streams and consumers."
    )
    profile: str = "kz-kurultai-2026-provisional"
    language: Language = Language.KK
    issuer: str = "https://identity.kurultai.local"
    audience: str = "kurultai"
    jwks_url: str = "https://identity.kurultai.local/.well-known/jwks.json"
    development_sign_in: bool = False
    founder_iin: SecretStr | None = None
    founder_name: str | None = Field(default=None, repr=False)
    secret: SecretStr | None = Field(
        default=None,
        description="Master secret, from which keys are derived: identity and voting need it.",
    )
    facts_key: SecretStr | None = Field(
        default=None,
        description="Signs what this service tells, 32 bytes in hexadecimal; else derived.",
    )
    facts_keys: Mapping[str, tuple[str, ...]] = Field(
        default={}, description="By service that is heard, its public keys in Base64, as JSON."
    )
    unsigned_facts_before: AwareDatetime | None = Field(
        default=None,
        description="For an upgrade: facts told before are believed without a signature.",
    )
    log_origin: str = Field(
        default="kurultai.local/log", description="The name of the log; its keys carry it."
    )
    max_body_bytes: int = Field(default=1024 * 1024, ge=1024)
    files: str = Field(
        default="nats", description="Where documents are kept: nats, or s3://<bucket>[/<prefix>]."
    )
    files_endpoint: str | None = Field(default=None, description="Of S3 elsewhere than at Amazon.")
    files_region: str = "us-east-1"
    files_access_key: SecretStr | None = None
    files_secret_key: SecretStr | None = None
    max_document_bytes: int = Field(default=50 * 1024 * 1024, ge=1024, le=400 * 1024 * 1024)
    scanner: str | None = Field(
        default=None, description="Of clamd: unix:<path>, or tcp:<host>:<port>; none, no scan."
    )
    e_otinish_secret: SecretStr | None = Field(
        default=None, description="By which e-Otinish proves itself to hearings; none, it cannot."
    )
    webhooks_to_loopback: bool = Field(
        default=False, description="For trials: webhooks also to http:// and to this machine."
    )
    log_level: Literal["debug", "info", "warning", "error"] = "info"
    log_format: Literal["json", "console"] = "json"


def read_settings() -> Settings:
    """The settings of this process.

    Raises:
        SettingsMissing: it names every variable that is missing or wrong.
    """
    try:
        return Settings()
    except ValidationError as error:
        raise SettingsMissing("; ".join(_complaint(dict(e)) for e in error.errors())) from None


def _complaint(error: dict[str, object]) -> str:
    loc = error["loc"]
    variable = str(loc[0]).upper() if isinstance(loc, tuple) and loc else "?"
    return f"{PREFIX}{variable}: {error['msg']}"

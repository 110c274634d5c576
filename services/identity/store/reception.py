"""What it takes to let someone in: to know them again, and to vouch for them."""

from dataclasses import dataclass
from typing import Self

from services.identity.domain.sign_in import Issuer
from services.identity.store.keyring import Keyring
from services.identity.store.vault import Vault
from shared.settings import Settings


@dataclass(frozen=True, slots=True)
class Reception:
    vault: Vault
    keyring: Keyring
    issuer: Issuer

    @classmethod
    def of(cls, settings: Settings) -> Self:
        """As the settings say.

        Raises:
            SecretTooShort: the master secret is missing, or no secret.
        """
        vault = Vault(settings.secret.get_secret_value() if settings.secret else "")
        issuer = Issuer(settings.issuer, settings.audience, settings.jwks_url)
        return cls(vault, Keyring(vault), issuer)

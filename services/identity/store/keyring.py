"""The keys as a process holds them: it makes pairs, remembers which one signs, and signs."""

import json
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from uuid import UUID

import sqlalchemy as sa
from joserfc import jwt
from joserfc.jwk import ECKey

from services.identity.domain.key import Pair
from services.identity.domain.stages import KeyStage
from services.identity.domain.terms import SIGNER_REMEMBERED
from services.identity.store.tables import signing_keys
from services.identity.store.vault import Sealed, Vault
from shared.store.unit_of_work import UnitOfWork

ALGORITHM = "ES256"
CURVE = "P-256"


@dataclass(frozen=True, slots=True)
class Signer:
    """The key that signs, opened, and until when it may be used without looking again."""

    kid: str
    key: ECKey
    good_until: float


class Keyring:
    def __init__(self, vault: Vault, clock: Callable[[], float] = time.monotonic) -> None:
        self._vault = vault
        self._clock = clock
        self._signer: Signer | None = None

    def new_pair(self, key_id: UUID) -> Pair:
        """A fresh pair for the key of that id; its private half leaves this function sealed."""
        key = ECKey.generate_key(CURVE)
        private = json.dumps(key.as_dict(private=True)).encode()
        sealed = self._vault.keys.seal(private, key_id)
        about = {"kid": str(key_id), "use": "sig", "alg": ALGORITHM}
        public = {name: str(part) for name, part in key.as_dict(private=False).items()}
        return Pair(public | about, sealed.value, sealed.sealed_with)

    async def sign(self, work: UnitOfWork, claims: Mapping[str, object]) -> str:
        """A token with these claims (RFC 9068: its type says that it is an access token)."""
        signer = self._signer
        if signer is None or signer.good_until <= self._clock():
            signer = self._signer = await self._look(work)
        header = {"typ": "at+jwt", "alg": ALGORITHM, "kid": signer.kid}
        return jwt.encode(header, dict(claims), signer.key, algorithms=[ALGORITHM])

    def forget(self) -> None:
        """Look again before the next signature."""
        self._signer = None

    async def _look(self, work: UnitOfWork) -> Signer:
        k = signing_keys.c
        query = sa.select(k.id, k.sealed, k.sealed_with).where(k.stage == KeyStage.ACTIVE)
        row = (await work.session.execute(query)).one()
        private = self._vault.keys.open(Sealed(row.sealed, row.sealed_with), row.id)
        good_until = self._clock() + SIGNER_REMEMBERED.total_seconds()
        return Signer(str(row.id), ECKey.import_key(json.loads(private)), good_until)

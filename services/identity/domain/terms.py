"""How long tokens and keys live. No law says: these are rules of the service, and their reasons."""

from datetime import timedelta

TOKEN_LIFE = timedelta(minutes=5)
"""A token cannot be called back (RFC 9068 has no revocation), so it is short."""

KEYS_CACHED = timedelta(minutes=5)
"""How long a verifier may keep the published keys: `Cache-Control: max-age` of the key set."""

SIGNS_AFTER = timedelta(minutes=10)
"""From publication to the first signature: twice the verifiers' cache, so that all have the key."""

SIGNER_REMEMBERED = timedelta(seconds=10)
"""How long a process signs with a key without looking whether another one has taken its place."""

RETIRES_AFTER = timedelta(hours=24)
"""From the last signature to the end of publication: longer than any sitting of a day, and far
longer than `SIGNER_REMEMBERED` and `TOKEN_LIFE` together."""

KEY_LIFE = timedelta(days=90)
"""A key signs this long before the next one is published without anyone asking."""

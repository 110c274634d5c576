"""Messages to those who asked for them: signed, to public addresses only, one request each."""

from shared.webhooks.addresses import Refused, check_target
from shared.webhooks.sending import Answer, Poster
from shared.webhooks.signing import Message, Signer

__all__ = ["Answer", "Message", "Poster", "Refused", "Signer", "check_target"]

"""How facts travel: outbox → relay → NATS JetStream → inbox, in order and with effect once."""

"""What the identity service does when others speak: it keeps the register of composition."""

from services.identity.store.tables import register
from shared.messaging.consumers import Consumers
from shared.messaging.register import hear_register

consumers = Consumers("identity")

hear_register(consumers, register)

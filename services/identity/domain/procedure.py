"""The path of a person and of a signing key. Read the tables; everything else here serves them.

No law says how this service knows its people or keeps its keys, so these are rules of its own:
why the first registrar is named by a setting is in docs/decisions/0006, and the numbers are in
`terms.py` with their reasons.
"""

from services.identity.domain.conditions import (
    FOUNDING,
    SIGNING,
    its_tokens_have_expired,
    next_key_is_known,
    no_key_signs,
    no_other_key_waits,
    nobody_has_founded,
    signing_key_has_served,
)
from services.identity.domain.key import Key
from services.identity.domain.person import Person
from services.identity.domain.stages import KeyAct, KeyStage, PersonAct, PersonStage
from shared.kernel.actor import Role as R
from shared.kernel.procedure import Procedure, Row

REGISTRATION = "rules of the service: registration of persons"

P, PA, K, KA = PersonStage, PersonAct, KeyStage, KeyAct

# fmt: off
PERSONS: Procedure[Person] = Procedure(
    #   act           from    to             by                      not until              under
    Row(PA.FOUND,     P.NEW,  P.REGISTERED,  [R.REGISTRAR],          [nobody_has_founded],  FOUNDING),
    Row(PA.REGISTER,  P.NEW,  P.REGISTERED,  [R.REGISTRAR, R.CLERK], [],                    REGISTRATION),
)

KEYS: Procedure[Key] = Procedure(
    #   act            from           to             by             not until                                     under
    Row(KA.ROTATE,     K.NEW,         K.PUBLISHED,   [R.REGISTRAR], [no_other_key_waits],                         SIGNING),
    Row(KA.RENEW,      K.NEW,         K.PUBLISHED,   [R.CLOCK],     [no_other_key_waits, signing_key_has_served], SIGNING),
    Row(KA.ACTIVATE,   K.PUBLISHED,   K.ACTIVE,      [R.CLOCK],     [no_key_signs],                               SIGNING),
    Row(KA.SUPERSEDE,  K.ACTIVE,      K.SUPERSEDED,  [R.CLOCK],     [next_key_is_known],                          SIGNING),
    Row(KA.RETIRE,     K.SUPERSEDED,  K.RETIRED,     [R.CLOCK],     [its_tokens_have_expired],                    SIGNING),
    Row(KA.WITHDRAW,   K.PUBLISHED,   K.RETIRED,     [R.REGISTRAR], [],                                           SIGNING),
    Row(KA.WITHDRAW,   K.ACTIVE,      K.RETIRED,     [R.REGISTRAR], [],                                           SIGNING),
    Row(KA.WITHDRAW,   K.SUPERSEDED,  K.RETIRED,     [R.REGISTRAR], [],                                           SIGNING),
)
# fmt: on

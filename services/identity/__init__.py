"""Identity: who is who, who signed in, and the keys that vouch for it.

Owns persons (the identification number sealed, found only by its fingerprint), sign-ins, access
tokens and the keys that sign them. Hears the register of composition from committees. Tells that
a person is registered and that a key was published, signs, was superseded or retired. What a
person may do it does not say: that is in the register.
"""

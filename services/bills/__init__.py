"""Bills: what has been proposed, where it stands, and every act taken on it until it is law.

Owns the bill with its package, its Kazakh and Russian texts in all their versions, its readings,
countersignatures, signature and publication. Hears the register of composition, the names of
people, referrals and conclusions of committees, results of votes and hearings on bills; tells
each step of a bill. Decides no vote and holds no meeting: others do, and say so.
"""

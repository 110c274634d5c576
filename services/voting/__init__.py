"""Voting: sittings, registration and quorum, questions, votes, ballots and their result.

Owns the sitting, who registered for it, the questions put to the Kurultai, every vote with its
frozen rule and roll, and the ballots, which are added to and never changed. Hears the register of
composition, readings opened and chairs nominated; tells sittings, votes opened, ballots recorded
(never what they say) and results. Decides on nothing but the count: the others act on its result.
"""

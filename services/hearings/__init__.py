"""Hearings: the Kurultai asks, listens, and recommends.

Owns hearings on bills and on any theme: who calls them and in which share of the session, whether
they are held, who comes, who speaks, what is written down, what they recommend, and what follows.
Hears the register of composition, the bodies of the Kurultai and which bills are registered; tells
each step of a hearing, and which recommendations nobody answered in time.
"""

"""Hearings: the Kurultai asks, listens, and recommends.

Owns hearings on bills: who calls them, when they are held, what they recommend.
Hears the register of composition and which bills are registered; tells that a
hearing was called, held or cancelled, and what it recommended.
"""

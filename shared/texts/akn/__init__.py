"""Acts as Akoma Ntoso 3.0 (OASIS LegalDocML 1.0), out and in."""

"""How cases are kept: one unit of work, one outbox, one record of acts."""

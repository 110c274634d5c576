"""The HTTP edge, the same in all services: problems, preconditions, repetition, paging, health."""

"""The facts each service tells, and nothing else that services know of each other."""

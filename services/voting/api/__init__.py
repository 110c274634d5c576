"""The routes, and the shapes that go in and out."""

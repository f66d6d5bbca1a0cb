"""What the tests of speech begin with."""

from __future__ import annotations

from hypothesis import settings

# How long an example takes is the machine's affair, and reading the rules takes most of a second.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")

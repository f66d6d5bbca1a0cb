"""What may be said, how it sounds, and who approved it. Knows no screen."""

__version__ = "0.1.0"
"""The version of Plainvoice, kept with every decision."""

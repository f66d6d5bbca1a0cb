"""The dossier of an article: everything decided about it, in one zip that verifies itself."""

from content.dossier.build import name_of, stream

__all__ = ["name_of", "stream"]

"""Text to sound. Nothing here knows an article; only :mod:`content.speech.clips` knows Django."""

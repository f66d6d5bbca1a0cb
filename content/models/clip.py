"""Clips: one sentence as sound, stored once for all articles."""

from __future__ import annotations

from django.db import models


class Clip(models.Model):
    """A stored sound, found by what made it and named by the digests of its bytes.

    ``key`` is the SHA-256 (hex) of the canonical ``recipe``: everything that decides the sound.
    The first bytes stored for a key are kept for ever, since the engine does not repeat itself to
    the bit. ``words`` are ``[start_ms, end_ms, offset, length]`` over the *spoken* text, in code
    points. ``phonemes`` are what the engine said, in the International Phonetic Alphabet (empty where
    it does not tell). The bytes stand in the clip store as ``DIGEST.opus`` and ``WAV_DIGEST.wav``.
    """

    key = models.CharField(max_length=64, unique=True)
    recipe = models.JSONField()
    digest = models.CharField(max_length=64, db_index=True)
    wav_digest = models.CharField(max_length=64, db_index=True)
    duration_ms = models.PositiveIntegerField()
    words = models.JSONField()
    phonemes = models.TextField(blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return self.digest[:12]

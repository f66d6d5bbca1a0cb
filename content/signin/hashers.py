"""How passwords are hashed: sized so that a handful of people signing in at once do no harm."""

from django.contrib.auth.hashers import Argon2PasswordHasher


class Argon2(Argon2PasswordHasher):
    """Argon2id with 19 MiB, three passes, one lane.

    One pass more than the least that OWASP asks for
    (https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html, 2026-11-27).
    Django's own choice takes 100 MiB and eight threads for each hash; the eight threads of
    :mod:`kiosk.serving` would then take 800 MiB together, and take 152 MiB so.
    """

    time_cost = 3
    memory_cost = 19 * 1024
    parallelism = 1

"""The content app: what may be said, how it sounds, and who approved it."""

from django.apps import AppConfig


class ContentConfig(AppConfig):
    """Content knows no screen: nothing here imports ``kiosk``."""

    name = "content"
    default_auto_field = "django.db.models.BigAutoField"

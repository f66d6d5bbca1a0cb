"""The kiosk app: how approved content is shown, heard and operated."""

from django.apps import AppConfig


class KioskConfig(AppConfig):
    """Connects the publication folder to what content decides."""

    name = "kiosk"
    default_auto_field = "django.db.models.BigAutoField"

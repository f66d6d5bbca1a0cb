"""The kiosk app: how approved content is shown, heard and operated."""

from django.apps import AppConfig


class KioskConfig(AppConfig):
    """Connects the publication folder to what content decides."""

    name = "kiosk"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Register the system checks and the database's rules, and listen to what content decides."""
        from content import triggers
        from kiosk import checks  # noqa: F401 - registers them
        from kiosk.devices import rules
        from kiosk.publication import listeners

        triggers.add(rules.TRIGGERS)
        listeners.connect()

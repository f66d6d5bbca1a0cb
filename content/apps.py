"""The content app: what may be said, how it sounds, and who approved it."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate, pre_migrate


class ContentConfig(AppConfig):
    """Content knows no screen: nothing here imports ``kiosk``."""

    name = "content"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Keep the database's own rules and the groups as their tables say."""
        from content import checks, roles, triggers  # noqa: F401 - registers the checks
        from content.signin import checks as signin_checks  # noqa: F401 - registers them too
        from content.signin import listeners

        listeners.listen()

        pre_migrate.connect(triggers.before_migrating, sender=self, dispatch_uid="content.rules")
        post_migrate.connect(triggers.after_migrating, sender=self, dispatch_uid="content.rules")
        post_migrate.connect(roles.make_groups, sender=self, dispatch_uid="content.roles")

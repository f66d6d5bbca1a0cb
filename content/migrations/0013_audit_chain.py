"""The audit trail becomes a chain, and what was public when is kept in rows of its own.

The events that exist are chained as they are. The first new event says so, and the next ones take the
digests of the decisions and texts that exist: what somebody changed in them before this day is not found.
"""

import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models

from content import __version__
from content.audit import chain, rows

ROWS_AN_EVENT = 500


def chain_what_exists(apps, schema_editor):
    """Chain the events, derive what was public from the decisions, and bind all of it."""
    Event = apps.get_model("content", "AuditEvent")
    previous = chain.GENESIS
    events = Event.objects.order_by("pk")
    first = events.first()
    for event in events.iterator():
        event.previous = previous
        previous = event.digest = chain.digest_of(chain.fields_of(event))
        event.save(update_fields=["previous", "digest"])
    last = events.last()
    if last is not None:
        append(apps, "chain", detail={"first": first.pk, "last": last.pk, "head": last.digest})
    elif not apps.get_model("content", "Article").objects.exists():
        return
    for article in apps.get_model("content", "Article").objects.order_by("pk").iterator():
        keep_moves(apps, article)
        bind(apps, of_article(apps, article), article=article)
    changes = apps.get_model("content", "LexiconChange").objects.order_by("pk")
    bind(apps, [("lexiconchange", pk) for pk in changes.values_list("pk", flat=True)])


def append(apps, action, *, detail, article=None):
    """Append an event, as content.actions.base.record does."""
    Event = apps.get_model("content", "AuditEvent")
    newest = Event.objects.order_by("pk").last()
    event = Event(
        pk=newest.pk + 1 if newest else 1,
        at=django.utils.timezone.now(),
        actor_name="Plainvoice",
        action=action,
        article=article,
        detail=detail,
        software=__version__,
        previous=newest.digest if newest else chain.GENESIS,
    )
    event.digest = chain.digest_of(chain.fields_of(event))
    event.save(force_insert=True)
    return event


def keep_moves(apps, article):
    """Write what the public had of an article, as its decisions and the sample's showing tell."""
    Rendition = apps.get_model("content", "Rendition")
    Review = apps.get_model("content", "Review")
    Event = apps.get_model("content", "AuditEvent")
    told = [
        (review.at, review.pk, review.rendition_id if review.decision == "approve" else None)
        for review in Review.objects.filter(
            revision__article=article, decision__in=("approve", "withdraw")
        )
    ]
    for event in Event.objects.filter(article=article, action="show_sample"):
        shown = Rendition.objects.filter(revision=event.revision_id, created_at__lte=event.at)
        newest = shown.order_by("number").last()
        if newest is not None:
            told.append((event.at, 0, newest.pk))
    now = None
    Move = apps.get_model("content", "PublicMove")
    for at, _, rendition in sorted(told, key=lambda one: one[:2]):
        if rendition != now:
            Move.objects.create(article=article, rendition_id=rendition, at=at)
            now = rendition
    if now != article.public_rendition_id:
        Move.objects.create(
            article=article,
            rendition_id=article.public_rendition_id,
            at=django.utils.timezone.now(),
        )


def of_article(apps, article):
    """Return the rows of an article that events vouch for from now on."""
    of = {
        "revision": {"article": article},
        "rendition": {"revision__article": article},
        "review": {"revision__article": article},
        "hearing": {"rendition__revision__article": article},
        "publicmove": {"article": article},
    }
    return [
        (name, pk)
        for name, lookup in of.items()
        for pk in rows.KINDS[name].frozen(apps).filter(**lookup).values_list("pk", flat=True)
    ]


def bind(apps, named, *, article=None):
    """Append events that carry the digests of rows."""
    Event = apps.get_model("content", "AuditEvent")
    Audited = apps.get_model("content", "AuditedRow")
    for start in range(0, len(named), ROWS_AN_EVENT):
        some = named[start : start + ROWS_AN_EVENT]
        newest = Event.objects.order_by("pk").last()
        after = newest.pk if newest else 0
        Audited.objects.bulk_create(
            Audited(kind=kind, row_id=pk, after_event=after) for kind, pk in some
        )
        append(apps, "bind", detail={"rows": rows.digests(some, apps)}, article=article)


class Migration(migrations.Migration):
    dependencies = [
        ("content", "0012_images"),
    ]

    operations = [
        migrations.AlterField(
            model_name="auditevent",
            name="at",
            field=models.DateTimeField(
                db_index=True, default=django.utils.timezone.now, editable=False
            ),
        ),
        migrations.AddField(
            model_name="auditevent",
            name="previous",
            field=models.CharField(max_length=64, default=""),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="auditevent",
            name="digest",
            field=models.CharField(max_length=64, default=""),
            preserve_default=False,
        ),
        migrations.CreateModel(
            name="AuditedRow",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.CharField(max_length=16)),
                ("row_id", models.BigIntegerField()),
                ("after_event", models.BigIntegerField(db_index=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("kind", "row_id"), name="audited_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="PublicMove",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField(db_index=True)),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="public_moves",
                        to="content.article",
                    ),
                ),
                (
                    "rendition",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="content.rendition",
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
                "indexes": [models.Index(fields=["article", "at"], name="public_move_by_article")],
            },
        ),
        migrations.RunPython(chain_what_exists, migrations.RunPython.noop),
        migrations.AlterField(
            model_name="auditevent",
            name="previous",
            field=models.CharField(max_length=64, unique=True),
        ),
        migrations.AlterField(
            model_name="auditevent",
            name="digest",
            field=models.CharField(max_length=64, unique=True),
        ),
    ]

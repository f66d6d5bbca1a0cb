import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("content", "0010_time"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="StoredImage",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("form", models.CharField(max_length=4)),
                ("width", models.PositiveIntegerField()),
                ("height", models.PositiveIntegerField()),
                ("original_name", models.CharField(max_length=200)),
                ("uploaded_at", models.DateTimeField(auto_now_add=True)),
                (
                    "uploaded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="RenditionImage",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "rendition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="image_uses",
                        to="content.rendition",
                    ),
                ),
                (
                    "image",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="uses",
                        to="content.storedimage",
                    ),
                ),
            ],
        ),
        migrations.AddField(
            model_name="rendition",
            name="images",
            field=models.ManyToManyField(
                related_name="renditions",
                through="content.RenditionImage",
                to="content.storedimage",
            ),
        ),
        migrations.AddConstraint(
            model_name="storedimage",
            constraint=models.CheckConstraint(
                condition=models.Q(("form__in", ["png", "jpg"])), name="stored_image_form_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="renditionimage",
            constraint=models.UniqueConstraint(
                fields=("rendition", "image"), name="rendition_image_once"
            ),
        ),
    ]

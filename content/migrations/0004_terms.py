"""Glossary terms: a kind of text beside articles and notices."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("content", "0003_lexicon"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="article",
            name="article_kind_known",
        ),
        migrations.AlterField(
            model_name="article",
            name="key",
            field=models.SlugField(
                blank=True,
                help_text="A notice's name in every language, by which articles include it; a term's name.",
                max_length=80,
            ),
        ),
        migrations.AlterField(
            model_name="article",
            name="kind",
            field=models.CharField(
                choices=[
                    ("article", "Article"),
                    ("sample", "Sample label"),
                    ("urgent", "Urgent help"),
                    ("safety", "Safety notice"),
                    ("closing", "Closing advice"),
                    ("term", "Glossary term"),
                ],
                default="article",
                max_length=8,
            ),
        ),
        migrations.AddConstraint(
            model_name="article",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("kind__in", ["article", "sample", "urgent", "safety", "closing", "term"])
                ),
                name="article_kind_known",
            ),
        ),
    ]

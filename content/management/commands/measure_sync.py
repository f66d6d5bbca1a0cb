"""``manage.py measure_sync``: how far from their sound the words are lit, found by listening."""

from __future__ import annotations

from argparse import ArgumentParser
from collections import defaultdict
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from content import sync
from content.models import Article, Rendition
from content.speech.alignment import AlignerMissing
from content.speech.clips import Damaged

WORST_SHOWN = 10


class Command(BaseCommand):
    help = (
        "Compare the word times of what is public with its sound (English only), and keep the "
        "figures. Each article and notice is measured by itself. With -v 2 it names the worst "
        "words."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("slug", nargs="?", help="of one article or notice; all, unless given")

    def handle(self, *args: Any, **options: Any) -> None:
        articles = Article.objects.exclude(public_rendition=None).order_by("slug")
        if options["slug"] is not None:
            articles = articles.filter(slug=options["slug"])
            if not articles:
                raise CommandError(
                    f"Nothing public has the address {options['slug']}.", returncode=1
                )
        damaged = []
        for article in articles.select_related("public_rendition__revision"):
            rendition = article.public_rendition
            assert rendition is not None  # noqa: S101 - the query says so
            try:
                self._measure(article, rendition, options["verbosity"])
            except AlignerMissing as error:
                raise CommandError(str(error), returncode=1) from error
            except Damaged as error:
                damaged.append(f"{article.slug}: {error}")
        if damaged:
            raise CommandError(" ".join(damaged), returncode=1)

    def _measure(self, article: Article, rendition: Rendition, verbosity: int) -> None:
        if why := sync.why_not(rendition):
            self.stdout.write(f"{article.slug}: not measured, because {why}.")
            return
        found = sync.measure(rendition)
        if found.errors:
            kept = sync.keep(rendition, found)
            self.stdout.write(f"{article.slug}: {kept}. Compared: {kept.words} words.")
            if kept.median_ms > sync.MEDIAN_TARGET_MS or kept.p95_ms > sync.P95_TARGET_MS:
                self.stdout.write(
                    f"  More than the aim: median {sync.MEDIAN_TARGET_MS} ms, 95 % within "
                    f"{sync.P95_TARGET_MS} ms."
                )
        else:
            self.stdout.write(f"{article.slug}: not measured, because no word could be compared.")
        self._tell_why(found)
        if words := sync.untimed(rendition):
            self.stdout.write(f"  Without a time of their own: {', '.join(words)}.")
        if verbosity > 1:
            for one in sorted(found.errors, key=lambda one: -abs(one.error_ms))[:WORST_SHOWN]:
                self.stdout.write(f'  {one.error_ms:+} ms: "{one.word}" in "{one.sentence}"')

    def _tell_why(self, found: sync.Sync) -> None:
        sentences: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
        for one in found.not_compared:
            sentences[one.why][one.sentence] += 1
        for why, counts in sentences.items():
            self.stdout.write(f"  Not compared, because {why}: {sum(counts.values())} words.")
            for sentence, count in counts.items():
                self.stdout.write(f'    {count} in "{sentence}"')

"""The lexicon's files on the desk."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from content import lexicon_files
from content.actions import Refused
from content.admin.site import person
from content.lexicon_files import Report
from content.speech import pls

MEDIA_TYPE = "application/pls+xml"
"""RFC 4267, https://www.rfc-editor.org/rfc/rfc4267 (2026-11-25)."""


def download(language: str, *, with_shipped: bool) -> HttpResponse:
    """Answer with the words in force of a language."""
    data = lexicon_files.give_out(language, with_shipped=with_shipped)
    answer = HttpResponse(data, content_type=MEDIA_TYPE)
    answer["Content-Disposition"] = f'attachment; filename="lexicon-{language}.pls"'
    return answer


def upload(request: HttpRequest) -> Report:
    """Take the words of an uploaded file; what is wrong is in the report, one sentence each."""
    file = request.FILES.get("file")
    if file is None:
        return Report(failed=["Choose a file."])
    if (file.size or 0) > pls.MOST_BYTES:
        return Report(failed=[f"The file is larger than {pls.MOST_BYTES // 1024} KiB."])
    try:
        return lexicon_files.take_in(file.read(), actor=person(request))
    except Refused as refused:
        return Report(failed=[refused.message])
    except pls.NotPls as error:
        return Report(failed=[str(error)])
    except OSError:
        return Report(failed=["The voice does not answer, so nothing was checked. Try again."])

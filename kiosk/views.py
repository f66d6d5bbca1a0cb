"""What is rendered on request: the preview at the review desk, its clips and its pictures.

Everything the public sees is served from the publication folder instead; see
:mod:`kiosk.publication.serving`.
"""

from __future__ import annotations

from django.contrib.admin.views.decorators import staff_member_required
from django.contrib.auth.decorators import permission_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_safe

from content.composition import NotComposable
from content.images import store as images
from content.models import Clip, Revision, StoredImage
from content.reading import MarkupError
from content.speech import clips
from kiosk.publication import pages, serving
from kiosk.publication.content import notice_page_of, page_of


def desk_clip_address(digest: str, form: str) -> str:
    """Return where staff hear a clip that is not public yet."""
    return reverse("desk-clip", kwargs={"digest": digest, "form": form})


def desk_image_address(digest: str, form: str) -> str:
    """Return where staff see a picture that is not public yet."""
    return reverse("desk-image", kwargs={"digest": digest, "form": form})


@require_safe
@staff_member_required
@permission_required("content.view_revision", raise_exception=True)
@xframe_options_sameorigin
def preview(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a revision as the kiosk will show it: the same template, the same player and, once it is
    voiced, the very clips. A draft is shown without a voice. ``?half`` shows it at half its size.
    """
    scale = 0.5 if "half" in request.GET else 1
    revision = get_object_or_404(Revision.objects.select_related("article__topic"), pk=pk)
    rendition = revision.rendition_to_show
    try:
        if rendition is None:
            page = pages.draft_page(revision, scale=scale, image_address=desk_image_address)
        else:
            article = revision.article
            whole = (
                notice_page_of(article, rendition, clip_address=desk_clip_address)
                if article.is_notice
                else page_of(
                    article,
                    rendition,
                    preview=True,
                    clip_address=desk_clip_address,
                    image_address=desk_image_address,
                )
            )
            page = pages.article_page(whole, preview=True, scale=scale)
    except (NotComposable, MarkupError) as error:
        problems = (
            [str(problem) for problem in error.problems]
            if isinstance(error, MarkupError)
            else [f"This cannot be shown yet: {error}."]
        )
        return render(request, "kiosk/no_preview.html", {"problems": problems}, status=409)
    return HttpResponse(page)


@require_safe
@staff_member_required
@permission_required("content.view_rendition", raise_exception=True)
def desk_clip(request: HttpRequest, digest: str, form: str) -> HttpResponseBase:
    """Serve a stored clip to staff, the very bytes that the public will hear; 503 where they are
    not what they were when they were stored.
    """
    named = {"digest": digest} if form == "opus" else {"wav_digest": digest}
    if not Clip.objects.filter(**named).exists():
        raise Http404
    try:
        clips.read(digest, form)
    except clips.Damaged as error:
        return HttpResponse(str(error), status=503, content_type="text/plain; charset=utf-8")
    return serving.serve(request, clips.path(digest, form))


@require_safe
@staff_member_required
@permission_required("content.view_revision", raise_exception=True)
def desk_image(request: HttpRequest, digest: str, form: str) -> HttpResponseBase:
    """Serve a stored picture to staff, the very bytes that the public will see; 503 where they are
    not what they were when they were stored.
    """
    if not StoredImage.objects.filter(digest=digest, form=form).exists():
        raise Http404
    try:
        images.read(digest, form)
    except images.Damaged as error:
        return HttpResponse(str(error), status=503, content_type="text/plain; charset=utf-8")
    return serving.serve(request, images.path(digest, form))

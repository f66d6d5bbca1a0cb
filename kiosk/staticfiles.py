"""Styles and scripts under names that hold the digest of their bytes, gzipped."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class StaticFiles(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    """Names the modules that a module imports by their digests, too: after an upgrade no page runs
    with half of the old scripts.
    """

    support_js_module_import_aggregation = True
    # One for each module in the longest row of imports: Django's own five end at shorter ones.
    max_post_process_passes = 20

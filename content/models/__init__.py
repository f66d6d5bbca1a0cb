"""Everything that content keeps: one concern a file."""

from content.models.article import Article, ArticleKind
from content.models.audit import AuditEvent
from content.models.clip import Clip
from content.models.hearing import Hearing
from content.models.image import StoredImage
from content.models.installation import Installation
from content.models.lexicon import LexiconChange, RenditionPronunciation, VoiceCheck
from content.models.rendition import Rendition, RenditionClip, RenditionImage
from content.models.review import Decision, ReturnReason, Review, WithdrawReason
from content.models.revision import Revision, RevisionEditor, RevisionState
from content.models.staff import ApiToken, StaffProfile
from content.models.sync import SyncMeasurement
from content.models.topic import Topic, TopicTitle

__all__ = [
    "ApiToken",
    "Article",
    "ArticleKind",
    "AuditEvent",
    "Clip",
    "Decision",
    "Hearing",
    "Installation",
    "LexiconChange",
    "Rendition",
    "RenditionClip",
    "RenditionImage",
    "RenditionPronunciation",
    "ReturnReason",
    "Review",
    "Revision",
    "RevisionEditor",
    "RevisionState",
    "StaffProfile",
    "StoredImage",
    "SyncMeasurement",
    "Topic",
    "TopicTitle",
    "VoiceCheck",
    "WithdrawReason",
]

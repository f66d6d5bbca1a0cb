"""Everything that content keeps: one concern a file."""

from content.models.article import Article, ArticleKind
from content.models.audit import AuditEvent
from content.models.clip import Clip
from content.models.hearing import Hearing
from content.models.installation import Installation
from content.models.lexicon import LexiconChange, RenditionPronunciation, VoiceCheck
from content.models.rendition import Rendition, RenditionClip
from content.models.review import Decision, ReturnReason, Review, WithdrawReason
from content.models.revision import Revision, RevisionEditor, RevisionState
from content.models.sign_in import RecoveryCode, SignIn
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
    "RecoveryCode",
    "Rendition",
    "RenditionClip",
    "RenditionPronunciation",
    "ReturnReason",
    "Review",
    "Revision",
    "RevisionEditor",
    "RevisionState",
    "SignIn",
    "StaffProfile",
    "SyncMeasurement",
    "Topic",
    "TopicTitle",
    "VoiceCheck",
    "WithdrawReason",
]

"""Every change of state, one a file: ``check()`` says why not, ``execute()`` does it."""

from content.actions.add_image import AddImage
from content.actions.approve import ApproveRevision
from content.actions.base import Conflict, Invalid, NotPermitted, Refused
from content.actions.draft import CreateArticle, EditDraft, StartRevision
from content.actions.hear import HearClip
from content.actions.lexicon import ChangePronunciation, RetirePronunciation
from content.actions.return_to_author import ReturnRevision
from content.actions.revoice import RevoiceRevision
from content.actions.sample import LeaveDemonstration, ShowSample
from content.actions.submit import SubmitRevision
from content.actions.voice import VoiceRevision
from content.actions.withdraw import WithdrawArticle

__all__ = [
    "AddImage",
    "ApproveRevision",
    "ChangePronunciation",
    "Conflict",
    "CreateArticle",
    "EditDraft",
    "HearClip",
    "Invalid",
    "LeaveDemonstration",
    "NotPermitted",
    "Refused",
    "RetirePronunciation",
    "ReturnRevision",
    "RevoiceRevision",
    "ShowSample",
    "StartRevision",
    "SubmitRevision",
    "VoiceRevision",
    "WithdrawArticle",
]

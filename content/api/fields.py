"""Input that is taken literally: no unknown names, no numbers as text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.core.validators import RegexValidator
from rest_framework import serializers

from content.api.problems import sayable

MOMENT = re.compile(r"\d{4}-\d\d-\d\d[Tt]\d\d:\d\d(:\d\d(\.\d+)?)?([Zz]|[+-]\d\d:\d\d)", re.ASCII)
DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
MAX_NAMED = 20
"""How many unknown fields are named in an answer; the first ones are enough to see."""


class StrictSerializer(serializers.Serializer[Any]):
    """A serializer of input that refuses fields it does not know, by name."""

    def to_internal_value(self, data: Any) -> Any:
        """Return the validated fields."""
        if isinstance(data, Mapping):
            unknown = [name for name in data if name not in self.fields]
            if unknown:
                raise serializers.ValidationError(
                    {
                        sayable(name)[:100]: ["This field is not known here."]
                        for name in unknown[:MAX_NAMED]
                    }
                )
        return super().to_internal_value(data)


class Text(serializers.CharField):
    """A JSON string and nothing else, without NUL and half characters."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("trim_whitespace", False)
        super().__init__(**kwargs)

    def to_internal_value(self, data: Any) -> str:
        """Return the string; numbers and booleans are not turned into one."""
        if not isinstance(data, str):
            self.fail("invalid")
        return super().to_internal_value(data)


class Digest(Text):
    """A SHA-256 in lower-case hex."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.validators.append(
            RegexValidator(r"^[0-9a-f]{64}\Z", "This is not a SHA-256 in lower-case hex.")
        )


class Moment(serializers.DateTimeField):
    """A moment as RFC 3339 has it, with its time zone: nothing is guessed."""

    def to_internal_value(self, value: Any) -> datetime:
        """Return the moment; one without a time zone is refused."""
        if not isinstance(value, str) or MOMENT.fullmatch(value) is None:
            self.fail("invalid", format="2027-03-31T08:00:00Z")
        return super().to_internal_value(value)


class Day(serializers.DateField):
    """A day as year, month and day, and nothing else."""

    def to_internal_value(self, value: Any) -> date:
        """Return the day."""
        if not isinstance(value, str) or DAY.fullmatch(value) is None:
            self.fail("invalid", format="2027-03-31")
        day: date = super().to_internal_value(value)
        return day

"""What is entered and measured at a screen: checked, dated, appended."""

from __future__ import annotations

import json

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client

from kiosk.conformance.requirements import requirements
from kiosk.devices import keypads, profile
from kiosk.devices.models import Calibration, Selfcheck
from tests.kiosk.devices.test_pin import PROFILE, ROW

pytestmark = pytest.mark.django_db


def save(staff: Client, **changes: object):
    return staff.post("/device/records/", PROFILE | changes, content_type="application/json")


def test_a_calibration_is_kept_with_day_and_person_and_shown_whole_AUD_11(staff: Client) -> None:
    loud = {"speaker": {"maxDb": 85, "on": "2026-11-27", "by": "A. Smith"}}
    answer = save(staff, bottomMm=900, reach=True, loudness=loud, extra="is left out")
    assert answer.status_code == 201
    kept = answer.json()["profile"]
    assert kept["version"] == 1 and kept["calibratedBy"] == "A. Smith" and kept["calibratedOn"]
    assert kept["loudness"] == loud and kept["reach"] is True and "extra" not in kept
    assert Calibration.objects.get().values == kept
    shown = staff.get(answer.json()["url"]).content.decode()
    for said in (
        "Front hall",
        "3.610",
        "600 mm",
        "7.3 mm",
        "900 mm",
        "85 dB, on 2026-11-27, by A. Smith",
    ):
        assert said in shown, said
    assert "Front hall" in staff.get("/device/records/").content.decode()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", " "),
        ("name", "x" * 61),
        ("calibratedBy", None),
        ("pxPerMm", 1.4),
        ("pxPerMm", 12.1),
        ("pxPerMm", "3.6"),
        ("pxPerMm", float("nan")),
        ("pxPerMm", True),
        ("distanceMm", None),
        ("distanceMm", 299),
        ("bottomMm", -1),
        ("bottomMm", 1601),
    ],
)
def test_what_cannot_be_is_refused_with_field_and_remedy(
    staff: Client, field: str, value: object
) -> None:
    answer = save(staff, **{field: value})
    assert answer.status_code == 400
    assert list(answer.json()["errors"]) == [field]
    what = profile.BOUNDS[field]["what"] if field in profile.BOUNDS else profile.NAMED[field][0]
    assert answer.json()["errors"][field].startswith(f"{what}: ")
    assert not Calibration.objects.exists()


def test_loudness_needs_a_figure_that_can_be_a_day_and_a_person_AUD_11(staff: Client) -> None:
    for record in (
        {"maxDb": 39},
        {"maxDb": "loud"},
        {"maxDb": 80, "by": "A"},
        {"maxDb": 80, "on": "today", "by": "A"},
    ):
        assert "speaker" in save(staff, loudness={"speaker": record}).json()["errors"]


def test_every_error_is_named_at_once(staff: Client) -> None:
    errors = save(staff, name="", pxPerMm=0, distanceMm=0).json()["errors"]
    assert set(errors) == {"name", "pxPerMm", "distanceMm"}
    for body in (b"", b"[]", b"{", b"[" * 100_000):
        assert (
            staff.post("/device/records/", body, content_type="application/json").status_code == 400
        )


def test_a_selfcheck_is_kept_whole_and_shown_as_it_was(staff: Client) -> None:
    body = {
        "rows": [ROW, ROW | {"state": "by hand"}],
        "screen": {"Window": "1 × 1"},
        "by": "A. <b>Smith",
    }
    answer = staff.post("/selfcheck/records/", json.dumps(body), content_type="application/json")
    assert answer.status_code == 201
    shown = staff.get(answer.json()["url"]).content.decode()
    assert "TXT-1" in shown and "by hand" in shown and "1 × 1" in shown
    assert "A. &lt;b&gt;Smith" in shown and "A screen without a name" in shown
    assert "A. &lt;b&gt;Smith" in staff.get("/selfcheck/").content.decode()


@pytest.mark.parametrize(
    "rows",
    [None, [], [{}], [1], [ROW | {"state": "fine"}], [ROW | {"value": "x" * 601}], [ROW] * 201],
)
def test_a_selfcheck_of_no_known_shape_is_refused(staff: Client, rows: object) -> None:
    answer = staff.post("/selfcheck/records/", {"rows": rows}, content_type="application/json")
    assert answer.status_code == 400 and answer.json()["errors"]["rows"]
    assert not Selfcheck.objects.exists()


@pytest.mark.parametrize("model", [Calibration, Selfcheck])
def test_the_database_changes_and_deletes_no_record(model: type) -> None:
    record = model.objects.create(device="Front hall", by="A. Smith", values={})
    for act in (
        lambda: model.objects.update(by="B"),
        lambda: model.objects.all().delete(),
        lambda: model.objects.bulk_update([record], ["by"]),
    ):
        with pytest.raises(IntegrityError, match="is never"), transaction.atomic():
            act()
    with (
        pytest.raises(IntegrityError, match="is never replaced"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(
            f'INSERT OR REPLACE INTO {model._meta.db_table} (id, device, "values", "by", at) '
            "VALUES (%s, 'x', '{}', 'x', '2026-01-01')",
            [record.pk],
        )
    with pytest.raises(ValueError, match="never changed"):
        record.save()
    with pytest.raises(ValueError, match="never deleted"):
        record.delete()


def test_the_installers_list_has_every_check_by_hand(staff: Client) -> None:
    page = staff.get("/device/by-hand/").content.decode()
    for one in requirements().values():
        if one.by_hand:
            assert f">{one.id}<" in page


def test_every_shipped_profile_can_be_chosen_KEY_9() -> None:
    found = {one["profile"]["name"]: one["profile"] for one in keypads.shipped()}
    files = {file.stem for file in keypads.FOLDER.glob("*.json")}
    assert set(found) == files
    assert set(found["two-switch"]["keys"].values()) >= set(keypads.TWO_SWITCHES)
    assert keypads.problem({"version": 1, "keys": {"F1": "explode"}})

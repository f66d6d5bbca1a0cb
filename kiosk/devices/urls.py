"""The addresses of the pages of an installed screen. No public screen leads to them."""

from django.urls import path

from kiosk.devices import views

urlpatterns = [
    path("device/", views.calibration, name="device"),
    path("device/pin/", views.pin, name="device-pin"),
    path("device/done/", views.done, name="device-done"),
    path("device/keys/", views.keys, name="device-keys"),
    path("device/by-hand/", views.by_hand, name="device-by-hand"),
    path("device/records/", views.calibrations, name="device-records"),
    path("device/records/<int:pk>/", views.calibration_record, name="device-record"),
    path("selfcheck/", views.selfcheck, name="selfcheck"),
    path("selfcheck/records/", views.selfchecks, name="selfcheck-records"),
    path("selfcheck/records/<int:pk>/", views.selfcheck_record, name="selfcheck-record"),
]

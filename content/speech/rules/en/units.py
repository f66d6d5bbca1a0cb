"""English units of measure, and what is counted like one."""

from __future__ import annotations

from content.speech.rules import Unit

UNITS = (
    # Mass.
    Unit(("mg",), "milligram", "milligrams", alone=True, strength=True),
    Unit(("mcg", "µg", "μg"), "microgram", "micrograms", alone=True, strength=True),
    Unit(("ng",), "nanogram", "nanograms", strength=True),
    Unit(("pg",), "picogram", "picograms", strength=True),
    Unit(("kg",), "kilogram", "kilograms", alone=True),
    Unit(("g",), "gram", "grams", strength=True),
    Unit(("oz",), "ounce", "ounces"),
    Unit(("lb", "lbs"), "pound", "pounds", alone=True),
    # Volume. "fl oz" is written with a dot too.
    Unit(("mL", "ml"), "milliliter", "milliliters", alone=True),
    Unit(("µL", "μL"), "microliter", "microliters", alone=True),
    Unit(("L",), "liter", "liters"),
    Unit(("dL", "dl"), "deciliter", "deciliters", alone=True),
    Unit(("fl oz", "fl. oz"), "fluid ounce", "fluid ounces", alone=True),
    Unit(("tsp",), "teaspoon", "teaspoons", alone=True),
    Unit(("tbsp",), "tablespoon", "tablespoons", alone=True),
    # Substance and effect.
    Unit(("mol",), "mole", "moles"),
    Unit(("mmol",), "millimole", "millimoles", alone=True, strength=True),
    Unit(("µmol", "μmol"), "micromole", "micromoles", alone=True),
    Unit(("nmol",), "nanomole", "nanomoles", alone=True),
    Unit(("pmol",), "picomole", "picomoles", alone=True),
    Unit(("mEq",), "milliequivalent", "milliequivalents", alone=True, strength=True),
    Unit(("IU",), "international unit", "international units", alone=True, strength=True),
    Unit(
        ("mIU",), "milli-international unit", "milli-international units", alone=True, strength=True
    ),
    Unit(("kcal",), "kilocalorie", "kilocalories", alone=True),
    Unit(("%",), "percent", "percent"),
    # Length, area, pressure, frequency.
    Unit(("mm Hg", "mmHg"), "millimeter of mercury", "millimeters of mercury", alone=True),
    Unit(("mm",), "millimeter", "millimeters"),
    Unit(("cm",), "centimeter", "centimeters"),
    Unit(("km",), "kilometer", "kilometers", alone=True),
    Unit(("m²", "m2"), "square meter", "square meters"),
    Unit(("Hz",), "hertz", "hertz"),
    # Temperature.
    Unit(("°C", "° C", "℃"), "degree Celsius", "degrees Celsius", signed=True),
    Unit(("°F", "° F", "℉"), "degree Fahrenheit", "degrees Fahrenheit", signed=True),
    Unit(("°",), "degree", "degrees", signed=True),
    # Time. One letter is a unit of it behind "per" only: "5 h" may be read as "5 pm".
    Unit(("secs", "sec"), "second", "seconds", behind=("s",)),
    Unit(("mins", "min"), "minute", "minutes"),
    Unit(("hrs", "hr"), "hour", "hours", behind=("h",), alone=True),
    Unit((), "day", "days", behind=("d",)),
    Unit(("wks", "wk"), "week", "weeks", alone=True),
    Unit(("mos", "mo"), "month", "months"),
    Unit(("yrs", "yr"), "year", "years", alone=True),
    # What doses are counted in. "U", "cap" and "gtt" are told: each is mistaken for something else.
    Unit(("tabs", "tab"), "tablet", "tablets"),
    Unit((), "unit", "units"),
    Unit((), "capsule", "capsules"),
    Unit((), "puff", "puffs"),
    Unit((), "spray", "sprays"),
    Unit((), "drop", "drops"),
    Unit((), "patch", "patches"),
    Unit((), "dose", "doses"),
    Unit((), "beat", "beats"),
    Unit((), "breath", "breaths"),
    Unit((), "teaspoonful", "teaspoonfuls"),
    Unit((), "tablespoonful", "tablespoonfuls"),
)

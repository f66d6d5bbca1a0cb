"""Spanish units of measure."""

from __future__ import annotations

from content.speech.rules import Unit

UNITS = (
    Unit(("mg",), "miligramo", "miligramos", alone=True, strength=True),
    Unit(("mcg", "µg", "μg"), "microgramo", "microgramos", alone=True, strength=True),
    Unit(("ng",), "nanogramo", "nanogramos", strength=True),
    Unit(("kg",), "kilogramo", "kilogramos", alone=True),
    Unit(("g",), "gramo", "gramos", strength=True),
    Unit(("mL", "ml"), "mililitro", "mililitros", alone=True),
    Unit(("L",), "litro", "litros"),
    Unit(("dL", "dl"), "decilitro", "decilitros", alone=True),
    Unit(("mmol",), "milimol", "milimoles", alone=True, strength=True),
    Unit(
        ("UI",),
        "unidad internacional",
        "unidades internacionales",
        gender="una",
        alone=True,
        strength=True,
    ),
    Unit(("mm Hg", "mmHg"), "milímetro de mercurio", "milímetros de mercurio"),
    Unit(("mm",), "milímetro", "milímetros"),
    Unit(("cm",), "centímetro", "centímetros"),
    Unit(("°C", "° C", "ºC", "º C"), "grado Celsius", "grados Celsius"),
    Unit(("°F", "° F", "ºF", "º F"), "grado Fahrenheit", "grados Fahrenheit"),
    Unit(("mEq",), "miliequivalente", "miliequivalentes", strength=True),
    Unit(("kcal",), "kilocaloría", "kilocalorías", gender="una"),
    Unit(("oz",), "onza", "onzas", gender="una"),
    Unit(("lb", "lbs"), "libra", "libras", gender="una"),
    Unit(("h", "hr", "hrs", "hs"), "hora", "horas", gender="una"),
    Unit(("min",), "minuto", "minutos"),
    Unit(("seg",), "segundo", "segundos"),
    Unit(("%",), "por ciento", "por ciento"),
)

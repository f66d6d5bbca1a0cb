"""Spanish abbreviations, and the Latin of doses where it means one thing."""

from __future__ import annotations

from content.speech.rules import Abbreviation, Entry

_VIA = r"(?<!\w)[Vv]ía\s"

ABBREVIATIONS = (
    Abbreviation(("b.i.d.", "bid", "BID"), "dos veces al día", ""),
    Abbreviation(("t.i.d.", "tid", "TID"), "tres veces al día", ""),
    Abbreviation(("p.r.n.", "prn", "PRN"), "cuando sea necesario", ""),
    Abbreviation(("v.o.", "v. o.", "VO"), "por vía oral", ""),
    # Elsewhere "IV" may be four, and "IM" a heart attack.
    Abbreviation(
        ("i.v.", "I.V.", "IV"),
        "intravenosa",
        'write "por vía intravenosa", or the number in digits, as in "estadio 4"',
        after=_VIA,
    ),
    Abbreviation(("e.v.", "E.V.", "EV"), "endovenosa", 'write "por vía intravenosa"', after=_VIA),
    Abbreviation(
        ("i.m.", "I.M.", "IM"), "intramuscular", 'write "por vía intramuscular"', after=_VIA
    ),
)

ALIASES = tuple(
    Entry(written, alias=said)
    for said, *forms in (
        ("Estados Unidos", "EE. UU.", "EE.UU.", "EE UU", "EEUU"),
        ("por ejemplo", "p. ej.", "p.ej."),
        ("etcétera", "etc."),
        ("versus", "vs."),
        ("aproximadamente", "aprox."),
        ("doctor", "Dr."),
        ("doctora", "Dra."),
        ("señor", "Sr."),
        ("señora", "Sra."),
        ("señorita", "Srta."),
        ("usted", "Ud."),
        ("ustedes", "Uds."),
        ("número", "n.º", "núm."),
        ("teléfono", "tel."),
        ("página", "pág."),
        ("y o", "y/o"),
    )
    for written in forms
)

"""English initialisms: the names of the letters, and which words of capitals are said so."""

from __future__ import annotations

from collections.abc import Iterator

from content.speech.rules import Entry

LETTERS = {
    "A": "'eI",
    "B": "b'i:",
    "C": "s'i:",
    "D": "d'i:",
    "E": "'i:",
    "F": "'Ef",
    "G": "dZ'i:",
    "H": "'eItS",
    "I": "'aI",
    "J": "dZ'eI",
    "K": "k'eI",
    "L": "'El",
    "M": "'Em",
    "N": "'En",
    "O": "'oU",
    "P": "p'i:",
    "Q": "kj'u:",
    "R": "'A@",
    "S": "'Es",
    "T": "t'i:",
    "U": "j'u:",
    "V": "v'i:",
    "W": "d'Vb@lju:",
    "X": "'Eks",
    "Y": "w'aI",
    "Z": "z'i:",
}
"""The names of the letters as espeak-ng says them, stressed. Written "A" it may say the article."""


def words(text: str) -> tuple[str, ...]:
    """Return the words of a text, for tables that read well."""
    return tuple(text.split())


def with_s(phonemes: str) -> str:
    """Return phonemes with English 's: left in letters behind them, it is said "ess"."""
    if phonemes.endswith(("s", "z", "S", "Z")):
        return phonemes + "I#z"
    return phonemes + ("s" if phonemes.endswith(("p", "t", "k", "f", "T")) else "z")


def spelled(word: str, after: tuple[str, ...] = (), before: tuple[str, ...] = ()) -> Entry:
    """Return the entry of a word that is said as the names of its capitals; ``s`` makes many.

    The last letter has the stress, as in "M A O I".
    """
    letters = word.removesuffix("s")
    names = [LETTERS[letter].replace("'", ",") for letter in letters[:-1]]
    names.append(LETTERS[letters[-1]])
    if letters == word:
        return Entry(word, " ".join(letters), " ".join(names), after, before)
    names[-1] = with_s(names[-1])
    return Entry(word, " ".join(letters) + "s", " ".join(names), after, before)


# Some of these espeak-ng says as words ("COPD", "IVF", "MAOI"), some as letters in one sentence and
# not in the next ("GPs", "IDs"; measured with 1.52), so all are given as letters.
_SPELLED = words("""
    AA AAP ABC ABG ACTH ADA ADD ADHD ADL AED AFP AHA AI ALP ALS ALT AM AMA AML ANA APA APRN ARB ARDS
    ASD AST AVM BAC BMD BMI BMP BP BPA BPD BPH BPM BUN CAD CBC CBD CBT CDC CF CFS CGM CHD CHF CKD
    CLL CML CMP CMS CMV CNA CNS COPD CPR CRP CSF CT CVD DBT DEA DHA DHEA DIY DKA DNA DNR DPT DSM DTP
    DUI DVT EBV ECG ECT ED EEG EGFR EHR EKG EMA EMDR EMG EMR EMS EMT ENT EPA EPS ER ERCP ESR ESRD EU
    FAQ FDA FSH GCS GDM GFR GHB GI GLP GMO GP GPS HBV HCG HCV HDL HHS HIV HMO HPV HR HRT HSA
    HSV IBD IBS ICD ICU ID IEP INR IPV IQ IUD IUI IVF IVIG LDL LFT LGBT LGBTQ LGBTQIA LPN LSD MAOI
    MCV MD MDD MDMA MDR MI MMR MRI MRSA MS NAD NHS NIAID NIDA NIH NIMH NP NPO NRT OB OBGYN OCD OK OT
    OTC PA PBC PC PCB PCOS PCP PCR PDF PE PET PFT PHQ PID PKU PM PMDD PMR PMS PNP PPE PPI PPO PSA
    PTA PTSD QR RA RBC RCT RDA RN RNA RSI RSV RTI SBP SJS SLE SLP SNRI SPF SSDI SSI SSRI STD
    STI SUV TB TBI TCA THC TIA TMD TMJ TMS TNF TPN TSH TSS TTY TV UC UHT UK UN URI URL US USA USB
    USDA UTI UV UVA UVB VA VIP VRE VSD WBC WHO XR
""")
# Said with an s by the same rule as without one: "two MRIs".
_MANY = words("""
    AED ADL BMI CT ECG EEG EKG EMT ER FAQ GMO GP HIV HMO ICU ID IUD MAOI MD MRI OTC PC PCP PDF PPI
    RN SNRI SSRI STD STI TCA TIA TV UTI
""")


def initialisms() -> Iterator[Entry]:
    """Yield the entries of all that is said letter by letter wherever it stands."""
    yield from map(spelled, _SPELLED)
    yield from (spelled(f"{word}s") for word in _MANY)
    # By itself it is as often a Roman four: "stage IV".
    yield spelled("IV", after=("an", "by"))
    yield spelled(
        "IV", before=words("antibiotics bag catheter drip fluid fluids line lines therapy")
    )
    # As a word of its own a capital A may be the article.
    a = ("group", "groups", "hepatitis", "influenza", "type", "types", "vitamin", "vitamins")
    yield Entry("A", "A", LETTERS["A"], after=a)
    yield Entry("CO2", "C O two", "s,i: ,oU t'u:")
    yield Entry("HIV/AIDS", "H I V AIDS", ",eItS ,aI v'i: 'eIdz")
    # Written with a dot within, the dot is said.
    yield Entry("Ph.D.", "P H D", "p,i: ,eItS d'i:")


UNKNOWN = "[B-DF-HJ-NP-TV-XZ]{2,5}s?"
"""Capitals without a vowel: nobody shouts a word of those, so they can only be letters."""

SHOUTED = words("""
    AFTER ALL ALWAYS AND ANY ARE BEFORE BOTH BUT CALL CAN DAILY DOES EVER EVERY FIRST FOR FROM
    HELLO IF IMMEDIATELY IS LESS MAY MORE MUST NEVER NEW NOW ONCE ONLY OR OTHER SHOULD START STAY
    TAKE TALK THAT THE THEN THESE THIS TWICE UNTIL USE WARNING WHEN WILL WITH WITHOUT YES YOU YOUR
""")
"""Words that are written in capitals so that nobody overlooks them. Between others some of them are
spelled by espeak-ng, so that the voice is given them in small letters.
"""

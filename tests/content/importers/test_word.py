"""Word: what the kiosk can show comes in, and everything else is told with its paragraph."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content.importers import trial
from content.importers.base import Draft, Unusable
from content.reading import read
from tests.content.importers.files import NAMESPACES, W, docx, notes, paragraph, run

TITLE = paragraph("Title", style="Title")
LINK = (("rId9", "hyperlink", "https://nhs.example/", True),)
PICTURE = (
    '<w:r><w:drawing><wp:inline><wp:docPr descr="A cat"/><a:graphic><a:graphicData><pic:pic>'
    '<pic:blipFill><a:blip r:embed="rId5"/></pic:blipFill></pic:pic></a:graphicData></a:graphic>'
    "</wp:inline></w:drawing></w:r>"
)
BOX = "<w:txbxContent><w:p><w:r><w:t>boxed</w:t></w:r></w:p></w:txbxContent>"


def brought(body: str, **parts: object) -> Draft:
    return trial.of(docx(TITLE + body, **parts), ".docx", "en")  # type: ignore[arg-type]


def told(draft: Draft) -> list[str]:
    return [str(one) for one in draft.dropped]


def link(words: str) -> str:
    return f'<w:hyperlink r:id="rId9">{run(words)}</w:hyperlink>'


@pytest.mark.parametrize(
    ("body", "becomes"),
    [
        (paragraph("Rest ", run("well", "<w:b/>"), "."), "Rest **well**.\n"),
        (paragraph("Rest ", run("well", "<w:i/>"), "."), "Rest *well*.\n"),
        (paragraph("a") + paragraph() + paragraph("b"), "a\n\nb\n"),
        (paragraph("Part", style="Heading2") + paragraph("a"), "## Part\n\na\n"),
        (paragraph("Never stop.", style="Quote"), "> Never stop.\n"),
        (paragraph("a", item=2) + paragraph("b", item=2), "- a\n- b\n"),
        (paragraph("a", item=1) + paragraph("b", item=1), "1. a\n2. b\n"),
        (
            paragraph("a", item=1) + paragraph("between") + paragraph("b", item=1),
            "1. a\n\nbetween\n\n2. b\n",
        ),
        (paragraph("10", run("2", '<w:vertAlign w:val="superscript"/>')), "10²\n"),
        (paragraph("a", "<w:r><w:br/></w:r>", "b"), "a\nb\n"),
        (paragraph("a", "<w:r><w:tab/></w:r>", "b"), "a b\n"),
        (paragraph("12", "<w:r><w:noBreakHyphen/></w:r>", "hour"), "12‑hour\n"),
        (paragraph("clona", "<w:r><w:softHyphen/></w:r>", "zepam"), "clonazepam\n"),
        (paragraph("a < b & *c*"), "a \\< b \\& \\*c\\*\n"),
        (
            f"<w:sdt><w:sdtContent>{paragraph('in a control')}</w:sdtContent></w:sdt>",
            "in a control\n",
        ),
        (
            paragraph("Sources", style="Heading1") + paragraph(link("NHS"), ", 2026", item=2),
            "## Sources\n\n- [NHS](https://nhs.example/), 2026\n",
        ),
    ],
)
def test_what_the_kiosk_can_show_comes_in(body: str, becomes: str) -> None:
    draft = brought(body, links=LINK)
    assert (draft.title, draft.body, draft.problems) == ("Title", becomes, ())


@pytest.mark.parametrize(
    ("body", "tells", "keeps"),
    [
        (PICTURE, "Paragraph 3: picture 1, left out. Bring it in by itself", "a b"),
        (f"<w:r><w:pict>{BOX}</w:pict></w:r>", "Paragraph 3: a text box, left out (“boxed”)", "a b"),
        (
            f"<w:r><mc:AlternateContent><mc:Choice><w:drawing>{BOX}</w:drawing></mc:Choice>"
            f"<mc:Fallback><w:pict>{BOX}</w:pict></mc:Fallback></mc:AlternateContent></w:r>",
            "Paragraph 3: a text box, left out (“boxed”)",
            "a b",
        ),
        ('<w:r><w:footnoteReference w:id="1"/></w:r>', "a footnote, left out (“At foot.”)", "a b"),
        ('<w:r><w:commentReference w:id="1"/></w:r>', "a comment, left out (“Really?”)", "a b"),
        ("<w:del><w:r><w:delText>not</w:delText></w:r></w:del>", "deleted text (a tracked change), left out (“not”)", "a b"),
        (f"<w:moveFrom>{run('not')}</w:moveFrom>", "moved from", "a b"),
        (f"<w:ins>{run('not ')}</w:ins>", "inserted text (a tracked change), taken in (“not”)", "a not b"),
        (run("not", "<w:vanish/>"), "hidden text, left out (“not”)", "a b"),
        (run("not", "<w:strike/>"), "text that is struck out, left out (“not”)", "a b"),
        (link("this "), "a link (https://nhs.example/), its words taken in (“this”)", "a this b"),
        ("<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>", "a formula, left out. Write it in words (“x=1”)", "a b"),
        ("<w:unknown><w:r><w:t>odd</w:t></w:r></w:unknown>", "something that is not read (unknown), left out (“odd”)", "a b"),
        ("<w:ruby><w:rt><w:r><w:t>up</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>base </w:t></w:r></w:rubyBase></w:ruby>", "a reading aid above a word, left out (“up”)", "a base b"),
        ('<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>HYPERLINK "http://x.example"</w:instrText><w:fldChar w:fldCharType="separate"/></w:r>', "a link (http://x.example)", "a b"),
    ],
)  # fmt: skip
def test_what_does_not_come_over_is_told_with_its_paragraph_and_words(
    body: str, tells: str, keeps: str
) -> None:
    draft = brought(
        paragraph("first") + paragraph("a ", body, "b"),
        links=LINK,
        word__footnotes_xml=notes("footnote", "At foot."),
        word__comments_xml=notes("comment", "Really?"),
    )
    assert any(tells in one for one in told(draft)), told(draft)
    assert all("aragraph 3" in one for one in told(draft))
    assert " ".join(draft.body.split()) == f"first {keeps}"


def test_a_table_comes_in_cell_by_cell_and_is_told() -> None:
    row = "".join(f"<w:tc>{paragraph(words)}</w:tc>" for words in ("Dose", "5 mg"))
    draft = brought(f"<w:tbl><w:tr>{row}</w:tr></w:tbl>")
    assert draft.body == "Dose\n\n5 mg\n"
    assert told(draft)[0].startswith(
        "Paragraph 2: a table of 1 row, its cells come in as paragraphs"
    )


def test_headers_and_footers_are_told() -> None:
    head, foot = (
        f'<w:{kind} xmlns:w="{W}">{paragraph(words)}</w:{kind}>'
        for kind, words in (("hdr", "Ward 5"), ("ftr", "Page 1"))
    )
    draft = brought(paragraph("a"), word__header1_xml=head, word__footer2_xml=foot)
    assert told(draft) == [
        "The page's footer, left out (“Page 1”).",
        "The page's header, left out (“Ward 5”).",
    ]


def test_a_hidden_style_hides_too_and_a_run_may_undo_it() -> None:
    styles = (
        f"<w:styles {NAMESPACES}><w:style w:type='character' w:styleId='H'><w:name w:val='H'/>"
        "<w:rPr><w:vanish/></w:rPr></w:style></w:styles>"
    )
    hidden = '<w:r><w:rPr><w:rStyle w:val="H"/>{}</w:rPr><w:t>{}</w:t></w:r>'
    shown = hidden.format('<w:vanish w:val="0"/>', "shown")
    draft = trial.of(
        docx(
            paragraph("Title") + paragraph("a ", hidden.format("", "secret"), shown),
            word__styles_xml=styles,
        ),
        ".docx",
        "en",
    )
    assert draft.body == "a shown\n"
    assert told(draft) == ["Paragraph 2: hidden text, left out (“secret”)."]


def test_a_deleted_end_of_a_paragraph_joins_it_with_the_next() -> None:
    joined = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" + run("one ") + "</w:p>"
    assert brought(joined + paragraph("two")).body == "one two\n"


def test_what_the_kiosk_cannot_show_is_told_with_its_paragraph() -> None:
    draft = brought(paragraph("a") + paragraph("38 °C is fever", style="Quote"))
    assert draft.problems[0].startswith("Paragraph 3 (“> 38 °C is fever”)")


def test_a_document_without_words_is_refused() -> None:
    with pytest.raises(Unusable, match="no text"):
        brought("")


WORD = st.text("abcxyz", min_size=1, max_size=4)
NOISE = st.text("*_`[]<>&#\\~|!-+=.:();/\"'$%^{} 19", max_size=3)
WORDS = st.lists(st.tuples(NOISE, WORD, NOISE).map("".join), min_size=1, max_size=4).map(" ".join)
LOOK = st.sampled_from(
    ["", "<w:b/>", "<w:i/>", "<w:u w:val='single'/>", "<w:b/><w:i/>", "<w:caps/>"]
)
LOST = st.sampled_from(
    [
        "",
        run("qqq", "<w:vanish/>"),
        "<w:del><w:r><w:delText>qqq</w:delText></w:r></w:del>",
        f"<w:r><w:pict>{BOX.replace('boxed', 'qqq')}</w:pict></w:r>",
        "<m:oMath><m:r><m:t>qqq</m:t></m:r></m:oMath>",
    ]
)
WRAP = st.sampled_from(["{}", "<w:ins>{}</w:ins>", "<w:smartTag>{}</w:smartTag>", "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>"])  # fmt: skip
RUN = st.tuples(WORDS, LOOK, WRAP, LOST)
PARAGRAPH = st.tuples(
    st.lists(RUN, min_size=1, max_size=4),
    st.sampled_from(["", "", "Heading2", "Quote", "ListParagraph"]),
    st.sampled_from([0, 0, 1, 2]),
    st.sampled_from([0, 1]),
    st.booleans(),
)


@settings(deadline=None, max_examples=60)
@given(st.lists(PARAGRAPH, min_size=1, max_size=6), WORD)
def test_no_word_is_lost_and_none_invented(paragraphs: list[tuple], last: str) -> None:
    body, wanted = "", "Title"
    for runs, style, item, level, in_table in paragraphs:
        written = [wrap.format(run(f"{words} ", look)) + lost for words, look, wrap, lost in runs]
        one = paragraph(*written, style=style, item=item, level=level)
        body += f"<w:tbl><w:tr><w:tc>{one}</w:tc></w:tr></w:tbl>" if in_table else one
        wanted += " " + " ".join(words for words, *_ in runs)
    draft = brought(body + paragraph(last))
    lost = sum(piece.count("qqq") for runs, *_ in paragraphs for *_, piece in runs)
    assert sum(one.words.count("qqq") for one in draft.dropped) == lost
    if draft.problems:
        return
    said = "\n".join(one.text for one in read(draft.title, draft.body, "en").sentences())
    assert re.findall("[a-z]+", said.removeprefix("Title")) == re.findall(
        "[a-z]+", wanted.removeprefix("Title") + " " + last
    )


def test_what_a_style_is_based_on_counts_and_hides_too() -> None:
    styles = (
        f"<w:styles {NAMESPACES}>"
        "<w:style w:type='paragraph' w:styleId='B'><w:name w:val='List Number'/><w:pPr><w:numPr>"
        "<w:numId w:val='1'/></w:numPr></w:pPr></w:style>"
        "<w:style w:type='paragraph' w:styleId='L'><w:name w:val='L'/><w:basedOn w:val='B'/></w:style>"
        "<w:style w:type='character' w:styleId='V'><w:name w:val='V'/><w:basedOn w:val='H'/></w:style>"
        "<w:style w:type='character' w:styleId='H'><w:name w:val='H'/><w:basedOn w:val='V'/><w:rPr>"
        "<w:vanish/></w:rPr></w:style></w:styles>"
    )
    body = paragraph("one", style="L") + paragraph(
        "two", run("qqq", "<w:rStyle w:val='V'/>"), style="L"
    )
    draft = trial.of(docx(paragraph("Title") + body, word__styles_xml=styles), ".docx", "en")
    assert draft.body == "1. one\n2. two\n"
    assert told(draft) == ["Paragraph 3: hidden text, left out (“qqq”)."]


def test_what_programs_keep_beside_a_document_does_not_matter() -> None:
    beside = {
        "customXml__item1_xml": '<?xml version="1.0" encoding="UTF-16"?><a/>'.encode("utf-16"),
        "docProps__core_xml": "<a/>",
        "word__theme__theme1_xml": "<a/>",
        "word__printerSettings1_bin": b"x",
        "word__media__image1_png": b"\x89PNG",
    }
    assert brought(paragraph("a"), **beside).body == "a\n"

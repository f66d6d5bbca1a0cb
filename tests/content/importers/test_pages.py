"""HTML: what the kiosk can show comes in, and everything else is told with its line."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content.importers import trial
from content.importers.base import Draft, Unusable
from content.reading import read


def brought(body: str, head: str = "") -> Draft:
    page = f"<!doctype html><html><head>{head}</head><body>\n{body}</body></html>"
    return trial.of(page.encode(), ".html", "en")


def told(draft: Draft) -> list[str]:
    return [str(one) for one in draft.dropped]


@pytest.mark.parametrize(
    ("body", "becomes"),
    [
        ("<p>One <b>two</b> <em>three</em>.</p>", "One **two** *three*.\n"),
        ("<p>a<p>b", "a\n\nb\n"),
        ("bare words<div>in a box</div>more", "bare words\n\nin a box\n\nmore\n"),
        ("<p>one<br>two</p>", "one\ntwo\n"),
        ("<p>un<b>happy</b></p>", "unhappy\n"),
        ("<p>5<i>0</i> mg</p>", "50 mg\n"),
        ("<p><b>Note:</b>rest</p>", "Note:rest\n"),
        ("<ul><li>a<li>b</ul>", "- a\n- b\n"),
        ("<ol start=4><li>a</li><li value=7>b</li></ol>", "4. a\n7) b\n"),
        ("<ol reversed><li>a</li><li>b</li></ol>", "2. a\n1) b\n"),
        ("<p>10<sup>2</sup> H<sub>2</sub>O 1<sup>st</sup></p>", "10² H₂O 1st\n"),
        ("<p>* no list</p><p># none</p><p>1. none</p>", "\\* no list\n\n\\# none\n\n1\\. none\n"),
        ("<p>a &lt;b&gt; &amp;amp; _c_</p>", "a \\<b\\> \\&amp; \\_c\\_\n"),
        ("<q>rest</q> now", "“rest” now\n"),
        ("<p>a</p><h3>Part</h3><p>b</p>", "a\n\n## Part\n\nb\n"),
        ("<div class='box warning'><p>Never stop.</p></div>", "> Never stop.\n"),
        (
            "<h2>Sources</h2><p><a href='https://a.example/(x)'>A</a>, 2026</p>",
            "## Sources\n\n- [A](https://a.example/%28x%29), 2026\n",
        ),
    ],
)
def test_what_the_kiosk_can_show_comes_in(body: str, becomes: str) -> None:
    draft = brought(f"<h1>Title</h1>{body}")
    assert (draft.title, draft.body) == ("Title", becomes)
    assert draft.problems == ()


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        ("", "<h1>A <i>title</i></h1><p>Text.</p>", "A title"),
        ("", "<h2>A title</h2><p>Text.</p>", "A title"),
        ("<title>A title</title>", "<p>Text.</p>", "A title"),
        ("", "<p>A title</p><p>Text.</p>", "A title"),
        ("<title>Site</title>", "<h1>A title</h1><p>Text.</p>", "A title"),
    ],
)
def test_the_title_is_the_first_heading_or_the_name_or_the_first_words(
    head: str, body: str, title: str
) -> None:
    draft = brought(body, head)
    assert (draft.title, draft.body) == (title, "Text.\n")
    assert any("Site" in one for one in told(draft)) == ("Site" in head)


@pytest.mark.parametrize(
    ("body", "tells", "keeps"),
    [
        ("<table><tr><td>Dose<td>5 mg</table>", "Line 3: a table of 1 row", "Dose\n\n5 mg\n"),
        ("<p>a</p>\n<img src=a alt='A cat'>", "Line 4: picture 1, left out", "a\n"),
        ("<p>See <a href='https://x.example'>this</a>", "Line 3: a link (https://x", "See this\n"),
        ("<p>old <del>not</del> new", "struck out, left out (“not”)", "old new\n"),
        ("<p>a <ins>b</ins>", "inserted text, taken in (“b”)", "a b\n"),
        ("<p>a</p><nav>Home Help</nav>", "a menu of links, left out (“Home Help”)", "a\n"),
        ("<p>a</p><textarea>mine</textarea>", "a field of a form, left out (“mine”)", "a\n"),
        ("<ul><li>a<ul><li>b</ul><li>c</ul>", "a list within a list", "- a\n- b\n- c\n"),
        ("<p>a<sup><a href='#n1'>1</a></sup> b", "the mark of a footnote", "a b\n"),
        ("<p>a</p><h2>Alone</h2>", "a heading with nothing under it", "a\n\n**Alone**\n"),
        ("<blockquote>Go on.</blockquote>", "comes in as a warning", "> Go on.\n"),
        ("<p>a</p><noscript>b</noscript>", "where scripts are off, left out (“b”)", "a\n"),
        ("<p>a</p><math><mi>x</mi></math>", "a formula, left out (“x”)", "a\n"),
        ("<p>a</p><p hidden>b</p>", "hidden text, left out (“b”)", "a\n"),
        ("<ol type=a><li>b</ol>", "counted with letters", "1. b\n"),
        ("<dl><dt>a<dd>b</dl>", "a list of terms", "**a**\n\nb\n"),
        ("<p>a</p><hr><p>b</p>", "a line across the page", "a\n\nb\n"),
    ],
)
def test_what_does_not_come_over_is_told_with_its_line_and_words(
    body: str, tells: str, keeps: str
) -> None:
    draft = brought(f"<h1>Title</h1>\n{body}")
    assert any(tells in one for one in told(draft)), told(draft)
    assert draft.body == keeps


def test_problems_are_told_with_the_line_of_the_file() -> None:
    draft = brought("<h1>Title</h1>\n<p>a</p>\n\n<blockquote>38 °C is fever</blockquote>")
    assert draft.problems[0].startswith("Line 5 (“> 38 °C is fever”): a line begins with >")


@pytest.mark.parametrize("page", ["", "<p></p>", "<h1>Only a title</h1>", "<script>x</script>"])
def test_a_page_without_title_or_text_is_refused(page: str) -> None:
    with pytest.raises(Unusable, match=r"empty|no text"):
        brought(page)


WORD = st.text("abcxyz", min_size=1, max_size=4)
NOISE = st.text("*_`[]<>&#\\~|!-+=.:();/\"'$%^{} 19", max_size=3)
TOKEN = st.tuples(NOISE, WORD, NOISE).map("".join).map(html.escape)
TEXT = st.lists(TOKEN, min_size=1, max_size=4).map(" ".join)
INLINE = st.recursive(
    TEXT,
    lambda inner: st.tuples(
        st.sampled_from(["b", "i", "em", "strong", "span", "u", "font", "small", "x-y", "q"]),
        st.lists(inner, min_size=1, max_size=3).map(" ".join),
    ).map(lambda pair: "<{0}>{1}</{0}>".format(*pair)),
    max_leaves=5,
)
BLOCK = st.recursive(
    INLINE.map(lambda words: f"<p>{words}</p>"),
    lambda inner: st.tuples(
        st.sampled_from(
            ["div", "section", "blockquote", "ul", "ol", "h2", "td", "li", "dl", "dd", "aside", "p"]
        ),
        st.lists(st.one_of(inner, INLINE), min_size=1, max_size=4).map("\n".join),
    ).map(lambda pair: "<{0}>{1}</{0}>".format(*pair)),
    max_leaves=10,
)
LOST = st.sampled_from(
    ["<script>qqq</script>", "<p hidden>qqq</p>", "<!-- qqq -->", "<svg><text>qqq</text></svg>", ""]
)


def words(text: str) -> list[str]:
    return re.findall("[a-z]+", text)


def visible_words(page: str) -> list[str]:
    return words(html.unescape(re.sub("<[^>]*>", lambda tag: _apart(tag[0]), page)))


def _apart(tag: str) -> str:
    inline = re.match(r"</?(b|i|em|strong|span|u|font|small|x-y|q)>", tag)
    return "" if inline else " "


@settings(deadline=None, max_examples=60)
@given(st.lists(st.tuples(BLOCK, LOST), min_size=1, max_size=5), WORD)
def test_no_word_is_lost_and_none_invented(blocks: list[tuple[str, str]], last: str) -> None:
    body = "<h1>title</h1>" + "\n".join(block + lost for block, lost in blocks) + f"<p>{last}</p>"
    draft = brought(body)
    kept = "".join(block + " " for block, _ in blocks)
    wanted = ["title", *visible_words(kept), *words(last)]
    if draft.problems:
        return
    said = [one.text for one in read(draft.title, draft.body, "en").sentences()]
    assert words("\n".join(said)) == wanted

"""The dialect of Markdown."""

from __future__ import annotations

import pytest

from grader.render.markdown import to_html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("`x.grad` *adds*", "<p><code>x.grad</code> <em>adds</em></p>\n"),
        ("# Title", "<p><strong>Title</strong></p>\n"),
        ("a <b>tag</b>", "<p>a &lt;b&gt;tag&lt;/b&gt;</p>\n"),
        ("<script>\nx\n</script>", "<p>&lt;script&gt;\nx\n&lt;/script&gt;</p>\n"),
        ("[click](https://example.org)", "<p>[click](https://example.org)</p>\n"),
        ("[a]: https://example.org", "<p>[a]: https://example.org</p>\n"),
        ("![x](y.png) <https://example.org>", "<p>![x](y.png) &lt;https://example.org&gt;</p>\n"),
        ("&#x202e; &lt;", "<p>&amp;#x202e; &amp;lt;</p>\n"),
    ],
)
def test_markdown_reaches_no_further_than_its_text(text: str, html: str) -> None:
    assert to_html(text) == html


def test_a_table_is_a_table() -> None:
    assert "<td>1</td>" in to_html("| a |\n| - |\n| 1 |")

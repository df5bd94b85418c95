"""The Markdown of prompts, hints and diagnoses: one dialect for the terminal and the page.

It is CommonMark with tables, without anything that could reach out of the text: no HTML, no links, no images, no
character references; what looks like one of those is shown as it was typed. Headings become bold paragraphs, because
the outline of a report is the report's own.
"""

from __future__ import annotations

from functools import cache, lru_cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

_KEPT = 1024  # a class meets the same prompts, hints and diagnoses again and again
_LEFT_OUT = ["link", "image", "autolink", "reference", "entity", "html_inline", "html_block"]


def parse(text: str) -> list[Token]:
    """The tokens of a plain text; `rich.markdown` draws the same ones."""
    tokens = _dialect().parse(text)
    for number, token in enumerate(tokens):
        if token.type == "heading_open":
            _make_bold_paragraph(*tokens[number : number + 3])
        if token.type == "fence" and not token.info.isalnum():
            token.info = ""  # more than the name of a language; it would be decoded into an attribute
    return tokens


@lru_cache(maxsize=_KEPT)
def to_html(text: str) -> str:
    """HTML of a plain text: without attributes but those that the dialect itself writes, every character escaped."""
    dialect = _dialect()
    html = dialect.renderer.render(parse(text), dialect.options, {})
    return str(html)


@lru_cache(maxsize=_KEPT)
def line_to_html(text: str) -> str:
    """HTML of one line, without a paragraph around it: for titles."""
    return str(_dialect().renderInline(" ".join(text.split())))


def spans(text: str) -> list[tuple[str, bool]]:
    """A line's pieces, and whether each is code, for where there is no HTML."""
    inline = _dialect().parseInline(" ".join(text.split()))[0].children or []
    return [(token.content, token.type == "code_inline") for token in inline if token.content]


@cache
def _dialect() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False}).enable("table").disable(_LEFT_OUT)


def _make_bold_paragraph(opening: Token, inline: Token, closing: Token) -> None:
    opening.type, opening.tag = "paragraph_open", "p"
    closing.type, closing.tag = "paragraph_close", "p"
    bold = Token("strong_open", "strong", 1), Token("strong_close", "strong", -1)
    inline.children = [bold[0], *(inline.children or []), bold[1]]

"""Renderers: each module has one pure function `render`, from a `Report` to text. Nothing here decides or prints.

`terminal` is for a student at work, `html` for a page to keep or hand in, `json` for other programs. They share
`plain` (student text made harmless), `wording` (the words and numbers of a report), and `markdown`.
"""

"""Runs a module through an exercise's cases and records what it did. It knows no expected answer.

Everything here runs in a child process beside a student's code: torch (with the NumPy that torch brings), the standard
library, and the grader's wire form; nothing else of the grader. The way through it is `child` (a job in, frames out),
`loading` (source to module), `trials` (one trial of one case), `observers` (what an exercise may ask), `recording`
(any object to a value).
"""

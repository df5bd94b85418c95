"""The way into the sandbox: a job as bytes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from grader.observation.job import CaseCode, Job, Limits, RuleCode, Run

texts = st.text(max_size=10)
counts = st.integers(0, 2**63)


def tuples(inner):
    return st.lists(inner, max_size=3).map(tuple)


jobs = st.builds(
    Job,
    tuples(st.builds(CaseCode, texts, tuples(texts), texts, tuples(st.tuples(texts, texts)))),
    tuples(st.builds(RuleCode, tuples(texts), tuples(texts))),
    tuples(texts),
    tuples(st.builds(Run, texts, texts, tuples(counts), tuples(counts), tuples(tuples(counts)))),
    st.builds(Limits, st.floats(0.1, 600), st.floats(0.1, 600), counts, counts),
)


@given(jobs)
def test_a_job_survives_its_bytes(job) -> None:
    assert Job.from_bytes(job.to_bytes()) == job


def test_a_job_is_its_length_and_json_and_what_follows_is_not_looked_at() -> None:
    job = Job((), (), ("f",), (Run("x = 'é'\r\n", "a.py", (), (0,), ((2**62,),)),))
    data = job.to_bytes()
    assert int.from_bytes(data[:4], "big") == len(data) - 4
    assert Job.from_bytes(data + b"more") == job
    assert job.limits == Limits(wall_seconds=10.0, cpu_seconds=20.0, memory_mib=1024, file_mib=64)

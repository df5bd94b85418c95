"""A Dask cluster of real processes on this machine: what it grades is what the local pool grades, whatever becomes of
its workers and its scheduler; what is no cluster is told within seconds; and nothing is left afterwards.
"""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from contextlib import ExitStack, contextmanager, suppress

import pytest
from distributed import Client
from processes import descendants, gone
from small_class import RIGHT, SLOW, Desk, Traces, end, make_class, make_course, results, wait_for_results

from grader.batch import work
from grader.batch.cluster import crew
from grader.batch.grade_class import Wanted, grade_class
from grader.batch.run import Crew
from grader.course import Course
from grader.errors import GraderError, UsageError
from grader.sandbox.levels import choose

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the isolation that a class needs is Linux's")
SEED = ("--seed", 7)
LOOPBACK = ("--host", "127.0.0.1", "--no-dashboard")


class Cluster:
    """A scheduler, and workers of one thread each, as processes in sessions of their own."""

    def __init__(self, desk: Desk, stack: ExitStack, environment: dict[str, str]) -> None:
        self._desk, self._stack, self._environment = desk, stack, environment
        self._file = desk.root / "scheduler.json"
        self.workers: list[subprocess.Popen[str]] = []
        self.start_scheduler()

    def start_scheduler(self, port: int = 0) -> None:
        """Start the scheduler, and wait until it has an address."""
        self._file.unlink(missing_ok=True)
        words = ("--port", str(port), "--scheduler-file", str(self._file))
        self.scheduler = self._start("dask_scheduler", *words, *LOOPBACK, **self._environment)
        deadline = time.monotonic() + 30
        while not (self._file.exists() and (text := self._file.read_text()).endswith("}")):
            assert time.monotonic() < deadline, "the scheduler did not start"
            time.sleep(0.02)
        self.address: str = json.loads(text)["address"]

    def start_worker(self, nanny: str = "--no-nanny", **environment: str) -> subprocess.Popen[str]:
        """Start a worker. It comes to the scheduler within a second or two."""
        words = (self.address, *LOOPBACK, "--nthreads", "1", nanny)
        self.workers.append(self._start("dask_worker", *words, **environment))
        return self.workers[-1]

    def kill(self, worker: subprocess.Popen[str]) -> Traces:
        """End a worker at once; what it had under it."""
        self.workers.remove(worker)
        traces = Traces.of(worker.pid)
        worker.kill()
        worker.wait()
        return traces

    def wait_until_all_work(self) -> None:
        """Wait until every worker has a sandbox."""
        deadline = time.monotonic() + 30
        while not all(descendants(worker.pid) for worker in self.workers):
            assert time.monotonic() < deadline, "a worker does nothing"
            time.sleep(0.02)

    def sandboxes(self, within: float = 10.0) -> list[int]:
        """The processes that workers have under them, once there are none or the time is over."""
        deadline = time.monotonic() + within
        while (found := [pid for worker in self.workers for pid in descendants(worker.pid)]) and (
            time.monotonic() < deadline
        ):
            time.sleep(0.05)
        return found

    def _start(self, program: str, *words: str, **environment: str) -> subprocess.Popen[str]:
        own = {"DASK_TEMPORARY_DIRECTORY": str(self._desk.root / "dask")}
        process = subprocess.Popen(
            [sys.executable, "-m", f"distributed.cli.{program}", *words],
            cwd=self._desk.root,  # where no other grader lies
            env={**self._desk.environment, **own, **environment},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            text=True,
            start_new_session=True,
        )
        self._stack.callback(end, process)
        return process


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    return Desk(make_course(tmp_path_factory.mktemp("desk")))


@contextmanager
def cluster_of(desk, **environment):
    with ExitStack() as stack:
        yield Cluster(desk, stack, environment)


@pytest.fixture(scope="module")
def cluster(desk):
    """A cluster of two workers."""
    with cluster_of(desk) as cluster:
        cluster.start_worker()
        cluster.start_worker()
        yield cluster


@pytest.fixture
def empty(desk):
    """A cluster without workers."""
    with cluster_of(desk) as cluster:
        yield cluster


def without_times(found):
    """Reports but for what differs from run to run."""
    return {
        key: {**report, "cases": [{**case, "seconds": 0} for case in report["cases"]]} for key, report in found.items()
    }


def test_a_cluster_gives_the_reports_that_the_local_pool_gives_and_keeps_nothing(desk, cluster, tmp_path):
    make_class(tmp_path / "class")
    shared = ("batch", tmp_path / "class", *SEED)
    remotely = (*shared, "--out", tmp_path / "remote", "--scheduler", cluster.address)
    code, said, err = desk.run(*remotely)
    assert (code, said[:22], "distributed" in err) == (0, "24 submissions graded ", False)
    assert cluster.sandboxes() == []
    assert desk.temporary == []
    code, said, _ = desk.run(*shared, "--out", tmp_path / "local", "--jobs", 2)
    assert (code, said[:22]) == (0, "24 submissions graded ")
    remote, local = results(tmp_path / "remote"), results(tmp_path / "local")
    assert len(local) == 24
    assert without_times(remote) == without_times(local)
    code, said, _ = desk.run(*remotely)
    assert (code, said[:21]) == (0, "24 results unchanged.")


@contextmanager
def slow_run(desk, cluster, tmp_path):
    """A run of 16 submissions of a third of a second each, at a moment when some are done and all workers are busy."""
    folder, out = make_class(tmp_path / "class", 8, SLOW), tmp_path / "out"
    process = desk.start("batch", folder, "--out", out, *SEED, "--scheduler", cluster.address)
    try:
        cluster.wait_until_all_work()
        assert wait_for_results(out, 3) < 14
        yield process, out
    finally:
        end(process)


def assert_all_are_graded(process, out, within=60):
    """The run ends well, and every submission has its one result. Gives what was said on standard error."""
    said, err = process.communicate(timeout=within)
    assert (process.returncode, said[:22]) == (0, "16 submissions graded "), err
    assert "Traceback" not in err
    found = results(out)
    assert len(found) == 16
    assert {(report["status"], report["score"]) for report in found.values()} == {("graded", 6.0)}
    return err


class TestAnEndInMidRun:
    def test_of_a_worker_costs_nobody_a_result_and_another_does_its_part(self, desk, cluster, tmp_path):
        with slow_run(desk, cluster, tmp_path) as (process, out):
            traces = cluster.kill(cluster.workers[0])
            cluster.start_worker()
            assert_all_are_graded(process, out)
        assert traces.namespaces
        assert traces.left() == []
        assert cluster.sandboxes() == []

    def test_of_a_worker_under_a_nanny_is_made_good_by_the_nanny(self, desk, empty, tmp_path):
        nanny = empty.start_worker("--nanny")
        with slow_run(desk, empty, tmp_path) as (process, out):
            lost = next(pid for pid in descendants(nanny.pid) if descendants(pid))
            traces = Traces.of(lost)
            os.kill(lost, signal.SIGKILL)
            assert_all_are_graded(process, out)
        assert traces.namespaces
        assert traces.left() == []

    def test_of_all_workers_is_told_and_the_run_goes_on_with_new_ones(self, desk, cluster, tmp_path):
        with slow_run(desk, cluster, tmp_path) as (process, out):
            left = [cluster.kill(worker) for worker in list(cluster.workers)]
            time.sleep(5)  # so that it is noticed
            counted = wait_for_results(out, 3)
            cluster.start_worker()
            cluster.start_worker()
            err = assert_all_are_graded(process, out)
        assert counted < 16
        assert err.count(f"Grading: waiting, the Dask scheduler {cluster.address} has no workers\n") == 1
        assert [traces.left() for traces in left] == [[], []]

    def test_of_the_run_by_ctrl_c_comes_at_once_and_leaves_the_workers_for_the_next(self, desk, cluster, tmp_path):
        with slow_run(desk, cluster, tmp_path) as (process, out):
            os.killpg(process.pid, signal.SIGINT)
            said, err = process.communicate(timeout=20)
        assert (process.returncode, said, "Traceback" in err) == (130, "", False)
        assert cluster.sandboxes() == []
        assert_the_rest_is_graded(desk, cluster, tmp_path / "class", out)

    def test_of_the_run_by_kill_leaves_the_workers_for_the_next(self, desk, cluster, tmp_path):
        with slow_run(desk, cluster, tmp_path) as (process, out):
            process.kill()
            process.communicate(timeout=20)
        assert_the_rest_is_graded(desk, cluster, tmp_path / "class", out)

    def test_of_the_scheduler_is_told_and_what_was_counted_is_kept(self, desk, empty, tmp_path):
        empty.start_worker()
        with slow_run(desk, empty, tmp_path) as (process, out):
            empty.scheduler.kill()
            said, err = process.communicate(timeout=60)
        assert (process.returncode, said) == (3, "")
        assert f"grade: the Dask scheduler {empty.address} was lost: every result that was counted is kept; " in err
        assert "Traceback" not in err
        assert 3 <= wait_for_results(out, 3) < 16
        assert gone(empty.workers[0].pid, 30)
        assert desk.temporary == []

    def test_of_a_scheduler_that_comes_back_is_survived(self, desk, empty, tmp_path):
        empty.start_worker()
        with slow_run(desk, empty, tmp_path) as (process, out):
            empty.scheduler.kill()
            empty.scheduler.wait()
            empty.start_scheduler(port=int(empty.address.rpartition(":")[2]))
            empty.start_worker()
            assert_all_are_graded(process, out)


def assert_the_rest_is_graded(desk, cluster, folder, out):
    code, said, _ = desk.run("batch", folder, "--out", out, *SEED, "--scheduler", cluster.address)
    assert code == 0
    graded, unchanged = (int(re.search(rf"(\d+) {what}", said)[1]) for what in ("submission", "result"))
    assert unchanged >= 3
    assert graded + unchanged == len(results(out)) == 16


def refusal(address, patience=1.0, within=8.0):
    """The words in which no crew is found, in time."""
    started = time.monotonic()
    with pytest.raises(UsageError) as raised, crew(address, patience):
        pass
    assert time.monotonic() - started < within
    return str(raised.value)


@contextmanager
def answering(words):
    """A server that says this to whoever comes, and then nothing; its address."""
    with socket.create_server(("127.0.0.1", 0)) as server, ExitStack() as visitors:

        def serve():
            with suppress(OSError):  # the server is closed
                while True:
                    visitor = visitors.enter_context(server.accept()[0])
                    visitor.sendall(words)

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield f"tcp://127.0.0.1:{server.getsockname()[1]}"
        server.shutdown(socket.SHUT_RDWR)
        thread.join()


class TestWhatIsNoCluster:
    def test_an_address_where_nothing_is(self):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            address = f"tcp://127.0.0.1:{free.getsockname()[1]}"
            assert refusal(address).startswith(f"the Dask scheduler {address} cannot be reached: ")

    def test_an_address_where_something_is_silent(self):
        with answering(b"") as address:
            assert refusal(address) == f"the Dask scheduler {address} cannot be reached: no answer in 1 seconds"

    @pytest.mark.parametrize("words", [b"HTTP/1.1 400 Bad Request\r\n\r\n", b"SSH-2.0-OpenSSH_9.6\r\n", b"\0" * 64])
    def test_an_address_where_something_speaks_otherwise(self, words):
        with answering(words) as address:
            assert refusal(address).startswith(f"the Dask scheduler {address} cannot be reached: ")

    @pytest.mark.parametrize(
        "address",
        ["pigeon://10.0.0.1:8786", "tcp://127.0.0.1:port", "tcp://127.0.0.1:99999", "tcp://no.such:1", "::", ""],
    )
    def test_an_address_that_is_none(self, address):
        assert refusal(address).startswith(f"the Dask scheduler {address} cannot be reached: ")

    def test_a_worker(self, cluster):
        with Client(cluster.address, set_as_default=False) as client:
            client.wait_for_workers(1)
            address = next(iter(client.nthreads()))
        assert refusal(address) == f"the Dask scheduler {address} cannot be reached: a Worker answers there"

    def test_a_scheduler_without_workers(self, empty):
        assert (
            refusal(empty.address)
            == f"the Dask scheduler {empty.address} has no workers: start some with `dask worker`"
        )

    def test_workers_with_other_versions_and_workers_without_the_grader(self, empty, tmp_path):
        (tmp_path / "old" / "numpy-1.0.dist-info").mkdir(parents=True)
        (tmp_path / "old" / "numpy-1.0.dist-info" / "METADATA").write_text("Metadata-Version: 2.1\nVersion: 1.0\n")
        old = empty.start_worker(PYTHONPATH=str(tmp_path / "old"))
        assert re.match(
            r"the Dask worker tcp://127\.0\.0\.1:\d+ holds Python .*, numpy 1\.0, and this process ",
            refusal(empty.address, 20, 20),
        )
        end(old)
        empty.start_worker(PYTHONPATH=without_the_grader(tmp_path / "none"))
        assert re.match(
            r"the Dask worker tcp://127\.0\.0\.1:\d+ cannot import this grader: .*No module named 'grader.batch'",
            refusal(empty.address, 20, 20),
        )

    def test_a_machine_without_dask(self, desk, tmp_path):
        (tmp_path / "class").mkdir()
        (tmp_path / "distributed.py").write_text("raise ImportError")
        words = ("batch", tmp_path / "class", "--out", tmp_path / "out", "--scheduler", "tcp://127.0.0.1:1")
        code, said, err = desk.run(*words, before=f"export PYTHONPATH={tmp_path}")
        assert (code, said) == (2, "")
        assert 'for a cluster, Dask is needed: python -m pip install -c constraints.txt -e ".[cluster]"' in err

    def test_a_scheduler_without_the_grader(self, desk, tmp_path):
        with cluster_of(desk, PYTHONPATH=without_the_grader(tmp_path / "none")) as cluster:
            cluster.start_worker()
            message = refusal(cluster.address, 20, 20)
            assert message.startswith(f"the Dask scheduler {cluster.address} cannot import this grader: ")


def without_the_grader(folder):
    """A folder for PYTHONPATH that hides the grader."""
    (folder / "grader").mkdir(parents=True)
    (folder / "grader" / "__init__.py").write_text("")
    return str(folder)


class TestACrew:
    def test_says_how_wide_it_is_and_which_isolation_all_of_it_gives(self, cluster):
        best = choose(warm=False).sandbox
        best.close()
        with crew(cluster.address) as found:
            assert (found.width(), found.level, found.held_up()) == (2, best.level, "")

    def test_gives_workers_several_quick_calls_at_a_time_and_each_its_own_result(self, cluster):
        with crew(cluster.address) as found, found.start() as executor:
            assert executor.submit(int, "7").result(timeout=30) == 7
            together = found.width() // 2
            assert together > 1
            futures = [executor.submit(int, "x" if number == 50 else str(number)) for number in range(101)]
            assert [each.result(timeout=30) for each in futures[:50] + futures[51:]] == [*range(50), *range(51, 101)]
            with pytest.raises(ValueError, match="invalid literal"):
                futures[50].result(timeout=30)
            assert [executor.submit(time.sleep, 0.2).result(timeout=30) for _ in range(4)] == [None] * 4
            assert found.width() == 2

    def test_has_workers_hold_a_pack_until_it_is_over_also_those_that_come_later(self, empty):
        def kept(name):
            return work._kept.get(name)

        first = empty.start_worker()
        with crew(empty.address) as found:
            name = found.hand(b"a pack")
            with found.start() as executor:
                assert executor.submit(kept, name).result(timeout=30) == b"a pack"
                empty.kill(first)
                empty.start_worker()
                assert executor.submit(kept, name).result(timeout=30) == b"a pack"
        with crew(empty.address) as found, found.start() as executor:
            assert executor.submit(kept, name).result(timeout=30) is None

    def test_that_was_lost_is_told_by_whoever_asks_it_to_work(self, empty):
        empty.start_worker()
        with crew(empty.address, 2.0) as found:
            empty.scheduler.kill()
            empty.scheduler.wait()
            with pytest.raises(GraderError, match="was lost: every result"), found.start() as executor:
                executor.submit(int, "7").result(timeout=30)

    def test_whose_scheduler_is_lost_says_so_while_it_waits(self, empty):
        empty.start_worker()
        with crew(empty.address, 4.0) as found:
            empty.scheduler.kill()
            empty.scheduler.wait()
            deadline = time.monotonic() + 3
            while not (reason := found.held_up()) and time.monotonic() < deadline:
                time.sleep(0.05)
        assert reason == f"the Dask scheduler {empty.address} is not to be reached"


class TestTheLevelOfWorkers:
    @pytest.mark.parametrize(
        ("best", "wanted", "message"),
        [
            (1, None, r"a worker gives isolation 1 \(limited\) at best, which does not hold hostile code"),
            (2, 3, r"a worker gives isolation 2 \(guarded\) at best, and isolation 3 \(strict\) is wanted"),
        ],
    )
    def test_is_refused_where_it_is_too_little(self, desk, tmp_path, best, wanted, message):
        make_class(tmp_path / "class", 1, RIGHT)
        items = Course(desk.root).exercises
        crew_ = Crew(None, lambda: 1, level=best)
        asked = Wanted(tmp_path / "class", tmp_path / "out", tuple(items), 1, isolation=wanted, crew=crew_)
        with pytest.raises(UsageError, match=message):
            grade_class(asked, None)

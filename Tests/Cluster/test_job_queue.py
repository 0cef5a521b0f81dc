"""Jobs in the queue: each has its effect once, although processes and the database end in the middle of the work."""

import pytest

from visitor import until

JOBS = 2_000
# Counts the effects of jobs, and takes a millisecond for each, so that the middle of the work lasts for seconds. The
# last jobs fail until the gate opens, so that the work cannot end before.
COUNTING = f"""
CREATE TABLE gate AS SELECT {JOBS * 9 // 10} AS most;
CREATE TABLE effects (id BIGINT GENERATED ALWAYS AS IDENTITY);
CREATE FUNCTION count_effect() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF (SELECT COUNT(*) FROM effects) >= (SELECT most FROM gate) THEN RAISE EXCEPTION 'the gate is closed'; END IF;
    PERFORM pg_sleep(0.001); INSERT INTO effects DEFAULT VALUES; RETURN NEW; END $$;
CREATE TRIGGER effect AFTER UPDATE ON duties FOR EACH ROW WHEN (NEW.name = 'forget admissions')
    EXECUTE FUNCTION count_effect()
"""
ENQUEUING = f"""
INSERT INTO jobs (kind, subject, key, enqueued_at, due_at, given_up_at)
SELECT 'forget admissions', number, 'forget admissions ' || number, now, now, now + 3600000
FROM generate_series(1, {JOBS}) AS number, (SELECT (extract(epoch FROM clock_timestamp()) * 1000)::BIGINT AS now) AS clock
"""


class Queue:
    def __init__(self, server):
        self._server = server

    def fill(self):
        # The hourly job of the same kind has been done, so that only the jobs of the test are counted.
        until(lambda: self._server.ask("SELECT COUNT(*) FROM duties WHERE name = 'forget admissions'") == [["1"]])
        self._server.ask(COUNTING)
        self._server.ask(ENQUEUING)

    @property
    def effects(self):
        return int(self._server.ask("SELECT COUNT(*) FROM effects")[0][0])

    @property
    def listed(self):
        """The jobs of the test that are not done: those that wait, are claimed or have failed."""
        return self._server.ask(
            "SELECT id, subject, is_claimed, attempts, failure, failed_at FROM jobs WHERE kind = 'forget admissions' "
            "ORDER BY id")

    def await_middle(self):
        until(lambda: self.effects >= JOBS // 10)

    def open_gate(self):
        self._server.ask(f"UPDATE gate SET most = {2 * JOBS}")

    def assert_each_done_once(self):
        self.open_gate()
        until(lambda: not self.listed, seconds=90)
        assert self.effects == JOBS


@pytest.fixture
def queue(server):
    return Queue(server)


def test_jobs_are_done_once_although_a_process_is_killed(start_process, queue):
    one, other = start_process(), start_process()
    queue.fill()
    queue.await_middle()
    one.kill()
    assert queue.listed and other.is_running
    start_process(data=one.data)
    queue.assert_each_done_once()


def test_jobs_are_done_once_although_all_processes_are_killed(start_process, queue):
    processes = [start_process(), start_process()]
    queue.fill()
    queue.await_middle()
    for process in processes:
        process.kill()
    assert queue.listed
    for process in processes:
        start_process(data=process.data)
    queue.assert_each_done_once()


def test_jobs_are_done_once_although_the_database_is_killed(start_process, server, queue):
    processes = [start_process(), start_process()]
    queue.fill()
    queue.await_middle()
    server.kill()
    server.start()
    assert queue.listed
    queue.assert_each_done_once()
    assert all(process.is_running for process in processes)


def test_a_process_that_is_told_to_stop_leaves_the_other_jobs_to_the_next_one(start_process, queue):
    process = start_process()
    queue.fill()
    queue.await_middle()
    process.stop()
    left = queue.listed
    assert left and all(claimed == "0" for _, _, claimed, _, _, _ in left)
    start_process(data=process.data)
    queue.assert_each_done_once()


def test_a_process_that_stands_still_has_no_effect_when_it_wakes_up(start_process, queue):
    late, other = start_process(), start_process()
    queue.fill()
    queue.await_middle()
    late.pause()
    assert queue.listed
    queue.open_gate()
    until(lambda: not queue.listed, seconds=90)
    late.resume()
    queue.assert_each_done_once()
    late.stop()
    assert queue.effects == JOBS

"""A streaming replica of a PostgreSQL server. It can be paused and promoted."""

from server import Server
from visitor import Visitor, until

NAME = "replica"


class Replica(Server):
    def follow(self, primary):
        """Copies the primary. After its start, the replica streams from it."""
        self._run("pg_basebackup", "--pgdata", self.data, "--checkpoint", "fast", "--no-sync", "--write-recovery-conf",
                  "--dbname", f"host=127.0.0.1 port={primary.port} user=broadsheet application_name={NAME}")
        return self

    def pause(self):
        """Stops replaying the log, though the replica still receives it."""
        self.ask("SELECT pg_wal_replay_pause()")
        until(lambda: self.ask("SELECT pg_get_wal_replay_pause_state()") == [["paused"]])

    def resume(self):
        self.ask("SELECT pg_wal_replay_resume()")

    def promote(self):
        self._run("pg_ctl", "--pgdata", self.data, "--wait", "promote")

    def is_read(self, process, path, visitor=None):
        """Whether the process reads from this replica when a visitor requests that page."""
        before = self._latest_read()
        assert (visitor or Visitor()).get(process, path).status == 200
        return self._latest_read() != before

    def _latest_read(self):
        return self.ask(
            "SELECT MAX(query_start) FROM pg_stat_activity WHERE application_name = 'broadsheet replica reader'")


def wait_for_each_commit(primary):
    """Makes the primary acknowledge a commit only when the replica has it on disk too."""
    primary.ask(f"ALTER SYSTEM SET synchronous_standby_names = '{NAME}'")
    primary.ask("SELECT pg_reload_conf()")
    until(lambda: primary.ask("SELECT sync_state FROM pg_stat_replication") == [["sync"]])

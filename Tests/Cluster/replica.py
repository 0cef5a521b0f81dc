"""A streaming replica of a server, which can fall behind, and be promoted."""

from server import Server
from visitor import Visitor, until

NAME = "replica"


class Replica(Server):
    def follow(self, primary):
        """Takes over all that the primary has, and from its start all that it will have."""
        self._run("pg_basebackup", "--pgdata", self.data, "--checkpoint", "fast", "--no-sync", "--write-recovery-conf", "--dbname",
                  f"host=127.0.0.1 port={primary.port} user=broadsheet application_name={NAME}")
        return self

    def pause(self):
        """From now on it shows nothing new, though it gets it."""
        self.ask("SELECT pg_wal_replay_pause()")
        until(lambda: self.ask("SELECT pg_get_wal_replay_pause_state()") == [["paused"]])

    def resume(self):
        self.ask("SELECT pg_wal_replay_resume()")

    def promote(self):
        self._run("pg_ctl", "--pgdata", self.data, "--wait", "promote")

    def is_read(self, house, path, visitor=None):
        """Whether a house reads here for somebody who asks for that page."""
        before = self._latest_read()
        assert (visitor or Visitor()).get(house, path).status == 200
        return self._latest_read() != before

    def _latest_read(self):
        return self.ask("SELECT MAX(query_start) FROM pg_stat_activity WHERE application_name = 'broadsheet replica reader'")


def wait_for_each_commit(primary):
    """From now on a commit is acknowledged once the replica has it on disk too."""
    primary.ask(f"ALTER SYSTEM SET synchronous_standby_names = '{NAME}'")
    primary.ask("SELECT pg_reload_conf()")
    until(lambda: primary.ask("SELECT sync_state FROM pg_stat_replication") == [["sync"]])

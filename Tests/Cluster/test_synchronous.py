"""With synchronous replication, a commit is acknowledged only when the replica has it."""

import threading

import pytest

from history import NOTHING_CHANGED
from replica import wait_for_each_commit
from server import Server
from test_lost_acknowledgments import TEXT, is_stored_once
from test_several_processes import story_of
from visitor import Visitor, until


def waiting(server):
    """The sessions with a commit that waits for the replica."""
    return {row[0] for row in server.ask("SELECT pid FROM pg_stat_activity WHERE wait_event = 'SyncRep'")}


def restart(server):
    server.stop()
    server.start()


@pytest.fixture(params=[Server.cut, restart], ids=["cut off", "restarted"])
def send(request, start_process, server, replica):
    """Sends a comment whose commit waits for a replica that is down, and then ends its database session.

    Returns the IDs of the sessions that waited, a function that waits for the response, and a function that
    sends the comment again.
    """
    wait_for_each_commit(server)
    process = start_process()
    story, writer, replies = story_of(process), Visitor(), []
    assert writer.comment(process, story, "The replica has it.").status == 303
    replica.stop()
    sending = threading.Thread(target=lambda: replies.append(writer.comment(process, story, TEXT)))
    sending.start()
    until(lambda: waiting(server))
    lost = waiting(server)
    request.param(server)

    def reply():
        sending.join()
        return replies[0]

    return lost, reply, lambda: writer.comment(process, story, TEXT)


def test_a_commit_that_no_replica_has_is_not_acknowledged(send, server, replica):
    _, reply, send_again = send
    assert reply().status == 503
    assert NOTHING_CHANGED not in reply().text
    replica.start()
    until(lambda: send_again().status == 303)
    assert is_stored_once(server) and is_stored_once(replica)


def test_a_commit_is_acknowledged_once_the_replica_has_it(send, server, replica):
    lost, reply, _ = send
    until(lambda: waiting(server) - lost)
    replica.start()
    assert reply().status == 303
    assert is_stored_once(server) and is_stored_once(replica)

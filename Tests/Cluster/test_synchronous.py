"""A commit that is to be on a replica too is acknowledged when it is there, and not before."""

import threading

import pytest

from history import NOTHING_CHANGED
from replica import wait_for_each_commit
from server import Server
from test_lost_answers import TEXT, times_stored
from test_several_houses import story_of
from visitor import Visitor, until


def waiting(server):
    """The sessions whose commit waits for the replica."""
    return {row[0] for row in server.ask("SELECT pid FROM pg_stat_activity WHERE wait_event = 'SyncRep'")}


def start_again(server):
    server.stop()
    server.start()


@pytest.fixture(params=[Server.cut, start_again], ids=["cut off", "started again"])
def send(request, newspaper, server, replica):
    """Sends a comment whose commit waits for a replica that is away, and then loses its session; gives what sends it, and how to
    come by its answer.
    """
    wait_for_each_commit(server)
    house = newspaper()
    story, writer, replies = story_of(house), Visitor(), []
    assert writer.comment(house, story, "The replica has it.").status == 303
    replica.stop()
    sending = threading.Thread(target=lambda: replies.append(writer.comment(house, story, TEXT)))
    sending.start()
    until(lambda: waiting(server))
    lost = waiting(server)
    request.param(server)

    def reply():
        sending.join()
        return replies[0]

    return lost, reply, lambda: writer.comment(house, story, TEXT)


def test_what_no_replica_has_is_not_acknowledged(send, server, replica):
    _, reply, send_again = send
    assert reply().status == 503
    assert NOTHING_CHANGED not in reply().text
    replica.start()
    until(lambda: send_again().status == 303)
    assert times_stored(server) and times_stored(replica)


def test_what_a_replica_gets_soon_is_acknowledged_then(send, server, replica):
    lost, reply, _ = send
    until(lambda: waiting(server) - lost)
    replica.start()
    assert reply().status == 303
    assert times_stored(server) and times_stored(replica)

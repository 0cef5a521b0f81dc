"""The line between a house and its database, which can break at the worst moment: after a commit, before its answer; or between a house
and the store of its pictures.
"""

import socket
import threading

COMMITTED = b"COMMIT\0"


class Cable:
    """Hands on what comes, until it is cut; then it takes no connection until it is mended."""

    def __init__(self, port):
        self._port = port
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._ends = []
        self._breaks_after_commit = False
        self._is_silent = False
        self._lock = threading.Lock()
        self.is_cut = threading.Event()
        threading.Thread(target=self._accept, daemon=True).start()

    @property
    def port(self):
        return self._listener.getsockname()[1]

    @property
    def address(self):
        return f"postgres://broadsheet@127.0.0.1:{self.port}/postgres"

    def break_after_commit(self):
        """The next word of the database that a commit was carried out does not arrive, nor anything after it."""
        self._breaks_after_commit = True

    def silence(self):
        """From now on nothing arrives, and nobody is told."""
        self._is_silent = True

    def mend(self):
        """Takes connections again; those on which something was lost are over."""
        if self._is_silent:
            self.cut()
        self._is_silent = False
        self.is_cut.clear()

    def close(self):
        self.cut()
        self._listener.close()

    def cut(self):
        with self._lock:
            self._breaks_after_commit = False
            self.is_cut.set()
            ends, self._ends = self._ends, []
        for end in ends:
            _close(end)

    def _accept(self):
        while True:
            try:
                house, _ = self._listener.accept()
            except OSError:
                return
            with self._lock:
                if self.is_cut.is_set():
                    _close(house)
                    continue
                try:
                    database = socket.create_connection(("127.0.0.1", self._port))
                except OSError:
                    _close(house)
                    continue
                self._ends += [house, database]
            threading.Thread(target=self._hand_on, args=(house, database, False), daemon=True).start()
            threading.Thread(target=self._hand_on, args=(database, house, True), daemon=True).start()

    def _hand_on(self, source, target, is_answer):
        try:
            while data := source.recv(65_536):
                if is_answer and self._breaks_after_commit and COMMITTED in data:
                    return self.cut()
                if not self._is_silent:
                    target.sendall(data)
        except OSError:
            pass
        _close(source)
        _close(target)


def _close(end):
    try:
        end.shutdown(socket.SHUT_RDWR)
    except OSError:
        pass
    end.close()

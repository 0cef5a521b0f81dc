"""Another website, with one page on its own port."""

import http.server
import threading


class Elsewhere:
    """Serves one page on 127.0.0.1, under any host name that resolves to it, until `stop` is called."""

    def __init__(self, html):
        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), _page(html.encode()))
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def address(self, host):
        return f"http://{host}:{self._server.server_port}/"

    def stop(self):
        self._server.shutdown()
        self._server.server_close()


def _page(html):
    class Page(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(html)))
            self.end_headers()
            self.wfile.write(html)

        def log_message(self, *_):
            """Nothing reads this log."""

    return Page

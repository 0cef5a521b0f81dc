"""nginx as a yardstick: it serves files with the same bytes and similar headers as the measured responses."""

import shutil

from .servers import Server, free_port

# Headers that nginx sets itself.
LEFT_OUT = {"content-length", "content-type", "date", "etag", "last-modified", "connection", "server",
            "transfer-encoding"}

CONFIGURATION = """
daemon off;
user root;
worker_processes auto;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ worker_connections 4096; }}
http {{
  access_log off;
  sendfile on;
  tcp_nopush on;
  keepalive_requests 1000000000;
  client_body_temp_path {folder}/temp;
  proxy_temp_path {folder}/temp;
  fastcgi_temp_path {folder}/temp;
  uwsgi_temp_path {folder}/temp;
  scgi_temp_path {folder}/temp;
  server {{
    listen 127.0.0.1:{port};
    root {folder}/files;
    location = /empty {{ return 204; }}
    {locations}
  }}
}}
"""


def is_installed():
    return shutil.which("nginx", path="/usr/sbin:/usr/bin:/usr/local/sbin:/opt/homebrew/bin") is not None


class Nginx(Server):
    """Serves each entry of `answers` (name: Answer) at `/name`."""

    def __init__(self, folder, answers):
        (folder / "files").mkdir(parents=True, exist_ok=True)
        (folder / "temp").mkdir(exist_ok=True)
        locations = []
        for name, answer in answers.items():
            (folder / "files" / name).write_bytes(answer.body)
            fields = [f"add_header {field} \"{value}\";".replace("$", "") for field, value in answer.fields.items()
                      if field not in LEFT_OUT and '"' not in value]
            kind = answer.fields.get("content-type", "text/plain").split(";")[0]
            locations.append(f"location = /{name} {{ types {{}} default_type \"{kind}\"; {' '.join(fields)} }}")
        port = free_port()
        file = folder / "nginx.conf"
        file.write_text(CONFIGURATION.format(folder=folder, port=port, locations="\n    ".join(locations)))
        super().__init__(["nginx", "-p", str(folder), "-c", str(file)], port, "/empty")

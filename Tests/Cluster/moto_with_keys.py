"""moto's server, changed so that it checks signatures against the query string as it was sent.

By itself, moto decodes `%2F` in the query to a slash first, and then refuses requests that are signed
correctly, even those of Amazon's own client.
"""

import sys
from urllib.parse import quote, unquote

from moto import server
from moto.iam.access_control import S3IAMRequest

_create = S3IAMRequest._create_aws_request


def _as_it_was_sent(self):
    path, mark, query = self._path.partition("?")
    pairs = [pair.partition("=") for pair in query.split("&")]
    self._path = path + mark + "&".join(quote(unquote(name), "~") + sign + quote(unquote(value), "~")
                                        for name, sign, value in pairs)
    return _create(self)


S3IAMRequest._create_aws_request = _as_it_was_sent

if __name__ == "__main__":
    server.main(sys.argv[1:])

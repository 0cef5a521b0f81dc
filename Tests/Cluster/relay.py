"""A mail relay that does what a test says: takes, refuses, delays or drops messages, with or without TLS."""

import asyncio
import datetime
import email
import email.policy
import ipaddress
import ssl
import threading

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from server import free_port

USER, PASSWORD = "me@relay", "p:w/%"


def certificate(folder):
    """A self-signed certificate for this machine: the paths of the certificate and of its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "relay")])
    now = datetime.datetime.now(datetime.timezone.utc)
    names = x509.SubjectAlternativeName(
        [x509.DNSName("localhost"), x509.IPAddress(ipaddress.ip_address("127.0.0.1"))])
    made = (x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
            .serial_number(1).not_valid_before(now - datetime.timedelta(days=1))
            .not_valid_after(now + datetime.timedelta(days=1)).add_extension(names, critical=False)
            .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True).sign(key, hashes.SHA256()))
    paths = folder / "certificate.pem", folder / "key.pem"
    paths[0].write_bytes(made.public_bytes(serialization.Encoding.PEM))
    paths[1].write_bytes(key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()))
    return paths


def read(raw):
    """A message as a mail program reads it. Fails if anything in it is malformed.

    Python's parser calls an address that needs SMTPUTF8 a defect.
    """
    message = email.message_from_bytes(raw, policy=email.policy.default)
    for part in message.walk():
        assert not part.defects, part.defects
        for name, value in part.items():
            assert not value.defects or name == "To" and not raw.isascii(), (name, value.defects)
    assert all(len(line) <= 998 for line in raw.split(b"\r\n")) and b"\n" not in raw.replace(b"\r\n", b"")
    return message


class Taken:
    """A message with its envelope."""

    def __init__(self, session, envelope):
        self.raw = envelope.content
        self.sender, self.recipient = envelope.mail_from, envelope.rcpt_tos[0]
        self.is_encrypted = session.ssl is not None
        self.is_authenticated = session.authenticated
        self.greeting = session.host_name
        self.message = read(self.raw)

    @property
    def identifier(self):
        return self.message["Message-ID"]


class Relay:
    """`answers` has the replies to RCPT, and `drops` how many connections break inside DATA."""

    def __init__(self, folder=None, needs_password=False, is_secure=False, utf8=True):
        self.taken, self.asked, self.answers, self.drops = [], [], {}, 0
        # While it is closed, the relay has the whole message but says nothing; or, with `holds_recipients`, it has
        # not accepted the recipient.
        self.gate = threading.Event()
        self.gate.set()
        self.holds_recipients = False
        self.is_held = threading.Event()
        self.port = free_port()
        context = None
        if folder:
            self.certificate, key = certificate(folder)
            context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
            context.load_cert_chain(self.certificate, key)
        starttls = None if is_secure else context
        relay = self

        class Held(Controller):
            def factory(self):
                return SMTP(relay, tls_context=starttls, require_starttls=starttls is not None, enable_SMTPUTF8=utf8,
                            auth_required=needs_password, auth_require_tls=starttls is not None,
                            authenticator=relay._authenticate, timeout=120)

        self._controller = Held(
            self, hostname="127.0.0.1", port=self.port, ssl_context=context if is_secure else None)
        self._controller.start()

    def url(self, scheme="smtp", login=""):
        return f"{scheme}://{login}127.0.0.1:{self.port}"

    def stop(self):
        self.gate.set()
        if self._controller:
            self._controller.stop()
        self._controller = None

    def _authenticate(self, server, session, envelope, mechanism, data):
        found = getattr(data, "login", b""), getattr(data, "password", b"")
        return AuthResult(success=found == (USER.encode(), PASSWORD.encode()))

    async def _pass_gate(self):
        if not self.gate.is_set():
            self.is_held.set()
            await asyncio.to_thread(self.gate.wait, 100)

    async def handle_RCPT(self, server, session, envelope, address, options):
        self.asked.append(address)
        if self.holds_recipients:
            await self._pass_gate()
        replies = self.answers.get(address)
        reply = (replies.pop(0) if len(replies) > 1 else replies[0]) if replies else "250 2.1.5 OK"
        if not reply.startswith("250"):
            return reply
        envelope.rcpt_tos.append(address)
        return reply

    async def handle_DATA(self, server, session, envelope):
        if self.drops > 0:
            self.drops -= 1
            server.transport.abort()
            return "451 dropped"
        self.taken.append(Taken(session, envelope))
        if not self.holds_recipients:
            await self._pass_gate()
        return "250 2.0.0 OK: queued"

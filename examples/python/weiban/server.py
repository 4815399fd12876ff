"""Listens for pushed messages with Python's own server. Behind Flask or FastAPI, call Receiver.answer instead."""

from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

from .webhooks import Receiver


def create_server(port: int, receiver: Receiver) -> ThreadingHTTPServer:
    """A server on loopback, which prints `refused: <reason>` for what is refused."""

    class Handler(BaseHTTPRequestHandler):
        timeout = 10

        def answer(self) -> None:
            length = self.headers.get("Content-Length", "0")
            size = int(length) if length.isascii() and length.isdigit() else 0
            body = self.rfile.read(min(size, receiver.max_body + 1))
            reply = receiver.answer(self.command, urlsplit(self.path).query, body)
            if reply.refused:
                print("refused:", reply.refused, flush=True)
            content = reply.body.encode()
            self.send_response(reply.status)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        do_GET = do_POST = answer

        def log_message(self, *_: object) -> None:
            """Keeps the query out of the log."""

    return ThreadingHTTPServer(("127.0.0.1", port), Handler)

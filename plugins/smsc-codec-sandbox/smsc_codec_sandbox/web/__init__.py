"""The page: rooms of templates, views and modules of JavaScript, told of changes as they happen."""

from __future__ import annotations

from smsc_codec_sandbox.http1 import Head
from smsc_codec_sandbox.service import Answer, Service
from smsc_codec_sandbox.web import files, live
from smsc_codec_sandbox.web.room import Asked, Wrong, refused
from smsc_codec_sandbox.web.rooms import ROOMS

#: Where listeners come to.
EVENTS = "/sandbox/events"
#: The header that the page's scripts say.
BY_SCRIPT = "smsc-script"


class Web:
    """The page of one sandbox. `hub` may be told of changes from any thread."""

    def __init__(self, service: Service) -> None:
        self._service = service
        self._routes = {route: view for room in ROOMS for route, view in room.routes.items()}
        self._paths = {path for _, path in self._routes}
        self.hub = live.Hub(min(live.MOST_LISTENERS, service.config.max_connections // 2))
        service.store.watchers.append(self.hub.tell)

    @staticmethod
    def is_long(path: str, query: str) -> bool:
        """Whether a request looks through all that is kept, and is no work for between two others."""
        return path.endswith(("/export", "/prune")) or "q=" in query

    def answer(self, head: Head, path: str, query: str, body: bytes) -> Answer | None:
        """The reply to a request of the page; None where the page has nothing at a path."""
        method = "GET" if head.method == "HEAD" else head.method
        if path.startswith(files.ROOT):
            return files.answer(path) if method == "GET" else None
        if path == EVENTS and method == "GET":
            return live.answer(self.hub)
        view = self._routes.get((method, path))
        if view is None:
            # At `/` is the service, too, for whatever is no GET.
            return (
                refused(f"there is no {method[:20]} here", 405)
                if path in self._paths and path != "/"
                else None
            )
        asked = Asked(self._service, head, query, body)
        try:
            return view(asked)
        except Wrong as wrong:
            # The page's own scripts are told in the reply: browsers call any other status an error of the page.
            return refused(str(wrong), 200 if head.first(BY_SCRIPT) else wrong.status)

"""What a cache knows of one set: results of its documents, and the whole report where nothing changed."""

from typing import TYPE_CHECKING

from checkfirst.checking.cache import Cache, digest_of, signature
from checkfirst.checking.lock import Lock
from checkfirst.config import Config
from checkfirst.model.finding import Stage
from checkfirst.model.losses import LossKind
from checkfirst.model.report import DocumentReport, Report
from checkfirst.sources.interface import Listing

if TYPE_CHECKING:
    from checkfirst.checking.document import Result

#: What may be no fact about a file: its reader was killed, or was too slow on a busy machine.
_UNSETTLED = {LossKind.DAMAGED, LossKind.LIMIT_EXCEEDED}


def _is_settled(document: DocumentReport) -> bool:
    return not any(kind in _UNSETTLED for kind, _ in document.losses)


class ResultCache:
    """Looked up by name and content, so that a document that was renamed or edited is measured anew."""

    def __init__(self, cache: Cache, config: Config, listing: Listing) -> None:
        self._cache = cache
        self._signature = signature(config)
        self._digests = {item.path: digest for item in listing.found if (digest := digest_of(item))}

    def result(self, uri: str) -> "Result | None":
        """A document's own result."""
        from checkfirst.checking.document import Checked

        digest = self._digests.get(uri)
        found = self._cache.get(self._signature.of("document", uri, digest)) if digest else None
        return found if isinstance(found, Checked) else None

    def store_result(self, result: "Result") -> None:
        """Keep a result under the content that was truly read."""
        from checkfirst.checking.document import Checked

        if isinstance(result, Checked) and _is_settled(result.report):
            report = result.report
            self._cache.put(self._signature.of("document", report.path, report.source.sha256), result)

    def report(self, listing: Listing, lock: Lock) -> Report | None:
        """The report on the very same set, with nothing marked as accepted."""
        found = self._cache.get(self._set_key(listing, lock)) if self._complete(listing) else None
        return found if isinstance(found, Report) else None

    def store_report(self, listing: Listing, lock: Lock, report: Report) -> None:
        """Keep a report, if the set was all the time what it was when the check began."""
        read = {document.path: document.source.sha256 for document in report.documents}
        settled = not any(f.stage is not Stage.SOURCES for f in report.failures) and len(report.failures) == len(
            listing.failures
        )
        settled = settled and all(map(_is_settled, report.documents))
        if (
            settled
            and self._complete(listing)
            and all(self._digests.get(path) == digest for path, digest in read.items())
        ):
            self._cache.put(self._set_key(listing, lock), report)

    def _complete(self, listing: Listing) -> bool:
        return len(self._digests) == len(listing.found)

    def _set_key(self, listing: Listing, lock: Lock) -> bytes:
        documents = repr(sorted(self._digests.items()))
        around = repr((listing.skipped, listing.failures, listing.aliases, listing.folders))
        return self._signature.of("set", documents, around, repr(sorted(lock.approved)))

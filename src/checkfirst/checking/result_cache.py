"""The cached results for one set: those of its documents, and the whole report if nothing changed."""

from typing import TYPE_CHECKING

from checkfirst.checking.cache import Cache, digest_of, signature
from checkfirst.checking.lock import Lock
from checkfirst.config import Config
from checkfirst.model.finding import Stage
from checkfirst.model.losses import LossKind
from checkfirst.model.report import DocumentReport, Report
from checkfirst.sources.interface import Listing, never

if TYPE_CHECKING:
    from checkfirst.checking.document import Result

#: Losses that may not recur: the reader may have been killed, or too slow on a busy machine.
_TRANSIENT = {LossKind.DAMAGED, LossKind.LIMIT_EXCEEDED}


def _is_final(document: DocumentReport) -> bool:
    return not any(kind in _TRANSIENT for kind, _ in document.losses)


class ResultCache:
    """Results by the path and the content of documents: a renamed or edited document is measured again."""

    def __init__(self, cache: Cache, config: Config, listing: Listing) -> None:
        self._cache = cache
        self._signature = signature(config)
        self._digests = {item.path: digest for item in listing.found if (digest := digest_of(item))}

    def result(self, path: str) -> "Result | None":
        """The result of a document; ``None`` if there is none for its present content."""
        from checkfirst.checking.document import Checked

        digest = self._digests.get(path)
        return self._cache.get(self._signature.key("document", path, digest), Checked) if digest else None

    def store_result(self, result: "Result") -> None:
        """Store a result under the content that was read, which may differ from that of the listing."""
        from checkfirst.checking.document import Checked

        if isinstance(result, Checked) and _is_final(result.report):
            report = result.report
            self._cache.put(self._signature.key("document", report.path, report.source.sha256), result)

    def report(self, listing: Listing, lock: Lock) -> Report | None:
        """The report on the same set, without suppressions; ``None`` if there is none."""
        return self._cache.get(self._set_key(listing, lock), Report) if self._complete(listing) else None

    def store_report(self, listing: Listing, lock: Lock, report: Report) -> None:
        """Store a report, if all documents were read and none changed during the check."""
        only_listed = len(report.failures) == len(listing.failures)
        all_read = only_listed and all(failure.stage is Stage.SOURCES for failure in report.failures)
        unchanged = all(self._digests.get(d.path) == d.source.sha256 for d in report.documents)
        if all_read and unchanged and self._complete(listing) and all(map(_is_final, report.documents)):
            self._cache.put(self._set_key(listing, lock), report)

    def _complete(self, listing: Listing) -> bool:
        """Whether every document of the listing could be read for its digest, and links lead to nothing else."""
        return len(self._digests) == len(listing.found) and listing.on_disk is never

    def _set_key(self, listing: Listing, lock: Lock) -> bytes:
        documents = repr(sorted(self._digests.items()))
        around = repr((listing.skipped, listing.failures, listing.aliases, listing.folders, listing.hidden))
        around += repr((listing.site_files, listing.location))
        around += repr((listing.left_out, listing.unread))
        return self._signature.key("set", documents, around, repr(sorted(lock.approved)))

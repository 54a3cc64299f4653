"""A set of our own writing whose documents belong together, and two that belong elsewhere."""

from checkfirst.rules.samples import SPECIFICATION

_CLOCK = """# Clock protocol

Every node of the ledger reads the time from the clock service once a minute. The service answers with the time
and its error. A node whose clock is more than 200 ms away from the answer stops accepting entries, and tells the
operators. It starts again when three answers in a row differ by less than 50 ms from its own time.

## Messages

The node sends `time?` with its name. The service returns `time` and `error`, both in milliseconds. A node that gets
no answer within 2 seconds asks the next server of its list.
"""

_IMPORTER = """# Importing entries

The importer reads files of entries and sends them to the ledger in batches of 500.

## Files

A file is UTF-8 text with one entry a line: account, amount, currency, time. The importer MUST reject a file whose
first line names other columns, with the error `wrong-columns`. It reads at most 10,000 lines of one file.

## Errors

If the server rejects a batch, the importer writes its entries to `rejected.csv` with the error of each, and goes on
with the next batch. After three batches in a row are rejected it stops and returns exit code 4.
"""

_ACCOUNTS = """# Accounts

An account holds entries of one currency. Its balance is the sum of them.

## Opening

The client sends `POST /accounts` with the fields `owner` and `currency`. The server MUST return the identifier of the
account, or the error `unknown-currency`. An account without entries can be closed; any other is locked, and the server
rejects new entries to it.

## Reading

`GET /accounts/{id}` returns owner, currency, balance and the time of the last entry.
"""

_EXPORT = """# Exporting entries

The exporter writes all entries of a period to one file, for the auditors.

## Format

Each line holds the batch, the account, the amount and the time of an entry. Lines are in the order in which the
server stored the entries. The last line holds the number of entries and the SHA-256 checksum of the file.

## Errors

If an entry can't be read, the exporter MUST stop, delete the file and return exit code 3. The operators start it anew.
"""

LEDGER_SERIES = {
    "accounts.md": _ACCOUNTS,
    "clock.md": _CLOCK,
    "export.md": _EXPORT,
    "importer.md": _IMPORTER,
    "storage.md": SPECIFICATION,
}

GARDEN = """# Roses in spring

Cut the old wood back to the third bud before the end of March. Feed each bush with two handfuls of bone meal, and
water it in the evening. Where the leaves are spotted, pick them off and burn them. A layer of straw keeps the ground
moist through the summer. Climbing sorts are tied to the wall with soft string, never with wire, for wire cuts the bark.

My grandmother swore by coffee grounds around the roots, and her roses were the envy of the whole lane. Greenfly she
washed off with soapy water. In June, when the first flowers fade, cut them off above the second leaf, and the bush
flowers once more in August. Old bushes may be moved in November, with as much soil around the roots as you can carry.
"""

FOREIGN = """# Mitschrift der Besprechung

Anwesend waren die Leiterin der Abteilung, zwei Entwickler und der Betreiber des Rechenzentrums. Die Besprechung begann
um neun Uhr und dauerte eine Stunde. Zuerst wurde berichtet, wie weit die Arbeiten an der Datenbank gekommen sind. Die
Umstellung ist fast fertig, doch fehlen noch die Prüfungen für alte Buchungen, die vor dem Jahr zweitausend entstanden.
Der Betreiber wies darauf hin, dass die Sicherungen nachts länger laufen als vorgesehen. Man beschloss, sie künftig
schon am Abend zu beginnen und jeden Morgen zu prüfen, ob sie vollständig sind. Danach sprach man über den Umzug in das
neue Gebäude. Er soll im Herbst stattfinden, wenn die Leitungen liegen und die Schränke aufgestellt sind. Die nächste
Besprechung findet in zwei Wochen statt, wieder am Dienstag, dann mit der Leitung des Vertriebs.
"""

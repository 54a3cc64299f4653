"""Texts of our own writing that show when rules fire and when they keep silent."""

GOOD_NOTE = """# Limits of the importer

The importer reads at most 10,000 rows in one file. A longer file is refused with the error `too-many-rows`.
Rows are read in order; the first row that can't be parsed ends the import, and nothing is stored.
"""

LFS_POINTER = (
    "version https://git-lfs.github.com/spec/v1\n"
    "oid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\n"
    "size 48123\n"
)

PAGE_SOURCE = """<!DOCTYPE html>
<html lang="en">
<head><title>Sign in</title></head>
<body><h1>Sign in to continue</h1><form><input name="user"></form></body>
</html>
"""

OPEN_FENCE = """# Setup

Install the client first.

```sh
ferry install client
ferry login

## Configuration

The client reads `ferry.toml` in the current folder.

## Limits

A session lasts for one hour. After that the client asks for the password again.

## Errors

Every error has a code and a sentence that says what to do.
"""

_RETRIES = """# Retries

A client that gets no answer within five seconds sends the request again, with the same request number.

The server keeps the answers to the last thousand requests of each client. When a number comes twice, it sends
the answer that it kept, and does the work only once.

Between two tries the client waits: one second after the first, two after the second, then twice as long each time,
and never longer than a minute. A try that fails with `unauthorized` or `malformed` is not repeated at all.

After eight tries the client gives up and reports `unreachable` to its caller, together with the time of the last
answer that it got from this server, if there was one.

The server does not count tries, and it never tells a client to stop. It may answer `busy` with a number of seconds,
and the client then waits for at least that long before its next try.

When the connection itself is refused, the client takes the next address of the server's list, and starts counting
"""
CUT_SENTENCE = _RETRIES + "from the beginning for each of the\n"
WHOLE_SENTENCE = _RETRIES + "from the beginning for each of them.\n"

SPECIFICATION = """# Ledger storage

Status: accepted. Version 3.

## Scope

This document specifies how the ledger service stores entries and how clients read them back. It replaces version 2.

## Terms

An *entry* is one movement of money between two accounts. A *batch* is a list of entries that is stored as a whole.

## Writing

The client MUST send a batch as a JSON object with the fields `batch_id`, `entries` and `checksum`.
The server MUST verify that the amounts of each batch add up to zero, and reject it with the error `unbalanced` if they do not.
The server MUST store a batch atomically: either all of its entries become visible or none does.
If the server receives a `batch_id` that it has stored already, it MUST return the stored result and store nothing.

| field | type | meaning |
|---|---|---|
| `batch_id` | string, 26 characters | ULID chosen by the client |
| `entries` | array, 1 to 500 | the movements |
| `checksum` | string | SHA-256 of the entries, in hexadecimal |

## Reading

`GET /accounts/{id}/entries?after=<cursor>` returns at most 200 entries in the order in which they were stored.
The response contains `next`, the cursor of the following page, or `null` when there is none.
A cursor stays valid for 24 hours. After that the server responds with status 410 and the error `cursor-expired`.

## Errors

Every error response is a JSON object with `code`, `message` and `request_id`. Clients must not parse `message`.

## Acceptance

A batch of 500 entries is stored within 200 ms at the 99th percentile under a load of 50 batches per second.
"""

OPINION = """Why nobody in this town wants to count anything any more

By Marguerite Oduya

My grandmother kept a ledger. It was a long green book with a cracked spine, and every Sunday after church she sat down with it at the kitchen table and wrote down what had come in and what had gone out. We children thought it the dullest thing in the world. I think now that it was the only honest book in the house.

I was reminded of her last week, when the mayor stood up in front of the council and announced, with that smile of his, that the new budget would be "a conversation". A conversation! I have been writing about this town for twenty-two years, and I have never once seen a hole in the road filled by a conversation. What he meant, of course, is that nobody had added up the numbers, and that nobody was going to.

It would be easy to blame the man, and I do. But I also think that something has changed in all of us. We used to believe that a thing could be known if you were patient enough to count it. Now we feel our way. We say that the schools seem worse and the buses seem later, and when somebody turns up with figures we call her a bore.

My neighbour, who taught mathematics until they closed the department, says that I am being romantic. People never liked to count, he told me over the fence, they were only more ashamed of it. Perhaps he is right. But shame, I told him, was at least a beginning.

So here is my modest proposal for the new year. Let every councillor be given a green book, and let them sit at their kitchen tables on Sunday and write in it what came in and what went out. And if at the end of the year they cannot tell us, let us thank them for the conversation and choose somebody duller. I know who my grandmother would have voted for.
"""

SAVED_PAGE = (
    """Skip to main content
The Harbour Review
Home
News
Opinion
Sport
Subscribe
Log in
Search
Share on Facebook
Share on Twitter
Email this article
"""
    + OPINION
    + """
(Republished from The Lantern by permission of the author)
Tags: Budget, Council, Grandmothers
Related articles
Ten things you did not know about our harbour
The mayor's new car, explained
Sign up for our newsletter
4 Comments
1. Harold Finch says:
March 3, 2021 at 9:14 am
Best thing you have written in years. My mother had the same green book!
Reply
2. tidewatcher says:
March 3, 2021 at 11:40 am
Oh please. Nobody is stopping you from reading the budget, it is on the town's site. All 400 pages of it lol
Reply
3. Ines P. says:
March 4, 2021 at 8:02 am
@tidewatcher have you tried to open that file? It is a scan. Of a printout. Upside down.
Reply
4. Anonymous says:
March 6, 2021 at 10:55 pm
I would vote for your grandmother.
Reply
Leave a Reply
Your email address will not be published. Required fields are marked *
Name *
Email *
Website
© 2021 The Harbour Review. All rights reserved.
Privacy Policy
Terms of Use
Contact us
"""
)

LOGIN_PAGE = """Sign in to your account

Email or username
Password
Forgot your password?
Remember me
Sign in
or
Sign in with Google
Don't have an account? Create an account
By continuing you agree to our Terms of Service and Privacy Policy.
"""

NOT_FOUND = """Page not found

Sorry, the page you requested could not be found. It may have been moved or deleted.
Error 404
Go back to the home page
"""

STATUS_TABLE = """# Status codes

The service answers with one of these codes, and a body that says more.

| code | meaning |
|---|---|
| 200 | the batch is stored |
| 401 | unauthorized: the token is missing |
| 404 | not found: the account does not exist |
| 500 | internal error: try again later |
"""

LISTING = """# Storage design

- [Overview](https://docs.example.org/storage/overview)
- [Concepts](https://docs.example.org/storage/concepts)
- [Writing batches](https://docs.example.org/storage/writing)
- [Reading pages](https://docs.example.org/storage/reading)
- [Cursors](https://docs.example.org/storage/cursors)
- [Errors](https://docs.example.org/storage/errors)
- [Limits](https://docs.example.org/storage/limits)
- [Changelog](https://docs.example.org/storage/changelog)
"""

MODEL_ANSWER = """Certainly! Here is a comprehensive design for the ledger service:

# Ledger service

The service stores entries in batches. A batch is stored as a whole or not at all.
The server rejects a batch whose amounts do not add up to zero.

I hope this helps! Let me know if you'd like me to go deeper into any section.
"""

OPEN_TEMPLATE = """# [Project name] requirements

Version: [version]
Author: [your name]

## Purpose

[Describe the purpose of this document]

## Users

[Who will use it]

## Functions

1. [Feature 1]
2. [Feature 2]

## Open points

TBD
"""

FILLED_TEMPLATE = """# Ferry booking requirements

Version: 1.2
Author: the booking team

## Purpose

The booking service lets passengers reserve places on a crossing and pay for them.

## Users

Passengers, and the clerks at the quay.

## Functions

1. The service shows the crossings of a day with the places that are left.
2. The service holds a place for ten minutes while the passenger pays.
"""

DEEP_RTF = "{\\rtf1\\ansi " + "{" * 2_000 + "too deep" + "}" * 2_001

#: One page with a picture of one dot and no text.
SCANNED_PDF = """%PDF-1.4
1 0 obj
<< /Type /Catalog /Pages 2 0 R >>
endobj
2 0 obj
<< /Type /Pages /Kids [3 0 R] /Count 1 >>
endobj
3 0 obj
<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R /Resources << /XObject << /Scan 5 0 R >> >> >>
endobj
4 0 obj
<< /Length 34 >>
stream
q 200 0 0 200 0 0 cm /Scan Do Q
endstream
endobj
5 0 obj
<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /ASCIIHexDecode /Length 3 >>
stream
80>
endstream
endobj
trailer
<< /Root 1 0 R /Size 6 >>
%%EOF
"""

"""Reads the messages of a folder with Python's own parser; prints a JSON line for each."""

import email
import email.header
import email.parser
import email.policy
import email.utils
import hashlib
import json
import pathlib
import sys

for path in sorted(pathlib.Path(sys.argv[1]).iterdir()):
    message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    # The newer policy puts a space between encoded words of a name (CPython issue 128110), against RFC 2047, 6.2.
    headers = email.parser.BytesHeaderParser().parsebytes(path.read_bytes())
    encoded, address = email.utils.parseaddr(headers["To"])
    name = str(email.header.make_header(email.header.decode_header(encoded)))
    (pdf,) = message.iter_attachments()
    # Text goes over the wire with CRLF (RFC 2046, 4.1.1).
    text, html = (
        message.get_body((kind,)).get_content().replace("\r\n", "\n")
        for kind in ("plain", "html")
    )
    print(
        json.dumps(
            {
                "letterId": str(message["X-Wsis-Letter-ID"]),
                "messageId": str(message["Message-ID"]),
                "subject": str(message["Subject"]),
                "name": name,
                "address": address,
                "text": text,
                "html": html,
                "fileName": pdf.get_filename(),
                "pdfDigest": hashlib.sha256(pdf.get_content()).hexdigest(),
            }
        )
    )

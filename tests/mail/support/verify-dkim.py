"""Verifies the DKIM signature of a message with dkimpy; the key comes in place of the DNS. Prints True or False."""

import pathlib
import sys

import dkim

message, record = sys.argv[1:]
verifier = dkim.DKIM(pathlib.Path(message).read_bytes())
try:
    print(verifier.verify(dnsfunc=lambda *_args, **_more: record.encode()))
except dkim.ValidationError:
    print(False)

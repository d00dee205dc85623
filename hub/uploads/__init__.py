"""Files that agencies send over HTTP: kept sealed as they arrive, loaded by a process of their own.

`deliverers` says who may send to which source, `announced` reads the headers, `spool` keeps the bytes, `ledger` the
books; `process` starts `hub uploads load`, which is `loading`. A worker that serves never loads, parses or hashes.
"""

"""对账 — reconciliation: what of a sender's list the hub lacks, and what it holds that the list does not, found with a
file of some kilobytes instead of the list.

    sender                                   hub
    digest of the list (25 KB)        ──→    minus the digest of what is held = the differences, exactly
    the rows that are asked for       ←──    8 bytes for each row that is lacking
    those rows, as an ordinary delta  ──→    merged under the usual guards; what the list lacks is suspected

Both sides know a row by its keyed hash (`loaders.row_hash`), which every fact bears; no number, name or unkeyed hash
leaves either side. The digest is an invertible Bloom lookup table (Goodrich and Mitzenmacher, arXiv:1101.2245): every
hash falls into three buckets of (count, xor, xor of checks), buckets are subtracted, and one that holds a single row
tells it. A tree of bucket digests would find the same rows in two more exchanges and send 488 hashes of a million for
every bucket that differs; here the size is that of the differences, whatever the size of the list, in one file.
"""

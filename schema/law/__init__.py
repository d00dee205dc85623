"""The law as tables: what may be asked, restricted and granted, on which ground and within which time.

`purposes` and `scenarios` say why someone may ask; `measures` what follows from a hit; `legal_grounds` why a debtor is
listed, removed or spared, and `grounds` by which words sources name the first; `deadlines` and `terms` how long things
take or last. Each row carries its basis and validity, so a change of law is a change of rows. `confirmed` is false
where the basis was not read in a source.
"""

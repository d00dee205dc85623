"""The pump: files in, merged facts out. In the order of one batch.

`source` says what a file means → `read` yields chunks of text → `clean` (with `cleaners`, `party`, `rules`) makes rows
or sets them aside (`quarantine`) → `load` sends them to staging → `merge` turns them into facts → `batch` keeps books.
`sources/<name>` holds the declarations, `synthetic` makes files to try it with.
"""

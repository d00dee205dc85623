"""The read path, one file per stage, in the order of one request:

`operation` (bytes of a document → a checked tree with bound variables) → `authorise` (every coordinate against the
caller's policy) → `compile` (one SQL statement that returns the finished JSON) → `database.Reader.fetch` → `answer`
(bytes spliced, sealed values opened where the plan says so). `engine` runs the stages and keeps the two bounded
caches. Each stage takes only the previous stage's type; a request can be refused in each, and says why there.
"""

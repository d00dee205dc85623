"""被执行人: declaration, lookups, sample and expected rows of this source."""

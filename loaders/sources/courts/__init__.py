"""法院: declaration, lookups, sample and expected rows of this source."""

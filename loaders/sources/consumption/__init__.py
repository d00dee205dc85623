"""限制消费: declaration, lookups, sample and expected rows of this source."""

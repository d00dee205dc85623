"""惩戒和激励措施: declaration, lookups, sample and expected rows of this source."""

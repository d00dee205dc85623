"""工作日历: declaration, lookups, sample and expected rows of this source."""

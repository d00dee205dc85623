"""机关单位: declaration, lookups, sample and expected rows of this source."""

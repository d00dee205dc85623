"""终本案件: declaration, lookups, sample and expected rows of this source."""

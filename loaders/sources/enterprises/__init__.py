"""市场主体: declaration, lookups, sample and expected rows of this source."""

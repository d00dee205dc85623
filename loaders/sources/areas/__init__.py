"""区划: declaration, lookups, sample and expected rows of this source."""

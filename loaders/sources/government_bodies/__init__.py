"""政府机构: declaration, lookups, sample and expected rows of this source."""

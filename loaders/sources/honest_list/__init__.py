"""诚信履行名单: declaration, lookups, sample and expected rows of this source."""

"""严重违法失信企业名单: declaration, lookups, sample and expected rows of this source."""

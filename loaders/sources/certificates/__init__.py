"""自动履行证明书: declaration, lookups, sample and expected rows of this source."""

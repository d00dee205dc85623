"""Access log: who saw what of whom and why, in a chain that its own administrator cannot rewrite unseen."""

"""The audit trail: how its events are chained, mirrored, verified and told. docs/audit.md has all of it."""

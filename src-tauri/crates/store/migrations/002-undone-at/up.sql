-- The audit trail tells when something was taken back; empty while it is in force.
ALTER TABLE operation ADD COLUMN undone_at INTEGER;

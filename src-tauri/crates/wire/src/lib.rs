//! What crosses to the UI: DTOs, error codes, the one command table.

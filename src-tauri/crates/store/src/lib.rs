//! The dossier file: open, migrate, one module per table, search index, journal.

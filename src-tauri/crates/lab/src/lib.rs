//! Build of the bundled dossier, evaluation, benchmarks, generators; never shipped.

//! Bytes to SourceDocument: format, encoding, normalised text.

//! Resolved document to PDF and page pictures through Typst.

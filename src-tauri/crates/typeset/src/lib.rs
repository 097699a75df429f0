//! Resolved document to PDF and page pictures through Typst.

mod data;
mod error;
mod fit;
mod press;
mod world;

pub use press::Press;

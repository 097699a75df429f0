//! Resolved document to PDF and page pictures through Typst.

mod data;
mod error;
mod fit;
mod picture;
mod press;
mod world;

pub use press::Press;

//! `cargo xtask`: the one front door to building, testing, measuring and packaging.

fn main() {}

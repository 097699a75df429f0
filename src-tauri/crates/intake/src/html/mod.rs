//! Saved web pages: what they say about themselves, and the article in them.
#![allow(dead_code)] // the parts are put together by `read`, which follows

pub(crate) mod dom;
pub(crate) mod given;
mod parse;
pub(crate) mod published;

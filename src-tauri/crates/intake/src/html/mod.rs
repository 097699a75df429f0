//! Saved web pages: what they say about themselves, and the article in them.

mod article;
mod author;
mod blocks;
mod byline;
mod charset;
pub(crate) mod dom;
pub(crate) mod given;
mod labels;
mod names;
mod page;
mod parse;
pub(crate) mod published;
mod roles;
mod root;
mod said;
mod seen;
mod sites;
mod title;
mod tree;

pub(crate) use charset::decode_page;
pub(crate) use page::read;

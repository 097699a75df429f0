//! The codebook changed by the analyst: topics made, edited, moved, merged, split and removed, each as one operation.

mod draft;
mod edit;
mod fault;
mod in_step;
mod links;
mod merge;
mod split;
mod tree;

pub use draft::TopicDraft;
pub use fault::TopicFault;
pub use merge::{Merged, Removed};
pub use split::{NewPart, SplitArticle};

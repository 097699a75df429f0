//! The codebook changed by the analyst: topics made, edited, moved, merged, split and removed, each as one operation.

mod draft;
mod edit;
mod fault;
mod history;
mod in_step;
mod links;
mod merge;
mod preview;
mod split;
mod tree;

pub use draft::TopicDraft;
pub use fault::TopicFault;
pub use history::{TextField, TopicChange, TopicHistory, VersionEntry};
pub use merge::{Merged, Removed};
pub(crate) use preview::Previewing;
pub use preview::{Changing, PreviewArticle, PreviewAsk, PreviewPart, TermHits, TermPassage};
pub use split::{NewPart, SplitArticle};

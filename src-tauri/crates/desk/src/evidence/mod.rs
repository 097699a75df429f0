//! Evidence by the piece and by the dozen: passages around what a search found, attached together, moved, judged anew, taken away.

mod around;
mod attach;
mod change;

pub use around::{Around, FoundPassage};
pub use attach::{Attached, Gets, Speaks};
pub use change::Given;

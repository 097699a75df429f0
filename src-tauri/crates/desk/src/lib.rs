//! The use cases: import, tag, track, search, brief, undo, back up; progress and cancelling.

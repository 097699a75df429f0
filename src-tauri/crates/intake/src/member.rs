//! Files that hold others: archives, mailboxes, reference lists, feeds. Each member is an original of its own.

use std::ops::ControlFlow;

use crate::Refusal;
use crate::draft::Draft;

/// One article, or one file, inside another.
pub(crate) struct Member {
    /// Where it stands in the file: a path inside an archive, a message's subject, a record's key or number.
    pub(crate) name: String,
    /// Its bytes as they stand in the file: its original.
    pub(crate) bytes: Vec<u8>,
    /// What it states, where the file is a list of records; else its bytes are read as any file's.
    pub(crate) draft: Option<Draft>,
}

/// Takes members one by one, in their order; a member that can't be had comes with its name and the reason, and does not
/// end the file. `Break` ends the reading.
pub(crate) type Sink<'a> = dyn FnMut(Result<Member, (String, Refusal)>) -> ControlFlow<()> + 'a;

/// What all members of one file may take together and each alone: what keeps a small file from unpacking into a disk.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Allowance {
    /// Bytes of one member.
    pub(crate) member: u64,
    /// Bytes of all members.
    pub(crate) all: u64,
    /// How many members.
    pub(crate) members: usize,
}

impl Default for Allowance {
    fn default() -> Self {
        Self { member: 64 << 20, all: 4 << 30, members: 1_000_000 }
    }
}

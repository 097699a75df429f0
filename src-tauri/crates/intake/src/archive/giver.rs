//! Hands members on and keeps count of what they take together.

use crate::Refusal;
use crate::member::{Allowance, Member, Sink};

/// Why the reading of an archive ends before its end.
#[derive(Debug)]
pub(super) enum Stop {
    /// Who takes the members wants no more.
    Ended,
    /// The archive as a whole is refused.
    Refused(Refusal),
}

pub(super) struct Giver<'a, 'b> {
    pub(super) allowance: &'a Allowance,
    sink: &'a mut Sink<'b>,
    bytes: u64,
    members: usize,
}

impl<'a, 'b> Giver<'a, 'b> {
    pub(super) fn new(allowance: &'a Allowance, sink: &'a mut Sink<'b>) -> Self {
        Self { allowance, sink, bytes: 0, members: 0 }
    }

    /// Counts bytes that were unpacked, whether they are given or not.
    pub(super) fn count(&mut self, bytes: u64) -> Result<(), Stop> {
        self.bytes = self.bytes.saturating_add(bytes);
        if self.bytes > self.allowance.all {
            return Err(Stop::Refused(Refusal::TooLarge { bytes: self.bytes, limit: self.allowance.all }));
        }
        Ok(())
    }

    /// Gives a member whose bytes are counted already.
    pub(super) fn give(&mut self, member: Member) -> Result<(), Stop> {
        self.pass(Ok(member))
    }

    /// Says that a member can't be had.
    pub(super) fn refuse(&mut self, name: &str, refusal: Refusal) -> Result<(), Stop> {
        self.pass(Err((name.to_owned(), refusal)))
    }

    fn pass(&mut self, found: Result<Member, (String, Refusal)>) -> Result<(), Stop> {
        self.members += 1;
        if self.members > self.allowance.members {
            return Err(Stop::Refused(Refusal::TooMany { limit: self.allowance.members }));
        }
        if (self.sink)(found).is_break() { Err(Stop::Ended) } else { Ok(()) }
    }
}

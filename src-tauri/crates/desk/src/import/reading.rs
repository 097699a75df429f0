//! Reading one source of an import: opened, compared with what is in already, read, its dates put in the order of its outlet.

use std::collections::HashMap;
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::Arc;

use chancery_intake::{Item, Taker};
use chancery_model::{DateOrder, Day};
use chancery_store::{FileRead, SeenFile};
use chancery_text::publication::in_order;

use super::readers::{Found, Slot};
use super::sources::Source;
use crate::inspect::{self, Opened, Refused};

/// Bytes that reading a large file holds at a time, about.
const PIECE_HELD: u64 = 128 << 20;

/// What every reader of an import goes by.
pub(super) struct Reading {
    pub(super) sources: Vec<Source>,
    pub(super) captured: Day,
    /// What an earlier run read, by path.
    pub(super) seen: HashMap<String, SeenFile>,
    /// The outlets whose order of day and month the analyst told.
    pub(super) orders: HashMap<String, DateOrder>,
}

impl Reading {
    /// Reads the source of a number.
    pub(super) fn read(&self, number: usize, slot: &Slot<'_>) {
        let Some(source) = self.sources.get(number) else { return slot.end(None) };
        let path = source.path().display().to_string();
        let unread = |refused: Refused| {
            let file = Arc::new(FileRead { path: path.clone(), ..FileRead::default() });
            slot.put(Found { file: Arc::clone(&file), member: None, outcome: Err(refused) });
            slot.end(Some(file));
        };
        match source {
            Source::Lost(_, kind, why) => {
                unread(Refused::File(std::io::Error::new(*kind, why.clone())));
            }
            Source::Given(_, bytes) => {
                let file = Arc::new(FileRead { path, size: bytes.len() as u64, modified: 0 });
                if let Err(refused) = self.articles(source.path(), bytes.clone(), &file, Vec::new(), slot) {
                    slot.put(Found { file: Arc::clone(&file), member: None, outcome: Err(refused) });
                }
                slot.end(Some(file));
            }
            Source::File(at) => match Opened::open(at) {
                Err(refused) => unread(refused),
                Ok(opened) => self.file(at, path, opened, slot),
            },
        }
    }

    fn file(&self, at: &Path, path: String, opened: Opened, slot: &Slot<'_>) {
        let file = FileRead { path, size: opened.size(), modified: opened.modified() };
        let seen =
            self.seen.get(&file.path).filter(|seen| (seen.size, seen.modified) == (file.size, file.modified));
        if seen.is_some_and(|seen| seen.complete) {
            return slot.end(None);
        }
        let members = seen.map_or_else(Vec::new, |seen| seen.members.clone());
        // A large file is held piece by piece.
        let size = if opened.is_large() { PIECE_HELD } else { file.size };
        slot.hold(size);
        let file = Arc::new(file);
        let read = self.opened(at, opened, &file, members, slot);
        if let Err(refused) = read {
            slot.put(Found { file: Arc::clone(&file), member: None, outcome: Err(refused) });
        }
        slot.end(Some(file));
        slot.give_back(size);
    }

    fn opened(
        &self,
        at: &Path,
        opened: Opened,
        file: &Arc<FileRead>,
        members: Vec<String>,
        slot: &Slot<'_>,
    ) -> Result<(), Refused> {
        if opened.is_large() {
            return self.take(file, members, slot, |taking| opened.each_piece(at, self.captured, taking))?;
        }
        let wanted = || if slot.is_wanted() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) };
        let bytes = opened.bytes(&mut { wanted })?;
        self.articles(at, bytes, file, members, slot)
    }

    fn articles(
        &self,
        at: &Path,
        bytes: Vec<u8>,
        file: &Arc<FileRead>,
        members: Vec<String>,
        slot: &Slot<'_>,
    ) -> Result<(), Refused> {
        self.take(file, members, slot, |taking| inspect::each(at, bytes, self.captured, taking))
    }

    /// Takes what `read` tells; a reader that breaks off is told like any refusal.
    fn take<T>(
        &self,
        file: &Arc<FileRead>,
        members: Vec<String>,
        slot: &Slot<'_>,
        read: impl FnOnce(&mut Taking<'_>) -> T,
    ) -> Result<T, Refused> {
        let mut in_already = HashMap::new();
        for member in members {
            *in_already.entry(member).or_insert(0_u32) += 1;
        }
        let mut taking = Taking { file, orders: &self.orders, in_already, slot };
        std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| read(&mut taking)))
            .map_err(|_| Refused::Broke)
    }
}

struct Taking<'a> {
    file: &'a Arc<FileRead>,
    orders: &'a HashMap<String, DateOrder>,
    /// Places inside the file that an earlier run read, the empty one being the file itself, and how often: messages of a
    /// mailbox may share theirs.
    in_already: HashMap<String, u32>,
    slot: &'a Slot<'a>,
}

impl Taker for Taking<'_> {
    fn wants(&mut self, member: Option<&str>) -> ControlFlow<(), bool> {
        if !self.slot.is_wanted() {
            return ControlFlow::Break(());
        }
        let left = self.in_already.get_mut(member.unwrap_or_default()).filter(|left| **left > 0);
        ControlFlow::Continue(match left {
            Some(left) => {
                *left -= 1;
                false
            }
            None => true,
        })
    }

    fn take(&mut self, item: Item) -> ControlFlow<()> {
        let member = item.member.clone();
        let mut outcome = inspect::outcome(item);
        if let Ok(read) = &mut outcome
            && let Some(outlet) = &read.document.outlet.value
            && let Some(order) = self.orders.get(outlet.trim())
            && let Some(field) = in_order(&read.document.published, *order)
        {
            read.document.published = field;
        }
        self.slot.put(Found { file: Arc::clone(self.file), member, outcome });
        if self.slot.is_wanted() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    }
}

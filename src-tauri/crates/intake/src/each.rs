//! Every article in a file: the file itself, or the members of an archive, a mailbox, a list of records.

use std::ops::ControlFlow;

use chancery_model::Day;

use crate::format::{Format, detect};
use crate::member::{Allowance, Member};
use crate::read::{Limits, Read};
use crate::{Refusal, mail};

/// An article in a file, read or refused.
#[derive(Debug)]
pub struct Item {
    /// Where it stands inside the file; none where it is the file itself.
    pub member: Option<String>,
    /// Its bytes: its original.
    pub bytes: Vec<u8>,
    /// What was read, or why not.
    pub outcome: Result<Read, Refusal>,
}

/// Takes what a file holds, item by item; `Break` ends the reading.
pub trait Taker {
    /// Whether what stands at a place inside the file is wanted; asked before it is read.
    fn wants(&mut self, _member: Option<&str>) -> ControlFlow<(), bool> {
        ControlFlow::Continue(true)
    }

    /// Takes an article, read or refused.
    fn take(&mut self, item: Item) -> ControlFlow<()>;
}

impl<F: FnMut(Item) -> ControlFlow<()>> Taker for F {
    fn take(&mut self, item: Item) -> ControlFlow<()> {
        self(item)
    }
}

/// Archives inside archives are opened down to here.
const DEEPEST: usize = 3;

/// Reads every article in a file, in its order. A member that can't be read is told like any other and does not end the file.
pub fn read_each(bytes: Vec<u8>, name: Option<&str>, captured: Day, limits: &Limits, sink: &mut dyn Taker) {
    let mut reading = Reading { captured, limits, sink };
    // Whether the sink had enough is of no use here: there is nothing after it.
    let _ = reading.file(None, bytes, name, DEEPEST);
}

struct Reading<'a> {
    captured: Day,
    limits: &'a Limits,
    sink: &'a mut dyn Taker,
}

impl Reading<'_> {
    fn file(
        &mut self,
        member: Option<String>,
        bytes: Vec<u8>,
        name: Option<&str>,
        deeper: usize,
    ) -> ControlFlow<()> {
        let container = match detect(&bytes, name) {
            Ok(format) if format.holds_others() => format,
            Ok(format @ Format::Mail(_)) => {
                if self.sink.wants(member.as_deref())? {
                    let outcome = Read::in_format(&bytes, || Ok(format), self.captured, self.limits);
                    self.sink.take(Item { member: member.clone(), bytes: bytes.clone(), outcome })?;
                }
                Format::Mail(mail::Kind::Message)
            }
            format => {
                if !self.sink.wants(member.as_deref())? {
                    return ControlFlow::Continue(());
                }
                let outcome = Read::in_format(&bytes, || format, self.captured, self.limits);
                return self.sink.take(Item { member, bytes, outcome });
            }
        };
        let is_article = !container.holds_others();
        if deeper == 0 {
            return self.sink.take(Item {
                member,
                bytes,
                outcome: Err(Refusal::TooDeep { levels: DEEPEST }),
            });
        }
        let mut flow = ControlFlow::Continue(());
        let mut found = false;
        let outcome = container.each(&bytes, &Allowance::default(), &mut |one| {
            found = true;
            let place = |inside: String| match &member {
                Some(outer) => format!("{outer}/{inside}"),
                None => inside,
            };
            flow = match one {
                Err((inside, refusal)) => {
                    let member = Some(place(inside));
                    match self.sink.wants(member.as_deref()) {
                        ControlFlow::Continue(true) => {
                            self.sink.take(Item { member, bytes: Vec::new(), outcome: Err(refusal) })
                        }
                        ControlFlow::Continue(false) => ControlFlow::Continue(()),
                        ControlFlow::Break(()) => ControlFlow::Break(()),
                    }
                }
                Ok(Member { name: inside, bytes, draft: Some(draft) }) => {
                    let member = Some(place(inside));
                    match self.sink.wants(member.as_deref()) {
                        ControlFlow::Continue(true) => {
                            let outcome = Read::of_draft(draft, container, &bytes, self.captured);
                            self.sink.take(Item { member, bytes, outcome })
                        }
                        ControlFlow::Continue(false) => ControlFlow::Continue(()),
                        ControlFlow::Break(()) => ControlFlow::Break(()),
                    }
                }
                Ok(Member { name: inside, bytes, draft: None }) => {
                    let name = inside.clone();
                    self.file(Some(place(inside)), bytes, Some(&name), deeper - 1)
                }
            };
            flow
        });
        flow?;
        match outcome {
            Err(refusal) => self.sink.take(Item { member, bytes, outcome: Err(refusal) }),
            // Nothing in it: told, or an empty archive would vanish from the report.
            Ok(()) if !found && !is_article => {
                self.sink.take(Item { member, bytes, outcome: Err(Refusal::Empty) })
            }
            Ok(()) => ControlFlow::Continue(()),
        }
    }
}

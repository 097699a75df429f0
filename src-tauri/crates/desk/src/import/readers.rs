//! Many readers: threads that read files ahead and make articles ready, and hand both back in the order of the files, so that
//! the same files give the same articles whatever the machine. What is held is bounded: a reader that is ahead waits.

use std::collections::{BTreeMap, VecDeque};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use chancery_store::FileRead;

use crate::inspect::{ReadFile, Refused};

/// Bytes of files and of what was read of them that readers hold before those ahead wait. The file whose turn it is goes on
/// whatever its size: an archive of half a gigabyte is read with little beside it.
const HELD: u64 = 96 << 20;
/// Files begun ahead of the one whose turn it is.
const AHEAD: usize = 4096;
/// Small files read before who takes them is woken: waking takes as long as reading a tenth of one.
const GATHERED: usize = 64;
/// What a reader may nest: pages and records go as deep as their limits allow.
const STACK: usize = 16 << 20;
/// How long one waits at most before it looks up, to see whether it is still wanted.
const LOOK_UP: Duration = Duration::from_millis(50);

/// What a reader found.
pub(super) struct Found {
    pub(super) file: Arc<FileRead>,
    pub(super) member: Option<String>,
    pub(super) outcome: Result<ReadFile, Refused>,
}

/// What comes back of the files, in their order.
pub(super) enum News {
    Found(Box<Found>),
    /// A file was read to its end; `None` where it was passed over, being in already.
    End(Option<Arc<FileRead>>),
    /// Nothing yet: one looks whether to go on, and asks again.
    NotYet,
    /// All files are read.
    Over,
}

/// Work that keeps no order of its own: articles made ready.
type Chore = Box<dyn FnOnce() + Send>;

/// What reads one file of a numbered list.
type ReadOne = dyn Fn(usize, &Slot<'_>) + Send + Sync;

/// The threads, for as long as this lives. They end on their own soon after; nobody waits for a large file to be read out.
pub(super) struct Readers {
    shared: Arc<Shared>,
}

struct Shared {
    state: Mutex<State>,
    /// Something is to be done.
    work: Condvar,
    /// Something was done.
    news: Condvar,
    read: Box<ReadOne>,
    files: usize,
    /// Threads that may be at work while it is stored: one core is left to who stores, for all wait for that in the end.
    beside_storing: usize,
}

#[derive(Default)]
struct State {
    /// The file whose turn it is, and the first that nobody has begun.
    head: usize,
    next: usize,
    begun: BTreeMap<usize, Begun>,
    chores: VecDeque<Chore>,
    held: u64,
    storing: bool,
    /// Threads at work: not those that wait for room for what they read.
    busy: usize,
    stopped: bool,
}

/// A file begun.
#[derive(Default)]
struct Begun {
    found: VecDeque<(Found, u64)>,
    end: Option<Option<Arc<FileRead>>>,
}

/// Where a reader puts what it finds in one file.
pub(super) struct Slot<'r> {
    shared: &'r Shared,
    number: usize,
}

impl Readers {
    /// Starts as many threads as the machine has cores.
    pub(super) fn start(files: usize, read: Box<ReadOne>) -> Self {
        let cores = thread::available_parallelism().map_or(2, usize::from);
        let threads = cores.clamp(1, 8);
        let shared = Arc::new(Shared {
            state: Mutex::default(),
            work: Condvar::new(),
            news: Condvar::new(),
            read,
            files,
            beside_storing: (threads - 1).max(1),
        });
        for _ in 0..threads {
            let shared = Arc::clone(&shared);
            let started = thread::Builder::new()
                .name("import".to_owned())
                .stack_size(STACK)
                .spawn(move || shared.run());
            // With fewer threads it takes longer; with none the importing thread reads by itself.
            if started.is_err() {
                break;
            }
        }
        Self { shared }
    }

    /// The next thing of the file whose turn it is; waits a moment for it.
    pub(super) fn next(&self) -> News {
        match self.look() {
            News::NotYet => {
                // Between the two looks it may have come.
                let state = self.shared.state();
                if !state.is_there() {
                    drop(self.shared.news.wait_timeout(state, LOOK_UP));
                }
                self.look()
            }
            news => news,
        }
    }

    /// The next thing of the file whose turn it is, where it is there.
    pub(super) fn look(&self) -> News {
        let mut state = self.shared.state();
        let head = state.head;
        if head == self.shared.files {
            return News::Over;
        }
        let Some(begun) = state.begun.get_mut(&head) else { return News::NotYet };
        if let Some((found, size)) = begun.found.pop_front() {
            state.held = state.held.saturating_sub(size);
            drop(state);
            self.shared.work.notify_all();
            return News::Found(Box::new(found));
        }
        let Some(end) = begun.end.take() else { return News::NotYet };
        state.begun.remove(&head);
        state.head += 1;
        drop(state);
        self.shared.work.notify_all();
        News::End(end)
    }

    /// Hands out work that goes before reading on.
    pub(super) fn add(&self, chore: Chore) {
        self.shared.state().chores.push_back(chore);
        self.shared.work.notify_one();
    }

    /// Stores, while one of the threads leaves its core to who does.
    pub(super) fn while_storing<T>(&self, store: impl FnOnce() -> T) -> T {
        self.shared.state().storing = true;
        let stored = store();
        self.shared.state().storing = false;
        self.shared.work.notify_all();
        stored
    }

    /// Does a chore nobody has begun, or waits a moment for those that were.
    pub(super) fn help(&self) {
        let mut state = self.shared.state();
        match state.chores.pop_front() {
            Some(chore) => {
                drop(state);
                chore();
            }
            None => {
                let waited = self.shared.news.wait_timeout(state, LOOK_UP);
                state = waited.unwrap_or_else(PoisonError::into_inner).0;
                drop(state);
            }
        }
    }
}

impl Drop for Readers {
    fn drop(&mut self) {
        let mut state = self.shared.state();
        state.stopped = true;
        state.chores.clear();
        state.begun.clear();
        drop(state);
        self.shared.work.notify_all();
    }
}

impl Shared {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn wait<'s>(&self, state: MutexGuard<'s, State>) -> MutexGuard<'s, State> {
        self.work.wait(state).unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits in the middle of a file; another thread may work meanwhile.
    fn wait_until<'s>(
        &'s self,
        mut state: MutexGuard<'s, State>,
        ready: impl Fn(&State) -> bool,
    ) -> MutexGuard<'s, State> {
        if ready(&state) {
            return state;
        }
        state.busy -= 1;
        self.work.notify_all();
        while !ready(&state) {
            state = self.wait(state);
        }
        state.busy += 1;
        state
    }

    /// A thread's work: chores first, for they are of files that came before.
    fn run(&self) {
        let mut state = self.state();
        while !state.stopped {
            if state.storing && state.busy >= self.beside_storing {
                state = self.wait(state);
            } else if let Some(chore) = state.chores.pop_front() {
                state.busy += 1;
                drop(state);
                chore();
                self.news.notify_all();
                state = self.state();
                state.busy -= 1;
            } else if state.next < self.files && state.may_begin() {
                let number = state.next;
                state.next += 1;
                state.begun.insert(number, Begun::default());
                state.busy += 1;
                drop(state);
                let slot = Slot { shared: self, number };
                let read = catch_unwind(AssertUnwindSafe(|| (self.read)(number, &slot)));
                if read.is_err() {
                    slot.end(None);
                }
                state = self.state();
                state.busy -= 1;
            } else {
                state = self.wait(state);
            }
        }
    }
}

impl State {
    /// Whether who takes what was read is to be woken: for many files at once, for much of one, or for the last.
    fn is_news(&self, files: usize) -> bool {
        let much = self.held > HELD / 8
            || self.begun.get(&self.head).is_some_and(|head| head.found.len() >= GATHERED);
        let many = self.next >= self.head + GATHERED || self.next == files;
        self.is_there() && (much || many)
    }

    /// Whether there is something of the file whose turn it is.
    fn is_there(&self) -> bool {
        self.begun.get(&self.head).is_some_and(|head| head.end.is_some() || !head.found.is_empty())
    }

    fn may_begin(&self) -> bool {
        self.next == self.head || self.next < self.head + AHEAD && self.held < HELD
    }
}

impl Slot<'_> {
    /// Whether anybody still wants what is read.
    pub(super) fn is_wanted(&self) -> bool {
        !self.shared.state().stopped
    }

    /// Waits until there is room for bytes, and holds it; [`Slot::give_back`] ends that.
    pub(super) fn hold(&self, bytes: u64) {
        let mut state = self.shared.wait_until(self.shared.state(), |state| {
            state.stopped || state.head == self.number || state.held.saturating_add(bytes) <= HELD
        });
        state.held = state.held.saturating_add(bytes);
    }

    pub(super) fn give_back(&self, bytes: u64) {
        let mut state = self.shared.state();
        state.held = state.held.saturating_sub(bytes);
        drop(state);
        self.shared.work.notify_all();
    }

    /// Hands over what was found; waits while too much lies there untaken.
    pub(super) fn put(&self, found: Found) {
        let size =
            found.outcome.as_ref().map_or(0, |read| read.bytes.len() + read.document.text.len()) as u64;
        let mut state = self.shared.wait_until(self.shared.state(), |state| {
            let is_empty = state.begun.get(&self.number).is_none_or(|begun| begun.found.is_empty());
            let my_turn = state.head == self.number && is_empty;
            state.stopped || my_turn || state.held.saturating_add(size) <= HELD
        });
        state.held = state.held.saturating_add(size);
        if let Some(begun) = state.begun.get_mut(&self.number) {
            begun.found.push_back((found, size));
        }
        let news = state.is_news(self.shared.files);
        drop(state);
        if news {
            self.shared.news.notify_all();
        }
    }

    /// Says that the file was read to its end; `None` where it was passed over.
    pub(super) fn end(&self, file: Option<Arc<FileRead>>) {
        let mut state = self.shared.state();
        if let Some(begun) = state.begun.get_mut(&self.number) {
            begun.end.get_or_insert(file);
        }
        let news = state.is_news(self.shared.files);
        drop(state);
        if news {
            self.shared.news.notify_all();
        }
    }
}

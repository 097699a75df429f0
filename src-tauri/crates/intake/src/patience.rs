//! How long the reading of a file is waited for. Readers can't be interrupted: one that may take long runs in a thread of
//! its own, and who waits goes on without it.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

/// Tells a reader that nobody waits for it any more.
#[derive(Clone, Debug, Default)]
pub(crate) struct GivenUp(Arc<AtomicBool>);

impl GivenUp {
    /// Whether to end.
    pub(crate) fn is_so(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// Why nothing came back.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Unread {
    /// It took too long and is left behind; it ends where it next asks [`GivenUp`], or when it is through.
    Slow,
    /// It panicked, or no thread could be had.
    Broke,
}

/// Does `work` in a thread with `stack` bytes of room, and waits no longer than `patience`.
pub(crate) fn within<T: Send + 'static>(
    patience: Duration,
    stack: usize,
    work: impl FnOnce(&GivenUp) -> T + Send + 'static,
) -> Result<T, Unread> {
    let given_up = GivenUp::default();
    let (sender, receiver) = mpsc::sync_channel(1);
    let told = given_up.clone();
    let reader = thread::Builder::new().name("reader".to_owned()).stack_size(stack);
    // Nobody takes what comes too late.
    let started = reader.spawn(move || drop(sender.send(work(&told))));
    if started.is_err() {
        return Err(Unread::Broke);
    }
    receiver.recv_timeout(patience).map_err(|error| match error {
        RecvTimeoutError::Timeout => {
            given_up.0.store(true, Ordering::Relaxed);
            Unread::Slow
        }
        RecvTimeoutError::Disconnected => Unread::Broke,
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    const ROOM: usize = 1 << 20;

    #[test]
    fn what_takes_too_long_is_left_behind_and_told_so() {
        let (ended, end) = mpsc::channel();
        let slow = within(Duration::from_millis(1), ROOM, move |given_up| {
            while !given_up.is_so() {
                thread::yield_now();
            }
            ended.send(()).unwrap();
        });
        assert_eq!(slow, Err(Unread::Slow));
        end.recv().unwrap();
    }

    #[test]
    fn what_is_done_comes_back_and_what_breaks_is_told() {
        assert_eq!(within(Duration::from_secs(60), ROOM, |_| 7), Ok(7));
        let broken = within(Duration::from_secs(60), ROOM, |_| std::panic::resume_unwind(Box::new(())));
        assert_eq!(broken, Err::<(), _>(Unread::Broke));
    }
}

//! Paths handed in by a window test, which can't reach the system's own dialogs. Release builds hand out none.

use std::sync::Arc;

use tauri::State;

use crate::state::Shell;

/// The path a test offers instead of the next dialog; none where a dialog should open.
#[tauri::command]
pub(crate) fn offered_path(shell: State<'_, Arc<Shell>>) -> Option<String> {
    shell.offered.take()
}

/// Offers a path instead of the next dialog.
#[cfg(debug_assertions)]
#[tauri::command]
pub(crate) fn offer_path(shell: State<'_, Arc<Shell>>, path: String) {
    shell.offered.put(path);
}

/// Paths offered and not taken yet, in order.
#[derive(Default)]
pub(crate) struct Offered {
    #[cfg(debug_assertions)]
    paths: std::sync::Mutex<std::collections::VecDeque<String>>,
}

#[cfg(debug_assertions)]
impl Offered {
    fn put(&self, path: String) {
        self.paths.lock().unwrap_or_else(std::sync::PoisonError::into_inner).push_back(path);
    }

    fn take(&self) -> Option<String> {
        self.paths.lock().unwrap_or_else(std::sync::PoisonError::into_inner).pop_front()
    }
}

#[cfg(not(debug_assertions))]
impl Offered {
    #[allow(clippy::unused_self)]
    fn take(&self) -> Option<String> {
        None
    }
}

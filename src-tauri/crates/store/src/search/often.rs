//! How often each phrase of a question stands in a hit.
//!
//! FTS5 alone knows, and tells it to its auxiliary functions only. Its own bm25 walks all hits of each phrase before the first, and asks
//! the file for the length of every hit; with this function, and lengths in memory, hits are ranked in half the time.
//! This is the one file of the workspace that calls C itself.
#![allow(unsafe_code)]

use std::{
    cell::RefCell,
    ffi::{CStr, c_int},
    ptr,
};

use rusqlite::{
    Connection,
    ffi::{
        self, Fts5Context, Fts5ExtensionApi, Fts5PhraseIter, fts5_api, sqlite3_context, sqlite3_stmt,
        sqlite3_value,
    },
};

use crate::Result;

/// A phrase of the question, by its number, and how often it stands in a hit; in the title it counts for more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Often {
    pub(super) phrase: u16,
    pub(super) times: u16,
}

/// What once in the title counts, as `migrations` have it for bm25.
const IN_TITLE: u16 = 4;

/// What SQL calls the function: `how_often(search)`. It keeps what it finds, and gives nothing.
const NAME: &CStr = c"how_often";

thread_local! {
    /// What was found since it was last taken.
    static KEPT: RefCell<Vec<Often>> = const { RefCell::new(Vec::new()) };
}

/// How much is kept by now.
pub(super) fn kept() -> usize {
    KEPT.with_borrow(Vec::len)
}

/// Forgets all but the first so many.
pub(super) fn forget_from(kept: usize) {
    KEPT.with_borrow_mut(|all| all.truncate(kept));
}

pub(super) fn take() -> Vec<Often> {
    KEPT.take()
}

/// Makes the function known on a connection.
pub(crate) fn register(conn: &Connection) -> Result<()> {
    let failed = |code| rusqlite::Error::SqliteFailure(ffi::Error::new(code), None);
    // SAFETY: the handle is open as long as `conn` is borrowed. `api` outlives the statement that fills it in, as
    // https://sqlite.org/fts5.html#extending_fts5 asks; what it then points to lives as long as the connection.
    let code = unsafe {
        let mut api: *mut fts5_api = ptr::null_mut();
        let mut statement: *mut sqlite3_stmt = ptr::null_mut();
        let sql = c"SELECT fts5(?1)";
        let code =
            ffi::sqlite3_prepare_v2(conn.handle(), sql.as_ptr(), -1, &raw mut statement, ptr::null_mut());
        if code != ffi::SQLITE_OK {
            return Err(failed(code).into());
        }
        ffi::sqlite3_bind_pointer(statement, 1, (&raw mut api).cast(), c"fts5_api_ptr".as_ptr(), None);
        ffi::sqlite3_step(statement);
        ffi::sqlite3_finalize(statement);
        match api.as_ref().and_then(|api| api.xCreateFunction) {
            Some(create) => create(api, NAME.as_ptr(), ptr::null_mut(), Some(how_often), None),
            None => ffi::SQLITE_ERROR,
        }
    };
    if code == ffi::SQLITE_OK { Ok(()) } else { Err(failed(code).into()) }
}

/// SAFETY: FTS5 calls it with its own functions, and with a context they take; both are valid for the call.
unsafe extern "C" fn how_often(
    api: *const Fts5ExtensionApi,
    hit: *mut Fts5Context,
    told: *mut sqlite3_context,
    _: c_int,
    _: *mut *mut sqlite3_value,
) {
    let code = unsafe { api.as_ref() }.map_or(ffi::SQLITE_ERROR, |api| unsafe { keep(api, hit) });
    if code != ffi::SQLITE_OK {
        unsafe { ffi::sqlite3_result_error_code(told, code) };
    }
}

unsafe fn keep(api: &Fts5ExtensionApi, hit: *mut Fts5Context) -> c_int {
    let (Some(phrases), Some(first), Some(next)) = (api.xPhraseCount, api.xPhraseFirst, api.xPhraseNext)
    else {
        return ffi::SQLITE_ERROR;
    };
    for phrase in 0..unsafe { phrases(hit) } {
        let mut at = Fts5PhraseIter { a: ptr::null(), b: ptr::null() };
        let (mut column, mut offset, mut times) = (-1, -1, 0_u16);
        // SAFETY: `at` is filled in by `first`, and `next` is called until the column is below zero, as fts5.h has it.
        let code = unsafe { first(hit, phrase, &raw mut at, &raw mut column, &raw mut offset) };
        if code != ffi::SQLITE_OK {
            return code;
        }
        while column >= 0 {
            times = times.saturating_add(if column == 0 { IN_TITLE } else { 1 });
            unsafe { next(hit, &raw mut at, &raw mut column, &raw mut offset) };
        }
        if let (1.., Ok(phrase)) = (times, u16::try_from(phrase)) {
            KEPT.with_borrow_mut(|kept| kept.push(Often { phrase, times }));
        }
    }
    ffi::SQLITE_OK
}

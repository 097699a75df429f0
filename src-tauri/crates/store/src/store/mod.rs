//! Opening a dossier and reaching into it: one writer, a stack of readers, exclusive use.

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests;

use std::{
    ops::Deref,
    path::{Path, PathBuf},
    sync::{
        Mutex, MutexGuard, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use chancery_model::Language;
use rusqlite::{Connection, OpenFlags, Transaction, TransactionBehavior};
use rusqlite_migration::M;

use crate::{
    Deriver, Error, Moment, Reader, Result,
    access::new_uid,
    columns::Kept,
    import,
    lock::{ExclusiveUse, sibling, sync_folder_of},
    schema,
};

/// Steps of SQLite's machine between two questions whether reading goes on: some tenths of a millisecond.
const STEPS: i32 = 10_000;

/// Readers kept open; more may be open for a moment when more threads read at once.
const KEPT_READERS: usize = 4;

/// What a new dossier is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewDossier {
    /// Its name.
    pub name: String,
    /// What it is about; may be empty.
    pub description: String,
    /// The language its analyst works in.
    pub language: Language,
}

/// How to open a dossier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenOptions {
    /// Where a backup goes before the file is brought to a newer version.
    pub backup_dir: PathBuf,
}

/// An open dossier: one writer, a stack of readers. Shared between threads by reference.
#[derive(Debug)]
pub struct Store {
    path: PathBuf,
    writer: Option<Mutex<Connection>>,
    readers: Mutex<Vec<Connection>>,
    /// How often the writer was let go.
    generation: AtomicU64,
    /// `None` where another process may write.
    columns: Option<Kept>,
    migrated: Option<PathBuf>,
    // Last on purpose: the connections close before the next Chancery may come in.
    _exclusive: Option<ExclusiveUse>,
}

impl Drop for Store {
    /// Leaves one file that holds everything: what is copied or moved is the `.dossier` alone. The readers close first, since
    /// only a writing connection that closes last may fold the write-ahead log in.
    fn drop(&mut self) {
        self.readers.get_mut().unwrap_or_else(PoisonError::into_inner).clear();
        if let Some(writer) = self.writer.take() {
            let conn = writer.into_inner().unwrap_or_else(PoisonError::into_inner);
            // A reader of another process may hold the log; then it stays, and nothing is lost.
            let _ = conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", (), |_| Ok(()));
        }
    }
}

/// The writer's connection while it is held; what was read before counts as out of date after it.
pub(crate) struct Writing<'s> {
    conn: MutexGuard<'s, Connection>,
    generation: &'s AtomicU64,
    columns: Option<&'s Kept>,
}

impl Deref for Writing<'_> {
    type Target = Connection;

    fn deref(&self) -> &Connection {
        &self.conn
    }
}

impl Drop for Writing<'_> {
    fn drop(&mut self) {
        if let Some(columns) = self.columns {
            columns.follow(&self.conn);
        }
        self.generation.fetch_add(1, Ordering::SeqCst);
    }
}

impl Store {
    /// Makes a new dossier and opens it. It is built under another name and then renamed, so no half dossier is left.
    ///
    /// # Errors
    /// `Exists` where a file of that name is there; `InUse`, `DiskFull`, `Io`.
    pub fn create(path: &Path, new: &NewDossier, at: Moment) -> Result<Self> {
        let exclusive = ExclusiveUse::of(path)?;
        if path.exists() {
            return Err(Error::Exists { path: path.to_owned() });
        }
        let making = sibling(path, "-new");
        // What a crash or a deleted dossier of this name left must not be taken for part of the new one.
        for left in [making.clone(), sibling(path, "-wal"), sibling(path, "-shm")] {
            let _ = std::fs::remove_file(left);
        }
        let made = make(&making, new, at).map_err(|error| error.at(path));
        let renamed =
            made.and_then(|()| std::fs::rename(&making, path).map_err(|error| Error::io(path, error)));
        if let Err(error) = renamed {
            let _ = std::fs::remove_file(&making);
            return Err(error);
        }
        sync_folder_of(path);
        Self::with_writer(path, exclusive, schema::STEPS, None)
    }

    /// Opens a dossier for reading and writing, and brings it up to date after a verified backup.
    ///
    /// # Errors
    /// `InUse` where another Chancery has it, `NotADossier`, `NewerVersion`, `Damaged`, `DiskFull`, `Io`.
    pub fn open(path: &Path, options: &OpenOptions) -> Result<Self> {
        Self::open_with(path, options, schema::STEPS)
    }

    pub(crate) fn open_with(path: &Path, options: &OpenOptions, steps: &[M<'_>]) -> Result<Self> {
        must_be_a_file(path)?;
        // Looked at before the lock is taken: nothing is put beside a file that is no dossier.
        let looked = connect(path, OpenFlags::SQLITE_OPEN_READ_ONLY)
            .and_then(|conn| schema::version(&conn, path, schema::newest(steps)));
        match looked {
            Ok(_) => {}
            // A dossier whose WAL was left by a crash may need a writer to be read at all.
            Err(Error::ReadOnly { .. } | Error::Io { .. } | Error::Sql { .. }) => {}
            Err(error) => return Err(error),
        }
        let exclusive = ExclusiveUse::of(path)?;
        Self::with_writer(path, exclusive, steps, Some(&options.backup_dir))
    }

    /// Opens a dossier for reading only, also while another Chancery writes to it.
    ///
    /// # Errors
    /// `NotADossier`, `NewerVersion`, `OlderVersion`, `Damaged`, `Io`.
    pub fn open_read_only(path: &Path) -> Result<Self> {
        must_be_a_file(path)?;
        let conn = connect(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
        let known = schema::newest(schema::STEPS);
        let found = schema::version(&conn, path, known)?;
        if found < known {
            return Err(Error::OlderVersion { path: path.to_owned(), found, known });
        }
        set_up_reader(&conn).map_err(|error| error.at(path))?;
        let readers = Mutex::new(vec![conn]);
        Ok(Self {
            path: path.to_owned(),
            writer: None,
            readers,
            generation: AtomicU64::default(),
            columns: None,
            migrated: None,
            _exclusive: None,
        })
    }

    fn with_writer(
        path: &Path,
        exclusive: ExclusiveUse,
        steps: &[M<'_>],
        backup_dir: Option<&Path>,
    ) -> Result<Self> {
        let mut conn = connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        let known = schema::newest(steps);
        let found = schema::version(&conn, path, known)?;
        set_up_writer(&conn).map_err(|error| error.at(path))?;
        let migrated = match backup_dir {
            Some(dir) if found < known => Some(schema::upgrade(&mut conn, path, found, steps, dir)?),
            _ => None,
        };
        import::mark_interrupted(&conn).map_err(|error| error.at(path))?;
        let columns = Kept::following(path, &conn).map_err(|error| error.at(path))?;
        let store = Self {
            path: path.to_owned(),
            writer: Some(Mutex::new(conn)),
            readers: Mutex::default(),
            generation: AtomicU64::default(),
            columns: Some(columns),
            migrated,
            _exclusive: Some(exclusive),
        };
        Ok(store)
    }

    /// The dossier's file.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Where the backup is that was made because opening brought the file to a newer version.
    #[must_use]
    pub fn migration_backup(&self) -> Option<&Path> {
        self.migrated.as_deref()
    }

    /// Whether it was opened for reading only.
    #[must_use]
    pub fn is_read_only(&self) -> bool {
        self.writer.is_none()
    }

    /// Reads one consistent state; runs beside the writer and other readers.
    ///
    /// # Errors
    /// What the closure returns, and what keeps a reader from being opened.
    pub fn read<T, E: From<Error>>(&self, f: impl FnOnce(&Reader<'_>) -> Result<T, E>) -> Result<T, E> {
        let top = self.readers.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let conn = match top {
            Some(conn) => conn,
            None => self.new_reader()?,
        };
        let value = self.read_on(&conn, f);
        let mut readers = self.readers.lock().unwrap_or_else(PoisonError::into_inner);
        if readers.len() < KEPT_READERS {
            readers.push(conn);
        }
        value
    }

    /// Reads as long as it is wanted; what is asked now and then says so.
    ///
    /// # Errors
    /// `Stopped` where it was not; as [`Store::read`].
    pub fn read_while<T, E: From<Error>>(
        &self,
        wanted: impl Fn() -> bool + Send + 'static,
        f: impl FnOnce(&Reader<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        self.read(|reader| {
            let named = |error: rusqlite::Error| self.named(error);
            reader.conn().progress_handler(STEPS, Some(move || !wanted())).map_err(named)?;
            let value = f(reader);
            reader.conn().progress_handler(0, None::<fn() -> bool>).map_err(named)?;
            value
        })
    }

    /// Reads on a connection opened for it alone.
    pub(crate) fn read_afresh<T>(&self, f: impl FnOnce(&Reader<'_>) -> Result<T>) -> Result<T> {
        self.read_on(&self.new_reader()?, f)
    }

    fn read_on<T, E: From<Error>>(
        &self,
        conn: &Connection,
        f: impl FnOnce(&Reader<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let snapshot = conn.unchecked_transaction().map_err(|error| self.named(error))?;
        f(&Reader::with_columns(&snapshot, &self.path, self.columns.as_ref()))
    }

    /// Writes what is derived, in one transaction, outside the journal.
    ///
    /// # Errors
    /// What the closure returns (nothing is written then); `ReadOnly`, `DiskFull`.
    pub fn derive<T, E: From<Error>>(&self, f: impl FnOnce(&Deriver<'_>) -> Result<T, E>) -> Result<T, E> {
        let conn = self.writer()?;
        // What is derived can be derived again: nobody waits for it to be on the disk.
        conn.pragma_update(None, "synchronous", "NORMAL").map_err(|error| self.named(error))?;
        let work = || {
            let tx = self.begin(&conn)?;
            let value = f(&Deriver::new(&tx, &self.path))?;
            tx.commit().map_err(|error| self.named(error))?;
            Ok(value)
        };
        let value = work();
        conn.pragma_update(None, "synchronous", "FULL").map_err(|error| self.named(error))?;
        value
    }

    pub(crate) fn writer(&self) -> Result<Writing<'_>> {
        let Some(writer) = &self.writer else { return Err(Error::ReadOnly { path: self.path.clone() }) };
        // A panic inside a transaction rolled it back; the connection itself is sound.
        let conn = writer.lock().unwrap_or_else(PoisonError::into_inner);
        Ok(Writing { conn, generation: &self.generation, columns: self.columns.as_ref() })
    }

    /// A number that differs whenever something may have been written since: what was read under the same one still holds.
    /// `None` where another process may write.
    #[must_use]
    pub fn generation(&self) -> Option<u64> {
        self.writer.as_ref().map(|_| self.generation.load(Ordering::SeqCst))
    }

    pub(crate) fn begin<'c>(&self, conn: &'c Connection) -> Result<Transaction<'c>> {
        Transaction::new_unchecked(conn, TransactionBehavior::Immediate).map_err(|error| self.named(error))
    }

    pub(crate) fn named(&self, error: impl Into<Error>) -> Error {
        error.into().at(&self.path)
    }

    fn new_reader(&self) -> Result<Connection> {
        connect_to_read(&self.path)
    }
}

/// A connection that only reads.
pub(crate) fn connect_to_read(path: &Path) -> Result<Connection> {
    let conn = connect(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    set_up_reader(&conn).map_err(|error| error.at(path))?;
    Ok(conn)
}

/// Bytes of a page of the file.
const PAGE: i64 = 16_384;

/// A folder, or nothing at all, is told before SQLite is asked, which would only say that it could not open it.
fn must_be_a_file(path: &Path) -> Result<()> {
    let metadata = std::fs::metadata(path).map_err(|error| Error::io(path, error))?;
    if metadata.is_dir() { Err(Error::NotADossier { path: path.to_owned() }) } else { Ok(()) }
}

fn connect(path: &Path, mode: OpenFlags) -> Result<Connection> {
    let flags = mode | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = Connection::open_with_flags(path, flags).map_err(|error| Error::from(error).at(path))?;
    conn.set_prepared_statement_cache_capacity(128);
    conn.busy_timeout(Duration::from_secs(10)).map_err(|error| Error::from(error).at(path))?;
    Ok(conn)
}

/// The words of the search index, for finding out which of a name's forms are there.
const TERMS: &str =
    "CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_term USING fts5vocab(main, search, instance)";

fn set_up_writer(conn: &Connection) -> Result<()> {
    conn.pragma_update(None, "journal_mode", "WAL")?;
    conn.pragma_update(None, "synchronous", "FULL")?;
    conn.pragma_update(None, "foreign_keys", true)?;
    conn.pragma_update(None, "journal_size_limit", 64 << 20)?;
    // As far as the journal may grow: an import changes the same pages of its indexes again and again.
    conn.pragma_update(None, "wal_autocheckpoint", (64 << 20) / PAGE)?;
    conn.pragma_update(None, "temp_store", "MEMORY")?;
    conn.pragma_update(None, "cache_size", -WRITER_CACHE)?;
    conn.execute_batch(TERMS)?;
    crate::search::register(conn)
}

/// Kilobytes of pages the writer keeps, and at most while an import runs.
const WRITER_CACHE: i64 = 32_768;
const IMPORT_CACHE: i64 = 262_144;

/// While an import runs: titles, hashes and days come in any order, so that every article touches a page here and there of each
/// index, and what is not kept is read again for the next. An eighth of the dossier holds most of them.
pub(crate) fn hold_indexes(conn: &Connection) -> Result<()> {
    let pages: i64 = conn.pragma_query_value(None, "page_count", |row| row.get(0))?;
    let wanted = (pages * PAGE / 1024 / 8).clamp(WRITER_CACHE, IMPORT_CACHE);
    Ok(conn.pragma_update(None, "cache_size", -wanted)?)
}

/// After an import: gives back what was held for it.
pub(crate) fn let_indexes_go(conn: &Connection) -> Result<()> {
    conn.pragma_update(None, "cache_size", -WRITER_CACHE)?;
    Ok(conn.execute_batch("PRAGMA shrink_memory")?)
}

/// Kilobytes of pages a reader keeps, and at most where the dossier is large: a hundredth of it, or nearly, are the upper parts of
/// its tables and indexes, which each question goes through.
const READER_CACHE: i64 = 16_384;
const MOST_READER_CACHE: i64 = 65_536;

fn set_up_reader(conn: &Connection) -> Result<()> {
    conn.pragma_update(None, "temp_store", "MEMORY")?;
    let pages: i64 = conn.pragma_query_value(None, "page_count", |row| row.get(0))?;
    let wanted = (pages * PAGE / 1024 / 128).clamp(READER_CACHE, MOST_READER_CACHE);
    conn.pragma_update(None, "cache_size", -wanted)?;
    conn.execute_batch(TERMS)?;
    crate::search::register(conn)?;
    conn.pragma_update(None, "query_only", true)?;
    Ok(())
}

fn make(path: &Path, new: &NewDossier, at: Moment) -> Result<()> {
    let create = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE;
    let mut conn = connect(path, create)?;
    conn.pragma_update(None, "page_size", PAGE)?;
    conn.pragma_update(None, "foreign_keys", true)?;
    schema::migrate(&mut conn, schema::STEPS)?;
    conn.execute(
        "INSERT INTO dossier (id, uid, name, description, language, created_at) VALUES (1, ?1, ?2, ?3, ?4, ?5)",
        (new_uid(at).0, &new.name, &new.description, new.language.code(), at.0),
    )?;
    conn.execute("INSERT INTO search_state (id, analysis) VALUES (1, ?1)", [crate::analysis::VERSION])?;
    // Last: a file without the mark is no dossier, so a crash before here leaves none.
    conn.pragma_update(None, "application_id", schema::APPLICATION_ID)?;
    Ok(())
}

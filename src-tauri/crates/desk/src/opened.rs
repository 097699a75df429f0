//! What a dossier must be brought in step with when it is opened: an index made by another version of the analysis, stories
//! compared by another way or not at all. Little is done at once; much waits to be done as a job, with progress.

use std::ops::ControlFlow;
use std::sync::atomic::Ordering;

use chancery_text::copies::COPIES_VERSION;

use crate::{Desk, Progress, Result};

/// Articles brought in step while a dossier is opened: a second of work at most.
const AT_ONCE: u64 = 500;

impl Desk {
    /// Brings what is out of step in step where it is little, or says that it waits.
    pub(crate) fn look_whether_in_step(&self) -> Result<()> {
        self.in_step_up_to(AT_ONCE)
    }

    fn in_step_up_to(&self, articles: u64) -> Result<()> {
        if self.articles_to_go_over()? > articles {
            self.out_of_step.store(true, Ordering::SeqCst);
            return Ok(());
        }
        self.bring_in_step(&mut Progress::silent())
    }

    /// Whether the index or the stories wait for [`Self::bring_in_step`].
    #[must_use]
    pub fn is_out_of_step(&self) -> bool {
        self.out_of_step.load(Ordering::SeqCst)
    }

    /// Builds the search index and compares the articles, as far as either is out of step. Cancelled, it goes on when the dossier
    /// is opened next.
    ///
    /// # Errors
    /// When the dossier can't be read or written.
    pub fn bring_in_step(&self, progress: &mut Progress<'_>) -> Result<()> {
        self.out_of_step.store(false, Ordering::SeqCst);
        self.bring_index_up_to_date(progress)?;
        if progress.cancel().is_cancelled() { Ok(()) } else { self.bring_stories_up_to_date(progress) }
    }

    /// Empties the search index, which then waits for [`Self::bring_in_step`].
    ///
    /// # Errors
    /// When the dossier can't be written.
    pub fn make_search_index_anew(&self) -> Result<()> {
        self.store.rebuild_search_index(|_, _| ControlFlow::Break(()))?;
        self.out_of_step.store(true, Ordering::SeqCst);
        Ok(())
    }

    /// How many articles are gone over, each as often as it is.
    fn articles_to_go_over(&self) -> Result<u64> {
        self.read(|reader| {
            let all = reader.count_articles()?;
            let to_index = if reader.search_index_is_current()? { 0 } else { all };
            let to_compare = match reader.stories_version()? == COPIES_VERSION {
                true => reader.articles_out_of_step()?.len() as u64,
                false => all,
            };
            Ok(to_index + to_compare)
        })
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::ops::Range;
    use std::sync::Arc;

    use chancery_briefing::{Document, Pages, Typesetter, TypesettingError};
    use chancery_store::ArticleFilter;

    use super::*;
    use crate::{Cancel, SystemClock};

    struct NoPress;

    impl Typesetter for NoPress {
        fn pdf(&self, _: &Document) -> std::result::Result<Vec<u8>, TypesettingError> {
            Err(TypesettingError::Refused("nothing is printed here".to_owned()))
        }

        fn pages_svg(&self, _: &Document, _: Range<usize>) -> std::result::Result<Pages, TypesettingError> {
            Err(TypesettingError::Refused("nothing is printed here".to_owned()))
        }
    }

    #[test]
    fn much_that_is_out_of_step_waits_for_a_job_and_little_does_not() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("d.dossier");
        let desk = Desk::create(&path, "", Arc::new(SystemClock), Arc::new(NoPress)).unwrap();
        let file = folder.path().join("a.txt");
        fs::write(&file, "Roaming\n\nThe two governments abolished roaming.\n").unwrap();
        desk.import(&[file], &mut Progress::silent()).unwrap();
        let found =
            || desk.search("roaming", ArticleFilter::default(), true, 0, 10).unwrap().total.articles();
        let out_of_step =
            || assert!(!desk.store.rebuild_search_index(|_, _| ControlFlow::Break(())).unwrap());

        out_of_step();
        desk.in_step_up_to(0).unwrap();
        assert!(desk.is_out_of_step() && found() == 0);
        let mut steps = 0;
        desk.bring_in_step(&mut Progress::new(Cancel::default(), |_| steps += 1)).unwrap();
        assert!(!desk.is_out_of_step() && found() == 1 && steps > 0);

        desk.make_search_index_anew().unwrap();
        assert!(desk.is_out_of_step() && found() == 0);
        desk.bring_in_step(&mut Progress::silent()).unwrap();
        assert!(!desk.is_out_of_step() && found() == 1);

        out_of_step();
        desk.in_step_up_to(1).unwrap();
        assert!(!desk.is_out_of_step() && found() == 1);
    }
}

//! Dates as the analyst types them.

use chancery_model::Edtf;

use crate::{Desk, DeskError, Result};

impl Desk {
    /// The date of what was typed: EDTF, or words such as "by November 2019" and "осенью 2019?", counted from today where they name no
    /// year.
    ///
    /// # Errors
    /// `not-a-date` where any of it is not understood.
    pub fn date_typed(&self, text: &str) -> Result<Edtf> {
        let today = self.clock.today().to_chrono();
        today
            .and_then(|today| chancery_text::dates::typed(text, today))
            .ok_or_else(|| DeskError::NotADate(text.to_owned()))
    }
}

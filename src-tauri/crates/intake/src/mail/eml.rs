//! One message: its text, and the fields its headers state.

use chancery_model::Day;

use super::{Part, body, fields};
use crate::draft::Draft;
use crate::{Refusal, normalise};

/// Reads a message. `captured` is the day of the import; a message that is dated was captured on its day.
///
/// # Errors
/// [`Refusal::Empty`] where it holds no text of its own; what hangs on it is had by [`super::attachments`].
pub(crate) fn read(bytes: &[u8], captured: Day) -> Result<Draft, Refusal> {
    let part = Part::of(bytes);
    let mut draft = fields::draft(&part);
    let captured = fields::day(&part).unwrap_or(captured).min(captured);
    let body = body::read(&part.leaves(), captured)?;
    draft.text = normalise(&body.text);
    if draft.text.is_empty() {
        return Err(Refusal::Empty);
    }
    if let Some(page) = body.page {
        // What the message says of itself goes before what its page says.
        let otherwise = |stated: &mut _, page| {
            if matches!(stated, &mut chancery_model::Field::<String> { value: None, .. }) {
                *stated = page;
            }
        };
        otherwise(&mut draft.title, page.title);
        otherwise(&mut draft.outlet, page.outlet);
        if draft.byline.value.is_none() && draft.outlet.value.is_none() {
            draft.byline = page.byline;
        }
        if draft.language.value.is_none() {
            draft.language = page.language;
        }
    }
    Ok(draft)
}

//! What Typst says when it refuses, in one line for the technical detail.

use chancery_briefing::TypesettingError;
use typst::diag::SourceDiagnostic;

/// Typst's own words, at most five of them.
pub(crate) fn refused(diagnostics: &[SourceDiagnostic]) -> TypesettingError {
    let words: Vec<_> = diagnostics.iter().take(5).map(|one| one.message.to_string()).collect();
    TypesettingError::Refused(words.join("; "))
}

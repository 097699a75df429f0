//! A passage ready to paste, with its citation.

use chancery_model::{Anchor, ArticleId, CodePoints, Span};

use crate::{Desk, DeskError, Result};

impl Desk {
    /// The words of a passage in quotation marks, and where they stand: outlet, title, date, hash of the original.
    ///
    /// # Errors
    /// `no-such`, `no-passage`.
    pub fn cite(&self, article: ArticleId, span: Span) -> Result<String> {
        let detail = self.read(|reader| reader.article(article))?;
        let anchor = Anchor::take(&CodePoints::new(&detail.text), span)
            .ok_or_else(|| DeskError::NoPassage { article: article.0, why: "no such place".to_owned() })?;
        let mut parts = Vec::new();
        if let Some((_, outlet)) = &detail.row.outlet {
            parts.push(outlet.clone());
        }
        parts.push(format!("“{}”", detail.row.title));
        match &detail.row.published {
            Some(published) => parts.push(published.date.to_string()),
            None => parts.push("n.d.".to_owned()),
        }
        let hash: String = detail.original.sha256.iter().take(4).map(|byte| format!("{byte:02x}")).collect();
        parts.push(format!("SHA-256 {hash}…"));
        // Words that hold double quotes of their own are set between single ones.
        let quoted = if anchor.exact.contains(['“', '”', '"']) {
            format!("‘{}’", anchor.exact)
        } else {
            format!("“{}”", anchor.exact)
        };
        Ok(format!("{quoted} ({})", parts.join(", ")))
    }
}

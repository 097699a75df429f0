//! Arguments of `searches`.

use clap::Subcommand;

#[derive(Subcommand, Debug)]
pub(crate) enum SearchesAction {
    /// Print the hits of a saved search as `search` does. What it finds then counts as seen, unless another program writes to the dossier.
    Show {
        /// Its name or id.
        search: String,
        /// Only the articles that came in since one last looked.
        #[arg(long)]
        new: bool,
        #[arg(long, default_value_t = 50)]
        limit: u32,
        #[arg(long, default_value_t = 0)]
        offset: u32,
    },
    /// Save a search. A name that is there gets the new query.
    Save {
        name: String,
        query: String,
        /// Look for names in the letters they are typed in only.
        #[arg(long)]
        as_typed: bool,
        /// Of each story only the earliest article.
        #[arg(long)]
        stories: bool,
        /// Best first instead of newest first.
        #[arg(long)]
        best: bool,
    },
    /// Give a saved search another name.
    Rename {
        /// Its name or id.
        search: String,
        name: String,
    },
    /// Remove a saved search.
    Remove {
        /// Its name or id.
        search: String,
    },
}

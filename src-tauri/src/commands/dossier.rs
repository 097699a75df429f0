//! Changing the dossier, and what the window remembers.

use std::path::Path;
use std::sync::Arc;

use chancery_wire::dto::{DossierDto, ErrorDto, NewDossierArgs, NothingDto, PathArgs, UiStateDto};
use serde_json::Value;

use crate::state::Shell;

pub(super) fn answer(shell: &Arc<Shell>, command: &str, args: &Value) -> Option<Result<Value, ErrorDto>> {
    Some(match command {
        "dossier_new" => chancery_wire::run(args, |args: NewDossierArgs| {
            let desk =
                shell.change(|library| library.create(Path::new(&args.path), &args.name, args.bundled))?;
            DossierDto::of(&desk)
        }),
        "dossier_open" => chancery_wire::run(args, |args: PathArgs| {
            let path = Path::new(&args.path);
            // Opening what is open would find it in use: by this very window.
            let desk = if shell.is_open(path) {
                shell.desk()?
            } else {
                shell.change(|library| library.open(path))?
            };
            DossierDto::of(&desk)
        }),
        "dossier_open_bundled_copy" => chancery_wire::run(args, |_: NothingDto| {
            let desk = shell.change(chancery_desk::Library::open_newer_bundled)?;
            DossierDto::of(&desk)
        }),
        "ui_state" => {
            chancery_wire::run(args, |_: NothingDto| Ok(UiStateDto { json: shell.library.ui_state() }))
        }
        "ui_state_save" => chancery_wire::run(args, |args: UiStateDto| {
            shell.library.save_ui_state(&args.json).map_err(|error| ErrorDto::from(&error))?;
            Ok(NothingDto {})
        }),
        _ => return None,
    })
}

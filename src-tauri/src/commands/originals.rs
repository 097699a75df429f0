//! Opening originals in the program the machine has for them.

use std::sync::Arc;

use chancery_model::ArticleId;
use chancery_wire::dto::{ErrorDto, IdArgs, NothingDto};
use serde_json::Value;

use crate::state::Shell;

pub(super) fn answer(shell: &Arc<Shell>, command: &str, args: &Value) -> Option<Result<Value, ErrorDto>> {
    Some(match command {
        "original_open" => chancery_wire::run(args, |args: IdArgs| {
            let folder = std::env::temp_dir().join("chancery-originals");
            let path = shell
                .desk()?
                .original_to_open(ArticleId(args.id), &folder)
                .map_err(|error| ErrorDto::from(&error))?;
            opener::open(&path).map_err(|error| ErrorDto::cannot_open(&path, &error.to_string()))?;
            Ok(NothingDto {})
        }),
        _ => return None,
    })
}

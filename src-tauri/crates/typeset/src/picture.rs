//! An SVG drawing as a PNG picture, with the fonts of the desk and no others.

use std::sync::Arc;

use chancery_briefing::TypesettingError;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb::Database};

use crate::world::FACES;

/// Pixels for each of the drawing's own.
const SCALE: f32 = 2.0;
/// Largest side of a picture; beyond it programs refuse to show it.
const LARGEST: f32 = 32_000.0;

pub(crate) fn png(svg: &str) -> Result<Vec<u8>, TypesettingError> {
    let refused = |what: String| TypesettingError::Refused(what);
    let mut fonts = Database::new();
    for face in FACES {
        fonts.load_font_data(face.to_vec());
    }
    fonts.set_sans_serif_family("Inter");
    fonts.set_serif_family("Source Serif 4");
    let options = Options { font_family: "Inter".to_owned(), fontdb: Arc::new(fonts), ..Options::default() };
    let tree = Tree::from_str(svg, &options).map_err(|error| refused(error.to_string()))?;
    let size = tree.size();
    let scale = SCALE.min(LARGEST / size.height().max(size.width()));
    if scale < 0.5 {
        return Err(refused(format!(
            "the drawing is {} × {}, too large for a picture; choose fewer milestones, or SVG",
            size.width(),
            size.height()
        )));
    }
    // Within LARGEST, so both fit.
    let (width, height) = ((size.width() * scale).ceil() as u32, (size.height() * scale).ceil() as u32);
    let mut picture =
        Pixmap::new(width, height).ok_or_else(|| refused("the drawing has no size".to_owned()))?;
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut picture.as_mut());
    picture.encode_png().map_err(|error| refused(error.to_string()))
}

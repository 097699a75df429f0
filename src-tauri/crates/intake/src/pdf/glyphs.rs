//! The glyphs of a page with their places, as the interpreter hands them out one by one.

use std::any::Any;
use std::panic::resume_unwind;

use hayro_interpret::font::Glyph as Drawn;
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::{
    BlendMode, CacheKey as _, ClipPath, Device, GlyphDrawMode, Image, Paint, PathDrawMode, SoftMask,
};
use kurbo::{Affine, BezPath, Point, Rect};

use crate::patience::GivenUp;

/// Drawing steps of one page, after which it is no page of text: forms inside forms can ask for any number of them.
const STEPS: u32 = 1_000_000;
/// Clips, which forms set too, one after the other without anything drawn between.
const IDLE: u32 = 2_000;
/// Glyphs of one page.
const GLYPHS: usize = 300_000;

/// Where the text runs to on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    Right,
    Down,
    Left,
    Up,
    /// Neither along the page nor across it: stamps and watermarks.
    Askew,
}

/// One glyph. Lengths are in points; `y` grows downwards and is that of the baseline.
#[derive(Clone, Copy, Debug)]
pub(super) struct Glyph {
    /// Where its characters stand in [`Page::text`].
    pub(super) from: u32,
    pub(super) to: u32,
    pub(super) x0: f32,
    pub(super) x1: f32,
    pub(super) y: f32,
    pub(super) size: f32,
    pub(super) font: u64,
    pub(super) way: Way,
    /// Marked as standing on the page only: running heads, numbers of pages.
    pub(super) artifact: bool,
    /// The font does not say how wide it is.
    pub(super) loose: bool,
}

/// What a page shows.
#[derive(Debug, Default)]
pub(super) struct Page {
    pub(super) text: String,
    pub(super) glyphs: Vec<Glyph>,
    steps: u32,
    idle: u32,
    limit: usize,
    /// Marked contents that are open, and how many of them are artifacts.
    open: Vec<bool>,
    artifacts: u32,
    given_up: GivenUp,
}

/// What is thrown to leave a page that never ends; whoever starts the interpreter catches it.
pub(super) struct Enough;

impl Page {
    /// A page that takes at most `limit` glyphs.
    pub(super) fn of(limit: usize, given_up: &GivenUp) -> Self {
        Self { limit: limit.min(GLYPHS), given_up: given_up.clone(), ..Self::default() }
    }

    /// The interpreter can't be told to stop but by unwinding.
    fn step(&mut self) {
        self.steps += 1;
        let too_much = self.steps > STEPS || self.idle > IDLE || self.glyphs.len() > self.limit;
        if too_much || self.given_up.is_so() {
            resume_unwind(Box::new(Enough) as Box<dyn Any + Send>);
        }
    }

    fn put(&mut self, characters: Option<BfString>) -> (u32, u32) {
        let from = self.text.len();
        match characters {
            Some(BfString::Char(c)) => self.put_char(c),
            Some(BfString::String(string)) => string.chars().take(16).for_each(|c| self.put_char(c)),
            None => self.text.push('\u{fffd}'),
        }
        (u32::try_from(from).unwrap_or(u32::MAX), u32::try_from(self.text.len()).unwrap_or(u32::MAX))
    }

    /// Ligatures become their letters; what can't be seen is left out.
    fn put_char(&mut self, c: char) {
        match c {
            '\u{fb00}' => self.text.push_str("ff"),
            '\u{fb01}' => self.text.push_str("fi"),
            '\u{fb02}' => self.text.push_str("fl"),
            '\u{fb03}' => self.text.push_str("ffi"),
            '\u{fb04}' => self.text.push_str("ffl"),
            '\u{fb05}' | '\u{fb06}' => self.text.push_str("st"),
            '\t' | '\r' | '\n' => self.text.push(' '),
            _ if c.is_control() => {}
            _ => self.text.push(c),
        }
    }
}

/// The way of a step of (`dx`, `dy`) on the page.
fn way(dx: f64, dy: f64) -> Way {
    let (across, along) = (dx.abs(), dy.abs());
    if along <= across * 0.2 {
        if dx >= 0.0 { Way::Right } else { Way::Left }
    } else if across <= along * 0.2 {
        if dy >= 0.0 { Way::Down } else { Way::Up }
    } else {
        Way::Askew
    }
}

impl Device<'_> for Page {
    #[allow(clippy::cast_possible_truncation)] // points need no more than f32; hashes are cut on purpose
    fn draw_glyph(
        &mut self,
        glyph: &Drawn<'_>,
        transform: Affine,
        glyph_transform: Affine,
        _: &Paint<'_>,
        mode: &GlyphDrawMode,
    ) {
        self.idle = 0;
        self.step();
        // Filled and stroked text is drawn twice.
        if matches!(mode, GlyphDrawMode::Stroke(_))
            && self.glyphs.last().is_some_and(|last| {
                let at = transform * glyph_transform * Point::ORIGIN;
                let last_at = back(*last);
                (last_at.x - at.x).abs() < 0.01 && (last_at.y - at.y).abs() < 0.01
            })
        {
            return;
        }
        let place = transform * glyph_transform;
        let (width, font) = match glyph {
            Drawn::Outline(outline) => (outline.advance_width(), outline.font_cache_key() as u64),
            Drawn::Type3(shape) => (None, shape.cache_key() as u64),
        };
        let origin = place * Point::ORIGIN;
        let em = place * Point::new(1000.0, 0.0) - origin;
        let size = (place * Point::new(0.0, 1000.0) - origin).hypot();
        let advance = em * (f64::from(width.unwrap_or(500.0)) / 1000.0);
        if ![origin.x, origin.y, em.x, em.y, advance.x, advance.y, size].iter().all(|value| value.is_finite())
            || size < 0.05
        {
            return;
        }
        let way = way(em.x, em.y);
        let (along, across) = turned(way, origin);
        let (from, to) = self.put(glyph.as_unicode());
        if from == to {
            return;
        }
        self.glyphs.push(Glyph {
            from,
            to,
            x0: along as f32,
            x1: (along + advance.hypot().copysign(f64::from(width.unwrap_or(500.0)))) as f32,
            y: across as f32,
            size: size as f32,
            font: if width.is_some() { font } else { 0 },
            way,
            artifact: self.artifacts > 0,
            loose: width.is_none(),
        });
    }

    fn begin_marked_content(&mut self, tag: &[u8], _: Option<i32>) {
        self.step();
        let artifact = tag == b"Artifact";
        self.open.push(artifact);
        self.artifacts += u32::from(artifact);
    }

    fn end_marked_content(&mut self) {
        if self.open.pop() == Some(true) {
            self.artifacts -= 1;
        }
    }

    fn draw_image(&mut self, _: Image<'_, '_>, _: Affine) {
        self.idle = 0;
        self.step();
    }

    fn push_clip_path(&mut self, _: &ClipPath) {
        self.idle += 1;
        self.step();
    }

    fn draw_path(&mut self, _: &BezPath, _: Affine, _: &Paint<'_>, _: &PathDrawMode) {
        self.idle = 0;
        self.step();
    }

    fn draw_rect(&mut self, _: &Rect, _: Affine, _: &Paint<'_>, _: &PathDrawMode) {
        self.idle = 0;
        self.step();
    }

    fn set_soft_mask(&mut self, _: Option<SoftMask<'_>>) {}
    fn set_blend_mode(&mut self, _: BlendMode) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'_>>, _: BlendMode) {}
    fn pop_clip_path(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}

/// A point in axes in which text of that way runs to the right.
fn turned(way: Way, at: Point) -> (f64, f64) {
    match way {
        Way::Right | Way::Askew => (at.x, at.y),
        Way::Down => (at.y, -at.x),
        Way::Left => (-at.x, -at.y),
        Way::Up => (-at.y, at.x),
    }
}

/// Where a glyph stands on the page: [`turned`] the other way round.
fn back(glyph: Glyph) -> Point {
    let (along, across) = (f64::from(glyph.x0), f64::from(glyph.y));
    match glyph.way {
        Way::Right | Way::Askew => Point::new(along, across),
        Way::Down => Point::new(-across, along),
        Way::Left => Point::new(-along, -across),
        Way::Up => Point::new(across, -along),
    }
}

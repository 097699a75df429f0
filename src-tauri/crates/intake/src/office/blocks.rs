//! A document as it is put together: paragraphs in their order, rows of tables, notes at the end.

use crate::Refusal;

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// The document's own title, so marked.
    Title,
    Heading,
    Paragraph,
    /// An item of a list.
    Item,
    /// A row of a table of data, its cells parted by " | ".
    Row,
}

/// A paragraph, or what stands like one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Block {
    pub(super) kind: Kind,
    /// Its words; never empty, blanks single, line breaks only where the document has them.
    pub(super) text: String,
}

/// Longest cell of a table of data, in characters; a longer one is a part of the page's layout.
const LONGEST_CELL: usize = 240;
/// How much text a document may have, in bytes.
const MOST_TEXT: usize = 64 << 20;
/// How many notes and boxes may stand inside each other.
const DEEPEST: usize = 256;

/// What ends a sentence.
const STOPS: [char; 4] = ['.', '!', '?', '…'];

/// What a frame collects the words of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    Body,
    Row,
    Cell,
    /// A text box: comes after the paragraph it hangs on.
    Aside,
    /// A note: comes at the end.
    Note,
}

#[derive(Debug)]
struct Frame {
    role: Role,
    blocks: Vec<Block>,
    line: String,
    cells: Vec<Vec<Block>>,
    asides: Vec<Block>,
}

impl Frame {
    fn new(role: Role) -> Self {
        Self { role, blocks: Vec::new(), line: String::new(), cells: Vec::new(), asides: Vec::new() }
    }
}

/// Takes words and breaks in the order of the document.
#[derive(Debug)]
pub(super) struct Blocks {
    /// The first is the body, the last is open.
    frames: Vec<Frame>,
    notes: Vec<Block>,
    noted: usize,
    taken: usize,
    /// Frames asked for beyond what may lie in each other.
    unopened: usize,
}

impl Blocks {
    pub(super) fn new() -> Self {
        Self { frames: vec![Frame::new(Role::Body)], notes: Vec::new(), noted: 0, taken: 0, unopened: 0 }
    }

    /// Adds words to the open paragraph; runs of blanks and line ends become one blank.
    pub(super) fn words(&mut self, words: &str) {
        self.taken = self.taken.saturating_add(words.len());
        if self.taken > MOST_TEXT {
            return;
        }
        let Some(frame) = self.frames.last_mut() else { return };
        for c in words.chars() {
            if !c.is_whitespace() {
                frame.line.push(c);
            } else if !frame.line.is_empty() && !frame.line.ends_with([' ', '\n']) {
                frame.line.push(' ');
            }
        }
    }

    /// A line break inside the paragraph.
    pub(super) fn line_break(&mut self) {
        if let Some(frame) = self.frames.last_mut() {
            frame.line.truncate(frame.line.trim_end().len());
            if !frame.line.is_empty() {
                frame.line.push('\n');
            }
        }
    }

    /// Ends the open paragraph, which is `kind`; nothing where it has no words.
    pub(super) fn end(&mut self, kind: Kind) {
        let Some(frame) = self.frames.last_mut() else { return };
        let line = std::mem::take(&mut frame.line);
        let text = line.trim();
        if !text.is_empty() {
            frame.blocks.push(Block { kind, text: text.to_owned() });
        }
        frame.blocks.append(&mut frame.asides);
    }

    /// Drops the open paragraph.
    pub(super) fn drop_line(&mut self) {
        if let Some(frame) = self.frames.last_mut() {
            frame.line.clear();
        }
    }

    /// A row of a table begins.
    pub(super) fn row(&mut self) {
        self.end(Kind::Paragraph);
        self.open(Role::Row);
    }

    /// A cell begins.
    pub(super) fn cell(&mut self) {
        self.open(Role::Cell);
    }

    /// The cell ends.
    pub(super) fn end_cell(&mut self) {
        if let Some(cell) = self.close(Role::Cell)
            && let Some(row) = self.frames.last_mut()
        {
            row.cells.push(cell.blocks);
        }
    }

    /// The row ends: one line where its cells are short, its paragraphs one after the other where they are not.
    pub(super) fn end_row(&mut self) {
        let Some(mut row) = self.close(Role::Row) else { return };
        let Some(frame) = self.frames.last_mut() else { return };
        frame.blocks.append(&mut row.blocks);
        let filled: Vec<_> = row.cells.into_iter().filter(|cell| !cell.is_empty()).collect();
        let short = |cell: &Vec<Block>| {
            cell.iter().map(|block| block.text.chars().take(LONGEST_CELL + 1).count()).sum::<usize>()
                <= LONGEST_CELL
        };
        if filled.len() > 1 && filled.iter().all(short) {
            let cell = |blocks: &Vec<Block>| {
                let words: Vec<_> = blocks.iter().flat_map(|block| block.text.split_whitespace()).collect();
                words.join(" ")
            };
            let text = filled.iter().map(cell).collect::<Vec<_>>().join(" | ");
            frame.blocks.push(Block { kind: Kind::Row, text });
        } else {
            frame.blocks.extend(filled.into_iter().flatten());
        }
    }

    /// The row is left out.
    pub(super) fn drop_row(&mut self) {
        self.close(Role::Row);
    }

    /// A text box begins; it is read after the paragraph it hangs on.
    pub(super) fn aside(&mut self) {
        self.open(Role::Aside);
    }

    /// The text box ends.
    pub(super) fn end_aside(&mut self) {
        if let Some(mut aside) = self.close(Role::Aside)
            && let Some(frame) = self.frames.last_mut()
        {
            frame.asides.append(&mut aside.blocks);
        }
    }

    /// The mark of a note, `[1]`; before the full stop where it stands after it, so that it stays in its sentence.
    pub(super) fn mark(&mut self, number: &str) {
        let Some(frame) = self.frames.last_mut() else { return };
        let line = frame.line.trim_end();
        let inside = line.trim_end_matches(['»', '”', '“', '"', '’', ')']);
        let sentence = if inside.ends_with(STOPS) { inside } else { line };
        let at = sentence.trim_end_matches(STOPS).len();
        let at = if at == sentence.len() { line.len() } else { at };
        frame.line.insert_str(at, &format!("[{number}]"));
    }

    /// A note begins, whose mark stands in the open paragraph.
    pub(super) fn note(&mut self) {
        self.noted += 1;
        let mark = self.noted.to_string();
        self.mark(&mark);
        self.open(Role::Note);
    }

    /// The note ends.
    pub(super) fn end_note(&mut self) {
        let Some(mut note) = self.close(Role::Note) else { return };
        if let Some(first) = note.blocks.first_mut() {
            first.text.insert_str(0, &format!("[{}] ", self.noted));
        }
        for block in &mut note.blocks {
            block.kind = Kind::Paragraph;
        }
        self.notes.append(&mut note.blocks);
    }

    /// A note that was read before, whose mark stands here.
    pub(super) fn noted(&mut self, blocks: Vec<Block>) {
        self.note();
        if let Some(frame) = self.frames.last_mut() {
            self.taken += blocks.iter().map(|block| block.text.len()).sum::<usize>();
            frame.blocks = blocks;
        }
        self.end_note();
    }

    /// What was read, notes last.
    ///
    /// # Errors
    /// Where it is more than one article can be.
    pub(super) fn finish(mut self) -> Result<Vec<Block>, Refusal> {
        if self.taken > MOST_TEXT {
            return Err(Refusal::TooLarge { bytes: self.taken as u64, limit: MOST_TEXT as u64 });
        }
        while self.frames.len() > 1 {
            self.close_last();
        }
        self.end(Kind::Paragraph);
        let mut blocks = self.frames.pop().map(|body| body.blocks).unwrap_or_default();
        blocks.append(&mut self.notes);
        Ok(blocks)
    }

    fn open(&mut self, role: Role) {
        if self.frames.len() < DEEPEST {
            self.frames.push(Frame::new(role));
        } else {
            self.unopened += 1;
        }
    }

    /// Takes the last frame off where it is of the role; what lies unclosed in it is closed first.
    fn close(&mut self, role: Role) -> Option<Frame> {
        if self.unopened > 0 {
            self.unopened -= 1;
            return None;
        }
        if !self.frames.iter().skip(1).any(|frame| frame.role == role) {
            return None;
        }
        while self.frames.last().is_some_and(|frame| frame.role != role) {
            self.close_last();
        }
        self.end(Kind::Paragraph);
        self.frames.pop()
    }

    fn close_last(&mut self) {
        self.unopened = 0;
        match self.frames.last().map(|frame| frame.role) {
            Some(Role::Row) => self.end_row(),
            Some(Role::Cell) => self.end_cell(),
            Some(Role::Aside) => self.end_aside(),
            Some(Role::Note) => self.end_note(),
            Some(Role::Body) | None => {}
        }
    }
}

/// The blocks as a text: paragraphs with an empty line between them, items and rows on lines that follow each other.
pub(super) fn text(blocks: &[Block]) -> String {
    let mut text = String::new();
    let mut before = None;
    for block in blocks {
        if let Some(before) = before {
            let listed = matches!(block.kind, Kind::Item | Kind::Row) && before == block.kind;
            text.push_str(if listed { "\n" } else { "\n\n" });
        }
        if block.kind == Kind::Item {
            text.push_str("- ");
        }
        text.push_str(&block.text);
        before = Some(block.kind);
    }
    text
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn rows_boxes_and_notes_find_their_places() {
        let mut blocks = Blocks::new();
        blocks.words("Газ  подешевел");
        blocks.note();
        blocks.words("По данным ведомства.");
        blocks.end_note();
        blocks.aside();
        blocks.words("Врезка");
        blocks.end_aside();
        blocks.words(" на треть.");
        blocks.end(Kind::Paragraph);
        for (year, price) in [("2019", "127"), ("2020", "127")] {
            blocks.row();
            for words in [year, price] {
                blocks.cell();
                blocks.words(words);
                blocks.end_cell();
            }
            blocks.end_row();
        }
        let text = text(&blocks.finish().unwrap());
        assert_eq!(
            text,
            "Газ подешевел[1] на треть.\n\nВрезка\n\n2019 | 127\n2020 | 127\n\n[1] По данным ведомства."
        );
    }

    #[test]
    fn marks_stay_in_their_sentences() {
        for (line, expected) in [
            ("Подписан. ", "Подписан[1]. Дальше"),
            ("“Signed.”", "“Signed[1].” Дальше"),
            ("«Подписан».", "«Подписан»[1]. Дальше"),
            ("Signed", "Signed[1] Дальше"),
            ("", "[1] Дальше"),
        ] {
            let mut blocks = Blocks::new();
            blocks.words(line);
            blocks.mark("1");
            blocks.words(" Дальше");
            assert_eq!(text(&blocks.finish().unwrap()), expected);
        }
    }

    #[test]
    fn long_cells_are_paragraphs() {
        let mut blocks = Blocks::new();
        let long = "слово ".repeat(60);
        blocks.row();
        for words in ["Слева", long.as_str()] {
            blocks.cell();
            blocks.words(words);
            blocks.end_cell();
        }
        // Neither the row's end nor a stray one is a reason to lose words.
        blocks.end_aside();
        let blocks = blocks.finish().unwrap();
        assert_eq!(blocks.iter().map(|block| block.kind).collect::<Vec<_>>(), [Kind::Paragraph; 2]);
    }
}

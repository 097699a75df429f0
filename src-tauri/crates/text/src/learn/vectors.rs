//! Sparse vectors one after the other in one piece of memory.

/// Sparse vectors by number.
#[derive(Clone, Debug, Default)]
pub struct Vectors {
    /// Where each ends.
    ends: Vec<usize>,
    columns: Vec<u32>,
    values: Vec<f32>,
    /// One past the greatest column.
    width: usize,
}

impl Vectors {
    /// Adds one; the columns of one vector are different.
    pub fn push(&mut self, vector: &[(u32, f32)]) {
        for &(column, value) in vector {
            self.columns.push(column);
            self.values.push(value);
            self.width = self.width.max(column as usize + 1);
        }
        self.ends.push(self.columns.len());
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// One past the greatest column.
    #[must_use]
    pub fn width(&self) -> usize {
        self.width
    }

    /// Columns and values of one; nothing where there is none of that number.
    fn parts(&self, number: u32) -> (&[u32], &[f32]) {
        let number = number as usize;
        let end = self.ends.get(number).copied().unwrap_or_default();
        let start =
            number.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or_default();
        (self.columns.get(start..end).unwrap_or_default(), self.values.get(start..end).unwrap_or_default())
    }

    /// The product of one with a vector that has all columns.
    #[must_use]
    pub fn dot(&self, number: u32, full: &[f32]) -> f32 {
        let (columns, values) = self.parts(number);
        columns
            .iter()
            .zip(values)
            .map(|(&column, value)| full.get(column as usize).unwrap_or(&0.0) * value)
            .sum()
    }

    /// Adds `factor` times one to a vector that has all columns.
    pub(super) fn add_to(&self, number: u32, factor: f32, full: &mut [f32]) {
        let (columns, values) = self.parts(number);
        for (&column, value) in columns.iter().zip(values) {
            if let Some(sum) = full.get_mut(column as usize) {
                *sum += factor * value;
            }
        }
    }

    /// The square of one's length.
    pub(super) fn square(&self, number: u32) -> f32 {
        self.parts(number).1.iter().map(|value| value * value).sum()
    }
}

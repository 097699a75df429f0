//! An order by chance that is the same every time.

/// SplitMix64 from a fixed seed.
pub(super) struct Draw(u64);

impl Draw {
    pub(super) fn new() -> Self {
        Self(1)
    }

    pub(super) fn shuffle(&mut self, items: &mut [u32]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.up_to(last));
        }
    }

    /// From 0 up to and with `most`, which is below 2³².
    fn up_to(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        let share = (z ^ (z >> 31)) >> 32;
        usize::try_from((share * (most as u64 + 1)) >> 32).unwrap_or_default()
    }
}

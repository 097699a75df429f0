//! MinHash in bands: of a text's runs so much is kept that texts alike from one half on share some of it, almost surely.

use super::fingerprint::finish;

/// Bands of a text.
pub(super) const BANDS: usize = 64;

/// Least hashes in a band.
const ROWS: usize = 3;

/// Bands two texts must share to be compared. Of texts with likeness one half .998 share that many, of texts with
/// likeness .8 all but one in 10²⁰; of texts with likeness .05 three in 100,000.
pub(super) const SHARED: u32 = 2;

/// One hash a band: two texts of likeness s have one in common with the probability s³.
pub(super) fn bands(runs: &[u64]) -> Vec<u64> {
    if runs.is_empty() {
        return Vec::new();
    }
    let mut least = [u32::MAX; BANDS * ROWS];
    for &run in runs {
        // Two halves of a hash make as many hashes as are wanted (Kirsch and Mitzenmacher 2006).
        let (mut value, step) = ((run >> 32) as u32, (finish(run) as u32) | 1);
        for slot in &mut least {
            // Multiplied, so that the order of the values is another one in every slot.
            *slot = (*slot).min(value.wrapping_mul(0x9E37_79B1) ^ (value >> 15));
            value = value.wrapping_add(step);
        }
    }
    let band = |(number, rows): (usize, &[u32])| {
        rows.iter().fold(finish(number as u64), |hash, &row| finish(hash ^ u64::from(row)))
    };
    least.chunks(ROWS).enumerate().map(band).collect()
}

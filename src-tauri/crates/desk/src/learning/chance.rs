//! What a random sample says of all: exact bounds of the hypergeometric distribution, as Clopper and Pearson (1934) make them of
//! the binomial. No approximation: samples are small and hits are rare.

/// Of `frame` articles `looked` were drawn and `hits` of them belong: how many of all belong, at least and at most. Each bound by
/// itself holds with a probability of `sure` or more.
pub(super) fn bounds(frame: u64, looked: u64, hits: u64, sure: f64) -> (u64, u64) {
    let most = frame - (looked - hits);
    let unlikely = 1.0 - sure;
    // The more belong, the less likely so few hits are, and the likelier so many.
    let upper = last_where(hits, most, |belong| at_most(frame, belong, looked, hits) > unlikely);
    let lower = if hits == 0 {
        0
    } else {
        let too_few = |belong| 1.0 - at_most(frame, belong, looked, hits - 1) <= unlikely;
        if too_few(hits) { last_where(hits, most, too_few) + 1 } else { hits }
    };
    (lower.min(most), upper)
}

/// The last of `from..=to` for which `holds`, which holds for the first and then up to some one.
fn last_where(from: u64, to: u64, holds: impl Fn(u64) -> bool) -> u64 {
    let (mut low, mut high) = (from, to);
    while low < high {
        let middle = low + (high - low).div_ceil(2);
        if holds(middle) { low = middle } else { high = middle - 1 }
    }
    low
}

/// The probability of `hits` or fewer among `looked` of `frame` of which `belong` belong.
fn at_most(frame: u64, belong: u64, looked: u64, hits: u64) -> f64 {
    let others = frame - belong;
    // Fewer can't be: the others don't suffice.
    let least = looked.saturating_sub(others);
    (least..=hits.min(belong)).map(|number| exactly(frame, belong, looked, number)).sum::<f64>().min(1.0)
}

fn exactly(frame: u64, belong: u64, looked: u64, hits: u64) -> f64 {
    (ln_choose(belong, hits) + ln_choose(frame - belong, looked - hits) - ln_choose(frame, looked)).exp()
}

/// ln of the ways to choose `some` of `all`: samples are small, so it is simply multiplied.
fn ln_choose(all: u64, some: u64) -> f64 {
    let some = some.min(all - some);
    (1..=some).map(|number| ((all - some + number) as f64 / number as f64).ln()).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bounds_are_those_of_the_distribution() {
        // Of 240, 30 looked at and none belongs: (210−K+30 choose …) falls to 5 % between 21 and 22.
        let (low, high) = bounds(240, 30, 0, 0.95);
        assert_eq!(low, 0);
        assert!(at_most(240, high, 30, 0) > 0.05 && at_most(240, high + 1, 30, 0) <= 0.05, "{high}");
        // By hand: one drawn of two, and it belongs. That both do is sure to be possible, that one does is as likely as not.
        assert_eq!(bounds(2, 1, 1, 0.95), (1, 2));
        assert_eq!(bounds(2, 1, 1, 0.4), (2, 2));
        assert!((exactly(10, 4, 3, 2) - 0.3).abs() < 1e-12);
        let all: f64 = (0..=3).map(|hits| exactly(10, 4, 3, hits)).sum();
        assert!((all - 1.0).abs() < 1e-12);
    }

    #[test]
    fn a_sample_of_all_leaves_no_doubt_and_more_hits_mean_more() {
        assert_eq!(bounds(50, 50, 7, 0.95), (7, 7));
        let bounds: Vec<(u64, u64)> = (0..10).map(|hits| bounds(1000, 30, hits, 0.95)).collect();
        assert!(bounds.windows(2).all(|pair| pair[0].0 <= pair[1].0 && pair[0].1 < pair[1].1), "{bounds:?}");
        assert!(bounds.iter().zip(0..).all(|((low, high), hits)| low <= high && *low >= hits));
    }

    #[test]
    fn very_many_articles_make_no_trouble() {
        let (low, high) = bounds(1_000_000, 300, 3, 0.95);
        // A little under and over one in a hundred.
        assert!((2_000..4_000).contains(&low) && (20_000..30_000).contains(&high), "{low} {high}");
    }
}

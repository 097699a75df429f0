//! Articles made up from a seed, alike in shape to news about two states: for timing, never for judging quality.

pub(crate) mod corpus;
pub(crate) mod files;
pub(crate) mod news;
pub(crate) mod zipf;

/// A small generator of numbers (SplitMix64), so that a seed gives the same articles everywhere.
pub(crate) struct Numbers(u64);

impl Numbers {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// From 0 up to 1.
    pub(crate) fn share(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.next() % limit.max(1) as u64).unwrap_or(0)
    }

    fn pick<'w>(&mut self, words: &[&'w str]) -> &'w str {
        words.get(self.below(words.len())).copied().unwrap_or_default()
    }
}

const WHO: &[&str] = &[
    "The prime ministers",
    "The working group",
    "The ministry",
    "Deputies",
    "Experts",
    "The two sides",
    "The governor",
];
const DID: &[&str] =
    &["discussed", "agreed on", "put off", "praised", "criticised", "examined", "announced", "signed"];
const WHAT: &[&str] = &[
    "the gas price",
    "a roadmap",
    "customs rules",
    "a loan",
    "the railway tariff",
    "milk supplies",
    "the exercise",
    "a payment system",
    "the constitution",
    "visas",
    "the media",
    "sanctions",
    "a harvest",
    "an exhibition",
];
const WHERE: &[&str] =
    &["in Minsk", "in Moscow", "in Brest", "in Sochi", "by video link", "in Hrodna", "at the forum"];
const MORE: &[&str] = &[
    "without naming a date",
    "after long talks",
    "for the first time",
    "as expected",
    "before the summer",
    "despite doubts",
];
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// One article of about 2.3 kB: title, posted-line, paragraphs.
pub(crate) fn article(numbers: &mut Numbers, serial: usize) -> String {
    let mut text = format!(
        "{} {} {} {}, case {serial}\n\nPosted: {:02}.{:02}.{} {:02}:{:02}\n\n",
        numbers.pick(WHO),
        numbers.pick(DID),
        numbers.pick(WHAT),
        numbers.pick(WHERE),
        1 + numbers.below(28),
        1 + numbers.below(12),
        2000 + numbers.below(25),
        numbers.below(24),
        numbers.below(60),
    );
    while text.len() < 2300 {
        for _ in 0..4 {
            text.push_str(&format!(
                "{} {} {} {} on {} {} {}. ",
                numbers.pick(WHO),
                numbers.pick(DID),
                numbers.pick(WHAT),
                numbers.pick(WHERE),
                numbers.pick(&MONTHS),
                1 + numbers.below(28),
                numbers.pick(MORE),
            ));
        }
        text.push_str("\n\n");
    }
    text
}

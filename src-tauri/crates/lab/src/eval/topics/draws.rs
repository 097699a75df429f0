//! The order articles are drawn in: `numpy.random.RandomState(seed).permutation(n)`, so that anybody can draw the same ones.
//! It is the Mersenne Twister (MT19937) and the shuffle of Fisher and Yates, each place masked to bits and drawn again while too great.

const WORDS: usize = 624;
const AHEAD: usize = 397;

struct Twister {
    state: [u32; WORDS],
    at: usize,
}

impl Twister {
    fn new(seed: u32) -> Self {
        let mut state = [seed; WORDS];
        let mut before = seed;
        for (number, word) in (0_u32..).zip(&mut state).skip(1) {
            before = 1_812_433_253_u32.wrapping_mul(before ^ (before >> 30)).wrapping_add(number);
            *word = before;
        }
        Self { state, at: WORDS }
    }

    fn next(&mut self) -> u32 {
        if self.at == WORDS {
            for at in 0..WORDS {
                let joined = (self.state[at] & 0x8000_0000) | (self.state[(at + 1) % WORDS] & 0x7FFF_FFFF);
                let twist = if joined & 1 == 1 { 0x9908_B0DF } else { 0 };
                self.state[at] = self.state[(at + AHEAD) % WORDS] ^ (joined >> 1) ^ twist;
            }
            self.at = 0;
        }
        let mut word = self.state[self.at];
        self.at += 1;
        word ^= word >> 11;
        word ^= (word << 7) & 0x9D2C_5680;
        word ^= (word << 15) & 0xEFC6_0000;
        word ^ (word >> 18)
    }

    /// From 0 up to and with `most`.
    fn up_to(&mut self, most: usize) -> usize {
        let most = u32::try_from(most).unwrap_or(u32::MAX);
        let mask = most.checked_ilog2().map_or(0, |bits| u32::MAX >> (31 - bits));
        loop {
            let word = self.next() & mask;
            if word <= most {
                return word as usize;
            }
        }
    }
}

/// The numbers below `count` in the order of a seed.
pub(super) fn permutation(seed: u32, count: usize) -> Vec<usize> {
    let mut twister = Twister::new(seed);
    let mut order: Vec<usize> = (0..count).collect();
    for last in (1..count).rev() {
        order.swap(last, twister.up_to(last));
    }
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn draws_are_those_of_numpy() {
        assert_eq!(permutation(0, 10), [2, 8, 4, 9, 1, 6, 7, 3, 0, 5]);
        assert_eq!(permutation(42, 10), [8, 1, 5, 0, 7, 2, 9, 4, 3, 6]);
        assert_eq!(permutation(7, 1), [0]);
    }
}

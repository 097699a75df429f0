//! The twelve colours of topics as other programs write colours.

/// As the window draws them on white paper.
const COLOURS: [u32; 12] = [
    0x0f_5184, 0xbe_8311, 0x1d_887b, 0xd4_5aa8, 0x4a_8ae0, 0x9b_3310, 0x2d_399c, 0x83_7622, 0x17_665a,
    0x6e_2a70, 0x7a_4fd8, 0x77_0a06,
];

/// `#0f5184`; an index beyond the palette goes round.
pub(super) fn hex(colour: u32) -> String {
    let at = usize::try_from(colour).unwrap_or_default() % COLOURS.len();
    format!("#{:06x}", COLOURS[at])
}

/// The colour nearest to `#rrggbb` or `#rgb`.
pub(super) fn nearest(hex: &str) -> Option<u32> {
    let digits = hex.trim().strip_prefix('#')?;
    let wide: String = match digits.len() {
        6 => digits.to_owned(),
        3 => digits.chars().flat_map(|digit| [digit, digit]).collect(),
        _ => return None,
    };
    let wanted = u32::from_str_radix(&wide, 16).ok()?;
    let channel = |colour: u32, shift: u32| i64::from((colour >> shift) & 0xff);
    let distance = |colour: u32| -> i64 {
        [16, 8, 0].iter().map(|&by| (channel(colour, by) - channel(wanted, by)).pow(2)).sum()
    };
    (0..).zip(COLOURS).min_by_key(|(_, colour)| distance(*colour)).map(|(index, _)| index)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_colour_comes_back_and_a_foreign_one_finds_its_neighbour() {
        for colour in 0..12 {
            assert_eq!(nearest(&hex(colour)), Some(colour));
        }
        assert_eq!(
            (nearest("#07f"), nearest("#2D3A9C"), nearest("red"), nearest("#12345")),
            (Some(4), Some(6), None, None)
        );
    }
}

//! The six colours of topics as other programs write colours.

/// As the window draws them on white paper: the light `--topic-0` to `--topic-5` of `ui/src/app/tokens.css`, which a test holds
/// them to.
const COLOURS: [u32; crate::tagging::COLOURS as usize] =
    [0x0f_5184, 0xbe_8311, 0x1d_887b, 0xd4_5aa8, 0x4a_8ae0, 0x9b_3310];

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
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn every_colour_comes_back_and_a_foreign_one_finds_its_neighbour() {
        for colour in 0..crate::tagging::COLOURS {
            assert_eq!(nearest(&hex(colour)), Some(colour));
        }
        assert_eq!(
            (nearest("#07f"), nearest("#2D3A9C"), nearest("red"), nearest("#12345")),
            (Some(4), Some(0), None, None)
        );
    }

    #[test]
    fn the_colours_are_those_the_window_draws() {
        let tokens = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../ui/src/app/tokens.css");
        let tokens = std::fs::read_to_string(tokens).unwrap();
        let first = |colour: usize| {
            let name = format!("--topic-{colour}: ");
            tokens.split(&name).nth(1).and_then(|rest| rest.split(';').next()).unwrap_or_default().to_owned()
        };
        for (at, colour) in COLOURS.iter().enumerate() {
            assert_eq!(first(at), format!("#{colour:06x}"), "--topic-{at}");
        }
    }
}

//! From a margin to a probability: a logistic curve fitted to margins of examples the plane did not see (Platt 1999, by Newton's
//! method as Lin, Lin and Weng 2007 correct it), held near a usual curve while there are few.

/// The curve: log-odds are `slope · margin + offset`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Calibration {
    pub(super) slope: f64,
    pub(super) offset: f64,
}

/// What topics with many decisions come near to.
const USUAL: Calibration = Calibration { slope: 6.0, offset: 0.3 };
/// How firmly it is held to the usual curve: as a handful of examples would.
const FIRMNESS: f64 = 0.03;

const STEPS: usize = 50;

impl Calibration {
    /// Fits the curve to margins and what their examples stand for.
    pub(super) fn fit(margins: &[(f32, bool)]) -> Self {
        let yes = margins.iter().filter(|(_, yes)| *yes).count();
        let no = margins.len() - yes;
        if yes == 0 || no == 0 {
            return USUAL;
        }
        // Not 1 and 0: of the next example nothing is certain.
        let targets = ((yes + 1) as f64 / (yes + 2) as f64, 1.0 / (no + 2) as f64);
        let examples: Vec<(f64, f64)> = margins
            .iter()
            .map(|&(margin, yes)| (f64::from(margin), if yes { targets.0 } else { targets.1 }))
            .collect();
        let mut curve = USUAL;
        let mut loss = curve.loss(&examples);
        for _ in 0..STEPS {
            let Some(step) = curve.newton(&examples) else { break };
            // Halved until it helps.
            let better = (0..20).map(|halvings| 0.5_f64.powi(halvings)).find_map(|part| {
                let next = Self {
                    slope: curve.slope - part * step.slope,
                    offset: curve.offset - part * step.offset,
                };
                let lower = next.loss(&examples);
                (lower < loss - 1e-9).then_some((next, lower))
            });
            let Some((next, lower)) = better else { break };
            (curve, loss) = (next, lower);
        }
        // Where margins tell nothing, or the contrary, more of them must still not mean less.
        Self { slope: curve.slope.max(0.1), offset: curve.offset }
    }

    pub(super) fn log_odds(self, margin: f32) -> f64 {
        self.slope * f64::from(margin) + self.offset
    }

    pub(super) fn probability(self, margin: f32) -> f64 {
        1.0 / (1.0 + (-self.log_odds(margin)).exp())
    }

    fn loss(self, examples: &[(f64, f64)]) -> f64 {
        let unlikeness: f64 = examples
            .iter()
            .map(|&(margin, target)| {
                let odds = self.slope * margin + self.offset;
                // ln(1 + e^odds) without overflow.
                odds.max(0.0) + (-odds.abs()).exp().ln_1p() - target * odds
            })
            .sum();
        let (slope, offset) = self.beside_usual();
        unlikeness + FIRMNESS / 2.0 * (slope * slope + offset * offset)
    }

    fn newton(self, examples: &[(f64, f64)]) -> Option<Self> {
        let (slope, offset) = self.beside_usual();
        let (mut by_slope, mut by_offset) = (FIRMNESS * slope, FIRMNESS * offset);
        let (mut bend_slope, mut bend_both, mut bend_offset) = (FIRMNESS, 0.0, FIRMNESS);
        for &(margin, target) in examples {
            let likely = 1.0 / (1.0 + (-(self.slope * margin + self.offset)).exp());
            let bend = likely * (1.0 - likely);
            by_slope += (likely - target) * margin;
            by_offset += likely - target;
            bend_slope += bend * margin * margin;
            bend_both += bend * margin;
            bend_offset += bend;
        }
        let determinant = bend_slope * bend_offset - bend_both * bend_both;
        (determinant > 0.0).then(|| Self {
            slope: (bend_offset * by_slope - bend_both * by_offset) / determinant,
            offset: (bend_slope * by_offset - bend_both * by_slope) / determinant,
        })
    }

    fn beside_usual(self) -> (f64, f64) {
        (self.slope - USUAL.slope, self.offset - USUAL.offset)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_examples_get_the_share_that_is_true_of_them() {
        // At −0.5 one of five belongs, at 0.5 four of five.
        let margins: Vec<(f32, bool)> = (0..1000)
            .map(|number| if number % 2 == 0 { (-0.5, number % 5 == 0) } else { (0.5, number % 5 != 0) })
            .collect();
        let curve = Calibration::fit(&margins);
        assert!((curve.probability(-0.5) - 0.2).abs() < 0.02, "{curve:?}");
        assert!((curve.probability(0.5) - 0.8).abs() < 0.02, "{curve:?}");
    }

    #[test]
    fn ten_examples_give_no_certainty_and_keep_their_order() {
        let apart: Vec<(f32, bool)> =
            (0..10).map(|number| (if number < 5 { 0.4 } else { -0.4 }, number < 5)).collect();
        let curve = Calibration::fit(&apart);
        assert!(curve.probability(0.4) < 0.97 && curve.probability(-0.4) > 0.03, "{curve:?}");
        assert!(curve.probability(0.4) > 0.7, "{curve:?}");
        let contrary: Vec<(f32, bool)> = apart.iter().map(|&(margin, yes)| (-margin, yes)).collect();
        let curve = Calibration::fit(&contrary);
        assert!(curve.probability(1.0) > curve.probability(0.0), "{curve:?}");
    }

    #[test]
    fn one_side_alone_and_nothing_leave_the_usual_curve() {
        assert_eq!(Calibration::fit(&[]), USUAL);
        assert_eq!(Calibration::fit(&[(1.0, true); 4]), USUAL);
    }
}

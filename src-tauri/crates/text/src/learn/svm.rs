//! The plane between yes and no: a linear support vector machine with squared hinge loss, by dual coordinate descent
//! (Hsieh et al., A Dual Coordinate Descent Method for Large-scale Linear SVM, 2008), as liblinear does it.

use super::draw::Draw;
use super::vectors::Vectors;

/// A vector and what it stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Example {
    /// Number of the vector.
    pub vector: u32,
    /// Whether it belongs to the topic.
    pub yes: bool,
}

/// What an example on the wrong side costs, by what it stands for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cost {
    /// Of an example that belongs to the topic.
    pub yes: f32,
    /// Of one that does not.
    pub no: f32,
}

impl Cost {
    /// The rarer side costs more, by the root of how much rarer it is: between counting every example the same, which leaves rare
    /// topics unsaid, and counting both sides the same, which says them too often.
    pub(super) fn between(yes: usize, no: usize) -> Self {
        Self { yes: (no.max(1) as f32 / yes.max(1) as f32).sqrt(), no: 1.0 }
    }
}

/// The plane: `weights · vector + bias` is above 0 on the side of yes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plane {
    /// By column.
    pub weights: Vec<f32>,
    /// What an empty vector gets.
    pub bias: f32,
}

impl Plane {
    /// On which side a vector lies, and how far: 1 is where no example costs anything.
    #[must_use]
    pub fn margin(&self, vectors: &Vectors, number: u32) -> f32 {
        vectors.dot(number, &self.weights) + self.bias
    }

    fn add(&mut self, vectors: &Vectors, number: u32, factor: f32) {
        vectors.add_to(number, factor, &mut self.weights);
        self.bias += factor;
    }
}

/// No gradient is further than this from where it should be.
const TOLERANCE: f32 = 0.03;
/// The plane hardly moves after a tenth of them; a bound for what never settles.
const PASSES: usize = 300;

/// Finds the plane. `shares` is what each example gives to it (its dual variable, 0 for those it does not rest on): what an earlier
/// run left there makes this one short. Those beyond the examples are dropped, those missing start at 0.
#[must_use]
pub fn solve(vectors: &Vectors, examples: &[Example], cost: Cost, shares: &mut Vec<f32>) -> Plane {
    shares.resize(examples.len(), 0.0);
    let mut plane = Plane { weights: vec![0.0; vectors.width()], bias: 0.0 };
    for (example, &share) in examples.iter().zip(shares.iter()) {
        if share > 0.0 {
            plane.add(vectors, example.vector, signed(example.yes, share));
        }
    }
    let squares: Vec<f32> = examples.iter().map(|example| vectors.square(example.vector) + 1.0).collect();
    let slack = |yes: bool| 0.5 / if yes { cost.yes } else { cost.no };
    let mut order: Vec<u32> = (0..u32::try_from(examples.len()).unwrap_or(u32::MAX)).collect();
    let mut draw = Draw::new();
    // Examples surely on their side are set aside (those after `active`) until the others have settled.
    let mut active = order.len();
    let mut aside_from = f32::INFINITY;
    for _ in 0..PASSES {
        let (mut greatest, mut least) = (f32::NEG_INFINITY, f32::INFINITY);
        draw.shuffle(order.get_mut(..active).unwrap_or_default());
        let mut at = 0;
        while at < active {
            let Some(number) = order.get(at).map(|&number| number as usize) else { break };
            let (Some(example), Some(share), Some(square)) =
                (examples.get(number), shares.get_mut(number), squares.get(number))
            else {
                break;
            };
            let slack = slack(example.yes);
            let gradient = signed(example.yes, plane.margin(vectors, example.vector)) - 1.0 + *share * slack;
            if *share <= 0.0 && gradient > aside_from {
                active -= 1;
                order.swap(at, active);
                continue;
            }
            at += 1;
            let slope = if *share > 0.0 { gradient } else { gradient.min(0.0) };
            greatest = greatest.max(slope);
            least = least.min(slope);
            if slope.abs() > 1e-6 {
                let before = *share;
                *share = (before - gradient / (square + slack)).max(0.0);
                plane.add(vectors, example.vector, signed(example.yes, *share - before));
            }
        }
        if greatest - least <= TOLERANCE {
            if active == order.len() {
                break;
            }
            active = order.len();
            aside_from = f32::INFINITY;
        } else {
            aside_from = if greatest > 0.0 { greatest } else { f32::INFINITY };
        }
    }
    plane
}

fn signed(yes: bool, value: f32) -> f32 {
    if yes { value } else { -value }
}

#[cfg(test)]
mod tests {
    use super::*;

    const EVEN: Cost = Cost { yes: 1.0, no: 1.0 };

    fn vectors(rows: &[&[(u32, f32)]]) -> Vectors {
        let mut vectors = Vectors::default();
        rows.iter().for_each(|row| vectors.push(row));
        vectors
    }

    fn examples(yes: &[bool]) -> Vec<Example> {
        yes.iter().zip(0..).map(|(&yes, vector)| Example { vector, yes }).collect()
    }

    #[test]
    fn two_opposite_examples_give_the_plane_calculated_by_hand() {
        // Minimise ½w² + 2·(1 − w)²: w = 0.8, and symmetry leaves no bias.
        let plane =
            solve(&vectors(&[&[(0, 1.0)], &[(0, -1.0)]]), &examples(&[true, false]), EVEN, &mut Vec::new());
        assert!((plane.weights[0] - 0.8).abs() < 0.01 && plane.bias.abs() < 0.01, "{plane:?}");
    }

    #[test]
    fn a_start_from_an_earlier_run_ends_where_a_fresh_one_does() {
        let mut rows = Vec::new();
        let mut yes = Vec::new();
        for number in 0..60_u32 {
            rows.push(vec![(number % 2, 0.6), (2 + number % 7, 0.6), (9 + number % 11, 0.5)]);
            // Some against the rule, so that shares matter.
            yes.push((number % 2 == 0) != (number % 13 == 0));
        }
        let all = vectors(&rows.iter().map(Vec::as_slice).collect::<Vec<_>>());
        let mut shares = Vec::new();
        let _ = solve(&all, &examples(&yes[..50]), EVEN, &mut shares);
        let again = solve(&all, &examples(&yes), EVEN, &mut shares);
        let fresh = solve(&all, &examples(&yes), EVEN, &mut Vec::new());
        for number in 0..60 {
            let (one, other) = (again.margin(&all, number), fresh.margin(&all, number));
            assert!((one - other).abs() < 0.05, "{number}: {one} {other}");
        }
    }

    #[test]
    fn the_dearer_side_is_favoured() {
        let same: &[(u32, f32)] = &[(0, 1.0)];
        let all = vectors(&[same, same]);
        let margin = |cost| solve(&all, &examples(&[true, false]), cost, &mut Vec::new()).margin(&all, 0);
        assert!(margin(Cost { yes: 3.0, no: 1.0 }) > 0.1);
        assert!(margin(Cost { yes: 1.0, no: 3.0 }) < -0.1);
    }

    #[test]
    fn no_examples_and_empty_vectors_are_taken() {
        assert_eq!(solve(&Vectors::default(), &[], EVEN, &mut Vec::new()), Plane::default());
        let plane = solve(&vectors(&[&[], &[]]), &examples(&[true, true]), EVEN, &mut vec![9.0; 5]);
        assert!(plane.bias > 0.5, "{plane:?}");
    }
}

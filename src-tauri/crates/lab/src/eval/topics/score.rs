//! Precision, recall and F1 by topic, summed over all (micro) and as the mean of the topics (macro).

use serde::Serialize;

#[derive(Clone, Copy, Default, Serialize)]
pub(super) struct Counts {
    pub(super) right: usize,
    pub(super) wrong: usize,
    pub(super) missed: usize,
}

impl Counts {
    pub(super) fn count(&mut self, told: bool, is: bool) {
        self.right += usize::from(told && is);
        self.wrong += usize::from(told && !is);
        self.missed += usize::from(!told && is);
    }

    pub(super) fn f1(&self) -> f64 {
        share(2 * self.right, 2 * self.right + self.wrong + self.missed)
    }

    fn occurs(&self) -> bool {
        self.right + self.missed > 0
    }
}

#[derive(Serialize)]
pub(super) struct Score {
    pub(super) precision: f64,
    pub(super) recall: f64,
    pub(super) micro: f64,
    /// Mean over the topics that occur among the articles asked.
    #[serde(rename = "macro")]
    pub(super) mean: f64,
}

impl Score {
    pub(super) fn of(topics: &[Counts]) -> Self {
        let mut all = Counts::default();
        for topic in topics {
            all.right += topic.right;
            all.wrong += topic.wrong;
            all.missed += topic.missed;
        }
        let occurring: Vec<f64> = topics.iter().filter(|topic| topic.occurs()).map(Counts::f1).collect();
        Self {
            precision: share(all.right, all.right + all.wrong),
            recall: share(all.right, all.right + all.missed),
            micro: all.f1(),
            mean: mean(&occurring),
        }
    }
}

pub(super) fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len().max(1) as f64
}

/// Standard deviation of the values themselves.
pub(super) fn deviation(values: &[f64]) -> f64 {
    let middle = mean(values);
    mean(&values.iter().map(|value| (value - middle).powi(2)).collect::<Vec<_>>()).sqrt()
}

pub(super) fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

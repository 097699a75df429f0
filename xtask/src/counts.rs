//! How many passed, failed and were skipped, read from what the test programs print.

use std::ops::AddAssign;

use serde_json::Value;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    pub(crate) passed: u64,
    pub(crate) failed: u64,
    pub(crate) skipped: u64,
}

impl Counts {
    pub(crate) const ONE_PASSED: Self = Self { passed: 1, failed: 0, skipped: 0 };
    pub(crate) const ONE_FAILED: Self = Self { passed: 0, failed: 1, skipped: 0 };

    /// The counts in a line of `cargo test`: `test result: ok. 5 passed; 0 failed; 1 ignored; …`.
    pub(crate) fn from_cargo_line(line: &str) -> Option<Self> {
        let (_, tally) = line.trim().strip_prefix("test result: ")?.split_once(". ")?;
        let mut counts = Self::default();
        for part in tally.split(';') {
            let Some((number, what)) = part.trim().split_once(' ') else { continue };
            let Ok(number) = number.parse::<u64>() else { continue };
            match what {
                "passed" => counts.passed += number,
                "failed" => counts.failed += number,
                "ignored" => counts.skipped += number,
                _ => {}
            }
        }
        Some(counts)
    }

    /// The counts in vitest's JSON report.
    pub(crate) fn from_vitest(report: &Value) -> Self {
        let number = |key: &str| report.get(key).and_then(Value::as_u64).unwrap_or(0);
        Self {
            passed: number("numPassedTests"),
            failed: number("numFailedTests"),
            skipped: number("numPendingTests") + number("numTodoTests"),
        }
    }

    /// A program that failed without naming a failed test (it crashed, or did not compile) counts as one.
    pub(crate) fn with_exit(mut self, success: bool) -> Self {
        if !success && self.failed == 0 {
            self.failed = 1;
        }
        self
    }
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }
}

impl std::fmt::Display for Counts {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{} passed, {} failed, {} skipped", self.passed, self.failed, self.skipped)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cargo_result_line_is_counted() {
        let line = "test result: FAILED. 41 passed; 2 failed; 3 ignored; 0 measured; 7 filtered out; finished in 0.52s";
        assert_eq!(Counts::from_cargo_line(line), Some(Counts { passed: 41, failed: 2, skipped: 3 }));
    }

    #[test]
    fn other_lines_count_nothing() {
        for line in ["running 3 tests", "test a::b ... ok", "", "test result: ok"] {
            assert_eq!(Counts::from_cargo_line(line), None, "{line}");
        }
    }

    #[test]
    fn vitest_todo_and_pending_are_skipped() {
        let report = serde_json::json!({
            "numPassedTests": 5, "numFailedTests": 1, "numPendingTests": 2, "numTodoTests": 1
        });
        assert_eq!(Counts::from_vitest(&report), Counts { passed: 5, failed: 1, skipped: 3 });
    }

    #[test]
    fn a_crash_without_a_failed_test_counts_as_one_failure() {
        let crashed = Counts { passed: 3, ..Counts::default() }.with_exit(false);
        assert_eq!(crashed, Counts { passed: 3, failed: 1, skipped: 0 });
        assert_eq!(Counts::ONE_FAILED.with_exit(false), Counts::ONE_FAILED);
    }
}

//! Benchmarks and evaluation: handed to the lab, in an optimised build.

use crate::command::{Outcome, announce, cargo, pass_through};
use crate::house::House;
use crate::system::{self, Need};

pub(crate) fn run(house: &House, task: &str, rest: &[String]) -> Outcome<()> {
    system::provide(&[Need::Build])?;
    announce(format_args!("Building the lab (release) and starting “{task}”"));
    let arguments = ["run", "--release", "--quiet", "--package", "chancery-lab", "--", task];
    pass_through(cargo(&house.root).args(arguments).args(rest))
}

#![no_main]

use libfuzzer_sys::fuzz_target;

// As files come in: the format is guessed, and what they hold is read.
fuzz_target!(init: chancery_fuzz::warm(), |bytes: &[u8]| chancery_fuzz::any(bytes));

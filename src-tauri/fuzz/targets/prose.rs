#![no_main]

use libfuzzer_sys::fuzz_target;

// The first line is the title.
fuzz_target!(init: chancery_fuzz::warm(), |text: &str| {
    let (title, text) = text.split_once('\n').unwrap_or_default();
    chancery_fuzz::prose(title, text);
});

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(init: chancery_fuzz::warm(), |bytes: &[u8]| {
    chancery_fuzz::parse("pdf", bytes);
});

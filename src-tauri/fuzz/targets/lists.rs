#![no_main]

use libfuzzer_sys::fuzz_target;

// The first byte chooses among the smaller formats of references.
fuzz_target!(init: chancery_fuzz::warm(), |bytes: &[u8]| {
    if let Some((choice, list)) = bytes.split_first() {
        chancery_fuzz::parse(chancery_fuzz::list(*choice), list);
    }
});

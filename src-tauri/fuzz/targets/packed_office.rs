#![no_main]

use libfuzzer_sys::fuzz_target;

// The packed files themselves.
fuzz_target!(init: chancery_fuzz::warm(), |bytes: &[u8]| {
    for format in ["docx", "odt", "epub"] {
        chancery_fuzz::parse(format, bytes);
    }
});

#![no_main]

use libfuzzer_sys::fuzz_target;

// The first byte chooses the format; the rest is its parts, one behind the other, packed here so that their words are reached.
fuzz_target!(init: chancery_fuzz::warm(), |bytes: &[u8]| {
    if let Some((choice, parts)) = bytes.split_first() {
        let (format, file) = chancery_fuzz::office(*choice, parts);
        chancery_fuzz::parse(format, &file);
    }
});

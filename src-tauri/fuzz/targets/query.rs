#![no_main]

use libfuzzer_sys::fuzz_target;

use chancery_store::Query;

// What was understood, printed, is understood the same.
fuzz_target!(init: chancery_fuzz::warm(), |text: &str| {
    let query = Query::parse(text);
    assert_eq!(Query::parse(&query.to_string()), query, "{query}");
});

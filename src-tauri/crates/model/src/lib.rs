//! The words of the design as types; EDTF. No IO, no SQL, no clock.

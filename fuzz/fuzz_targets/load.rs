//! Bytes in place of a sealed policy: as they are, and with a head and a checksum that are right, so that what lies
//! behind them is reached. What loads must judge.

#![no_main]

use bezint_core::{Context, Engine, sealed};
use libfuzzer_sys::fuzz_target;

/// The magic, the format and that there is no signature.
const BEGIN: &[u8; 10] = b"BEZINT\0\x01\0\0";
/// Bytes of the head: the beginning, the length and the checksum.
const HEAD: usize = BEGIN.len() + 4 + 8;

const DRAFTS: [&str; 4] = [
    "",
    "Project Neptunus ships on Monday! BSN: 274519380, IBAN NL91 ABNA 0417 1643 00, 4111 1111 1111 1111.",
    "e\u{301}\u{200B}１２３ ａ@ｂ.nl 🎉🎉 ѕtrikt vertrоuwelijk\r\npassword: hunter2hunter",
    "a-a_a.a@a:a/a a\u{202E}a 0 00 000 0000 00000 000000 0000000 00000000 000000000",
];

fuzz_target!(|data: &[u8]| {
    assert!(sealed::open(data).is_err() || sealed::signer(data).is_ok(), "what is signed wrongly is not opened");

    let payload = data.get(HEAD..).unwrap_or_default();
    let length = u32::try_from(payload.len()).expect("inputs are small");
    let whole = [BEGIN, &length.to_le_bytes()[..], &sealed::checksum(payload), payload].concat();
    let Ok(engine) = Engine::load(&whole) else { return };
    for draft in DRAFTS {
        bezint_fuzz::judge(&engine, draft, &Context::default());
    }
});

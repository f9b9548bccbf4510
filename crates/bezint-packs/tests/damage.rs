//! The starter policy, damaged in every way: it is refused with a reason, or it still judges.

use bezint_core::{
    Context, Engine,
    sealed::{SealError, checksum, open},
};
use bezint_packs::STARTER;

/// Bytes before the payload.
const HEAD: usize = 22;
/// Of the bytes of the payload every so manieth is changed: all are alike to a checksum.
const STRIDE: usize = 7;
/// And of those that are changed with the checksum mended, which takes longer.
const LONG_STRIDE: usize = 4_099;

#[test]
fn every_byte_matters() {
    let mut damaged = STARTER.to_vec();
    for place in (0..HEAD).chain((HEAD..STARTER.len()).step_by(STRIDE)) {
        damaged[place] ^= 1 << (place % 8);
        let refused = open(&damaged).unwrap_err();
        let expected = match place {
            0..7 => matches!(refused, SealError::NotSealed),
            7..9 => matches!(refused, SealError::Format { .. }),
            9 => matches!(refused, SealError::Length { .. } | SealError::Damaged),
            10..14 => matches!(refused, SealError::Length { .. } | SealError::TooLarge { .. }),
            _ => refused == SealError::Damaged,
        };
        assert!(expected, "byte {place}: {refused:?}");
        damaged[place] = STARTER[place];
    }
    assert!(open(&damaged).is_ok(), "nothing but the damage is refused");
}

#[test]
fn no_part_of_it_is_taken_for_the_whole() {
    for len in 0..STARTER.len() {
        let refused = open(&STARTER[..len]).unwrap_err();
        assert!(matches!(refused, SealError::NotSealed | SealError::Length { .. }), "{len} bytes: {refused:?}");
    }
}

#[test]
fn with_the_checksum_mended_it_is_refused_or_judges() {
    let mut mended = STARTER.to_vec();
    let mut sound = 0;
    for place in (HEAD..STARTER.len()).step_by(LONG_STRIDE) {
        for change in [0x01, 0x80, 0xFF] {
            mended[place] ^= change;
            let checksum = checksum(&mended[HEAD..]);
            mended[HEAD - checksum.len()..HEAD].copy_from_slice(&checksum);
            match Engine::load(&mended) {
                Ok(engine) => {
                    sound += 1;
                    engine.evaluate("Zijn BSN is 274519380, zijn IBAN NL91ABNA0417164300 🎉", &Context::default());
                }
                Err(refused) => assert!(!refused.is_whole(), "byte {place}: {refused:?}"),
            }
            mended[place] = STARTER[place];
        }
    }
    // A letter of a text is another letter: some changes make another policy.
    assert!(sound > 0);
}

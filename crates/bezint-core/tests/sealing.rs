//! The sealed policy: what goes in comes out, and nothing else comes out.

mod support;

use bezint_core::{
    Confidence, Engine, Policy,
    detect::Check,
    policy::{Matching, When, Within},
    sealed::{SealError, open, seal},
};
use support::*;

fn sample() -> Policy {
    let near = [near(&["bsn"], Within::Sentence, Some(Confidence::High)), near(&["nr"], Within::Characters(9), None)];
    let detectors = vec![
        weighed(checked("bsn", r"\b[0-9]{9}\b", 0, Some(Check::Bsn)), None, &near),
        terms("word", Matching::Part, &["geheim", "проект"]),
        pattern("token", r"\b(?:ghp|gho)_[A-Za-z0-9]{36}\b"),
    ];
    policy(detectors, vec![rule("one", [0, 1]), rule("two", [2])])
}

/// A sealed policy with another payload, whole again.
fn with_payload(payload: &[u8]) -> Vec<u8> {
    use sha2::Digest;
    let mut sealed = seal(&sample())[..9].to_vec();
    sealed.extend(u32::try_from(payload.len()).unwrap().to_le_bytes());
    sealed.extend(sha2::Sha256::digest(payload));
    sealed.extend(payload);
    sealed
}

#[test]
fn what_goes_in_comes_out() {
    let policy = sample();
    let sealed = seal(&policy);
    assert_eq!(open(&sealed), Ok(policy.clone()));
    assert_eq!(seal(&policy), sealed);
    let engine = Engine::load(&sealed).unwrap();
    assert_eq!(engine.card(), &policy.card);
    assert_eq!(words(&engine, "bsn 111222333 geheim"), ["111222333", "geheim"]);
}

#[test]
fn every_byte_matters() {
    let sealed = seal(&sample());
    for place in 0..sealed.len() {
        for flip in [0x01, 0x80, 0xFF] {
            let mut damaged = sealed.clone();
            damaged[place] ^= flip;
            let refused = open(&damaged).unwrap_err();
            let expected = match place {
                0..7 => matches!(refused, SealError::NotSealed),
                7..9 => matches!(refused, SealError::Format { .. }),
                9..13 => matches!(refused, SealError::Length { .. } | SealError::TooLarge { .. }),
                _ => refused == SealError::Damaged,
            };
            assert!(expected, "byte {place}: {refused:?}");
        }
    }
}

#[test]
fn a_part_is_refused_and_so_is_too_much() {
    let sealed = seal(&sample());
    for len in 0..sealed.len() {
        assert!(open(&sealed[..len]).is_err(), "{len} bytes");
    }
    let mut longer = sealed.clone();
    longer.push(0);
    assert!(matches!(open(&longer), Err(SealError::Length { .. })));
    let mut payload = sealed[45..].to_vec();
    payload.push(0);
    assert_eq!(open(&with_payload(&payload)), Err(SealError::Unreadable));
    assert!(matches!(open(&with_payload(&vec![0; (16 << 20) + 1])), Err(SealError::TooLarge { .. })));
}

#[test]
fn nonsense_with_a_right_checksum_is_refused() {
    let payload = seal(&sample())[45..].to_vec();
    for place in 0..payload.len() {
        for flip in [0x01, 0x7F, 0x80, 0xFF] {
            let mut nonsense = payload.clone();
            nonsense[place] ^= flip;
            // Some changes make another sound policy; it must still work.
            if let Ok(engine) = Engine::load(&with_payload(&nonsense)) {
                evaluate(&engine, "bsn 111222333 é geheim ghp_");
            }
        }
    }
    assert_eq!(open(&with_payload(&[0xFF; 64])), Err(SealError::Unreadable));
}

#[test]
fn a_rule_about_no_detector_is_refused() {
    let mut policy = sample();
    policy.rules[1].when[0].detector = 3;
    assert_eq!(open(&seal(&policy)), Err(SealError::NoDetector { rule: "two".to_owned() }));
    evaluate(&Engine::new(policy.clone()), "geheim");

    policy.rules[1].when[0].detector = 2;
    policy.rules[1].unless = vec![When { detector: 3, confidence: Confidence::Low, at_least: 1 }];
    assert_eq!(open(&seal(&policy)), Err(SealError::NoDetector { rule: "two".to_owned() }));
    evaluate(&Engine::new(policy), "geheim");
}

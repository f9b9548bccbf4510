//! The sealed policy: what goes in comes out, and nothing else comes out.

mod support;

use bezint_core::{
    Confidence, Engine, Policy,
    detect::Check,
    limits::{MOST_DETECTORS, MOST_DOMAINS, MOST_NAMED, MOST_RULES},
    policy::{Matching, Off, When, Within},
    sealed::{Acceptance, Known, PrivateKey, SealError, accept, open, seal, signer},
};
use support::*;

fn sample() -> Policy {
    let near = [near(&["bsn"], Within::Sentence, Some(Confidence::High)), near(&["nr"], Within::Characters(9), None)];
    let detectors = vec![
        weighed(checked("bsn", r"\b[0-9]{9}\b", 0, Some(Check::Bsn)), None, &near),
        terms("word", Matching::Part, &["geheim", "проект"]),
        pattern("token", r"\b(?:ghp|gho)_[A-Za-z0-9]{36}\b"),
    ];
    let mut policy = policy(detectors, vec![rule("one", [0, 1]), rule("two", [2])]);
    policy.card.domains = vec!["acme.example".to_owned()];
    policy.detectors[2].own = Some(None);
    policy.off = vec![Off { name: "nl.phone".to_owned(), why: Some(text("Our number is on every van.")) }];
    policy
}

fn key(seed: u8) -> PrivateKey {
    PrivateKey::from_seed([seed; 32])
}

#[test]
fn what_goes_in_comes_out() {
    let policy = sample();
    for key in [None, Some(key(1))] {
        let sealed = seal(&policy, key.as_ref());
        assert_eq!(open(&sealed), Ok(policy.clone()));
        assert_eq!(signer(&sealed), Ok(key.as_ref().map(PrivateKey::public_key)));
        assert_eq!(seal(&policy, key.as_ref()), sealed);
        let engine = Engine::load(&sealed).unwrap();
        assert_eq!(engine.card(), &policy.card);
        assert_eq!(words(&engine, "bsn 111222333 geheim"), ["111222333", "geheim"]);
    }
}

#[test]
fn every_byte_matters() {
    for key in [None, Some(key(1))] {
        let sealed = seal(&sample(), key.as_ref());
        let end = sealed.len() - if key.is_some() { 96 } else { 0 };
        for place in 0..sealed.len() {
            // To look whether a signature is right takes a while in a test that is not optimised.
            let flips = if key.is_some() { &[0x80][..] } else { &[0x01, 0x80, 0xFF] };
            for flip in flips {
                let mut damaged = sealed.clone();
                damaged[place] ^= flip;
                let refused = open(&damaged).unwrap_err();
                let expected = match place {
                    0..7 => matches!(refused, SealError::NotSealed),
                    7..9 => matches!(refused, SealError::Format { .. }),
                    9 => matches!(refused, SealError::Length { .. } | SealError::Damaged),
                    10..14 => matches!(refused, SealError::Length { .. } | SealError::TooLarge { .. }),
                    _ if place < end => refused == SealError::Damaged,
                    _ => refused == SealError::BadSignature,
                };
                assert!(expected, "byte {place}: {refused:?}");
            }
        }
    }
}

#[test]
fn a_part_is_refused_and_so_is_too_much() {
    for key in [None, Some(key(1))] {
        let sealed = seal(&sample(), key.as_ref());
        for len in 0..sealed.len() {
            assert!(open(&sealed[..len]).is_err(), "{len} bytes");
        }
        for more in [1, 95, 96, 97] {
            let longer = [sealed.clone(), vec![0; more]].concat();
            assert!(matches!(open(&longer), Err(SealError::Length { .. })), "{more} bytes more");
        }
    }
    let mut payload = seal(&sample(), None)[HEAD..].to_vec();
    payload.push(0);
    assert_eq!(open(&with_payload(&payload)), Err(SealError::Unreadable));
    assert!(matches!(open(&with_payload(&vec![0; (16 << 20) + 1])), Err(SealError::TooLarge { .. })));
}

#[test]
fn nonsense_with_a_right_checksum_is_refused() {
    let payload = seal(&sample(), None)[HEAD..].to_vec();
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
fn a_detector_that_is_not_there_protects_nothing() {
    let mut policy = sample();
    for places in [vec![3], vec![0, 0], vec![1, 0]] {
        policy.protected = places;
        assert_eq!(open(&seal(&policy, None)), Err(SealError::Unreadable));
        evaluate(&Engine::new(policy.clone()), "geheim");
    }
}

#[test]
fn a_rule_is_of_layers_that_are_there() {
    let mut policy = sample();
    policy.rules[0].layers = vec![0];
    assert_eq!(open(&seal(&policy, None)), Err(SealError::Unreadable));
    evaluate(&Engine::new(policy), "geheim");
}

#[test]
fn a_rule_about_no_detector_is_refused() {
    let mut policy = sample();
    policy.rules[1].when[0].detector = 3;
    assert_eq!(open(&seal(&policy, None)), Err(SealError::NoDetector { rule: "two".to_owned() }));
    evaluate(&Engine::new(policy.clone()), "geheim");

    policy.rules[1].when[0].detector = 2;
    policy.rules[1].unless = vec![When { detector: 3, confidence: Confidence::Low, at_least: 1 }];
    assert_eq!(open(&seal(&policy, None)), Err(SealError::NoDetector { rule: "two".to_owned() }));
    evaluate(&Engine::new(policy), "geheim");
}

#[test]
fn more_than_any_policy_may_hold_is_refused() {
    let answer = |detectors: usize, rules: usize, named: usize| {
        let names = || std::iter::repeat_n(0, named);
        let rules = (0..rules).map(|_| rule("r", names())).collect();
        let policy = policy(vec![terms("t", Matching::Word, &["a"]); detectors], rules);
        open(&seal(&policy, None)).map(|_| ())
    };
    let too_many = |what, most| Err(SealError::TooMany { what, most });
    assert_eq!(answer(MOST_DETECTORS, MOST_RULES, 1), Ok(()));
    assert_eq!(answer(MOST_DETECTORS + 1, 1, 1), too_many("detectors", MOST_DETECTORS));
    assert_eq!(answer(1, MOST_RULES + 1, 1), too_many("rules", MOST_RULES));
    assert_eq!(answer(1, 1, MOST_NAMED + 1), too_many("detectors in the rules", MOST_NAMED));
    let mut policy = sample();
    policy.card.domains = vec!["acme.example".to_owned(); MOST_DOMAINS + 1];
    assert_eq!(open(&seal(&policy, None)).map(|_| ()), too_many("domains", MOST_DOMAINS));
}

/// What a policy with this card, signed by nobody or with this key, gets for an answer.
fn answer(change: impl FnOnce(&mut Policy), key: Option<&PrivateKey>, acceptance: Acceptance) -> Result<(), SealError> {
    let mut policy = sample();
    change(&mut policy);
    accept(&seal(&policy, key), &acceptance).map(|_| ())
}

#[test]
fn only_the_key_that_is_asked_for_is_accepted() {
    let (ours, theirs) = (key(1), key(2));
    let wanted = ours.public_key();
    let acceptance = || Acceptance { public_key: Some(wanted), ..Acceptance::default() };
    assert_eq!(answer(|_| {}, Some(&ours), acceptance()), Ok(()));
    assert_eq!(answer(|_| {}, None, acceptance()), Err(SealError::Unsigned { wanted }));
    let found = theirs.public_key();
    assert_eq!(answer(|_| {}, Some(&theirs), acceptance()), Err(SealError::OtherKey { found, wanted }));
    // Another key's name on the same signature.
    let mut sealed = seal(&sample(), Some(&theirs));
    let named = seal(&sample(), Some(&ours));
    let place = sealed.len() - 96..sealed.len() - 64;
    sealed[place.clone()].copy_from_slice(&named[place]);
    assert_eq!(accept(&sealed, &acceptance()), Err(SealError::BadSignature));
}

#[test]
fn an_older_version_of_the_same_policy_is_refused() {
    let known = |id: &str| Some(Known { id: id.to_owned(), version: 5 });
    let found = |version, id| {
        let acceptance = Acceptance { not_older_than: known(id), ..Acceptance::default() };
        answer(|policy| policy.card.version = version, None, acceptance)
    };
    assert_eq!(found(4, "test"), Err(SealError::Older { id: "test".to_owned(), found: 4, known: 5 }));
    assert_eq!(found(5, "test"), Ok(()));
    assert_eq!(found(6, "test"), Ok(()));
    assert_eq!(found(4, "another"), Ok(()));
}

#[test]
fn a_policy_is_accepted_while_it_is_valid() {
    let at = |time| {
        let valid = |policy: &mut Policy| {
            (policy.card.valid_from, policy.card.valid_until) = (Some(100), Some(200));
        };
        answer(valid, None, Acceptance { at: Some(time), ..Acceptance::default() })
    };
    assert_eq!(at(99), Err(SealError::NotYetValid { from: 100 }));
    assert_eq!(at(100), Ok(()));
    assert_eq!(at(199), Ok(()));
    assert_eq!(at(200), Err(SealError::NoLongerValid { until: 200 }));
    assert_eq!(answer(|_| {}, None, Acceptance { at: Some(i64::MAX), ..Acceptance::default() }), Ok(()));
}

#[test]
fn numbers_that_javascript_cannot_hold_are_refused() {
    for (number, expected) in [((1 << 53) - 1, Ok(())), (1 << 53, Err(SealError::Unreadable))] {
        assert_eq!(answer(|policy| policy.card.version = number, None, Acceptance::default()), expected);
        let time = i64::try_from(number).unwrap();
        assert_eq!(answer(|policy| policy.card.valid_from = Some(-time), None, Acceptance::default()), expected);
    }
}

#[test]
fn the_code_is_the_one_it_serializes_with() {
    let wanted = key(1).public_key();
    for refused in [
        SealError::NotSealed,
        SealError::Format { found: 2 },
        SealError::Length { expected: 1, found: 2 },
        SealError::TooLarge { found: 1 },
        SealError::TooMany { what: "rules", most: 1 },
        SealError::Damaged,
        SealError::BadSignature,
        SealError::Unreadable,
        SealError::NoDetector { rule: "a".to_owned() },
        SealError::Unsigned { wanted },
        SealError::OtherKey { found: key(2).public_key(), wanted },
        SealError::Older { id: "a".to_owned(), found: 1, known: 2 },
        SealError::NotYetValid { from: 1 },
        SealError::NoLongerValid { until: 1 },
    ] {
        assert_eq!(serde_json::to_value(&refused).unwrap()["code"], refused.code());
    }
}

/// The first test vector of RFC 8032, section 7.1: its keys, and that they are ours.
#[test]
fn keys_are_those_of_the_standard() {
    let private = "bezint-private-9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";
    let public = "bezint-public-d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";
    let key: PrivateKey = private.parse().unwrap();
    assert_eq!(key.public_key().to_string(), public);
    assert_eq!(key.reveal(), private);
    assert_eq!(format!("{key:?}"), "PrivateKey");
    for wrong in ["", "bezint-public-", public, &private[..78], &format!("{private}0"), &private.replace('9', "g")] {
        assert!(wrong.parse::<PrivateKey>().is_err(), "{wrong}");
    }
}

//! `bezint verify`

mod support;

use std::fs;
use support::{bezint, expect, said, scratch};

const POLICY: &str = "crates/bezint-cli/tests/policies/traced.toml";
/// Bytes before the payload of a sealed policy.
const HEAD: u64 = 22;

/// The policy, sealed in a file of this name, and then changed.
fn sealed(name: &str, change: impl FnOnce(&mut Vec<u8>)) -> String {
    let path = scratch(name);
    let (code, _, err) = said(&bezint(&["seal", POLICY, "-o", path.to_str().unwrap()], ""));
    assert_eq!((code, err.as_str()), (0, ""));
    let mut bytes = fs::read(&path).unwrap();
    change(&mut bytes);
    fs::write(&path, bytes).unwrap();
    path.into_os_string().into_string().unwrap()
}

#[test]
fn a_sealed_policy_says_what_it_is() {
    let path = sealed("whole.bezint", |_| {});
    let size = fs::metadata(&path).unwrap().len().to_string();
    let told = |options: &[&str]| {
        let (code, out, err) = said(&bezint(&[&["verify", &path], options].concat(), ""));
        assert_eq!((code, err.as_str()), (0, ""));
        assert!(out.contains(&size), "{out}");
        out.replace(&path, "traced.bezint").replace(&size, "12345")
    };
    expect("verify.txt", &told(&[]));
    expect("verify.json", &told(&["--format", "json"]));
}

#[test]
fn every_refusal_is_a_sentence() {
    let without_detectors = |bytes: &mut Vec<u8>| {
        let mut policy = bezint_core::sealed::open(bytes).unwrap();
        policy.detectors.clear();
        *bytes = bezint_core::sealed::seal(&policy, None);
    };
    let refused = [
        sealed("empty.bezint", Vec::clear),
        sealed("format.bezint", |bytes| bytes[7] = 9),
        sealed("short.bezint", |bytes| bytes.truncate(1000)),
        sealed("changed.bezint", |bytes| bytes[500] ^= 1),
        sealed("lacking.bezint", without_detectors),
        POLICY.to_owned(),
    ];
    let payload = fs::metadata(sealed("again.bezint", |_| {})).unwrap().len() - HEAD;
    let mut sentences = String::new();
    for path in refused {
        let (code, out, err) = said(&bezint(&["verify", &path], ""));
        assert_eq!((code, out.as_str()), (2, ""), "{path}");
        let name = path.rsplit('/').next().unwrap();
        sentences.push_str(&err.replace(&path, name).replace(&payload.to_string(), "12345"));
    }
    expect("verify-refused.txt", &sentences);
}

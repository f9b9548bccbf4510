//! `bezint diff`

mod support;

use std::fs;
use support::{bezint, expect, said, scratch};

const OLD: &str = "crates/bezint-cli/tests/policies/traced.toml";
const NEW: &str = "crates/bezint-cli/tests/policies/traced-later.toml";
const DRAFTS: [&str; 2] =
    ["crates/bezint-cli/tests/policies/traced.txt", "crates/bezint-cli/tests/policies/traced.drafts.toml"];

/// What it says, with the exit code that says that something changes.
fn changes(arguments: &[&str]) -> String {
    let (code, out, err) = said(&bezint(&[&["diff"], arguments].concat(), ""));
    assert_eq!((code, err.as_str()), (1, ""));
    out
}

#[test]
fn what_changes_is_told_in_words() {
    expect("diff.txt", &changes(&[OLD, NEW]));
    expect("diff-back.txt", &changes(&[NEW, OLD]));
}

#[test]
fn drafts_that_are_judged_otherwise_are_told_by_their_place() {
    let mut answers = String::new();
    for drafts in DRAFTS {
        let out = changes(&[OLD, NEW, "--drafts", drafts, "--audience", "followers"]);
        assert!(!out.contains("Sanne"), "{out}");
        answers.push_str(out.split_once("Drafts\n").unwrap().1);
    }
    expect("diff-drafts.txt", &answers);
}

#[test]
fn programs_are_told_the_same() {
    expect("diff.json", &changes(&[OLD, NEW, "--drafts", DRAFTS[0], "--format", "json"]));
}

#[test]
fn a_policy_is_the_same_as_its_sealed_form_and_in_another_order() {
    let sealed = scratch("same.bezint");
    let path = sealed.to_str().unwrap();
    assert_eq!(said(&bezint(&["seal", OLD, "-o", path], "")).0, 0);
    let (code, out, err) = said(&bezint(&["diff", path, OLD, "--drafts", DRAFTS[0]], ""));
    assert_eq!((code, err.as_str()), (0, ""));
    assert_eq!(out, "Nothing changes for anyone.\nDrafts\n  6 drafts: 0 judged otherwise, 0 stronger, 0 weaker\n");

    let mut policy = bezint_core::sealed::open(&fs::read(&sealed).unwrap()).unwrap();
    policy.rules.reverse();
    fs::write(&sealed, bezint_core::sealed::seal(&policy, None)).unwrap();
    assert_eq!(said(&bezint(&["diff", OLD, path], "")).0, 0);
}

#[test]
fn what_cannot_be_read_is_no_difference() {
    let (code, out, err) = said(&bezint(&["diff", OLD, "none.toml"], ""));
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(err.starts_with("bezint: cannot read none.toml: "), "{err}");
    let (code, out, err) = said(&bezint(&["diff", OLD, OLD, "--drafts", NEW], ""));
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(err.contains("traced-later.toml has "), "{err}");
}

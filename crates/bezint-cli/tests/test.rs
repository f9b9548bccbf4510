//! `bezint test`

mod support;

use std::{fs, path::Path};
use support::{bezint, expect, said};

const POLICY: &str = "crates/bezint-cli/tests/policies/failing.toml";
const DRAFTS: &str = "crates/bezint-cli/tests/policies/failing.drafts.toml";
const LAB: &str = "tests/policies/lab.toml";

#[test]
fn a_policy_that_holds_says_so_and_what_it_did_not_try() {
    let (code, out, err) = said(&bezint(&["test", LAB], ""));
    assert_eq!((code, err.as_str()), (0, ""));
    expect("test-holds.txt", &out);
}

#[test]
fn every_part_of_the_starter_policy_is_tried() {
    let (code, out, _) = said(&bezint(&["test", "crates/bezint-packs/policies/starter.toml"], ""));
    assert_eq!(code, 0);
    assert!(out.ends_with("0 failed; every rule, audience and action is reached\n"), "{out}");
}

#[test]
fn what_fails_is_told_by_rule_and_by_place() {
    let (code, out, err) = said(&bezint(&["test", POLICY, DRAFTS], ""));
    assert_eq!((code, err.as_str()), (1, ""));
    expect("test-fails.txt", &out);
}

#[test]
fn a_rule_is_reached_at_each_audience_it_names_and_with_each_action() {
    let (_, out, _) = said(&bezint(&["test", POLICY], ""));
    let gaps =
        out.lines().skip_while(|line| *line != "Reached by no draft:").skip(1).take_while(|line| !line.is_empty());
    let expected = [
        "  projects        the audience group",
        "  projects        the action advise",
        "  citizen-number  the audience followers",
        "  citizen-number  the action justify",
        "  projects-on-x   the rule",
    ];
    assert_eq!(gaps.collect::<Vec<_>>(), expected);
}

#[test]
fn programs_are_told_the_same() {
    let (code, out, _) = said(&bezint(&["test", POLICY, DRAFTS, "--format", "json"], ""));
    assert_eq!(code, 1);
    expect("test-fails.json", &out);
    let (code, out, _) = said(&bezint(&["test", POLICY, DRAFTS, "--format", "junit"], ""));
    assert_eq!(code, 1);
    expect("test-fails.xml", &out);
}

#[test]
fn a_draft_of_a_file_is_never_repeated() {
    let drafts = fs::read_to_string(Path::new(support::ROOT).join(DRAFTS)).unwrap();
    assert!(drafts.contains("Sanne"));
    for format in ["text", "json", "junit"] {
        let (_, out, err) = said(&bezint(&["test", POLICY, DRAFTS, "--format", format], ""));
        assert!(!out.contains("Sanne") && !err.contains("Sanne"), "{out}{err}");
    }
}

#[test]
fn mistakes_in_a_file_of_drafts_are_told_without_its_lines() {
    let path = support::scratch("mistaken.drafts.toml");
    fs::write(
        &path,
        "[[drafts]]\ndraft = \"Sanne was here\"\naction = \"confrim\"\nfound = [\"lab.project\"]\n\
         [[drafts]]\ndraft = \"Sanne\"\naudience = \"public\"\ntime = \"Sanne\"\n",
    )
    .unwrap();
    let path = path.to_str().unwrap();
    let (code, out, err) = said(&bezint(&["test", LAB, path], ""));
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(!err.contains("Sanne"), "{err}");
    expect("test-mistaken.txt", &err.replace(path, "mistaken.drafts.toml"));

    fs::write(path, "drafts = [\"Sanne was here\"]").unwrap();
    let (code, _, err) = said(&bezint(&["test", LAB, path], ""));
    assert_eq!(code, 2);
    assert!(err.contains("a table, not a text") && !err.contains("Sanne"), "{err}");

    fs::write(path, "[[drafts]]\ndraft = \"Sanne was here\n").unwrap();
    let (code, _, err) = said(&bezint(&["test", LAB, path], ""));
    assert_eq!(code, 2);
    assert!(err.contains("not TOML") && !err.contains("Sanne"), "{err}");
}

#[test]
fn a_policy_with_mistakes_is_not_tested() {
    let (code, out, err) = said(&bezint(&["test", "crates/bezint-policy/tests/mistakes/texts.toml"], ""));
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(err.contains("6 mistakes"), "{err}");
}

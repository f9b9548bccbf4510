//! Nonsense of any size gets an answer, and one that a person can read.

mod support;

use std::fs;
use support::{bezint, said, scratch};

const HEAD: &str = "[policy]\nid = \"big\"\nversion = 1\ntitle = \"Big\"\nlanguages = [\"en\"]\nstance = \"coached\"\n";
/// Bytes that an answer may have.
const MOST_TOLD: usize = 60_000;

fn detector(id: &str, finds: &str) -> String {
    format!("\n[[detectors]]\nid = \"{id}\"\ntitle = \"T\"\n{finds}\n")
}

fn rule(id: &str, when: &str) -> String {
    format!(
        "\n[[rules]]\nid = \"{id}\"\nclause = \"1\"\ntitle = \"A\"\nadvice = \"B\"\nwhen = \"{when}\"\naction = \"confirm\"\n"
    )
}

fn many(count: usize, one: impl Fn(usize) -> String) -> String {
    (0..count).map(one).collect()
}

/// What is said of a policy that has mistakes.
fn mistakes(name: &str, source: &str) -> String {
    let path = scratch(&format!("limits-{name}.toml"));
    fs::write(&path, source).unwrap();
    let (code, _, err) = said(&bezint(&["check", path.to_str().unwrap()], ""));
    assert_eq!(code, 2, "{name}");
    assert!(err.len() < MOST_TOLD, "{name}: {} bytes", err.len());
    err
}

#[test]
fn nonsense_gets_a_short_answer() {
    for (name, source, expected) in [
        ("nested-lists", format!("a = {}", "[".repeat(300_000)), "cannot recurse further"),
        ("nested-tables", format!("{HEAD}b = {}", "{ a = ".repeat(30_000)), "cannot recurse further"),
        ("one-line", "x".repeat(1_000_000), "1 mistake"),
        ("one-word", format!("{HEAD}contact = [\"{}\"]", "x".repeat(100_000)), "1 mistake"),
        ("syntax", many(20_000, |line| format!("= {line}\n")), "and 9900 more\n"),
        ("keys", HEAD.to_owned() + &many(12_000, |key| format!("key{key} = 1\n")), "and 9900 more\n"),
        ("names", format!("{HEAD}packs = [{}]", many(20_000, |name| format!("'x.{name}',"))), "and 19900 more\n"),
        (
            "large-pattern",
            HEAD.to_owned() + &detector("a.b", &format!("pattern = \"{}\"", "a{1000}".repeat(300))),
            "it is too large",
        ),
        (
            "long-term",
            HEAD.to_owned() + &detector("a.b", &format!("terms = [\"{}\"]", "x ".repeat(1_000_000))),
            "this term is longer than 1000 bytes",
        ),
        (
            "long-pattern",
            HEAD.to_owned()
                + &detector("a.b", &format!("pattern = '(?:{})'", many(500_000, |name| format!("n{name}|")))),
            "this pattern cannot be used: it is longer than 10000 bytes: list what it finds as `terms`",
        ),
        ("long-line", format!("{HEAD}contact = {}", "['x', ".repeat(800_000)), "cannot recurse further"),
        (
            "nested-pattern",
            HEAD.to_owned() + &detector("a.b", &format!("pattern = \"{}\"", "(".repeat(9_000))),
            "this pattern cannot be used",
        ),
    ] {
        let told = mistakes(name, &source);
        assert!(told.contains(expected), "{name}: {told}");
    }
}

#[test]
fn more_than_any_policy_may_hold_is_told() {
    let detectors =
        |count| many(count, |number| detector(&format!("a.b{number}"), &format!("terms = [\"t{number}\"]")));
    for (name, source, expected) in [
        ("detectors", detectors(5_001) + &rule("r", "a"), "more detectors than a policy may have, which is 5000"),
        (
            "rules",
            detectors(1) + &many(5_001, |number| rule(&format!("r{number}"), "a.b0")),
            "more rules than a policy may have, which is 5000",
        ),
        (
            "named",
            detectors(600) + &many(600, |number| rule(&format!("r{number}"), "a")),
            "more detectors in the rules than a policy may have, which is 250000",
        ),
    ] {
        let told = mistakes(name, &(HEAD.to_owned() + &source));
        assert!(told.contains(expected), "{name}: {told}");
    }
}

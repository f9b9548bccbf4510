//! Nonsense of any size gets an answer, and one that a person can read; sense of any size gets its policy.

mod support;

use std::{
    fs,
    process::Command,
    time::{Duration, Instant},
};
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

/// A name of two made-up words, of which no two numbers have the same.
fn name(number: usize) -> String {
    const SYLLABLES: [&str; 16] =
        ["ba", "do", "ki", "lu", "me", "no", "pi", "ra", "se", "ti", "vo", "wu", "za", "he", "fi", "go"];
    let word = |number: usize| (0..4).map(|place| SYLLABLES[(number >> (4 * place)) & 15]).collect::<String>();
    format!("{} {}", word((number * 40_503) & 0xFFFF), word(number))
}

/// The costliest terms there are: in all their forms, and with typing errors. Twenty thousand of them here, since this is
/// a build without optimisation; a hundred thousand take an optimised one a second or two, and 110 MiB.
#[test]
#[cfg(target_os = "linux")]
fn a_great_many_terms_are_sealed_soon_and_in_memory_in_proportion() {
    const MOST_KIB: u32 = 400_000;
    let terms: Vec<_> = (0..20_000).map(|number| format!("{:?}", name(number))).collect();
    let finds = format!(
        "match = \"inflected\"\ntypos = true\nexamples = {{ match = [{}], pass = [\"Mars\"] }}\nterms = [{}]",
        terms[77],
        terms.join(",\n")
    );
    let (policy, sealed) = (scratch("many-terms.toml"), scratch("many-terms.bezint"));
    fs::write(&policy, HEAD.to_owned() + &detector("acme.names", &finds) + &rule("names", "acme.names")).unwrap();
    let bounded = format!("ulimit -v {MOST_KIB} && exec \"$0\" \"$@\"");
    let [policy, sealed] = [&policy, &sealed].map(|path| path.to_str().unwrap());
    for arguments in [&["check", policy][..], &["seal", policy, "-o", sealed]] {
        let began = Instant::now();
        let mut command = Command::new("sh");
        let done = command.args(["-c", &bounded, env!("CARGO_BIN_EXE_bezint")]).args(arguments).output().unwrap();
        let told = String::from_utf8_lossy(&done.stderr);
        assert!(done.status.success(), "{arguments:?}: {}", told.chars().take(2_000).collect::<String>());
        assert!(began.elapsed() < Duration::from_secs(10), "{arguments:?}: {:?}", began.elapsed());
    }
}

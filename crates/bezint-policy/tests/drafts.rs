//! Files of drafts: by whose clock their times are told.

use bezint_policy::{Packs, Problem, read, read_drafts};

/// Silent from 2027 on, by the clock of Amsterdam.
const EMBARGO: &str = r#"
[policy]
id = "acme"
version = 1
title = "Acme"
languages = ["en"]
stance = "coached"
zone = "Europe/Amsterdam"

[[detectors]]
id = "acme.projects"
title = "a project"
terms = ["Neptunus"]

[[rules]]
id = "embargo"
clause = "1"
title = "Not yet."
advice = "Wait."
when = "acme.projects"
until = 2026-12-31
action = "confirm"

[rules.examples]
match = [
    { draft = "Neptunus", time = 2026-12-31T23:59:59 },
    { draft = "Neptunus", time = 2026-12-31T22:59:59, zone = "UTC" },
]
pass = [{ draft = "Neptunus", time = 2027-01-01 }, { draft = "Neptunus", time = 2026-12-31T23:00:00, zone = "UTC" }]
"#;

/// Whether each draft of a file gets what it says.
fn held(drafts: &str) -> Vec<bool> {
    let policy = read(EMBARGO, &Packs::default()).unwrap();
    let drafts = policy.read_drafts(drafts).unwrap();
    policy.try_on(&drafts).iter().map(|trial| trial.problem.is_none()).collect()
}

#[test]
fn an_embargo_is_tried_at_a_date() {
    assert_eq!(read(EMBARGO, &Packs::default()).unwrap().prove(), Ok(4));
    let draft = |more: &str, action: &str| format!("[[drafts]]\ndraft = \"Neptunus\"\n{more}action = \"{action}\"\n");
    let by_the_policy = draft("time = 2026-12-31T23:30:00\n", "confirm") + &draft("time = 2027-01-01\n", "allow");
    assert_eq!(held(&by_the_policy), [true, true]);
    let by_the_file = format!("zone = \"UTC\"\n{}", draft("time = 2026-12-31T23:30:00\n", "allow"));
    assert_eq!(held(&by_the_file), [true]);
    assert_eq!(held(&draft("time = 2026-12-31T23:30:00\nzone = \"UTC\"\n", "allow")), [true]);
    assert_eq!(held(&draft("time = 2026-12-31T23:30:00Z\n", "allow")), [true], "a moment may have its own");
}

#[test]
fn without_a_zone_a_time_is_vague() {
    let policy = read(EMBARGO, &Packs::default()).unwrap();
    let drafts = "[[drafts]]\ndraft = \"a\"\naction = \"allow\"\ntime = 2026-12-31T23:30:00\n";
    let problems = read_drafts(drafts, policy.policy()).unwrap_err();
    assert_eq!(problems.0[0].problem, Problem::NoClock);
}

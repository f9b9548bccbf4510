//! Detectors made of parts, as an author writes them; their examples prove them.

use bezint_policy::{Packs, read};

/// A policy of these detectors, proved.
fn prove(detectors: &str) {
    let source = format!(
        "[policy]\nid = \"acme\"\nversion = 1\ntitle = \"a\"\nlanguages = [\"en\"]\nstance = \"open\"\n{detectors}"
    );
    let authored = read(&source, &Packs::default()).unwrap_or_else(|problems| panic!("{problems}"));
    assert!(authored.prove().unwrap_or_else(|problems| panic!("{problems}")) > 0);
    authored.seal().unwrap();
}

#[test]
fn results_before_publication() {
    prove(
        r#"
[[detectors]]
id = "acme.results"
title = "results that are not published"
all = ["amount", "direction"]
any = ["quarter", "year", "forecast"]
none = ["sport"]
confidence = "medium"

[[detectors.near]]
terms = ["embargo"]
confidence = "high"

[detectors.parts.amount]
pattern = '(?i)[0-9]+([.,][0-9]+)? ?(%|million|mln)'
[detectors.parts.direction]
terms = ["loss", "profit", "growth"]
allowed = ["growth mindset"]
[detectors.parts.quarter]
pattern = '\bQ[1-4]\b'
[detectors.parts.year]
terms = ["this year", "next year"]
[detectors.parts.forecast]
terms = ["forecast"]
[detectors.parts.sport]
terms = ["match", "goal"]

[detectors.examples]
match = [
    { draft = "So Q3 has a loss of 3 million, wow", found = ["Q3 has a loss of 3 million"], confidence = "medium" },
    { draft = "Under embargo: 12% growth this year!", found = ["12% growth this year"], confidence = "high" },
    { draft = "Growth of 4% in the forecast. Ask me. A loss of 2 mln next year.", found = ["Growth of 4% in the forecast", "loss of 2 mln next year"] },
]
pass = [
    "A loss of 3 million",
    "Q3 was a loss. 3 million people know",
    "A loss of 3-1, 10% of the match left, and no goal this year",
    "A growth mindset makes 10% more happy this year",
]
"#,
    );
}

#[test]
fn enough_different_ones_within_so_many_characters() {
    prove(
        r#"
[[detectors]]
id = "acme.customers"
title = "the name of a customer"
terms = ["Globex"]
allowed = ["Globex Arena"]

[[detectors]]
id = "acme.person"
title = "a customer's particulars"
any = ["customer", "number", "street"]
at_least = 2
within = 30
parts.customer = { detector = "acme.customers" }
parts.number = { pattern = '\b[0-9]{6}\b' }
parts.street = { pattern = '\b[A-Z][a-z]+straat [0-9]+' }
examples.match = [
    { draft = "Globex, 123456", found = ["Globex, 123456"] },
    { draft = "é 123456 – Dorpsstraat 5 – Globex", found = ["123456 – Dorpsstraat 5 – Globex"] },
]
examples.pass = [
    "Globex Globex Globex",
    "Globex Arena, 123456",
    "Globex pays, and much further on there is 123456",
]

[[detectors]]
id = "acme.both"
title = "both"
parts.customer = { detector = "acme.customers" }
parts.late = { terms = ["late"] }
examples = { match = ["Globex is late"], pass = ["Globex", "late"] }
"#,
    );
}

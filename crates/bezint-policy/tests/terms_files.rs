//! Terms in a text file beside the policy.

use bezint_core::policy::{Find, Kind, Matching, Terms};
use bezint_policy::{Layers, Misread, Packs, read};

const POLICY: &str = r#"
[policy]
id = "acme"
version = 1
title = "Acme"
languages = ["en"]
stance = "open"

[[detectors]]
id = "acme.projects"
title = "the name of a project"
terms = ["Sirius"]
terms_file = "terms/projects.txt"
match = "inflected"

[[detectors]]
id = "acme.both"
title = "a project and a customer"
parts.project.terms_file = "terms/projects.txt"
parts.customer.terms = "Globex"
"#;

/// The terms of both detectors, with this text in the file.
fn terms(text: &str) -> Result<[Terms; 2], Misread> {
    let load = |path: &str| {
        assert_eq!(path, "policies/terms/projects.txt");
        Ok(text.to_owned())
    };
    let layers = Layers::load("policies/acme.toml", POLICY.to_owned(), load)?;
    layers.read(&Packs::default(), |authored| {
        let [one, other] = authored.policy().detectors.as_slice() else { panic!("two detectors") };
        let (Kind::Terms(terms), Kind::Combination(combination)) = (&one.kind, &other.kind) else { panic!("kinds") };
        let part = combination.parts.iter().find(|part| part.name == "project");
        let Some(Find::Terms(of_part)) = part.map(|part| part.find.clone()) else { panic!("a part with terms") };
        Ok([terms.clone(), of_part])
    })
}

fn told(text: &str) -> String {
    let Misread { path, problems, source } = terms(text).unwrap_err();
    assert_eq!(source, text);
    format!("{path}:{problems}")
}

#[test]
fn there_is_a_term_on_each_line() {
    let [terms, of_part] =
        terms("\u{FEFF}# Projects\r\nNeptunus\r\n\n  Projet   Félix\n#Jupiter\nneptunus\nC# parser").unwrap();
    assert_eq!(terms.terms, ["c# parser", "neptunus", "projet felix", "sirius"]);
    assert_eq!(terms.matching, Matching::Inflected);
    assert_eq!(of_part.terms, ["c# parser", "neptunus", "projet felix"]);
}

#[test]
fn mistakes_are_told_with_the_file_and_the_line() {
    let path = "policies/terms/projects.txt";
    assert_eq!(
        told("Neptunus\n \u{200B}\u{200B}\n# fine\n  Jupiter"),
        format!("{path}:2:2: the term `\u{200B}\u{200B}` consists of nothing that can be found")
    );
    let long = format!("Neptunus\n{}", "a".repeat(1001));
    assert_eq!(told(&long), format!("{path}:2:1: this term is longer than 1000 bytes"));
    assert_eq!(told("# nothing yet\n\n"), format!("{path}:1:1: this list of terms is empty"));
    assert_eq!(told(&"abcd\n".repeat(1 << 21)), format!("{path}:1:1: this file is too large: 5 MiB is the most"));
}

#[test]
fn a_hundred_thousand_terms_are_read_in_a_moment() {
    let text: String = (0..100_000).map(|number| format!("Codename {number}\n")).collect();
    assert_eq!(terms(&text).unwrap()[0].terms.len(), 100_001);
}

#[test]
fn without_the_file_it_is_said_where_it_can_be_read() {
    let problems = read(POLICY, &Packs::default()).unwrap_err();
    assert_eq!(
        problems.to_string(),
        "13:14: the terms stand in another file, `terms/projects.txt`, which is not here\n\
         19:28: the terms stand in another file, `terms/projects.txt`, which is not here"
    );
}

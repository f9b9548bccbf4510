//! Terms with typing errors: what is found, what is not, and that the index finds what comparing everything finds.

mod support;

use bezint_core::{
    Confidence, Engine, Evidence,
    policy::{Detector, Kind, Matching, Near, Terms, Within},
    text::fold_term,
};
use proptest::prelude::*;
use support::*;

fn mistyped(matching: Matching, words: &[&str]) -> Detector {
    let kind = Terms { terms: words.iter().map(|term| fold_term(term)).collect(), matching, typos: true };
    Detector { kind: Kind::Terms(kind), ..terms("typos", matching, &[]) }
}

fn names() -> Engine {
    engine(vec![mistyped(Matching::Inflected, &["Neptunus", "Project Aardappel", "Rivièrawijk88", "Oak", "Jupiters"])])
}

#[test]
fn one_letter_may_be_off_in_a_long_term_and_two_in_a_longer_one() {
    let engine = names();
    for draft in [
        "Neptunnus",
        "Neptnus",
        "Neptumus",
        "Netpunus",
        "neptunsu",
        "NEPUTNUS",
        "Neptnusproject",
        "#neptunnus",
        "Nep-tunus",
        "Project Aardapel",
        "projct ardappel",
        "Projcet Aardapepl",
        "projekt aardapple",
        "projectaardappel",
        "Rivierawijk8",
        "Rivierwijk88",
        "Jupiter",
    ] {
        let expected: &[&str] = match draft {
            "Rivierawijk8" => &[],
            "#neptunnus" => &["neptunnus"],
            _ => &[draft],
        };
        assert_eq!(words(&engine, &format!("over {draft}, ja")), expected, "{draft}");
    }
}

#[test]
fn what_is_another_word_is_not_found() {
    let engine = names();
    for draft in [
        "Septunus",
        "Nptnus",
        "Neptun",
        "Oka",
        "Project Aardbei",
        "Rivièrawijk89",
        "Rivièrawijk888",
        "aNeptnus",
        "Neptnusse1",
        "Prject Ardapel",
        "N3ptumus",
    ] {
        assert_eq!(words(&engine, draft), [""; 0], "{draft}");
    }
    let allowed = Detector { allowed: vec!["neptunes".to_owned()], ..mistyped(Matching::Word, &["Neptunus"]) };
    assert_eq!(words(&support::engine(vec![allowed]), "Neptunes Neptumus"), ["Neptumus"]);
}

#[test]
fn a_typing_error_is_worth_less_and_told() {
    let near: [Near; 1] = [near(&["codenaam"], Within::Sentence, Some(Confidence::High))];
    let engine = engine(vec![weighed(mistyped(Matching::Word, &["Neptunus"]), Some(Confidence::Medium), &near)]);
    let told = |draft: &str| {
        let finding = evaluate(&engine, draft).findings.swap_remove(0);
        (finding.confidence, finding.evidence.first().cloned())
    };
    let off = Some(Evidence::Typos { letters: 1 });
    assert_eq!(told("Neptunus"), (Confidence::Medium, None));
    assert_eq!(told("Neptumus"), (Confidence::Low, off.clone()));
    assert_eq!(told("codenaam Neptumus"), (Confidence::Medium, off));
    assert_eq!(told("Neptumus of Neptunus"), (Confidence::Medium, None), "the same term, where it is written right");
    let trace = engine.explain("Neptumus", &Default::default());
    assert_eq!(trace.candidates[0].typos, Some(1));
}

/// The distance between two texts, all of it, with what must not change.
fn naive_distance(term: &[char], word: &[char]) -> usize {
    let cost = |of: &[char]| if of.iter().any(char::is_ascii_digit) { 99 } else { 1 };
    let mut rows = vec![vec![0; word.len() + 1]; term.len() + 1];
    for i in 0..=term.len() {
        for j in 0..=word.len() {
            let mut best = if i + j == 0 { 0 } else { 99 };
            if i > 0 {
                best = best.min(rows[i - 1][j] + cost(&term[i - 1..i]));
            }
            if j > 0 {
                best = best.min(rows[i][j - 1] + cost(&word[j - 1..j]));
            }
            if i > 0 && j > 0 {
                let (a, b) = (term[i - 1], word[j - 1]);
                best = best.min(rows[i - 1][j - 1] + if a == b { 0 } else { cost(&[a, b]) });
            }
            if i > 1 && j > 1 && term[i - 1] == word[j - 2] && term[i - 2] == word[j - 1] {
                best = best.min(rows[i - 2][j - 2] + cost(&[term[i - 1], term[i - 2]]));
            }
            rows[i][j] = best;
        }
    }
    rows[term.len()][word.len()]
}

/// Every piece of a draft that is a term with as many errors as it may have.
fn naive(terms: &[String], draft: &str) -> Vec<(usize, usize)> {
    let draft: Vec<char> = draft.chars().collect();
    let mut found = Vec::new();
    for term in terms {
        let term: Vec<char> = term.chars().collect();
        let letters = term.iter().filter(|c| c.is_alphabetic()).count();
        let most = usize::from(letters >= 8) + usize::from(letters >= 14);
        let is_letter = |at: Option<&char>| at.is_some_and(|c| c.is_alphanumeric());
        for start in 0..draft.len() {
            for end in start + 1..=draft.len().min(start + term.len() + most) {
                if draft[start] == term[0]
                    && !is_letter(start.checked_sub(1).and_then(|before| draft.get(before)))
                    && !is_letter(draft.get(end))
                    && naive_distance(&term, &draft[start..end]) <= most
                {
                    found.push((start, end));
                }
            }
        }
    }
    found
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// What is found is a term with so few errors, and wherever one stands something is found.
    #[test]
    fn the_index_finds_what_comparing_everything_finds(
        (terms, drafts) in prop::collection::vec("[ab][abcé1]{6,9}( [abé]{2,7})?", 1..4).prop_flat_map(|terms| {
            let of_terms = prop::sample::select(terms.clone());
            let change = (0_usize..20, prop::sample::select(vec!["", "a", "b", "é", "1", " ", "swap"]));
            let word = (of_terms, prop::collection::vec(change, 0..4)).prop_map(|(term, changes)| {
                let mut letters: Vec<char> = term.chars().collect();
                for (place, change) in changes {
                    let (place, next) = (place % letters.len(), (place + 1) % letters.len());
                    match change {
                        "swap" => letters.swap(place, next),
                        "" => drop(letters.remove(place)),
                        other if place % 2 == 0 => letters.insert(place, other.chars().next().unwrap()),
                        other => letters[place] = other.chars().next().unwrap(),
                    }
                    if letters.is_empty() {
                        break;
                    }
                }
                letters.into_iter().collect::<String>()
            });
            (Just(terms), prop::collection::vec(prop::collection::vec(word, 1..4).prop_map(|words| words.join(" ")), 6))
        }),
    ) {
        let folded: Vec<String> = terms.iter().map(|term| fold_term(term)).collect();
        let terms: Vec<&str> = terms.iter().map(String::as_str).collect();
        let engine = engine(vec![mistyped(Matching::Word, &terms)]);
        for draft in drafts {
            let draft = fold_term(&draft);
            let spans: Vec<_> = evaluate(&engine, &draft).findings.into_iter().flat_map(|finding| finding.spans)
                .map(|span| (span.start as usize, span.end as usize)).collect();
            let expected = naive(&folded, &draft);
            for span in &spans {
                prop_assert!(expected.contains(span), "{:?} in {:?} for {:?}", span, draft, folded);
            }
            for (start, end) in expected {
                let is_met = spans.iter().any(|(from, to)| *from < end && start < *to);
                prop_assert!(is_met, "{:?} in {:?} for {:?}", (start, end), draft, folded);
            }
        }
    }
}

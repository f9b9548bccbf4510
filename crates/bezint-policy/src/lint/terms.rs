//! Terms that are common words, that say the same as others, or that are never found.

use super::{Warnings, ordinary};
use crate::{Authored, Problem, written::WrittenDetector};
use aho_corasick::AhoCorasick;
use bezint_core::{
    Confidence,
    policy::{Detector, Kind, Matching, Terms},
};
use std::collections::{BTreeMap, BTreeSet};

/// Terms that a term is compared with at most: a policy of a hundred thousand must not take minutes.
const MOST_COMPARED: usize = 500;

pub(super) fn warn(authored: &Authored<'_>, warnings: &mut Warnings) {
    let common: BTreeSet<&'static str> = ordinary::words().collect();
    for (detector, written) in authored.policy.detectors.iter().zip(&authored.detectors) {
        let Kind::Terms(Terms { terms, matching }) = &detector.kind else { continue };
        if written.id.is_none() {
            continue;
        }
        if detector.confidence >= Some(Confidence::Medium) {
            ordinary_words(written, terms, *matching, &common, warnings);
        }
        overlapping(authored.source, written, terms, *matching, warnings);
        silenced(detector, written, terms, warnings);
    }
}

/// Terms that people use in every other post.
fn ordinary_words(
    written: &WrittenDetector,
    terms: &[String],
    matching: Matching,
    common: &BTreeSet<&'static str>,
    warnings: &mut Warnings,
) {
    let listed: BTreeSet<&str> = written.terms.iter().map(|(_, term)| term.as_str()).collect();
    let of_file = terms.iter().filter(|term| !listed.contains(term.as_str()));
    let of_file = of_file.filter_map(|term| Some((written.terms_file.as_ref()?, term)));
    for (place, term) in written.terms.iter().map(|(place, term)| (place, term)).chain(of_file) {
        let problem = match matching {
            _ if common.contains(term.as_str()) => Problem::CommonTerm { term: term.clone() },
            Matching::Word | Matching::Inflected => continue,
            Matching::Part => match common.iter().find(|word| word.contains(term.as_str())) {
                Some(word) => Problem::CommonPart { term: term.clone(), word },
                None => continue,
            },
        };
        warnings.push((place.clone(), problem));
    }
}

/// Terms that are there twice, and terms that hold another, whose places are found without them.
fn overlapping(source: &str, written: &WrittenDetector, terms: &[String], matching: Matching, warnings: &mut Warnings) {
    // Without it nothing is compared, which is a warning less: a policy of this size cannot be indexed either.
    let Ok(index) = AhoCorasick::new(terms) else { return };
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for (place, term) in &written.terms {
        if let Some(first) = seen.get(term.as_str()) {
            let line = source.get(..*first).unwrap_or_default().matches('\n').count() + 1;
            warnings.push((place.clone(), Problem::TwiceTerm { term: term.clone(), line }));
            continue;
        }
        seen.insert(term, place.start);
        let alone = |at: &aho_corasick::Match| {
            let letter = |side: Option<char>| side.is_some_and(char::is_alphanumeric);
            let before = term.get(..at.start()).and_then(|before| before.chars().next_back());
            let after = term.get(at.end()..).and_then(|after| after.chars().next());
            !letter(before) && !letter(after)
        };
        let inside = index.find_overlapping_iter(term).take(MOST_COMPARED).find(|at| {
            let shorter = at.end() - at.start() < term.len();
            shorter && (matching == Matching::Part || alone(at))
        });
        if let Some(other) = inside.and_then(|at| term.get(at.range())) {
            let (term, other) = (term.clone(), other.to_owned());
            warnings.push((place.clone(), Problem::HoldsTerm { term, other }));
        }
    }
}

/// Terms that are allowed too, and so are never found.
fn silenced(detector: &Detector, written: &WrittenDetector, terms: &[String], warnings: &mut Warnings) {
    let allowed: BTreeSet<String> = detector.allowed.iter().map(|term| value(term)).collect();
    if let (Some(place), true) = (&written.id, terms.iter().all(|term| allowed.contains(&value(term)))) {
        warnings.push((place.clone(), Problem::AllAllowed));
        return;
    }
    for (place, term) in written.terms.iter().filter(|(_, term)| allowed.contains(&value(term))) {
        warnings.push((place.clone(), Problem::AllowedTerm { term: term.clone() }));
    }
}

/// What the engine compares allowed terms by: letters and digits.
fn value(folded: &str) -> String {
    folded.chars().filter(|character| character.is_alphanumeric()).collect()
}

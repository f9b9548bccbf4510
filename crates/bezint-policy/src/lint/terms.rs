//! Terms that are common words, that say the same as others, or that are never found.

use super::{Warnings, ordinary};
use crate::{Authored, Problem, diagnostic::Walk, written::WrittenDetector};
use bezint_core::{
    Confidence,
    policy::{Detector, Kind, Matching, Terms},
};
use std::collections::{BTreeMap, BTreeSet};

/// Places of a term, and terms that begin at one, that are looked at: a term may be megabytes long.
const MOST_COMPARED: usize = 500;

pub(super) fn warn(authored: &Authored<'_>, warnings: &mut Warnings) {
    let common: BTreeSet<&'static str> = ordinary::words().collect();
    let mut walk = Walk::new(authored.source);
    for (detector, written) in authored.policy.detectors.iter().zip(&authored.detectors) {
        let Kind::Terms(Terms { terms, matching, typos }) = &detector.kind else { continue };
        if written.id.is_none() {
            continue;
        }
        if detector.confidence >= Some(Confidence::Medium) {
            ordinary_words(written, terms, *matching, &common, warnings);
        }
        if *typos {
            like_ordinary_words(written, warnings);
        }
        overlapping(&mut walk, written, terms, *matching, warnings);
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

/// Terms that an ordinary word reads like with a typing error.
fn like_ordinary_words(written: &WrittenDetector, warnings: &mut Warnings) {
    for (place, term) in &written.terms {
        if let Some(word) = ordinary::like(term).next() {
            warnings.push((place.clone(), Problem::LikeOrdinary { term: term.clone(), word }));
        }
    }
}

/// Terms that are there twice, and terms that hold another, whose places are found without them.
fn overlapping(
    walk: &mut Walk<'_>,
    written: &WrittenDetector,
    terms: &[String],
    matching: Matching,
    warnings: &mut Warnings,
) {
    let index = Beginnings::new(terms);
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for (place, term) in &written.terms {
        let (line, _) = walk.to(place.start);
        if let Some(first) = seen.get(term.as_str()) {
            warnings.push((place.clone(), Problem::TwiceTerm { term: term.clone(), line: *first }));
            continue;
        }
        seen.insert(term, line);
        if let Some(other) = index.inside(term, matching == Matching::Part) {
            let (term, other) = (term.clone(), other.to_owned());
            warnings.push((place.clone(), Problem::HoldsTerm { term, other }));
        }
    }
}

/// Terms by what they begin with: a hundred thousand are compared with each other within a second.
struct Beginnings<'t> {
    /// In order, each once.
    terms: Vec<&'t str>,
    /// For each term the place of the longest other one that it begins with.
    begun_by: Vec<Option<usize>>,
}

impl<'t> Beginnings<'t> {
    fn new(terms: &'t [String]) -> Self {
        let terms: BTreeSet<&str> = terms.iter().map(String::as_str).collect();
        let mut index = Self { terms: Vec::new(), begun_by: Vec::new() };
        for term in terms {
            // What a term begins with stands before it, and everything between the two begins with it as well.
            let begun_by = index.beginning(term, index.terms.len().checked_sub(1)).next();
            index.begun_by.push(begun_by);
            index.terms.push(term);
        }
        index
    }

    /// The terms that a text begins with, from long to short. `last` is the last term that is not after the text.
    fn beginning(&self, text: &str, last: Option<usize>) -> impl Iterator<Item = usize> {
        let shorter = |place: &usize| self.begun_by.get(*place).copied().flatten();
        let begins = move |place: &usize| self.terms.get(*place).is_some_and(|term| text.starts_with(term));
        std::iter::successors(last, shorter).take(MOST_COMPARED).filter(begins)
    }

    /// Another term inside this one: between its words, or anywhere (`part`).
    fn inside(&self, term: &str, part: bool) -> Option<&'t str> {
        let letter = |side: Option<char>| side.is_some_and(char::is_alphanumeric);
        let mut before = None;
        let starts = term.char_indices().filter(|(_, character)| {
            let inside_word = letter(before.replace(*character)) && !part;
            !inside_word
        });
        starts.take(MOST_COMPARED).find_map(|(start, _)| {
            let rest = term.get(start..)?;
            let last = self.terms.partition_point(|other| *other <= rest).checked_sub(1);
            let others = self.beginning(rest, last).filter_map(|place| self.terms.get(place).copied());
            let ends_word = |other: &&str| part || !letter(rest.get(other.len()..).and_then(|it| it.chars().next()));
            others.filter(|other| other.len() < term.len()).find(ends_word)
        })
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_term_holds_another() {
        let terms = ["a", "a b", "a b c", "b c", "ab", "star", "é"].map(String::from);
        let index = Beginnings::new(&terms);
        for (term, between_words, anywhere) in [
            ("a b c", Some("a b"), Some("a b")),
            ("xa b c", Some("b c"), Some("a b c")),
            ("b c d", Some("b c"), Some("b c")),
            ("starter", None, Some("star")),
            ("star", None, Some("a")),
            ("cafés", None, Some("a")),
            ("dé-é", Some("é"), Some("é")),
            ("", None, None),
        ] {
            assert_eq!(index.inside(term, false), between_words, "{term}");
            assert_eq!(index.inside(term, true), anywhere, "{term}");
        }
    }
}

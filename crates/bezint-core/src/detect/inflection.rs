//! A term as part of a longer word: its plural, its genitive, its diminutive, a verb made of it, a compound with it.
//!
//! No dictionary: what may follow a term is a short list of endings and of words that company names are compounded
//! with, and what follows must be one of these whole. So `Ster` is found in `sterren` and `sterproject`, and not in
//! `sterk`. The shorter the term, the less may follow it, since a short word with an ending is soon another word:
//!
//! | letters of its last word | what is found too |
//! |---|---|
//! | any | `-s`, `'s`, and compounds with a known word, with or without hyphen and a linking `s`, `e` or `en` |
//! | 4 and more | `-en`, `-es`, `-e`, `-n`, `-achtig`, diminutives, a doubled last consonant before these, a known word before it |
//! | 5 and more | `-t`, `-te`, `-ten`, `-d`, `-de`, `-den`, `-ed`, `-ing` |

use std::ops::Range;

/// Letters that the last word of a term has at least for what is risky after a shorter one.
const FEW: usize = 4;
const MANY: usize = 5;

/// Plurals and genitives of any word.
const PLURALS: &[&str] = &["'s", "s"];
/// Plurals and diminutives of words that are not short.
const ENDINGS: &[&str] = &[
    "'", "en", "n", "e", "es", "je", "jes", "tje", "tjes", "pje", "pjes", "etje", "etjes", "'tje", "'tjes", "achtig",
    "achtige",
];
/// Those of the above before which the last consonant is written twice.
const AFTER_DOUBLED: &[&str] = &["en", "es", "etje", "etjes", "ed", "ing", "er", "ers"];
/// What verbs end in.
const VERBS: &[&str] = &["t", "te", "ten", "d", "de", "den", "ed", "ing"];
/// What joins the words of a compound.
const LINKS: &[&str] = &["", "-", "s", "s-", "e", "e-", "en", "en-", "'s-"];

/// Words that names are compounded with, after the name.
const TAILS: &[&str] = &[
    "account",
    "afdeling",
    "akkoord",
    "begroting",
    "bod",
    "budget",
    "campagne",
    "case",
    "cijfer",
    "code",
    "collega",
    "concept",
    "contract",
    "data",
    "deal",
    "deck",
    "demo",
    "document",
    "dossier",
    "event",
    "fabriek",
    "familie",
    "fase",
    "feature",
    "fusie",
    "groep",
    "group",
    "kantoor",
    "klant",
    "lancering",
    "launch",
    "leider",
    "lijst",
    "locatie",
    "loods",
    "manager",
    "medewerker",
    "meeting",
    "memo",
    "model",
    "nieuws",
    "nota",
    "offerte",
    "omgeving",
    "omzet",
    "opdracht",
    "order",
    "overeenkomst",
    "overleg",
    "overname",
    "pand",
    "pilot",
    "plan",
    "planning",
    "platform",
    "portaal",
    "presentatie",
    "prijs",
    "product",
    "programma",
    "program",
    "project",
    "rapport",
    "release",
    "report",
    "roadmap",
    "server",
    "site",
    "software",
    "strategie",
    "systeem",
    "team",
    "tender",
    "terrein",
    "test",
    "traject",
    "update",
    "versie",
    "vestiging",
    "voorstel",
    "zaak",
];
/// Words that stand before a name, written as one word with it, as hashtags are.
const HEADS: &[&str] = &["codenaam", "deal", "dossier", "operatie", "operation", "programma", "project", "team"];

/// The span of the whole word that a term at this span is a form or a part of, if it is one.
pub(super) fn widened(text: &str, term: Range<usize>) -> Option<Range<usize>> {
    let words = text.get(term.clone())?;
    let letters = words.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default().chars().count();
    let start = begin(text, term.start, letters)?;
    let rest = text.get(term.end..)?;
    Some(start..term.end + follow(words, rest, letters)?)
}

/// Where the word begins that a term is in: at the term, or at a known word before it.
fn begin(text: &str, start: usize, letters: usize) -> Option<usize> {
    let before = text.get(..start)?;
    if !before.ends_with(char::is_alphanumeric) {
        return Some(start);
    }
    HEADS.iter().filter(|_| letters >= FEW).find_map(|head| {
        let at = start.checked_sub(head.len())?;
        let stands = before.get(at..)?.eq_ignore_ascii_case(head);
        (stands && !before.get(..at)?.ends_with(char::is_alphanumeric)).then_some(at)
    })
}

/// How many bytes after a term still belong to its word: the longest that is allowed there and ends the word.
fn follow(term: &str, rest: &str, letters: usize) -> Option<usize> {
    let ends = |len: &usize| rest.get(*len..).is_some_and(|after| !after.starts_with(char::is_alphanumeric));
    let plain = [(PLURALS, 0), (ENDINGS, FEW), (VERBS, MANY)].into_iter().filter(|(_, least)| letters >= *least);
    let plain = plain.flat_map(|(endings, _)| endings).filter_map(|ending| after(rest, 0, ending));
    let last = term.chars().next_back().filter(|last| last.is_ascii_alphabetic() && !"aeiou".contains(*last));
    let doubled = last.filter(|last| letters >= FEW && rest.starts_with(|next: char| next.eq_ignore_ascii_case(last)));
    let doubled = doubled.into_iter().flat_map(|_| AFTER_DOUBLED).filter_map(|ending| after(rest, 1, ending));
    let tails = LINKS
        .iter()
        .filter_map(|link| after(rest, 0, link))
        .flat_map(|at| TAILS.iter().filter_map(move |tail| after(rest, at, tail)));
    let tails = tails.flat_map(|at| {
        let endings = PLURALS.iter().chain(ENDINGS).filter_map(move |ending| after(rest, at, ending));
        std::iter::once(at).chain(endings)
    });
    std::iter::once(0).chain(plain).chain(doubled).chain(tails).filter(ends).max()
}

/// Where an ending ends, if it stands at this place.
fn after(rest: &str, at: usize, ending: &str) -> Option<usize> {
    let end = at + ending.len();
    rest.get(at..end)?.eq_ignore_ascii_case(ending).then_some(end)
}

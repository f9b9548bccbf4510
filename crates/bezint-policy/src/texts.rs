//! Text files beside a policy: one term a line, and remarks after `#`.

use crate::{Diagnostics, Problem, Severity};
use bezint_core::{limits::MOST_TERM, text::fold_term};
use std::{collections::BTreeMap, ops::Range};

/// Bytes of a text file at most.
const MOST_BYTES: usize = 5 << 20;

/// The terms of text files, folded, by the name that a policy has for the file.
#[derive(Debug, Default)]
pub(crate) struct Texts(BTreeMap<String, Vec<String>>);

impl Texts {
    pub fn add(&mut self, named: &str, terms: Vec<String>) {
        self.0.insert(named.to_owned(), terms);
    }

    pub fn get(&self, named: &str) -> Option<&[String]> {
        self.0.get(named).map(Vec::as_slice)
    }
}

/// The terms of a text.
pub(crate) fn terms(text: &str) -> Result<Vec<String>, Diagnostics> {
    let located = |problems| Err(Diagnostics::locate(text, problems, Severity::Error));
    if text.len() > MOST_BYTES {
        return located(vec![(0..0, Problem::TooLargeFile { mib: MOST_BYTES >> 20 })]);
    }
    let (mut terms, mut problems) = (Vec::new(), Vec::new());
    for (span, term) in lines(text) {
        let folded = fold_term(term);
        if folded.is_empty() {
            problems.push((span, Problem::BlankTerm { term: term.to_owned() }));
        } else if term.len() > MOST_TERM {
            problems.push((span, Problem::LongTerm { most: MOST_TERM }));
        } else {
            terms.push(folded);
        }
    }
    if terms.is_empty() && problems.is_empty() {
        problems.push((0..0, Problem::Empty { what: "this list of terms" }));
    }
    if problems.is_empty() { Ok(terms) } else { located(problems) }
}

/// The lines that hold a term, each with its place.
fn lines(text: &str) -> impl Iterator<Item = (Range<usize>, &str)> {
    let begins = std::iter::once(0).chain(text.match_indices('\n').map(|(end, _)| end + 1));
    begins.zip(text.split('\n')).filter_map(|(start, line)| {
        // An editor may have put a mark of the byte order before the first.
        let term = line.trim_start_matches('\u{FEFF}').trim();
        let start = start + line.find(term)?;
        (!term.is_empty() && !term.starts_with('#')).then_some((start..start + term.len(), term))
    })
}

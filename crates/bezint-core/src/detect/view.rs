//! The texts that a draft is looked at as: folded, as typed, and with its disguises off.

use crate::{
    Disguise,
    text::{Folded, Reading},
};
use std::ops::Range;

/// One of the texts, what is looked for in it, and the way back to the draft.
#[derive(Debug, Clone, Copy)]
pub(super) struct View<'draft> {
    pub(super) text: &'draft str,
    pub(super) with_terms: bool,
    /// Whether patterns and numbers are looked for.
    pub(super) with_shapes: bool,
    folded: Option<&'draft Folded<'draft>>,
    reading: Option<&'draft Reading>,
}

/// All views of a draft: two at most, if nothing in it is disguised.
pub(super) fn views<'draft>(
    draft: &'draft str,
    folded: &'draft Folded<'_>,
    readings: &'draft [Reading],
) -> Vec<View<'draft>> {
    let read = View::folded(folded);
    let typed = View { text: draft, with_terms: false, folded: None, ..read };
    let readings = readings.iter().map(|reading| View {
        text: reading.text(),
        with_shapes: reading.has_shapes(),
        reading: Some(reading),
        ..read
    });
    std::iter::once(read).chain((!folded.is_as_typed()).then_some(typed)).chain(readings).collect()
}

impl<'draft> View<'draft> {
    /// The folded draft.
    pub(super) fn folded(folded: &'draft Folded<'_>) -> Self {
        Self { text: folded.text(), with_terms: true, with_shapes: true, folded: Some(folded), reading: None }
    }

    /// The span of the draft as typed that a span of this text is; `None`: another view shows it as well.
    pub(super) fn typed(&self, span: Range<usize>) -> Option<Range<usize>> {
        let span = match self.reading {
            Some(reading) => reading.folded(span)?,
            None => span,
        };
        Some(self.folded.map_or(span.clone(), |folded| folded.typed(span)))
    }

    /// Whether terms with typing errors are looked for: not where guessing has begun already.
    pub(super) fn with_typos(&self) -> bool {
        self.with_terms && self.reading.is_none()
    }

    /// What disguises a span of this text.
    pub(super) fn disguise(&self, span: &Range<usize>) -> Option<Disguise> {
        self.reading.map(|reading| reading.disguise(span))
    }

    /// Whether this is the folded draft itself.
    pub(super) fn is_folded(&self) -> bool {
        self.folded.is_some() && self.reading.is_none()
    }

    /// Whether this is the draft as typed, where folding changed it.
    pub(super) fn is_typed(&self) -> bool {
        self.folded.is_none()
    }

    /// The span of the folded text that a span of this text, if it is the draft as typed, is without any change.
    pub(super) fn unchanged(&self, folded: &Folded<'_>, span: &Range<usize>) -> Option<Range<usize>> {
        self.folded.is_none().then(|| folded.unchanged(span)).flatten()
    }

    /// Whether a word may begin or end here, whatever stands on the other side.
    pub(super) fn is_edge(&self, at: usize) -> bool {
        self.reading.is_some_and(|reading| reading.is_edge(at))
    }
}

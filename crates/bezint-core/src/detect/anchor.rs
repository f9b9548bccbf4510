//! Where the engine looks for a pattern.
//!
//! A regular expression is run only where it can match. Every match of it holds a *core*: one of a few literals, such as
//! `ghp_`, or a run of certain bytes, such as nine digits; an expression of alternatives may have a core for each. One
//! pass over the draft finds the cores of all patterns. From a core, a match can only *reach* so far to either side, and
//! only over bytes that the expression can match there, in their order; that gives a window. Windows that meet are joined, and the
//! expression is searched in each.
//!
//! # Why this finds exactly what a search of the whole draft finds
//! - Each match of the search of the whole draft holds a core, and the window of that core covers the match.
//! - A search in a window sees the draft around the window too (`^`, `$` and `\b` look outside it), so it finds no match
//!   that does not exist. Nor does the window's end cut a match short: if the expression matches from a byte of the
//!   window at all, its match from there in the whole draft holds a core too, and the window of that core, which meets
//!   this one in that byte, is joined to it.
//!
//! The cores are chosen when the policy is sealed, by [`Anchor::derive`]; loading a policy parses no expression.

use super::bytes::ByteSet;
use serde::{Deserialize, Serialize};

mod cores;
mod derive;

/// Where the engine looks for a pattern, so that it costs nothing where it cannot match.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Anchor {
    /// Nowhere in particular: no core is rare enough in ordinary text to be worth looking for.
    Everywhere,
    /// Around cores: every match holds at least one of them.
    Cores(Vec<Around>),
}

/// A core, and how far a match can go around it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Around {
    /// What the match holds.
    pub core: Core,
    /// What it can hold before the core, going away from it.
    pub before: Reach,
    /// What it can hold from the beginning of a literal on, or after a run.
    pub after: Reach,
}

/// What a match of a pattern holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Core {
    /// One of these byte strings; ASCII letters in either case.
    Literals(Vec<Vec<u8>>),
    /// A run of certain bytes.
    Run {
        /// The bytes.
        bytes: ByteSet,
        /// How many at least.
        min: u32,
    },
}

/// How far a match can go on one side of its core: so many steps, one after the other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reach {
    /// Bytes at least.
    pub min: u32,
    /// The steps, the first one next to the core.
    pub steps: Vec<Step>,
}

/// Certain bytes, any number of them up to a limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// Bytes at most; `None`: no limit.
    pub max: Option<u32>,
    /// The bytes that can stand there.
    pub bytes: ByteSet,
}

impl Reach {
    /// No way at all.
    pub(crate) const NONE: Self = Self { min: 0, steps: Vec::new() };

    /// At least and at most so many of certain bytes.
    pub(crate) fn new(min: u32, step: Step) -> Self {
        let steps = if step.max == Some(0) { Vec::new() } else { vec![step] };
        Self { min, steps }
    }

    /// First this far, then that far.
    pub(crate) fn then(mut self, next: &Self) -> Self {
        self.min = self.min.saturating_add(next.min);
        for step in &next.steps {
            match self.steps.last_mut().filter(|last| last.merges(step)) {
                Some(last) => *last = last.with(step),
                None => self.steps.push(*step),
            }
        }
        self
    }

    /// Either this far or that far.
    pub(crate) fn or(&self, other: &Self) -> Self {
        if self.steps == other.steps {
            return Self { min: self.min.min(other.min), steps: self.steps.clone() };
        }
        let (one, another) = (self.in_one(), other.in_one());
        let max = one.max.zip(another.max).map(|(one, another)| one.max(another));
        Self::new(self.min.min(other.min), Step { max, bytes: one.bytes.union(another.bytes) })
    }

    /// All steps as one that reaches as far at least.
    pub(crate) fn in_one(&self) -> Step {
        self.steps.iter().fold(Step { max: Some(0), bytes: ByteSet::NONE }, |so_far, step| so_far.with(step))
    }

    /// How far it goes into bytes that lead away from the core.
    ///
    /// A step goes as far as it can: from wherever it began, the next could go no further than from there.
    pub(crate) fn over(&self, bytes: impl Iterator<Item = u8>) -> usize {
        let mut bytes = bytes.peekable();
        let steps = self.steps.iter();
        steps
            .map(|step| {
                (0..step.limit()).take_while(|_| bytes.next_if(|byte| step.bytes.contains(*byte)).is_some()).count()
            })
            .sum()
    }
}

impl Step {
    /// Bytes at most.
    pub(crate) fn limit(&self) -> usize {
        self.max.and_then(|max| usize::try_from(max).ok()).unwrap_or(usize::MAX)
    }

    /// Whether little is lost by seeing this step and the next one as one: none that goes on for ever gets more bytes.
    fn merges(&self, next: &Self) -> bool {
        let union = self.bytes.union(next.bytes);
        (self.max.is_some() || union == self.bytes) && (next.max.is_some() || union == next.bytes)
    }

    fn with(&self, next: &Self) -> Self {
        let max = self.max.zip(next.max).and_then(|(first, second)| first.checked_add(second));
        Self { max, bytes: self.bytes.union(next.bytes) }
    }
}

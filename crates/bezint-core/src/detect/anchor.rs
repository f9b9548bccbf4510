//! Where the engine looks for a pattern.
//!
//! A regular expression is run only where it can match. Every match of it holds a *core*: one of a few literals, such as
//! `ghp_`, or a run of certain bytes, such as nine digits; an expression of alternatives may have a core for each. One
//! pass over the draft finds the cores of all patterns. From a core, a match can only *reach* so far to either side, and
//! only over bytes that the expression can match there; that gives a window. Windows that meet are joined, and the
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
    /// What it can hold before the core.
    pub before: Reach,
    /// What it can hold after the core.
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

/// How far a match can go on one side of its core.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reach {
    /// Bytes at least.
    pub min: u32,
    /// Bytes at most; `None`: no limit.
    pub max: Option<u32>,
    /// The bytes that can stand there.
    pub bytes: ByteSet,
}

impl Reach {
    /// No way at all.
    pub(crate) const NONE: Self = Self { min: 0, max: Some(0), bytes: ByteSet::NONE };

    /// First this far, then that far.
    pub(crate) fn then(self, next: Self) -> Self {
        Self {
            min: self.min.saturating_add(next.min),
            max: self.max.zip(next.max).and_then(|(first, second)| first.checked_add(second)),
            bytes: self.bytes.union(next.bytes),
        }
    }

    /// Either this far or that far.
    pub(crate) fn or(self, other: Self) -> Self {
        Self {
            min: self.min.min(other.min),
            max: self.max.zip(other.max).map(|(one, another)| one.max(another)),
            bytes: self.bytes.union(other.bytes),
        }
    }

    /// How far it goes into bytes that lead away from the core.
    pub(crate) fn over(&self, bytes: impl Iterator<Item = u8>) -> usize {
        let limit = self.max.and_then(|max| usize::try_from(max).ok()).unwrap_or(usize::MAX);
        bytes.take(limit).take_while(|&byte| self.bytes.contains(byte)).count()
    }
}

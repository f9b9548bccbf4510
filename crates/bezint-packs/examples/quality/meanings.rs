//! Which detectors mean what a case is about: `meanings.toml`.

use crate::cases::Case;
use serde::Deserialize;
use std::{collections::BTreeMap, error::Error};

/// For each file, what its cases are about.
#[derive(Deserialize)]
pub struct Meanings(BTreeMap<String, BTreeMap<String, Meaning>>);

/// The detectors that mean a format.
#[derive(Deserialize)]
#[serde(untagged)]
pub enum Meaning {
    /// In the text as it is. Ids or groups.
    Bare(Vec<String>),
    /// Numbers without a check are found by the words around them: here these words stand before each.
    After { words: String, detectors: Vec<String> },
}

/// What the cases of one file are about; of a file that is not in the table, anything.
#[derive(Clone, Copy)]
pub struct Formats<'m>(Option<&'m BTreeMap<String, Meaning>>);

impl Meanings {
    /// The table.
    pub fn read() -> Result<Self, Box<dyn Error>> {
        Ok(toml::from_str(include_str!("meanings.toml"))?)
    }

    /// Its part for a file.
    pub fn of(&self, file: &str) -> Formats<'_> {
        Formats(self.0.get(file))
    }
}

impl<'m> Formats<'m> {
    /// What means a case; `None`: no detector is for it.
    pub fn meaning(self, case: &Case) -> Option<&'m Meaning> {
        static ANYTHING: Meaning = Meaning::Bare(Vec::new());
        let Some(formats) = self.0 else { return Some(&ANYTHING) };
        case.about().chain(["all"]).find_map(|about| formats.get(about))
    }
}

impl Meaning {
    /// What stands before the text of a case.
    pub fn words(&self) -> &str {
        match self {
            Self::Bare(_) => "",
            Self::After { words, .. } => words,
        }
    }

    /// Whether a detector is one of those.
    pub fn is(&self, detector: &str) -> bool {
        let (Self::Bare(named) | Self::After { detectors: named, .. }) = self;
        let stands_for = |name: &String| {
            detector.strip_prefix(name.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        };
        named.is_empty() || named.iter().any(stands_for)
    }
}

//! What a person made of the cases that are not answered as labelled: `adjudicated.toml`.
//!
//! A case is known by a digest of its text, so that none of other people's words are kept here.

use serde::Deserialize;
use sha2::{Digest, Sha256};
use std::{
    collections::{BTreeMap, BTreeSet},
    error::Error,
    fmt::Write,
};

pub const HEADING: &str = concat!(
    "                          not as labelled: each read, and found to be\n",
    "file                       cases   right   wrong  unread   no more"
);

/// The rulings on the cases of each file.
#[derive(Deserialize)]
pub struct Adjudicated(BTreeMap<String, Vec<Ruling>>);

/// What is true of some cases.
#[derive(Deserialize)]
struct Ruling {
    /// Whether Bezint is right, and the label does not speak of what it does.
    right: bool,
    why: String,
    /// Digests of their texts.
    cases: BTreeSet<String>,
}

impl Adjudicated {
    /// All of them.
    pub fn read() -> Result<Self, Box<dyn Error>> {
        Ok(toml::from_str(include_str!("adjudicated.toml"))?)
    }

    /// One line of the table, from the texts of a file that are not answered as labelled: how many are right, how many
    /// wrong, how many nobody has ruled on, and how many rulings are on what is answered as labelled by now.
    pub fn row<'t>(&self, file: &str, texts: impl Iterator<Item = &'t str>) -> String {
        let texts: BTreeSet<String> = texts.map(digest).collect();
        let rulings = self.0.get(file).map_or(&[][..], Vec::as_slice);
        let of = |right| {
            let ruled = rulings.iter().filter(|ruling| ruling.right == right);
            ruled.map(|ruling| ruling.cases.intersection(&texts).count()).sum::<usize>()
        };
        let (right, wrong) = (of(true), of(false));
        let unread = texts.len() - right - wrong;
        let gone: usize = rulings.iter().map(|ruling| ruling.cases.difference(&texts).count()).sum();
        format!("{file:<24}{:>8}{right:>8}{wrong:>8}{unread:>8}{gone:>10}", texts.len())
    }

    /// The rulings on the texts of a file, and the digests of those without one, to be read.
    pub fn list<'t>(&self, file: &str, texts: impl Iterator<Item = &'t str>) -> String {
        let mut list = String::from("\nRulings\n");
        let rulings = self.0.get(file).map_or(&[][..], Vec::as_slice);
        for text in texts {
            let digest = digest(text);
            let ruling = rulings.iter().find(|ruling| ruling.cases.contains(&digest));
            let said = ruling.map_or("unread", |ruling| ruling.why.as_str());
            let _ = writeln!(list, "{digest}\t{said}\t{text:?}");
        }
        list
    }
}

/// The first 48 bits of the SHA-256 of a text, in hexadecimal.
fn digest(text: &str) -> String {
    Sha256::digest(text).iter().take(6).fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

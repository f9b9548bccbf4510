//! The language of policies as data: which tables there are, which keys each may have, and what they are for.
//!
//! The reference page and the JSON Schemas are made of this. The reader remembers for itself which keys it asks for; a
//! test compares the two, so that neither knows a key that the other does not.

mod files;
mod tables;

pub use files::{DRAFTS, File, LAYER, PACK, POLICY};
pub use tables::tables;

/// A table of the language.
#[derive(Debug, Clone, Copy)]
pub struct Table {
    /// Its name, which [`Shape::Table`] refers to.
    pub name: &'static str,
    /// How it is written, such as `[[rules]]`.
    pub written: &'static str,
    /// What it is for, in a sentence or two.
    pub about: &'static str,
    /// Its keys, in the order in which they are told.
    pub keys: &'static [Key],
    /// What must be of its keys together.
    pub musts: &'static [Must],
}

/// What must be of several keys of a table together. A *way* is one key, or several of which any will do.
#[derive(Debug, Clone, Copy)]
pub enum Must {
    /// Exactly one of these ways is there.
    One(&'static [&'static [&'static str]]),
    /// At most one of these ways is there.
    NotTwo(&'static [&'static [&'static str]]),
    /// At least one of these keys is there.
    Some(&'static [&'static str]),
    /// The first keys are there only beside one of the second.
    Beside(&'static [&'static str], &'static [&'static str]),
    /// Beside the first key, the second has this shape, of those that it can have.
    Shaped(&'static str, &'static str, Shape),
}

/// A key of a table.
#[derive(Debug, Clone, Copy)]
pub struct Key {
    /// The key.
    pub key: &'static str,
    /// Whether it must be there.
    pub needed: bool,
    /// What its value can be.
    pub shape: Shape,
    /// What it is for, in a sentence or two.
    pub about: &'static str,
}

/// What a value can be.
#[derive(Debug, Clone, Copy)]
pub enum Shape {
    /// A text that is not empty.
    Text,
    /// A text in every language of the policy, or one text where there is one language.
    Texts,
    /// Small letters, digits and hyphens, with dots between the parts.
    Id,
    /// Two small letters.
    Language,
    /// A whole number, from and up to these.
    Number(u64, u64),
    /// A number with decimals, from and up to these.
    Decimal(f64, f64),
    /// Yes or no.
    Flag,
    /// A date, with or without time and zone.
    Moment,
    /// One of these words.
    Word(fn() -> Vec<&'static str>),
    /// A table of this name.
    Table(&'static str),
    /// A table with any ids as keys, from and up to so many, and in each a table of this name.
    ById(&'static str, u64, u64),
    /// The name of a domain, such as `acme.example`.
    Domain,
    /// One of this shape, or a list of them.
    List(&'static Shape),
    /// One of this shape, or a list of at least one.
    Filled(&'static Shape),
    /// One of these shapes.
    Either(&'static [Shape]),
}

/// The table of a name.
pub fn table(name: &str) -> Option<&'static Table> {
    tables().find(|table| table.name == name)
}

#[cfg(test)]
mod tests;

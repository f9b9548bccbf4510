//! The language of policies as data: which tables there are, which keys each may have, and what they are for.
//!
//! The reference page and the JSON Schemas are made of this. The reader remembers for itself which keys it asks for; a
//! test compares the two, so that neither knows a key that the other does not.

mod files;
mod tables;

pub use files::{DRAFTS, File, LAYER, PACK, POLICY};
pub use tables::TABLES;

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
    /// A table with any ids as keys, and in each a table of this name.
    ById(&'static str),
    /// One of this shape, or a list of them.
    List(&'static Shape),
    /// One of these shapes.
    Either(&'static [Shape]),
}

/// The table of a name.
pub fn table(name: &str) -> Option<&'static Table> {
    TABLES.iter().find(|table| table.name == name)
}

#[cfg(test)]
mod tests;

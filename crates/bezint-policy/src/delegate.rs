//! Who lets whom do what to the rules of a layer.

use std::str::FromStr;

/// What a layer lets others above it do to rules.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Delegate {
    /// The place of the layer that says so.
    pub by: u32,
    /// Their ids.
    pub rules: Vec<String>,
    /// The ids of layers above.
    pub to: Vec<String>,
    pub may: Vec<May>,
}

/// What may be done to a rule of a layer below, beyond making it stronger.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum May {
    /// Take it out.
    Off,
    /// Let it ask for less, of fewer people or for a shorter time.
    Loosen,
}

impl May {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Off => "off",
            Self::Loosen => "loosen",
        }
    }
}

impl FromStr for May {
    type Err = bezint_core::UnknownWord;

    fn from_str(found: &str) -> Result<Self, Self::Err> {
        let all = [Self::Off, Self::Loosen];
        let unknown = || Self::Err { found: found.to_owned(), expected: all.map(Self::as_str).to_vec() };
        all.into_iter().find(|may| may.as_str() == found).ok_or_else(unknown)
    }
}

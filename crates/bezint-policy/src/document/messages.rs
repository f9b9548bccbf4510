//! What a document says besides the policy's own words: `messages/<language>.toml`.

use super::times::Times;
use bezint_core::{Action, Audience, Confidence, OnError, Stance};
use serde::Deserialize;
use std::collections::BTreeMap;

/// Languages that documents can be written in.
const LANGUAGES: [(&str, &str); 2] =
    [("en", include_str!("messages/en.toml")), ("nl", include_str!("messages/nl.toml"))];

/// The messages of one language. What stands between braces is filled in.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Messages {
    pub version: String,
    pub decides: String,
    pub valid_from: String,
    pub valid_until: String,
    pub intro: Vec<String>,
    pub asks: String,
    pub why: String,
    pub looks_for: String,
    pub more: String,
    pub add: String,
    pub layers: String,
    pub layer: String,
    pub part: String,
    pub changed: String,
    pub happens: String,
    pub scope: String,
    pub sites: String,
    pub roles: String,
    pub except_roles: String,
    pub unless: String,
    pub speaks: String,
    pub silent: String,
    pub questions: String,
    pub domains: String,
    pub off: String,
    pub off_because: String,
    pub tool: String,
    pub does_label: String,
    pub does: Vec<String>,
    pub does_not_label: String,
    pub does_not: Vec<String>,
    pub corrections: String,
    pub whom: String,
    pub contact: String,
    pub no_contact: String,
    pub owner: String,
    pub audience: BTreeMap<Audience, String>,
    pub read_by: BTreeMap<Audience, String>,
    pub action: BTreeMap<Action, String>,
    pub confidence: BTreeMap<Confidence, String>,
    pub stance: BTreeMap<Stance, String>,
    pub on_error: BTreeMap<OnError, String>,
    pub times: Times,
}

impl Messages {
    /// The messages of a language, if there are any.
    pub fn of(language: &str) -> Option<Self> {
        let (_, source) = LANGUAGES.iter().find(|(code, _)| *code == language)?;
        toml::from_str(source).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_has_every_message() {
        for (language, source) in LANGUAGES {
            let messages: Messages = toml::from_str(source).unwrap_or_else(|error| panic!("{language}: {error}"));
            assert!(Audience::ALL.iter().all(|word| messages.audience.contains_key(word)), "{language}");
            assert!(Audience::ALL.iter().all(|word| messages.read_by.contains_key(word)), "{language}");
            assert!(Action::ALL.iter().all(|word| messages.action.contains_key(word)), "{language}");
            assert!(Confidence::ALL.iter().all(|word| messages.confidence.contains_key(word)), "{language}");
            assert!(Stance::ALL.iter().all(|word| messages.stance.contains_key(word)), "{language}");
            assert!(OnError::ALL.iter().all(|word| messages.on_error.contains_key(word)), "{language}");
        }
    }
}

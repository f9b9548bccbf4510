//! Shapes and keys that tables of several subjects have in common.

use crate::language::{Key, Must, Shape};
use bezint_core::{Action, Audience, Confidence};

pub(super) const fn needed(key: &'static str, shape: Shape, about: &'static str) -> Key {
    Key { key, needed: true, shape, about }
}

pub(super) const fn free(key: &'static str, shape: Shape, about: &'static str) -> Key {
    Key { key, needed: false, shape, about }
}

pub(super) fn actions() -> Vec<&'static str> {
    Action::ALL.iter().map(|word| word.as_str()).collect()
}

pub(super) fn audiences() -> Vec<&'static str> {
    Audience::ALL.iter().map(|word| word.as_str()).collect()
}

pub(super) fn confidences() -> Vec<&'static str> {
    Confidence::ALL.iter().map(|word| word.as_str()).collect()
}

pub(super) const TEXTS: Shape = Shape::List(&Shape::Text);
/// At least one term.
pub(super) const TERMS: Shape = Shape::Filled(&Shape::Text);
pub(super) const AUDIENCE: Shape = Shape::Word(audiences);
pub(super) const ACTION: Shape = Shape::Word(actions);
pub(super) const CONFIDENCE: Shape = Shape::Word(confidences);
pub(super) const BY_CONFIDENCE: Shape = Shape::Either(&[ACTION, Shape::Table("action by confidence")]);
pub(super) const ACTIONS: Shape =
    Shape::Either(&[ACTION, Shape::Table("action by confidence"), Shape::Table("action by audience")]);
pub(super) const AUDIENCE_OF_ACTION: Key =
    free("audience", AUDIENCE, "From which audience on, where `action` does not say. `named`, if left out.");
pub(super) const PERIODS: Key =
    free("periods", Shape::Filled(&Shape::Table("period")), "When it holds, if in more than one period.");
pub(super) const ZONE: Key = free(
    "zone",
    Shape::Text,
    "Whose clock it is by which days and times are told here, by its name in the tz database: `Europe/Amsterdam`.",
);
pub(super) const ZONE_OF_TIME: Key =
    free("zone", Shape::Text, "Whose clock `time` is told by; that of the rule, the file or the policy, if left out.");
pub(super) const FROM: Key = free("from", Shape::Moment, "The first day, or moment, on which it holds.");
pub(super) const UNTIL: Key =
    free("until", Shape::Moment, "The last day on which it holds, or the first moment at which it no longer does.");
pub(super) const ALLOWED: Key = free(
    "allowed",
    TERMS,
    "What is fine: a hit inside one of these, or with the same letters and digits, is no finding.",
);
/// An action by audience says the audience itself.
pub(super) const AUDIENCE_ONCE: Must = Must::Shaped("audience", "action", BY_CONFIDENCE);
pub(super) const TIMES_ONCE: Must = Must::NotTwo(&[&["periods"], &["from", "until"]]);

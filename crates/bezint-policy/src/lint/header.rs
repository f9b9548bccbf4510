//! What `[policy]` says, and what it leaves out.

use super::Warnings;
use crate::{Authored, Problem, written::WrittenRule};
use bezint_core::{Action, Policy};

/// Languages in which the packs have their texts.
const PACK_LANGUAGES: [&str; 2] = ["en", "nl"];

pub(super) fn warn(authored: &Authored<'_>, now: i64, warnings: &mut Warnings) {
    let Authored { policy, header, rules, .. } = authored;
    if let (Some(until), Some(place)) = (policy.card.valid_until, &header.valid_until)
        && until <= now
    {
        warnings.push((place.clone(), Problem::PolicyOver));
    }
    if !header.packs.is_empty() {
        let foreign = policy.card.languages.iter().filter(|language| !PACK_LANGUAGES.contains(&language.as_str()));
        warnings.extend(
            foreign.map(|language| (header.languages.clone(), Problem::PackLanguage { language: language.clone() })),
        );
    }
    no_contact(policy, rules, warnings);
}

/// Who is stopped for good must know whom to ask. Said once, at the first that stops.
fn no_contact(policy: &Policy, rules: &[WrittenRule], warnings: &mut Warnings) {
    if policy.card.contact.is_some() || policy.card.stance.ceiling() < Action::Block {
        return;
    }
    let steps = policy.rules.iter().zip(rules).flat_map(|(rule, written)| rule.steps.iter().zip(&written.steps));
    if let Some((_, place)) = steps.into_iter().find(|(step, _)| step.action == Action::Block) {
        warnings.push((place.clone(), Problem::NoContact));
    }
}

//! What `[policy]` says, and what it leaves out.

use super::Warnings;
use crate::{Authored, Problem};
use bezint_core::Action;

/// Domains that belong to nobody's company, one a line.
const SHARED_DOMAINS: &str = include_str!("shared-domains.txt");

/// Languages in which the packs have their texts.
const PACK_LANGUAGES: [&str; 2] = ["en", "nl"];

pub(super) fn warn(authored: &Authored<'_>, now: i64, warnings: &mut Warnings) {
    let Authored { policy, header, .. } = authored;
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
    let shared = header.domains.iter().filter(|(_, domain)| SHARED_DOMAINS.lines().any(|shared| shared == domain));
    warnings.extend(shared.map(|(place, domain)| (place.clone(), Problem::SharedDomain { domain: domain.clone() })));
    no_contact(authored, warnings);
}

/// Who is stopped for good must know whom to ask. Said once, at the first that stops.
fn no_contact(authored: &Authored<'_>, warnings: &mut Warnings) {
    let card = &authored.policy.card;
    if card.contact.is_some() || card.stance.ceiling() < Action::Block {
        return;
    }
    let steps = authored.own_rules().flat_map(|(rule, written)| rule.steps.iter().zip(&written.steps));
    if let Some((_, place)) = steps.into_iter().find(|(step, _)| step.action == Action::Block) {
        warnings.push((place.clone(), Problem::NoContact));
    }
}

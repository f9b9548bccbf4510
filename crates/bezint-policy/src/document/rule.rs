//! The part of a page that is about one rule.

use super::{Block, Draft, Messages, each_once, names, spoken};
use crate::{Example, written::WrittenRule};
use bezint_core::{
    Action, Audience, Policy, Text,
    policy::{Detector, Rule, Step, When},
};

/// Examples of a kind that are shown at most: a page is to be read.
const MOST_EXAMPLES: usize = 3;
/// Reasons of detectors that are told when a rule has none of its own.
const MOST_REASONS: usize = 3;

/// What the part is written from.
pub(super) struct Part<'p> {
    pub policy: &'p Policy,
    pub rule: &'p Rule,
    pub written: &'p WrittenRule,
    pub language: &'p str,
    pub say: &'p Messages,
}

impl Part<'_> {
    pub fn write<'w>(&self, why: &impl Fn(&str) -> Option<&'w Text>, blocks: &mut Vec<Block>) {
        let Self { rule, say, .. } = self;
        let text = format!("{} {}", rule.clause, self.spoken(&rule.title));
        blocks.push(Block::Heading { deep: true, text });
        blocks.push(Block::Paragraph(self.spoken(&rule.advice).to_owned()));
        if let Some(add) = &rule.add {
            blocks.push(Block::Labelled { label: say.add.clone(), text: self.spoken(add).to_owned() });
        }
        let mut reasons: Vec<&str> = match &self.written.why {
            Some(why) => vec![self.spoken(why)],
            None => {
                let known = self.detectors(&rule.when).filter_map(|detector| why(&detector.id));
                let known = each_once(known.map(|why| self.spoken(why)));
                known.into_iter().take(MOST_REASONS).collect()
            }
        };
        let of_changes = self.written.changes.iter().filter_map(|change| change.why.as_ref());
        reasons.extend(of_changes.map(|why| self.spoken(why)));
        let why = reasons.join(" ");
        if !why.is_empty() {
            blocks.push(Block::Labelled { label: say.why.clone(), text: why });
        }
        blocks.push(Block::Labelled { label: say.looks_for.clone(), text: format!("{}.", self.titles(&rule.when)) });
        blocks.push(Block::List { label: say.happens.clone(), items: self.steps() });
        let layers: Vec<_> = self.policy.layers_of(rule).map(|layer| self.spoken(&layer.title)).collect();
        if let [of, by @ ..] = layers.as_slice() {
            let whose = if by.is_empty() { &say.part } else { &say.changed };
            blocks.push(Block::Paragraph(whose.replace("{by}", &by.join("”, “")).replace("{of}", of)));
        }
        let scope = self.scope();
        if !scope.is_empty() {
            blocks.push(Block::Labelled { label: say.scope.clone(), text: scope.join(" ") });
        }
        if let Some(owner) = &rule.owner {
            blocks.push(Block::Labelled { label: say.whom.clone(), text: owner.clone() });
        }
        let shown = |examples: &[Example]| examples.iter().take(MOST_EXAMPLES).map(|it| self.draft(it)).collect();
        // Those of the last change show what the rule has become.
        let changed = self.written.changes.iter().rev().map(|change| &change.examples);
        let examples = changed.chain([&self.written.examples]).find(|examples| examples.len() > 0);
        let examples = examples.unwrap_or(&self.written.examples);
        for (label, drafts) in [(&say.speaks, shown(&examples.matching)), (&say.silent, shown(&examples.passing))] {
            let drafts: Vec<Draft> = drafts;
            if !drafts.is_empty() {
                blocks.push(Block::Drafts { label: label.clone(), drafts });
            }
        }
    }

    fn draft(&self, Example { draft, context, .. }: &Example) -> Draft {
        let read_by = Some(context.audience).filter(|audience| *audience != Audience::Public);
        let note = read_by.and_then(|audience| self.say.read_by.get(&audience)).cloned().unwrap_or_default();
        Draft { text: draft.clone(), note }
    }

    fn spoken<'t>(&self, text: &'t Text) -> &'t str {
        spoken(text, self.language)
    }

    fn detectors(&self, whens: &[When]) -> impl Iterator<Item = &Detector> {
        whens.iter().filter_map(|when| self.policy.detectors.get(usize::try_from(when.detector).ok()?))
    }

    fn titles(&self, whens: &[When]) -> String {
        names(self.detectors(whens).map(|detector| self.spoken(&detector.title)), self.say)
    }

    /// What happens, by audience. How sure Bezint must be is only said where it makes a difference.
    fn steps(&self) -> Vec<String> {
        let ceiling = self.policy.card.stance.ceiling();
        let mut steps: Vec<&Step> = self.rule.steps.iter().filter(|step| step.action > Action::Allow).collect();
        steps.sort_by_key(|step| (step.audience, step.confidence));
        let alike = steps.iter().all(|step| Some(step.confidence) == steps.first().map(|first| first.confidence));
        let said = |step: &&Step| {
            let audience = self.say.audience.get(&step.audience)?;
            let action = self.say.action.get(&step.action.min(ceiling))?;
            let sure = self.say.confidence.get(&step.confidence).filter(|_| !alike);
            let sure = sure.map(|sure| format!(" {sure}")).unwrap_or_default();
            Some(format!("{audience}{sure}: {action}"))
        };
        steps.iter().filter_map(said).collect()
    }

    /// On which sites, for whom, for what posts and when the rule holds, where that is not for all and always.
    fn scope(&self) -> Vec<String> {
        let Self { rule, say, .. } = self;
        let named = |message: &str, names: &[String]| {
            (!names.is_empty()).then(|| message.replace("{names}", &names.join(", ")))
        };
        let scope = [
            named(&say.sites, &rule.sites),
            named(&say.roles, &rule.roles),
            named(&say.except_roles, &rule.except_roles),
            (!rule.unless.is_empty()).then(|| say.unless.replace("{names}", &self.titles(&rule.unless))),
        ];
        let zone = self.written.zone.as_ref();
        let times = rule.periods.iter().filter_map(|period| say.times.period(period, zone));
        scope.into_iter().flatten().chain(times).collect()
    }
}

//! A layer on the policy below it: what it changes of that (`[[changes]]`), and what it lets others change
//! (`[[delegates]]`).
//!
//! A rule of a layer below may be made stronger by any layer. What makes it ask for less, of anyone, must be delegated,
//! by name, by every layer that has a say in the rule: the one it is of, and those that changed it.

use super::{
    examples::{self, Of},
    rule::names,
    source::{Sink, Table, Value},
    steps,
    text::text,
    times,
};
use crate::{
    Authored, Problem,
    delegate::{Delegate, May},
    diff::shift::{asked, shifts},
    scope,
    written::{WrittenChange, WrittenRule},
};
use bezint_core::{
    Action,
    policy::{Card, Layer, Rule, Step},
};
use std::ops::Range;
use toml::Spanned;

/// The layers of a policy that stands on another. One that is of one piece is the first layer of it.
pub(super) fn layers(
    below: &Authored<'_>,
    own: Option<Layer>,
    place: Range<usize>,
    sink: &mut Sink,
) -> Option<Vec<Layer>> {
    let own = own?;
    let Card { id, version, title, owner, .. } = below.policy.card.clone();
    let mut layers = below.policy.layers.clone();
    if layers.is_empty() {
        layers.push(Layer { id, version, title, owner });
    }
    if layers.iter().any(|layer| layer.id == own.id) {
        sink.add(place, Problem::IdBelow { id: own.id.clone() });
    }
    layers.push(own);
    Some(layers)
}

/// The card of a policy that stands on another: that one's, under the name of the top layer. Its version grows with
/// that of any layer.
pub(super) fn card(below: &Authored<'_>, layers: &[Layer], contact: Option<String>) -> Card {
    let mut card = below.policy.card.clone();
    card.version = layers.iter().map(|layer| layer.version).fold(0, u64::saturating_add);
    card.contact = contact.or(card.contact);
    if let Some(Layer { id, title, owner, .. }) = layers.last() {
        (card.id, card.title) = (id.clone(), title.clone());
        card.owner = owner.clone().or(card.owner);
    }
    card
}

/// A layer and what it stands on.
pub(super) struct Stack<'b> {
    below: Option<&'b Authored<'b>>,
    layers: &'b [Layer],
    /// Its place among the layers.
    place: u32,
}

impl<'b> Stack<'b> {
    pub fn new(below: Option<&'b Authored<'b>>, layers: &'b [Layer]) -> Self {
        let place = u32::try_from(layers.len().saturating_sub(1)).unwrap_or(u32::MAX);
        Self { below, layers, place }
    }

    /// The rules of the layers below, as this one changes them.
    pub fn below<'s>(&self, table: &mut Table<'_, 's>, sink: &mut Sink<'s>) -> (Vec<Rule>, Vec<WrittenRule>) {
        let Some(below) = self.below else { return Default::default() };
        let mut rules = below.policy.rules.clone();
        let owner = self.layers.first().and_then(|layer| layer.owner.clone());
        for rule in rules.iter_mut().filter(|rule| rule.layers.is_empty()) {
            rule.layers = vec![0];
            rule.owner = rule.owner.take().or_else(|| owner.clone());
        }
        let mut written = below.rules.clone();
        for written in &mut written {
            written.below = true;
            written.changes.iter_mut().for_each(|change| change.below = true);
        }
        let mut off = Vec::new();
        for value in table.get("changes").map(|value| sink.items(value)).unwrap_or_default() {
            match self.change(value, &mut rules, sink) {
                Some((place, Some(change))) => {
                    written.get_mut(place).into_iter().for_each(|it| it.changes.push(change.clone()))
                }
                Some((place, None)) => off.push(place),
                None => {}
            }
        }
        let both = rules.into_iter().zip(written).enumerate().filter(|(place, _)| !off.contains(place));
        both.map(|(_, both)| both).unzip()
    }

    /// Makes a rule one of this layer, under the ceiling of its own stance.
    pub fn own(&self, rule: &mut Rule, ceiling: Action) {
        if self.below.is_none() {
            return;
        }
        rule.layers = vec![self.place];
        rule.owner = rule.owner.take().or_else(|| self.layers.last().and_then(|layer| layer.owner.clone()));
        for step in &mut rule.steps {
            step.action = step.action.min(ceiling);
        }
    }

    /// One `[[changes]]`: the place of its rule, and what is written of it; nothing, if the rule is taken out.
    fn change<'s>(
        &self,
        value: &Value<'s>,
        rules: &mut [Rule],
        sink: &mut Sink<'s>,
    ) -> Option<(usize, Option<WrittenChange>)> {
        let mut table = sink.table(value, "a change")?;
        let named = table.need("rule", "rule = \"projects\"", sink)?;
        let id = sink.text(named, "this id")?;
        let off = table.get("off").filter(|value| sink.flag(value));
        let action = table.get("action");
        let asks = action.or(table.peek("audience"));
        let steps = asks.and_then(|_| steps::read(&mut table, sink));
        let [sites, roles, except] = ["sites", "roles", "except_roles"].map(|key| table.get(key));
        let to_sites = super::rule::sites(&mut table, sink);
        let [to_roles, except_roles] = ["roles", "except_roles"].map(|key| names(&mut table, key, sink));
        let before = rules.iter().find(|rule| rule.id == id).map(|rule| rule.periods.clone()).unwrap_or_default();
        let outer = sink.zone.clone();
        sink.enter(table.get("zone"));
        let times = times::read(&mut table, &before, sink);
        let why = table.get("why").and_then(|value| text(value, self.languages(), sink));
        let of = Of::rule(times.as_ref().map_or(&before, |(_, periods)| periods));
        let examples = table.get("examples").and_then(|value| examples::read(value, of, sink)).unwrap_or_default();
        sink.zone = outer;
        if [off, asks, sites, roles, except].iter().all(Option::is_none) && times.is_none() {
            sink.add(table.span.clone(), Problem::ChangesNothing);
        }
        table.finish(sink);
        let Some(place) = rules.iter().position(|rule| rule.id == id) else {
            let nearest = sink.nearest(&id, rules.iter().map(|rule| rule.id.as_str()));
            sink.add(named.span(), Problem::UnknownRule { id, nearest });
            return None;
        };
        let rule = rules.get_mut(place)?;
        let mut loosens = |place: Option<Range<usize>>, may, what: String| {
            let missing = self.not_delegating(rule, may);
            if let (Some(place), false) = (place, missing.is_empty()) {
                let by = self.layers.last().map(|layer| layer.id.clone()).unwrap_or_default();
                let (rule, may) = (rule.id.clone(), may.as_str());
                sink.add(place, Problem::Loosens { rule, by, of: missing, what, may });
            }
        };
        if off.is_some() {
            loosens(off.map(Spanned::span), May::Off, "it would ask nothing".to_owned());
            return Some((place, None));
        }
        let (step_places, steps): (Vec<_>, Option<Vec<Step>>) = match steps {
            Some(steps) => {
                let (places, steps) = steps.into_iter().unzip();
                (places, Some(steps))
            }
            None => (Vec::new(), None),
        };
        let changed = Rule { steps: steps.unwrap_or_else(|| rule.steps.clone()), ..rule.clone() };
        let ceiling = self.below.map_or(Action::Block, |below| below.policy.card.stance.ceiling());
        let shifts = shifts(&asked(Some(rule), ceiling), &asked(Some(&changed), ceiling));
        if let Some(less) = shifts.iter().find(|shift| shift.new < shift.old) {
            let ((audience, _), (confidence, _)) = (less.audiences, less.confidences);
            let what = format!(
                "it would ask `{}` of {audience} at {confidence} confidence, and asks `{}`",
                less.new, less.old
            );
            loosens(action.map(Spanned::span), May::Loosen, what);
        }
        if except_roles.iter().any(|role| !rule.except_roles.contains(role)) {
            loosens(except.map(Spanned::span), May::Loosen, "it would no longer be for some".to_owned());
        }
        for (value, wide, narrow, what) in [
            (sites, &to_sites, &rule.sites, "it would no longer be for some sites"),
            (roles, &to_roles, &rule.roles, "it would no longer be for some roles"),
        ] {
            if value.is_some() && !scope::within(wide, narrow) {
                loosens(value.map(Spanned::span), May::Loosen, what.to_owned());
            }
        }
        let (times, periods) = times.unzip();
        if periods.as_ref().is_some_and(|periods| !scope::cover(periods, &rule.periods)) {
            loosens(times, May::Loosen, "it would no longer hold at some times".to_owned());
        }
        rule.steps = changed.steps;
        rule.except_roles = except.map_or_else(|| std::mem::take(&mut rule.except_roles), |_| except_roles);
        rule.sites = sites.map_or_else(|| std::mem::take(&mut rule.sites), |_| to_sites);
        rule.roles = roles.map_or_else(|| std::mem::take(&mut rule.roles), |_| to_roles);
        rule.periods = periods.unwrap_or_else(|| std::mem::take(&mut rule.periods));
        if rule.layers.last() != Some(&self.place) {
            rule.layers.push(self.place);
        }
        Some((place, Some(WrittenChange { below: false, rule: named.span(), why, steps: step_places, examples })))
    }

    fn languages(&self) -> &[String] {
        self.below.map(|below| below.policy.card.languages.as_slice()).unwrap_or_default()
    }

    /// The layers with a say in a rule that do not let this one do that.
    fn not_delegating(&self, rule: &Rule, may: May) -> Vec<String> {
        let own = self.layers.last().map(|layer| layer.id.as_str()).unwrap_or_default();
        let delegates = self.below.map(|below| below.delegates.as_slice()).unwrap_or_default();
        let lets = |by: u32| {
            let says = |one: &Delegate| one.rules.contains(&rule.id) && one.to.iter().any(|to| to == own);
            delegates.iter().any(|one| one.by == by && says(one) && one.may.contains(&may))
        };
        let places = rule.layers.iter().filter(|place| **place != self.place && !lets(**place));
        places.filter_map(|place| Some(self.layers.get(usize::try_from(*place).ok()?)?.id.clone())).collect()
    }

    /// What `[[delegates]]` says, and what the layers below say in theirs.
    pub fn delegates<'s>(&self, table: &mut Table<'_, 's>, rules: &[Rule], sink: &mut Sink<'s>) -> Vec<Delegate> {
        let mut delegates = self.below.map(|below| below.delegates.clone()).unwrap_or_default();
        for value in table.get("delegates").map(|value| sink.items(value)).unwrap_or_default() {
            delegates.extend(self.delegate(value, rules, sink));
        }
        delegates
    }

    fn delegate<'s>(&self, value: &Value<'s>, rules: &[Rule], sink: &mut Sink<'s>) -> Option<Delegate> {
        let mut table = sink.table(value, "a delegate")?;
        let named = table.need("rule", "rule = \"projects\"", sink);
        let named = named.map(|value| sink.list(value, |sink, item| self.with_a_say(item, rules, sink)));
        let to = table.need("to", "to = \"sales\"", sink);
        let to = to.map(|value| sink.list(value, |sink, item| super::detector::id(item, sink)));
        let may = table.need("may", "may = [\"off\", \"loosen\"]", sink);
        let may = may.map(|value| sink.list(value, |sink, item| sink.word::<May>(item)));
        table.finish(sink);
        Some(Delegate { by: self.place, rules: named?, to: to?, may: may? })
    }

    /// The id of a rule that is of this layer, or that it changed.
    fn with_a_say<'s>(&self, value: &Value<'s>, rules: &[Rule], sink: &mut Sink<'s>) -> Option<String> {
        let id = sink.text(value, "this id")?;
        let mine = |rule: &&Rule| rule.layers.is_empty() || rule.layers.contains(&self.place);
        if !rules.iter().filter(mine).any(|rule| rule.id == id) {
            let nearest = sink.nearest(&id, rules.iter().filter(mine).map(|rule| rule.id.as_str()));
            sink.add(value.span(), Problem::UnknownRule { id, nearest });
            return None;
        }
        Some(id)
    }
}

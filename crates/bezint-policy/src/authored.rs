//! A policy as its author wrote it: proves its examples, then seals it.

use crate::{
    Diagnostics, Drafts, Gap, Problem, Severity, Trial, coverage,
    delegate::Delegate,
    example::Examples,
    lint, read, trial,
    written::{WrittenDetector, WrittenHeader, WrittenRule},
};
use bezint_core::{
    Engine, Policy,
    policy::Rule,
    sealed::{self, MAX_PAYLOAD, PrivateKey, SealError},
};
use std::collections::BTreeSet;

/// A policy that reads well, with the examples that are to prove it.
#[derive(Debug, Clone, PartialEq)]
pub struct Authored<'s> {
    pub(crate) source: &'s str,
    pub(crate) policy: Policy,
    pub(crate) header: WrittenHeader,
    /// By place in [`Policy::detectors`].
    pub(crate) detectors: Vec<WrittenDetector>,
    /// By place in [`Policy::rules`].
    pub(crate) rules: Vec<WrittenRule>,
    /// What layers above may do to rules.
    pub(crate) delegates: Vec<Delegate>,
}

impl Authored<'_> {
    /// The policy. It can be tried on drafts, proved or not.
    pub fn policy(&self) -> &Policy {
        &self.policy
    }

    /// The rules of its own source, with what is written of them; those of layers below are proved there.
    pub(crate) fn own_rules(&self) -> impl Iterator<Item = (&Rule, &WrittenRule)> {
        self.policy.rules.iter().zip(&self.rules).filter(|(_, written)| !written.below)
    }

    /// The examples of its own source, each with the rule that they prove: of its own rules, and of those it changes.
    fn own_examples(&self) -> impl Iterator<Item = (&Rule, &Examples)> {
        self.policy.rules.iter().zip(&self.rules).flat_map(|(rule, written)| {
            let own = (!written.below).then_some(&written.examples);
            let changes = written.changes.iter().filter(|change| !change.below).map(|change| &change.examples);
            own.into_iter().chain(changes).map(move |examples| (rule, examples))
        })
    }

    /// What it was read from.
    pub fn source(&self) -> &str {
        self.source
    }

    /// What is not wrong with it but hardly meant, by place. `now`, in seconds since 1970-01-01 UTC, tells which
    /// windows are over.
    pub fn warnings(&self, now: i64) -> Diagnostics {
        Diagnostics::locate(self.source, lint::warnings(self, now), Severity::Warning)
    }

    /// Tries every example, in the order of the source.
    pub fn trials(&self) -> Vec<Trial> {
        let mut trials = Vec::new();
        for (detector, written) in self.policy.detectors.iter().zip(&self.detectors) {
            trials.extend(trial::of_detector(detector, &written.examples, &self.policy.card.domains));
        }
        trials.extend(trial::of_added(&self.policy, self.own_rules()));
        if self.own_examples().any(|(_, examples)| examples.len() > 0) {
            let engine = Engine::new(self.policy.clone());
            for (rule, examples) in self.own_examples() {
                trials.extend(trial::of_rule(&engine, rule, examples));
            }
        }
        trial::locate(self.source, trials)
    }

    /// Reads a file of drafts for it, as [`read_drafts`](crate::read_drafts) does. Days and times without a zone are told
    /// in that of the policy.
    ///
    /// # Errors
    /// What is wrong with the file, without a word of the drafts.
    pub fn read_drafts<'d>(&self, source: &'d str) -> Result<Drafts<'d>, Diagnostics> {
        read::drafts_in(source, &self.policy, self.header.zone.clone())
    }

    /// Tries further drafts.
    pub fn try_on(&self, drafts: &Drafts<'_>) -> Vec<Trial> {
        let engine = Engine::new(self.policy.clone());
        trial::locate(drafts.source, trial::of_policy(&engine, &drafts.drafts))
    }

    /// What of the rules none of these trials reaches, by their order in the policy.
    pub fn gaps<'t>(&self, trials: impl IntoIterator<Item = &'t Trial>) -> Vec<Gap> {
        let mut gaps = coverage::gaps(&self.policy, trials);
        let own: BTreeSet<_> = self.own_examples().map(|(rule, _)| rule.id.as_str()).collect();
        gaps.retain(|gap| own.contains(gap.rule.as_str()));
        gaps
    }

    /// Runs every example and says which fail, or how many there are.
    pub fn prove(&self) -> Result<usize, Diagnostics> {
        let trials = self.trials();
        let all = trials.len();
        trial::told(trials)?;
        Ok(all)
    }

    /// The sealed form, once every example holds.
    pub fn seal(&self) -> Result<Vec<u8>, Diagnostics> {
        self.seal_with(None)
    }

    /// The sealed form, signed if there is a key for it, once every example holds.
    pub fn seal_with(&self, key: Option<&PrivateKey>) -> Result<Vec<u8>, Diagnostics> {
        self.prove()?;
        let sealed = sealed::seal(&self.policy, key);
        // What no engine would open is not handed out.
        let problem = match sealed::open(&sealed) {
            Ok(_) => return Ok(sealed),
            Err(SealError::TooMany { what, most }) => Problem::TooMany { what, most },
            Err(_) => Problem::TooLarge { most: MAX_PAYLOAD },
        };
        Err(Diagnostics::locate(self.source, vec![(0..0, problem)], Severity::Error))
    }
}

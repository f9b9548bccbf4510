//! A policy as its author wrote it: proves its examples, then seals it.

use crate::{Diagnostics, Drafts, Gap, Trial, coverage, example::Examples, trial};
use bezint_core::{Engine, Policy, sealed};

/// A policy that reads well, with the examples that are to prove it.
#[derive(Debug, Clone, PartialEq)]
pub struct Authored<'s> {
    pub(crate) source: &'s str,
    pub(crate) policy: Policy,
    /// By place in [`Policy::detectors`]; those of the packs are proved already and have none here.
    pub(crate) detector_examples: Vec<Examples>,
    /// By place in [`Policy::rules`].
    pub(crate) rule_examples: Vec<Examples>,
}

impl Authored<'_> {
    /// The policy. It can be tried on drafts, proved or not.
    pub fn policy(&self) -> &Policy {
        &self.policy
    }

    /// Tries every example, in the order of the source.
    pub fn trials(&self) -> Vec<Trial> {
        let mut trials = Vec::new();
        for (detector, examples) in self.policy.detectors.iter().zip(&self.detector_examples) {
            trials.extend(trial::of_detector(detector, examples));
        }
        if self.rule_examples.iter().any(|examples| examples.len() > 0) {
            let engine = Engine::new(self.policy.clone());
            for (rule, examples) in self.policy.rules.iter().zip(&self.rule_examples) {
                trials.extend(trial::of_rule(&engine, &self.policy.detectors, rule, examples));
            }
        }
        trial::locate(self.source, trials)
    }

    /// Tries further drafts.
    pub fn try_on(&self, drafts: &Drafts<'_>) -> Vec<Trial> {
        let engine = Engine::new(self.policy.clone());
        trial::locate(drafts.source, trial::of_policy(&engine, &drafts.drafts))
    }

    /// What of the rules none of these trials reaches, by their order in the policy.
    pub fn gaps<'t>(&self, trials: impl IntoIterator<Item = &'t Trial>) -> Vec<Gap> {
        coverage::gaps(&self.policy, trials)
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
        self.prove()?;
        Ok(sealed::seal(&self.policy))
    }
}

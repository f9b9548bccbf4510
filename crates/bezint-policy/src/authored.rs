//! A policy as its author wrote it: proves its examples, then seals it.

use crate::{
    Diagnostics, Drafts, Gap, Problem, Severity, Trial, coverage,
    layers::Delegate,
    lint, trial,
    written::{WrittenDetector, WrittenHeader, WrittenRule},
};
use bezint_core::{
    Engine, Policy,
    policy::Rule,
    sealed::{self, MAX_PAYLOAD, PrivateKey, SealError},
};

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
            trials.extend(trial::of_detector(detector, &written.examples));
        }
        trials.extend(trial::of_added(&self.policy, self.own_rules()));
        if self.own_rules().any(|(_, written)| written.examples.len() > 0) {
            let engine = Engine::new(self.policy.clone());
            for (rule, written) in self.own_rules() {
                trials.extend(trial::of_rule(&engine, &self.policy.detectors, rule, &written.examples));
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
        let mut gaps = coverage::gaps(&self.policy, trials);
        gaps.retain(|gap| self.own_rules().any(|(rule, _)| rule.id == gap.rule));
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

//! A policy made ready to judge drafts.

use crate::{
    Context, Policy, Verdict, decide, detect,
    detect::Own,
    explain::{self, Trace},
    policy::Card,
    sealed::{self, Acceptance, SealError},
};
use std::sync::OnceLock;

/// A policy that judges drafts.
#[derive(Debug)]
pub struct Engine {
    policy: Policy,
    /// Built for the first draft: it takes most of the time of loading, and who only shows the card needs none.
    index: OnceLock<detect::Index>,
}

impl Engine {
    /// Takes a policy; its index is built when the first draft comes.
    pub fn new(policy: Policy) -> Self {
        Self { policy, index: OnceLock::new() }
    }

    /// Loads a sealed policy, whoever made it and whenever it is valid.
    ///
    /// # Errors
    /// What [`sealed::open`] refuses.
    pub fn load(sealed: &[u8]) -> Result<Self, SealError> {
        Ok(Self::new(sealed::open(sealed)?))
    }

    /// Loads a sealed policy, if it is one that is accepted.
    ///
    /// # Errors
    /// What [`sealed::accept`] refuses.
    pub fn accept(sealed: &[u8], acceptance: &Acceptance) -> Result<Self, SealError> {
        Ok(Self::new(sealed::accept(sealed, acceptance)?))
    }

    /// What people see of the policy.
    pub fn card(&self) -> &Card {
        &self.policy.card
    }

    /// The policy itself.
    pub fn policy(&self) -> &Policy {
        &self.policy
    }

    /// The verdict on a draft. Total: it never panics and never fails.
    pub fn evaluate(&self, draft: &str, context: &Context) -> Verdict {
        let hits = self.index().find(&self.policy.detectors, Own::new(&self.policy, context), draft);
        decide::verdict(&self.policy, draft, &hits, context)
    }

    /// The verdict on a draft, and how it came about.
    pub fn explain(&self, draft: &str, context: &Context) -> Trace {
        explain::explain(&self.policy, self.index(), draft, context)
    }

    fn index(&self) -> &detect::Index {
        self.index.get_or_init(|| detect::Index::new(&self.policy.detectors))
    }
}

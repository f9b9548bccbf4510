//! A policy made ready to judge drafts.

use crate::{
    Context, Policy, Verdict, decide, detect,
    explain::{self, Trace},
    policy::Card,
    sealed::{self, Acceptance, SealError},
};

/// A policy with its index built: judges drafts.
#[derive(Debug)]
pub struct Engine {
    policy: Policy,
    index: detect::Index,
}

impl Engine {
    /// Builds the index of a policy.
    pub fn new(policy: Policy) -> Self {
        let index = detect::Index::new(&policy.detectors);
        Self { policy, index }
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
        let hits = self.index.find(&self.policy.detectors, draft);
        decide::verdict(&self.policy, draft, &hits, context)
    }

    /// The verdict on a draft, and how it came about.
    pub fn explain(&self, draft: &str, context: &Context) -> Trace {
        explain::explain(&self.policy, &self.index, draft, context)
    }
}

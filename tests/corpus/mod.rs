//! The drafts of this folder, for the tests that run them: natively, and in WebAssembly in a browser.
//!
//! A file names its `policy` and lists `[[cases]]`, each with
//! - `id`, unique among all files, and `lang` (`en` or `nl`);
//! - `draft`, as a person would write it;
//! - `audience`, `public` if left out;
//! - `action`, what the policy must ask;
//! - `found`, every finding of the verdict: by detector the exact words of the draft, by place.

use bezint_core::{Action, Audience, Context, Verdict};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

/// Every file of this folder.
const FILES: &[(&str, &str)] = &[
    ("people.toml", include_str!("people.toml")),
    ("secrets.toml", include_str!("secrets.toml")),
    ("company.toml", include_str!("company.toml")),
    ("projects.toml", include_str!("projects.toml")),
];

/// Every policy that a file names, in TOML.
pub const POLICIES: &[(&str, &str)] = &[
    ("starter", include_str!("../../crates/bezint-packs/policies/starter.toml")),
    ("lab", include_str!("../policies/lab.toml")),
];

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Cases {
    policy: String,
    cases: Vec<Case>,
}

/// A draft and what must come of it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    pub id: String,
    pub lang: String,
    pub draft: String,
    #[serde(default)]
    pub audience: Audience,
    pub action: Action,
    #[serde(default)]
    pub found: BTreeMap<String, Vec<String>>,
}

impl Case {
    /// Where the draft would be posted.
    pub fn context(&self) -> Context {
        Context { audience: self.audience, ..Context::default() }
    }

    /// How a verdict differs from what must come of the draft; `None`: it does not.
    pub fn difference(&self, verdict: &Verdict) -> Option<String> {
        let units: Vec<u16> = self.draft.encode_utf16().collect();
        let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for finding in &verdict.findings {
            let words = &units[finding.span.start as usize..finding.span.end as usize];
            found.entry(finding.detector.clone()).or_default().push(String::from_utf16_lossy(words));
        }
        (verdict.action != self.action || found != self.found)
            .then(|| format!("{}: {} {found:?}, not {} {:?}", self.id, verdict.action, self.action, self.found))
    }
}

/// The cases of one policy.
pub fn cases(policy: &str) -> Vec<Case> {
    let files = FILES
        .iter()
        .map(|(name, source)| toml::from_str::<Cases>(source).unwrap_or_else(|error| panic!("{name}: {error}")));
    files.filter(|file| file.policy == policy).flat_map(|file| file.cases).collect()
}

/// The names of the files, to compare with the folder.
pub fn files() -> BTreeSet<String> {
    FILES.iter().map(|(name, _)| (*name).to_owned()).collect()
}

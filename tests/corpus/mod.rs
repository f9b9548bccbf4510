//! The drafts of this folder, for the tests that run them: natively, and in WebAssembly in a browser.
//!
//! A file names its `policy` and lists `[[cases]]`, each with
//! - `id`, unique among all files, and `lang` (`en` or `nl`);
//! - `draft`, as a person would write it;
//! - `audience`, `public` if left out;
//! - `action`, what the policy must ask;
//! - `marks`, the words that a person would mark, by place; none where nothing is asked;
//! - `missed`, why the engine does not answer so today. A case that has it must indeed be missed: whoever mends the
//!   engine takes the line away, and nobody weakens a label to make a test pass.

use bezint_core::{Action, Audience, Context, Verdict};
use serde::Deserialize;
use std::{collections::BTreeSet, ops::Range};

/// Every file of this folder.
const FILES: &[(&str, &str)] = &[
    ("people.toml", include_str!("people.toml")),
    ("secrets.toml", include_str!("secrets.toml")),
    ("company.toml", include_str!("company.toml")),
    ("projects.toml", include_str!("projects.toml")),
    ("business.toml", include_str!("business.toml")),
    ("voice.toml", include_str!("voice.toml")),
    ("statements.toml", include_str!("statements.toml")),
    ("statements-later.toml", include_str!("statements-later.toml")),
    ("everyday.toml", include_str!("everyday.toml")),
    ("numbers.toml", include_str!("numbers.toml")),
    ("keys.toml", include_str!("keys.toml")),
    ("disguise.toml", include_str!("disguise.toml")),
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
    pub marks: Vec<String>,
    pub missed: Option<String>,
}

impl Case {
    /// Where the draft would be posted.
    pub fn context(&self) -> Context {
        Context { audience: self.audience, ..Context::default() }
    }

    /// What is wrong with a verdict: it differs from the label of the case, or a case said to be missed is not.
    pub fn wrong(&self, verdict: &Verdict) -> Option<String> {
        match (self.difference(verdict), &self.missed) {
            (Some(difference), None) => Some(difference),
            (None, Some(_)) => Some(format!("{}: no longer missed, take `missed` away", self.id)),
            _ => None,
        }
    }

    /// How a verdict differs from the label: in its action, in a mark without a finding, in a finding without a mark.
    /// A finding and a mark belong together where one holds the other.
    fn difference(&self, verdict: &Verdict) -> Option<String> {
        let units: Vec<u16> = self.draft.encode_utf16().collect();
        let marked = self.places();
        let spans = verdict.findings.iter().flat_map(|finding| &finding.spans);
        let found: Vec<_> = spans.map(|span| span.start as usize..span.end as usize).collect();
        let without = |these: &[Range<usize>], those: &[Range<usize>]| {
            let lonely = these.iter().filter(|this| !those.iter().any(|that| hold(this, that))).cloned();
            lonely.map(|place| String::from_utf16_lossy(&units[place])).collect::<Vec<_>>()
        };
        let (unfound, unmarked) = (without(&marked, &found), without(&found, &marked));
        (verdict.action != self.action || !unfound.is_empty() || !unmarked.is_empty()).then(|| {
            format!(
                "{}: {}, not {}; marked but not found: {unfound:?}; found but not marked: {unmarked:?}",
                self.id, verdict.action, self.action
            )
        })
    }

    /// Where the marks stand in the draft, in UTF-16 units.
    fn places(&self) -> Vec<Range<usize>> {
        let mut from = 0;
        let mut place = |mark: &String| {
            let at = self.draft[from..].find(mark).unwrap_or_else(|| panic!("{}: no {mark:?} is next", self.id)) + from;
            from = at + mark.len();
            let start = self.draft[..at].encode_utf16().count();
            start..start + mark.encode_utf16().count()
        };
        self.marks.iter().map(&mut place).collect()
    }
}

fn hold(this: &Range<usize>, that: &Range<usize>) -> bool {
    let holds = |outer: &Range<usize>, inner: &Range<usize>| outer.start <= inner.start && inner.end <= outer.end;
    holds(this, that) || holds(that, this)
}

/// The cases of one policy.
pub fn cases(policy: &str) -> Vec<Case> {
    all().filter(|(_, file)| file.policy == policy).flat_map(|(_, file)| file.cases).collect()
}

/// Of each file, how many sensitive drafts are answered as labelled, and how many harmless ones.
pub fn table() -> String {
    let share = |cases: &[Case], sensitive: bool| {
        let of = cases.iter().filter(|case| (case.action > Action::Allow) == sensitive);
        let answered = of.clone().filter(|case| case.missed.is_none()).count();
        format!("{answered:>4} of {:<4}", of.count())
    };
    let row = |name: &str, cases: &[Case]| format!("{name:<14} {} {}", share(cases, true), share(cases, false));
    let files: Vec<_> = all().map(|(name, file)| (name, file.cases)).collect();
    let mut rows = vec![format!("{:<14} {:<12} {}", "as labelled", "sensitive", "harmless")];
    rows.extend(files.iter().map(|(name, cases)| row(name, cases)));
    let every: Vec<_> = files.into_iter().flat_map(|(_, cases)| cases).collect();
    rows.push(row("all", &every));
    rows.join("\n")
}

fn all() -> impl Iterator<Item = (&'static str, Cases)> {
    FILES.iter().map(|(name, source)| (*name, toml::from_str(source).unwrap_or_else(|error| panic!("{name}: {error}"))))
}

/// The names of the files, to compare with the folder.
pub fn files() -> BTreeSet<String> {
    FILES.iter().map(|(name, _)| (*name).to_owned()).collect()
}

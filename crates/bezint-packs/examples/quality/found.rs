//! Is it found? Cases in which something should be, and their counterparts.

use crate::{
    cases::{Case, File},
    meanings::Formats,
    parallel,
};
use bezint_core::{
    Action, Audience, Confidence, Context, Engine, Finding, Policy,
    policy::{Rule, Step, When},
};
use std::{collections::BTreeMap, fmt::Write};

pub const HEADING: &str = concat!(
    "                                   found, in % at or above               found, in % at or above\n",
    "file                     positive     low  medium    high   negative     low  medium    high   formats we lack"
);

/// An engine with all detectors on, that tells all they find.
pub struct Finder(Engine);

/// One case, and what was made of it.
struct Judged<'f> {
    case: &'f Case,
    /// The surest finding of a detector that means the case.
    sure: Option<Confidence>,
    /// Everything found: detector, confidence, words.
    findings: Vec<(String, Confidence, String)>,
}

/// The cases of one file, and what was made of them.
pub struct Counted<'f> {
    judged: Vec<Judged<'f>>,
    /// Cases that no detector is for, by what they are about.
    lacking: BTreeMap<&'f str, usize>,
}

impl Finder {
    pub fn new() -> Self {
        let detectors = bezint_packs::packs().detectors().to_vec();
        let anything = |detector| When { detector, confidence: Confidence::Low, at_least: 1 };
        let rule = Rule {
            id: "anything".to_owned(),
            when: (0..).zip(&detectors).map(|(place, _)| anything(place)).collect(),
            steps: vec![Step { audience: Audience::SelfOnly, confidence: Confidence::Low, action: Action::Advise }],
            ..Rule::default()
        };
        Self(Engine::new(Policy { detectors, rules: vec![rule], ..Policy::default() }))
    }

    /// Judges the cases of a file.
    pub fn judge<'f>(&self, file: &'f File, formats: Formats<'_>) -> Counted<'f> {
        let judged = parallel::map(&file.cases, |case| self.case(case, formats));
        let mut lacking = BTreeMap::new();
        for (case, _) in file.cases.iter().zip(&judged).filter(|(_, judged)| judged.is_none()) {
            *lacking.entry(about(case)).or_default() += 1;
        }
        Counted { judged: judged.into_iter().flatten().collect(), lacking }
    }

    fn case<'f>(&self, case: &'f Case, formats: Formats<'_>) -> Option<Judged<'f>> {
        let meaning = formats.meaning(case)?;
        let draft = format!("{}{}", meaning.words(), case.text);
        let found = self.0.evaluate(&draft, &Context::default()).findings;
        let sure = found.iter().filter(|finding| meaning.is(&finding.detector)).map(|finding| finding.confidence).max();
        let units: Vec<u16> = draft.encode_utf16().collect();
        let words = |span: bezint_core::Span| String::from_utf16_lossy(&units[span.start as usize..span.end as usize]);
        let told = |finding: &Finding| (finding.detector.clone(), finding.confidence, words(finding.spans[0]));
        let findings = found.iter().map(told).collect();
        Some(Judged { case, sure, findings })
    }
}

/// What a case is about, first of all.
fn about(case: &Case) -> &str {
    case.about().next().unwrap_or_default()
}

impl Counted<'_> {
    /// One line of the table.
    pub fn row(&self, name: &str) -> String {
        let shares = |expect| {
            let of: Vec<_> = self.judged.iter().filter(|judged| judged.case.expect == expect).collect();
            let share = |least| {
                let found = of.iter().filter(|judged| judged.sure >= Some(least)).count();
                format!("{:.1}", 100.0 * found as f64 / of.len().max(1) as f64)
            };
            let [low, medium, high] = [Confidence::Low, Confidence::Medium, Confidence::High].map(share);
            format!("{:>8}{low:>8}{medium:>8}{high:>8}", of.len())
        };
        let lacking: usize = self.lacking.values().sum();
        format!("{name:<25}{}   {}{:>10} ({lacking} cases)", shares(true), shares(false), self.lacking.len())
    }

    /// The texts that are not answered as labelled, at whatever confidence.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        self.wrong().map(|judged| judged.case.text.as_str())
    }

    fn wrong(&self) -> impl Iterator<Item = &Judged<'_>> {
        self.judged.iter().filter(|judged| judged.sure.is_some() != judged.case.expect)
    }

    /// How each format fares, then every miss, then every false alarm.
    pub fn list(&self) -> String {
        let mut list = String::new();
        let mut formats: BTreeMap<&str, [usize; 4]> = BTreeMap::new();
        for judged in &self.judged {
            let counts = formats.entry(about(judged.case)).or_default();
            let place = if judged.case.expect { 0 } else { 2 };
            counts[place] += 1;
            counts[place + 1] += usize::from(judged.sure.is_some());
        }
        list.push_str("Formats: found of those that should be, found of those that should not\n");
        for (format, [positive, hits, negative, alarms]) in formats {
            let _ = writeln!(list, "{format:<50} {hits:>5} of {positive:<5} {alarms:>5} of {negative}");
        }
        list.push_str("\nCases that no detector is for\n");
        for (format, cases) in &self.lacking {
            let _ = writeln!(list, "{format:<50} {cases:>5}");
        }
        for (title, expect) in [("Misses", true), ("False alarms", false)] {
            let _ = writeln!(list, "\n{title}");
            for Judged { case, findings, .. } in self.wrong().filter(|judged| judged.case.expect == expect) {
                let _ = writeln!(list, "{}\t{:?}\t{findings:?}", case.id, case.text);
            }
        }
        list
    }
}

//! Secrets and numbers in sentences, settings and commands of our own, in the form of the files that `make quality` reads:
//! `id`, `text`, `expect`, and in `rule` the detector (or group) that a case is about. They were written and labelled
//! before the packs were asked, and are not changed to please them. `missed` says why a case is not answered as labelled
//! today; such a case must indeed be missed. All detectors are on, and a finding counts from `medium` up, as it does for
//! the starter policy.

use bezint_core::{Confidence, Context, Engine};
use bezint_policy::read;
use serde::Deserialize;

const FILES: &[(&str, &str)] = &[
    ("secrets", include_str!("aside/secrets.jsonl")),
    ("numbers", include_str!("aside/numbers.jsonl")),
    ("sentences", include_str!("aside/sentences.jsonl")),
];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    id: String,
    text: String,
    expect: bool,
    rule: String,
    missed: Option<String>,
}

impl Case {
    /// Whether it is answered as labelled.
    fn holds(&self, engine: &Engine) -> bool {
        let means = |detector: &str| {
            detector.strip_prefix(&self.rule).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        };
        let findings = engine.evaluate(&self.text, &Context::default()).findings;
        let found =
            |finding: &bezint_core::Finding| finding.confidence >= Confidence::Medium && means(&finding.detector);
        findings.iter().any(found) == self.expect
    }
}

fn all_on() -> Engine {
    let usable = bezint_packs::packs().detectors().iter().filter(|detector| !detector.id.starts_with("protected."));
    let ids: Vec<_> = usable.map(|detector| format!("{:?}", detector.id)).collect();
    let groups: std::collections::BTreeSet<_> =
        ids.iter().map(|id| format!("{}\"", id.split('.').next().unwrap())).collect();
    let policy = format!(
        "[policy]\nid = \"all\"\nversion = 1\nlanguages = [\"en\"]\nstance = \"open\"\non_error = \"open\"\n\
         title = {{ en = \"All\" }}\npacks = [{}]\n[[rules]]\nid = \"any\"\nclause = \"1\"\n\
         title = {{ en = \"Any\" }}\nadvice = {{ en = \"Any\" }}\nwhen = [{}]\naction = \"advise\"\n\
         [rules.examples]\nmatch = [\"BSN 274519380\"]\npass = [\"Nice weather\"]\n",
        groups.into_iter().collect::<Vec<_>>().join(", "),
        ids.join(", "),
    );
    let sealed = read(&policy, bezint_packs::packs()).and_then(|authored| authored.seal());
    Engine::load(&sealed.unwrap_or_else(|problems| panic!("{problems}"))).unwrap()
}

#[test]
fn cases_are_answered_as_labelled_or_known_to_be_missed() {
    let engine = all_on();
    let mut wrong = Vec::new();
    for (name, lines) in FILES {
        let cases: Vec<Case> = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        let answered = |expect| {
            let of = cases.iter().filter(|case| case.expect == expect);
            format!("{} of {}", of.clone().filter(|case| case.holds(&engine)).count(), of.count())
        };
        println!("{name}: found {}, silent {}", answered(true), answered(false));
        let others = cases.iter().filter(|case| case.holds(&engine) == case.missed.is_some());
        wrong.extend(others.map(|case| format!("{}: {:?}", case.id, case.text)));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

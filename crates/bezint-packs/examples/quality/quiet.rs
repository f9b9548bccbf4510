//! Is it quiet? What the starter policy asks of posts in which nothing should be found.

use crate::{
    cases::{Case, File},
    parallel,
};
use bezint_core::{Action, Context, Engine, Verdict, sealed::SealError};
use std::fmt::Write;

pub const HEADING: &str = concat!(
    "                                asked of every 1,000 posts\n",
    "file                        posts  advise confirm justify   block"
);

/// The starter policy.
pub struct Judge(Engine);

/// What is asked of a post.
pub struct Alarm<'f> {
    case: &'f Case,
    verdict: Verdict,
}

impl Alarm<'_> {
    /// The post.
    pub fn text(&self) -> &str {
        &self.case.text
    }
}

impl Judge {
    pub fn new() -> Result<Self, SealError> {
        Engine::load(bezint_packs::STARTER).map(Self)
    }

    /// The posts of a file of which something is asked, if they are for everyone.
    pub fn alarms<'f>(&self, file: &'f File) -> Vec<Alarm<'f>> {
        let verdicts = parallel::map(&file.cases, |case| self.0.evaluate(&case.text, &Context::default()));
        let alarms = file.cases.iter().zip(verdicts).map(|(case, verdict)| Alarm { case, verdict });
        alarms.filter(|alarm| alarm.verdict.action > Action::Allow).collect()
    }
}

/// One line of the table.
pub fn row(file: &File, alarms: &[Alarm]) -> String {
    let posts = file.cases.len();
    let share = |action| {
        let asked = alarms.iter().filter(|alarm| alarm.verdict.action == action).count();
        format!("{:.2}", 1000.0 * asked as f64 / posts as f64)
    };
    let [advise, confirm, justify, block] =
        [Action::Advise, Action::Confirm, Action::Justify, Action::Block].map(share);
    format!("{:<25}{posts:>8}{advise:>8}{confirm:>8}{justify:>8}{block:>8}", file.name)
}

/// Every post of which something is asked, by what, strongest first.
pub fn list(alarms: &[Alarm]) -> String {
    let mut lines: Vec<_> = alarms.iter().collect();
    lines.sort_by_key(|alarm| std::cmp::Reverse(alarm.verdict.action));
    let mut list = String::new();
    for Alarm { case, verdict } in lines {
        let units: Vec<u16> = case.text.encode_utf16().collect();
        let found = verdict.findings.iter().map(|finding| {
            let first = finding.spans[0];
            let words = String::from_utf16_lossy(&units[first.start as usize..first.end as usize]);
            format!("{} ({}) {words:?}", finding.detector, finding.confidence)
        });
        let found = found.collect::<Vec<_>>().join(", ");
        let _ = writeln!(list, "{}\t{}\t{:?}\t{found}", verdict.action, case.id, case.text);
    }
    list
}

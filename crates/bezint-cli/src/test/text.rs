//! The report for people.

use super::{Report, Tried, failed, subject};
use bezint_policy::{Gap, Unreached};
use std::io::{self, Write};

pub(super) fn write(out: &mut impl Write, report: &Report) -> io::Result<()> {
    for tried in &report.files {
        file(out, tried)?;
    }
    if !report.gaps.is_empty() {
        writeln!(out, "Reached by no draft:")?;
        let width = report.gaps.iter().map(|gap| gap.rule.len()).max().unwrap_or_default();
        for Gap { rule, unreached } in &report.gaps {
            match unreached {
                Unreached::Rule => writeln!(out, "  {rule:width$}  the rule")?,
                Unreached::Audience(audience) => writeln!(out, "  {rule:width$}  the audience {audience}")?,
                Unreached::Action(action) => writeln!(out, "  {rule:width$}  the action {action}")?,
            }
        }
        writeln!(out)?;
    }
    let (all, failed, rules) = (report.trials().count(), report.failed(), report.rules);
    let unreached = report.gaps.iter().filter(|gap| gap.unreached == Unreached::Rule).count();
    write!(out, "{all} drafts, {failed} failed; ")?;
    if report.gaps.is_empty() {
        writeln!(out, "every rule, audience and action is reached")
    } else {
        writeln!(out, "{} of {rules} rules are reached", rules - unreached)
    }
}

fn file(out: &mut impl Write, Tried { file, trials }: &Tried) -> io::Result<()> {
    writeln!(out, "{file}")?;
    let width = trials.iter().filter_map(|trial| subject(trial).1).map(str::len).max().unwrap_or_default();
    for trials in trials.chunk_by(|one, other| one.subject == other.subject) {
        let name = trials.first().and_then(|trial| subject(trial).1).unwrap_or_default();
        let (all, failed) = (trials.len(), failed(trials));
        let mark = if failed == 0 { "  ok    " } else { "  FAILED" };
        let name = if name.is_empty() { String::new() } else { format!("{name:width$}  ") };
        let count = if failed == 0 { format!("{all}") } else { format!("{failed} of {all}") };
        writeln!(out, "{mark}  {name}{count}")?;
        for trial in trials {
            if let Some(problem) = &trial.problem {
                writeln!(out, "    {file}:{}:{}: {problem}", trial.line, trial.column)?;
                if let Some(help) = problem.help() {
                    writeln!(out, "      help: {help}")?;
                }
            }
        }
    }
    writeln!(out)
}

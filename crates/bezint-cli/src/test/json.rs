//! The report for programs.

use super::{Report, subject};
use bezint_core::{Action, Audience};
use bezint_policy::{Gap, Unreached};
use serde::Serialize;
use std::io::{self, Write};

#[derive(Serialize)]
struct Told<'r> {
    drafts: usize,
    failed: usize,
    rules: usize,
    trials: Vec<Trial<'r>>,
    unreached: Vec<Part<'r>>,
}

#[derive(Serialize)]
struct Trial<'r> {
    file: &'r str,
    line: usize,
    column: usize,
    /// `detector`, `rule` or `policy`.
    of: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'r str>,
    ok: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    problem: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<String>,
}

/// A rule, or an audience or action of it.
#[derive(Serialize)]
struct Part<'r> {
    rule: &'r str,
    #[serde(skip_serializing_if = "Option::is_none")]
    audience: Option<Audience>,
    #[serde(skip_serializing_if = "Option::is_none")]
    action: Option<Action>,
}

pub(super) fn write(out: &mut impl Write, report: &Report) -> io::Result<()> {
    let trials = report.files.iter().flat_map(|tried| tried.trials.iter().map(|trial| (&tried.file, trial)));
    let trials = trials.map(|(file, trial)| {
        let (of, id) = subject(trial);
        let problem = trial.problem.as_ref();
        Trial {
            file,
            line: trial.line,
            column: trial.column,
            of,
            id,
            ok: problem.is_none(),
            problem: problem.map(ToString::to_string),
            help: problem.and_then(|problem| problem.help()),
        }
    });
    let told = Told {
        drafts: report.trials().count(),
        failed: report.failed(),
        rules: report.rules,
        trials: trials.collect(),
        unreached: report.gaps.iter().map(part).collect(),
    };
    serde_json::to_writer_pretty(&mut *out, &told)?;
    writeln!(out)
}

fn part(Gap { rule, unreached }: &Gap) -> Part<'_> {
    let (audience, action) = match unreached {
        Unreached::Rule => (None, None),
        Unreached::Audience(audience) => (Some(*audience), None),
        Unreached::Action(action) => (None, Some(*action)),
    };
    Part { rule, audience, action }
}

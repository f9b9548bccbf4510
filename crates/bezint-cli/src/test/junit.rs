//! The report as build servers read it: the XML that JUnit made customary. A suite is a file, a case is a draft, by
//! its place.

use super::{Report, Tried, failed, subject};
use bezint_policy::Escaped;
use std::io::{self, Write};

pub(super) fn write(out: &mut impl Write, report: &Report) -> io::Result<()> {
    let (all, failed) = (report.trials().count(), report.failed());
    writeln!(out, r#"<?xml version="1.0" encoding="UTF-8"?>"#)?;
    writeln!(out, r#"<testsuites name="bezint test" tests="{all}" failures="{failed}">"#)?;
    for tried in &report.files {
        suite(out, tried)?;
    }
    writeln!(out, "</testsuites>")
}

fn suite(out: &mut impl Write, Tried { file, trials }: &Tried) -> io::Result<()> {
    let (all, failed, file) = (trials.len(), failed(trials), Escaped(file));
    writeln!(out, r#"  <testsuite name="{file}" tests="{all}" failures="{failed}">"#)?;
    for trial in trials {
        let (of, id) = subject(trial);
        let class = Escaped(id.unwrap_or(of));
        let (line, column) = (trial.line, trial.column);
        write!(out, r#"    <testcase classname="{class}" name="{file}:{line}:{column}" file="{file}" line="{line}""#)?;
        let Some(problem) = &trial.problem else {
            writeln!(out, "/>")?;
            continue;
        };
        let (message, help) = (problem.to_string(), problem.help().unwrap_or_default());
        writeln!(out, ">\n      <failure message=\"{}\">{}</failure>", Escaped(&message), Escaped(&help))?;
        writeln!(out, "    </testcase>")?;
    }
    writeln!(out, "  </testsuite>")
}

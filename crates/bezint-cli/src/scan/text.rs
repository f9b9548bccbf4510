//! The answer for people.

use super::{Answer, Judged, said};
use crate::{places::Places, problems::many};
use bezint_core::{Action, Verdict};
use std::{
    collections::BTreeMap,
    io::{self, Write},
};

pub struct Text {
    /// The policy's first.
    language: Option<String>,
    /// Whether there is one draft, which then needs no name.
    one: bool,
    actions: BTreeMap<Action, usize>,
    unread: usize,
}

impl Text {
    pub fn new(language: Option<String>, one: bool) -> Self {
        Self { language, one, actions: BTreeMap::new(), unread: 0 }
    }

    /// A verdict. It points at the words by line and column and does not repeat them.
    fn verdict(&self, verdict: &Verdict, draft: &str, out: &mut dyn Write) -> io::Result<()> {
        let places = Places::new(draft);
        let said = |text| said(text, self.language.as_deref());
        writeln!(out, "{}", verdict.action)?;
        for reason in &verdict.reasons {
            writeln!(out, "\n  {}: {} {}", reason.action, reason.clause, said(&reason.title))?;
            writeln!(out, "  {}", said(&reason.advice))?;
            if let Some(add) = &reason.add {
                writeln!(out, "  Or add: {}", said(add))?;
            }
            if let Some(protected) = &reason.protected {
                writeln!(out, "  Protected speech: {}", said(protected))?;
            }
            if let Some(owner) = &reason.owner {
                writeln!(out, "  {owner}")?;
            }
            let found = reason.findings.iter().filter_map(|place| verdict.findings.get(usize::try_from(*place).ok()?));
            for finding in found {
                let places: Vec<_> = finding.spans.iter().map(|span| places.of(*span)).collect();
                writeln!(out, "    {} {} ({})", places.join(", "), finding.detector, finding.confidence)?;
            }
        }
        Ok(())
    }
}

impl Answer for Text {
    fn take(&mut self, judged: &Judged<'_>, out: &mut dyn Write) -> io::Result<()> {
        match &judged.found {
            Err(why) => {
                self.unread += 1;
                // Nobody is left to tell if the standard error is gone.
                let _ = writeln!(io::stderr(), "bezint: {}: {why}", judged.place());
                Ok(())
            }
            Ok((draft, verdict)) => {
                *self.actions.entry(verdict.action).or_default() += 1;
                if self.one {
                    return self.verdict(verdict, draft, out);
                }
                if verdict.action == Action::Allow {
                    return Ok(());
                }
                write!(out, "{}: ", judged.place())?;
                self.verdict(verdict, draft, out)?;
                writeln!(out)
            }
        }
    }

    fn end(&mut self, out: &mut dyn Write) -> io::Result<()> {
        if self.one {
            return Ok(());
        }
        let counts: Vec<_> = self.actions.iter().map(|(action, count)| format!("{count} {action}")).collect();
        let counts = if counts.is_empty() { String::new() } else { format!(": {}", counts.join(", ")) };
        write!(out, "{}{counts}", many(self.actions.values().sum(), "draft"))?;
        if self.unread > 0 {
            write!(out, "; {} could not be read", self.unread)?;
        }
        writeln!(out)
    }
}

//! `bezint report`

mod counts;
mod page;
mod sums;

use crate::{Outcome, failure::Failure};
use serde::Serialize;
use std::{
    fs,
    io::{self, Write},
    path::PathBuf,
};
use sums::{Row, Table};

/// Add up what people took out of their journals for the company
///
/// Each file is one person's counts, as the options page of the extension saves them. The report answers what a company
/// may want to know: which activities, which topics, how far it is used, who is involved and how it is organised. Every
/// number in it is about at least so many people; what is about fewer is put together with its like, so that it cannot be
/// worked out from the totals either.
#[derive(Debug, clap::Args)]
#[command(after_long_help = HELP)]
pub struct Command {
    /// The files, one for each person
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// How many people every number must be about
    #[arg(long, value_name = "PEOPLE", default_value_t = 5, value_parser = clap::value_parser!(u16).range(2..))]
    at_least: u16,
    /// How it is written; HTML into a file that ends in `.html`, else text, if left out
    #[arg(long, value_enum)]
    format: Option<Form>,
    /// Where to write it; the standard output, if left out
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

const HELP: &str = "\
Exit codes:
  0  the report is written
  2  a file cannot be read, is not counts, or there are fewer people than every number must be about

Example:
  bezint report counts/*.json
  bezint report counts/*.json --at-least 10 -o report.html";

#[derive(Debug, Clone, Copy, clap::ValueEnum)]
enum Form {
    /// For people, on a terminal
    Text,
    /// For programs
    Json,
    /// For people, as a page with charts that fetches nothing
    Html,
}

/// The answers, with what they rest on.
#[derive(Debug, Serialize)]
pub struct Report {
    people: usize,
    at_least: usize,
    /// The policies that were in force, each once.
    policies: Vec<String>,
    tables: Vec<Table>,
}

impl Command {
    pub fn run(self) -> Result<Outcome, Failure> {
        let people = counts::read(&self.files)?;
        let at_least = usize::from(self.at_least);
        if people.len() < at_least {
            return Err(Failure::TooFew { people: people.len(), at_least });
        }
        let mut policies: Vec<_> = people.iter().map(|one| one.policy.id.clone()).collect();
        policies.sort();
        policies.dedup();
        let tables = sums::tables(&people, at_least);
        let report = Report { people: people.len(), at_least, policies, tables };
        let named_html = self.output.as_ref().is_some_and(|path| path.extension().is_some_and(|it| it == "html"));
        let written = match self.format.unwrap_or(if named_html { Form::Html } else { Form::Text }) {
            Form::Text => report.text(),
            Form::Json => serde_json::to_string_pretty(&report).map_err(io::Error::from)? + "\n",
            Form::Html => page::html(&report),
        };
        match self.output {
            Some(to) => fs::write(&to, written).map_err(|error| Failure::Write { to, error })?,
            None => io::stdout().write_all(written.as_bytes())?,
        }
        Ok(Outcome::Quiet)
    }
}

impl Report {
    /// What it rests on, in a sentence.
    fn basis(&self) -> String {
        let Self { people, at_least, .. } = self;
        format!("From {people} people who handed in their counts. Every number is about at least {at_least} of them.")
    }

    fn text(&self) -> String {
        let mut lines = vec![self.basis()];
        for table in &self.tables {
            lines.push(format!("\n{}", table.question));
            let rows: Vec<&Row> = table.rows.iter().chain(&table.rest).collect();
            if rows.is_empty() {
                lines.push("  too few people to say".to_owned());
                continue;
            }
            let width = rows.iter().map(|row| row.name.chars().count()).max().unwrap_or(0).max(table.of.len());
            lines.push(format!("  {:width$}  people  times  posted  reconsidered", table.of));
            for row in rows {
                let (posted, reconsidered) = row.ends();
                let Row { name, people, times, .. } = row;
                lines.push(format!("  {name:width$}  {people:>6}  {times:>5}  {posted:>6}  {reconsidered:>12}"));
            }
        }
        lines.join("\n") + "\n"
    }
}

impl Row {
    /// How often it ended in either way, for people; a dash where that is not told.
    fn ends(&self) -> (String, String) {
        let dash = || "–".to_owned();
        self.ended.map_or((dash(), dash()), |it| (it.posted.to_string(), it.reconsidered.to_string()))
    }
}

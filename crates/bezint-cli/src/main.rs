//! The `bezint` command.

mod check;
mod clock;
mod completions;
mod diff;
mod document;
mod explain;
mod failure;
mod format;
mod input;
mod key_file;
mod keygen;
mod man;
mod new;
mod packs;
mod places;
mod policy_file;
mod posting;
mod problems;
mod report;
mod scan;
mod schema;
mod seal;
mod test;
mod verify;

use clap::{CommandFactory, Parser, Subcommand};
use std::process::ExitCode;

/// Think before you post: checks, tries and seals a social media policy.
///
/// A policy is a TOML file: what to look for (detectors), and what follows from it for whom (rules). Check it while you
/// write it, scan a few drafts with it, then seal it for the extension. Everything happens on this machine.
#[derive(Debug, Parser)]
#[command(name = "bezint", version, after_long_help = HELP)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

const HELP: &str = "\
Exit codes of every command:
  0  all is well; nothing was found that asks for more than advice
  1  a scanned draft asks to be confirmed, justified or blocked; a tested draft fails; policies differ
  2  something is wrong with the policy, the input or the command

Colours are used on a terminal only, and not where NO_COLOR is set. `bezint help COMMAND` has examples.

Examples, in the order in which a policy is made:
  bezint packs nl.bsn
  bezint new -o acme.toml
  bezint check acme.toml
  bezint test acme.toml
  echo 'Neptunus ships on Monday!' | bezint scan --policy acme.toml --audience followers
  echo 'Neptunus ships on Monday!' | bezint explain --policy acme.toml --audience company
  bezint document acme.toml -o acme.html
  bezint keygen acme.key
  bezint seal acme.toml --key acme.key -o acme.bezint
  bezint verify acme.bezint
  bezint diff acme.bezint acme.toml";

#[derive(Debug, Subcommand)]
enum Command {
    Check(check::Check),
    Completions(completions::Completions),
    Diff(diff::Diff),
    Document(document::Document),
    Explain(explain::Explain),
    Keygen(keygen::Keygen),
    Man(man::Man),
    New(new::New),
    Packs(packs::Packs),
    Report(report::Command),
    Scan(scan::Scan),
    Schema(schema::Schema),
    Seal(seal::Seal),
    Test(test::Test),
    Verify(verify::Verify),
}

/// How a command ended, when it did what it was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Outcome {
    /// Nothing asks for more than advice.
    Quiet,
    /// Something asks to be confirmed or more, fails its test, or differs.
    Held,
    /// Part of the input could not be read, and that was said in its place.
    Flawed,
}

fn main() -> ExitCode {
    let ended = match Arguments::parse().command {
        Command::Check(check) => check.run(),
        Command::Completions(completions) => completions.run(Arguments::command()),
        Command::Diff(diff) => diff.run(),
        Command::Document(document) => document.run(),
        Command::Explain(explain) => explain.run(),
        Command::Keygen(keygen) => keygen.run(),
        Command::Man(man) => man.run(Arguments::command()),
        Command::New(new) => new.run(),
        Command::Packs(packs) => packs.run(),
        Command::Report(report) => report.run(),
        Command::Scan(scan) => scan.run(),
        Command::Schema(schema) => schema.run(),
        Command::Seal(seal) => seal.run(),
        Command::Test(test) => test.run(),
        Command::Verify(verify) => verify.run(),
    };
    let outcome = ended.unwrap_or_else(|failure| {
        failure.tell();
        Outcome::Flawed
    });
    ExitCode::from(outcome as u8)
}

//! `bezint man`

use crate::{Outcome, failure::Failure};
use std::{
    fs,
    io::{self, Write},
    path::PathBuf,
};

/// Write the manual as man pages
///
/// The page of the command itself on the standard output, or with `--out` all pages into a folder: `bezint.1`, and
/// one for each subcommand, such as `bezint-scan.1`.
#[derive(Debug, clap::Args)]
#[command(after_long_help = HELP)]
pub struct Man {
    /// The folder for all pages; it is made if it is not there
    #[arg(long, value_name = "FOLDER")]
    out: Option<PathBuf>,
}

const HELP: &str = "\
Examples:
  bezint man | man -l -
  bezint man --out ~/.local/share/man/man1
  man bezint-scan";

impl Man {
    pub fn run(self, command: clap::Command) -> Result<Outcome, Failure> {
        match self.out {
            Some(to) => {
                let written = fs::create_dir_all(&to).and_then(|()| clap_mangen::generate_to(command, &to));
                written.map_err(|error| Failure::Write { to, error })?;
            }
            None => {
                let mut page = Vec::new();
                // As the pages of a folder: `help` has none.
                let command = command.disable_help_subcommand(true);
                clap_mangen::Man::new(command).render(&mut page)?;
                io::stdout().write_all(&page)?;
            }
        }
        Ok(Outcome::Quiet)
    }
}

//! `bezint completions`

use crate::{Outcome, failure::Failure};
use clap_complete::Shell;
use std::io::{self, Write};

/// Write what makes a shell complete the command
///
/// Subcommands, options and the words they take. Put it where the shell looks for completions; a new shell then knows
/// them.
#[derive(Debug, clap::Args)]
#[command(after_long_help = HELP)]
pub struct Completions {
    /// The shell
    shell: Shell,
}

const HELP: &str = "\
Examples:
  bezint completions bash > ~/.local/share/bash-completion/completions/bezint
  bezint completions zsh > ~/.zfunc/_bezint         (with fpath+=~/.zfunc before compinit)
  bezint completions fish > ~/.config/fish/completions/bezint.fish
  bezint completions powershell >> $PROFILE";

impl Completions {
    pub fn run(self, mut command: clap::Command) -> Result<Outcome, Failure> {
        let mut written = Vec::new();
        clap_complete::generate(self.shell, &mut command, "bezint", &mut written);
        io::stdout().write_all(&written)?;
        Ok(Outcome::Quiet)
    }
}

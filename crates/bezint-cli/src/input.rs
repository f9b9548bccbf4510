//! Drafts from a file or the standard input.

use crate::failure::Failure;
use std::{
    fs::File,
    io::{self, BufRead, BufReader, Read},
    path::Path,
};

/// Where drafts come from, open.
pub struct Input {
    /// What it is called in messages.
    pub name: String,
    pub lines: Box<dyn BufRead>,
}

impl Input {
    /// Opens a file; `-` is the standard input.
    pub fn open(path: &Path) -> Result<Self, Failure> {
        if path.as_os_str() == "-" {
            return Ok(Self { name: "the standard input".to_owned(), lines: Box::new(io::stdin().lock()) });
        }
        let name = path.display().to_string();
        match File::open(path) {
            Ok(file) => Ok(Self { name, lines: Box::new(BufReader::new(file)) }),
            Err(error) => Err(Failure::Read { from: name, error }),
        }
    }

    /// All of it, as one draft.
    pub fn draft(mut self) -> Result<String, Failure> {
        let mut draft = String::new();
        match self.lines.read_to_string(&mut draft) {
            Ok(_) => Ok(draft),
            Err(error) => Err(Failure::Read { from: self.name, error }),
        }
    }
}

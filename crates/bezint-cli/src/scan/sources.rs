//! Which files are scanned, and what each of them is.

use crate::failure::Failure;
use std::{
    fs::{self, File},
    io::{self, Read},
    path::{Path, PathBuf},
};

/// What the drafts stand in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Form {
    /// All of a file is one draft
    Text,
    /// Each line is a draft
    Lines,
    /// Each line is an object with a `text`
    Jsonl,
    /// Each row has a draft in one of its columns
    Csv,
}

/// A file, or the standard input.
#[derive(Debug)]
pub struct Source {
    /// `None`: the standard input.
    pub path: Option<PathBuf>,
    pub form: Form,
}

impl Source {
    /// The standard input is `-`; a file is what it ends in, unless that is told.
    fn new(path: &Path, form: Option<Form>) -> Self {
        let path = (path.as_os_str() != "-").then(|| path.to_owned());
        let ending = path.as_deref().and_then(Path::extension).and_then(|ending| ending.to_str());
        let guess = match ending.map(str::to_ascii_lowercase).as_deref() {
            Some("jsonl" | "ndjson") => Form::Jsonl,
            Some("csv") => Form::Csv,
            _ => Form::Text,
        };
        Self { path, form: form.unwrap_or(guess) }
    }

    /// What it is called in answers.
    pub fn name(&self) -> String {
        self.path.as_ref().map_or_else(|| "stdin".to_owned(), |path| path.display().to_string())
    }

    pub fn open(&self) -> io::Result<Box<dyn Read>> {
        match &self.path {
            Some(path) => Ok(Box::new(File::open(path)?)),
            None => Ok(Box::new(io::stdin().lock())),
        }
    }

    /// How many bytes it has; `None`: that shows when it ends.
    pub fn len(&self) -> Option<u64> {
        self.path.as_ref()?.metadata().ok().filter(fs::Metadata::is_file).map(|metadata| metadata.len())
    }
}

/// The files that are named, and all that are in the folders that are named, in the order of their names.
pub fn sources(named: &[PathBuf], form: Option<Form>) -> Result<Vec<Source>, Failure> {
    let mut sources = Vec::new();
    for path in named {
        if path.is_dir() {
            let mut files = Vec::new();
            walk(path, &mut files).map_err(|error| Failure::Read { from: path.display().to_string(), error })?;
            sources.extend(files.iter().map(|file| Source::new(file, form)));
        } else {
            sources.push(Source::new(path, form));
        }
    }
    Ok(sources)
}

/// What begins with a dot is passed over, and a link to a folder too: it may lead in circles.
fn walk(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    let mut entries = fs::read_dir(folder)?.collect::<Result<Vec<_>, _>>()?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        if entry.file_name().as_encoded_bytes().starts_with(b".") {
            continue;
        }
        let path = entry.path();
        if entry.file_type()?.is_dir() {
            walk(&path, files)?;
        } else if path.is_file() {
            files.push(path);
        }
    }
    Ok(())
}

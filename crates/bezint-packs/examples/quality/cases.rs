//! Cases, as files of JSON lines hold them.

use serde::Deserialize;
use std::{error::Error, fs, path::Path};

/// The cases of one file.
pub struct File {
    /// Its name, without its ending.
    pub name: String,
    pub cases: Vec<Case>,
}

/// A draft, and whether something should be found in it.
#[derive(Deserialize)]
pub struct Case {
    pub id: String,
    pub text: String,
    pub expect: bool,
    rule: Option<String>,
    entity: Option<String>,
    region: Option<String>,
}

impl Case {
    /// What the case is about, in the words of whoever wrote it, the most special first: a region, a rule, an entity,
    /// and the last part of its id.
    pub fn about(&self) -> impl Iterator<Item = &str> {
        let last = self.id.rsplit('/').next();
        [self.region.as_deref(), self.rule.as_deref(), self.entity.as_deref(), last].into_iter().flatten()
    }
}

/// All files of a folder, by name.
pub fn files(folder: &Path) -> Result<Vec<File>, Box<dyn Error>> {
    let told = |path: &Path, problem: &dyn Error| format!("{}: {problem}", path.display());
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder).map_err(|error| told(folder, &error))? {
        paths.push(entry?.path());
    }
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "jsonl"));
    paths.sort();
    if paths.is_empty() {
        return Err(format!("{}: no file there ends in .jsonl", folder.display()).into());
    }
    paths.iter().map(|path| file(path).map_err(|error| told(path, &*error).into())).collect()
}

fn file(path: &Path) -> Result<File, Box<dyn Error>> {
    let lines = fs::read_to_string(path)?;
    let cases = (1..)
        .zip(lines.lines())
        .map(|(number, line)| serde_json::from_str(line).map_err(|error| format!("line {number}: {error}").into()));
    let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    Ok(File { name, cases: cases.collect::<Result<_, Box<dyn Error>>>()? })
}

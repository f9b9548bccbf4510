//! A policy in a file: in TOML or sealed.

use crate::failure::Failure;
use bezint_core::{
    Policy,
    sealed::{self, SealError},
};
use bezint_policy::{Authored, Diagnostics, Layers, Misread};
use std::{fs, path::Path};

/// What a policy in TOML is worked on with: read it, then do something with it.
pub fn authored<T>(path: &Path, work: impl FnOnce(&Authored<'_>) -> Result<T, Diagnostics>) -> Result<T, Failure> {
    in_toml(path, source(path)?, work)
}

/// What stands in a file.
pub fn source(path: &Path) -> Result<String, Failure> {
    fs::read_to_string(path).map_err(|error| Failure::Read { from: path.display().to_string(), error })
}

/// A policy to try drafts on, in TOML or sealed.
pub fn either(path: &Path) -> Result<Policy, Failure> {
    let found = bytes(path)?;
    match sealed::open(&found) {
        Ok(policy) => Ok(policy),
        Err(SealError::NotSealed) if let Ok(source) = String::from_utf8(found) => {
            in_toml(path, source, |authored| Ok(authored.policy().clone()))
        }
        Err(error) => Err(Failure::Sealed { path: path.to_owned(), error }),
    }
}

/// A sealed policy, whoever made it and whenever it is valid.
pub fn sealed(path: &Path) -> Result<Policy, Failure> {
    sealed::open(&bytes(path)?).map_err(|error| Failure::Sealed { path: path.to_owned(), error })
}

/// What a file holds.
pub fn bytes(path: &Path) -> Result<Vec<u8>, Failure> {
    fs::read(path).map_err(|error| Failure::Read { from: path.display().to_string(), error })
}

fn in_toml<T>(
    path: &Path,
    source: String,
    work: impl FnOnce(&Authored<'_>) -> Result<T, Diagnostics>,
) -> Result<T, Failure> {
    let folder = path.parent().unwrap_or(Path::new(""));
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let load = |below: &str| fs::read_to_string(folder.join(below)).map_err(|error| error.to_string());
    let done = Layers::load(&name, source, load).and_then(|layers| layers.read(bezint_packs::packs(), work));
    done.map_err(|Misread { path, source, problems }| Failure::Policy {
        path: folder.join(path),
        source_text: source,
        problems,
    })
}

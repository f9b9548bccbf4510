//! A policy in a file: in TOML or sealed.

use crate::failure::Failure;
use bezint_core::{
    Policy,
    sealed::{self, SealError},
};
use bezint_policy::{Authored, Diagnostics, read};
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
    let done = read(&source, bezint_packs::packs()).and_then(|authored| work(&authored));
    done.map_err(|problems| Failure::Policy { path: path.to_owned(), source_text: source, problems })
}

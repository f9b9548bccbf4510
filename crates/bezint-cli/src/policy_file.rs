//! A policy in a file: in TOML or sealed.

use crate::failure::{Failure, why};
use bezint_core::{
    Policy,
    sealed::{self, SealError},
};
use bezint_policy::{Authored, Diagnostics, Layers, Misread};
use std::{fs, io, path::Path};

/// What a policy in TOML is worked on with: read it, then do something with it.
pub fn authored<T>(path: &Path, work: impl FnOnce(&Authored<'_>) -> Result<T, Diagnostics>) -> Result<T, Failure> {
    let found = bytes(path)?;
    if !matches!(sealed::open(&found), Err(SealError::NotSealed)) {
        return Err(Failure::IsSealed { path: path.to_owned() });
    }
    in_toml(path, text(path, found)?, work)
}

/// What stands in a file.
pub fn source(path: &Path) -> Result<String, Failure> {
    text(path, bytes(path)?)
}

fn text(path: &Path, found: Vec<u8>) -> Result<String, Failure> {
    String::from_utf8(found).map_err(|error| Failure::Read {
        from: path.display().to_string(),
        error: io::Error::new(io::ErrorKind::InvalidData, error),
    })
}

/// A policy to try drafts on, in TOML or sealed.
pub fn either(path: &Path) -> Result<Policy, Failure> {
    let found = bytes(path)?;
    match sealed::open(&found) {
        Ok(policy) => Ok(policy),
        Err(SealError::NotSealed) => in_toml(path, text(path, found)?, |authored| Ok(authored.policy().clone())),
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
    let load = |below: &str| fs::read_to_string(folder.join(below)).map_err(|error| why(&error));
    let done = Layers::load(&name, source, load).and_then(|layers| layers.read(bezint_packs::packs(), work));
    done.map_err(|Misread { path, source, problems }| Failure::Policy {
        path: folder.join(path),
        source_text: source,
        problems,
    })
}

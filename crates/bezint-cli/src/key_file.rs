//! A private key in a file: one word, between remarks that begin with `#`.

use crate::{failure::Failure, policy_file};
use bezint_core::sealed::PrivateKey;
use std::{
    fs::OpenOptions,
    io::{self, Write},
    path::Path,
};

/// Writes a key to a new file, which only its owner can read.
pub fn write(path: &Path, key: &PrivateKey) -> Result<(), Failure> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let text = format!(
        "# The private key of a policy, for `bezint seal --key`. Whoever has it can make policies in your name.\n\
         # Its public key: {}\n{}\n",
        key.public_key(),
        key.reveal()
    );
    let written = options.open(path).and_then(|mut file| file.write_all(text.as_bytes()));
    written.map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => Failure::KeyThere { path: path.to_owned() },
        _ => Failure::Write { to: path.to_owned(), error },
    })
}

/// Reads a key. What is wrong is told without a word of the file, which may hold a secret all the same.
pub fn read(path: &Path) -> Result<PrivateKey, Failure> {
    let text = policy_file::source(path)?;
    let words = text.lines().filter(|line| !line.trim_start().starts_with('#')).collect::<Vec<_>>().concat();
    words.parse().map_err(|error| Failure::Key { path: path.to_owned(), error })
}

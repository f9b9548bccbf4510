//! Reads every pack as an author's file is read, proves its examples, and lays all detectors and the starter policy
//! down as data. A pack that is not proved does not build.

use bezint_policy::{Diagnostics, PROTECTED, Pack, Packs, read, read_family, read_pack};
use std::{
    env, fmt, fs, io,
    path::{Path, PathBuf},
    process::ExitCode,
};

fn main() -> ExitCode {
    println!("cargo::rerun-if-changed=packs");
    println!("cargo::rerun-if-changed=policies");
    match build() {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::FAILURE
        }
    }
}

fn build() -> Result<(), Failure> {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR").map_err(io::Error::other)?);
    let out = PathBuf::from(env::var("OUT_DIR").map_err(io::Error::other)?);

    let library = library(&root.join("packs"))?;
    fs::write(out.join("library"), postcard::to_allocvec(&library).map_err(io::Error::other)?)?;
    let protected: Vec<String> = library
        .iter()
        .filter(|pack| pack.detector.id.starts_with(PROTECTED))
        .flat_map(|pack| pack.examples.matching.iter().map(|example| example.draft.clone()))
        .collect();
    fs::write(out.join("protected"), postcard::to_allocvec(&protected).map_err(io::Error::other)?)?;
    let packs = Packs::new(library.into_iter().map(|pack| pack.detector).collect());
    fs::write(out.join("detectors"), postcard::to_allocvec(packs.detectors()).map_err(io::Error::other)?)?;

    let path = root.join("policies/starter.toml");
    let source = fs::read_to_string(&path)?;
    let sealed = read(&source, &packs).and_then(|policy| policy.seal()).map_err(|problems| told(&path, &problems))?;
    Ok(fs::write(out.join("starter"), sealed)?)
}

/// The packs of `<group>/<name>.toml`, each a detector with the id `group.name`, and those of the families in
/// `<group>/<part>/<family>.toml`, each a token with an id below `group.part`. All files are read before any is refused.
///
/// A part that is found as another detector is needs that one first. Such a one has no parts itself, so that it can be
/// read before the others: what cannot be read at first is read once more, when all that can are known.
fn library(folder: &Path) -> Result<Vec<Pack>, Failure> {
    let (mut library, mut again, mut problems) = (Vec::new(), Vec::new(), Vec::new());
    for group in files(folder)? {
        for path in files(&group)? {
            let id = format!("{}.{}", stem(&group), stem(&path));
            if path.is_dir() {
                for path in files(&path)? {
                    match read_family(&fs::read_to_string(&path)?, &id) {
                        Ok(packs) => library.extend(packs),
                        Err(found) => problems.push(told(&path, &found).0),
                    }
                }
                continue;
            }
            let source = fs::read_to_string(&path)?;
            match read_pack(&source, &id, &Packs::default()) {
                Ok(pack) => library.push(pack),
                Err(_) => again.push((path, id, source)),
            }
        }
    }
    let known = Packs::new(library.iter().map(|pack| pack.detector.clone()).collect());
    for (path, id, source) in again {
        match read_pack(&source, &id, &known) {
            Ok(pack) => library.push(pack),
            Err(found) => problems.push(told(&path, &found).0),
        }
    }
    library.sort_by(|one, other| one.detector.id.cmp(&other.detector.id));
    let twice = library.windows(2).filter(|two| two[0].detector.id == two[1].detector.id);
    problems.extend(twice.map(|two| format!("two packs are called {}", two[0].detector.id)));
    if problems.is_empty() { Ok(library) } else { Err(Failure(problems.join("\n"))) }
}

fn stem(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

fn files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<_>>()?;
    paths.sort();
    Ok(paths)
}

struct Failure(String);

/// Each problem as `file:line:column: what is wrong`, with what to do below it.
fn told(path: &Path, problems: &Diagnostics) -> Failure {
    let lines = problems.0.iter().map(|problem| {
        let help = problem.problem.help().map(|help| format!("\n  help: {help}")).unwrap_or_default();
        format!("{}:{problem}{help}", path.display())
    });
    Failure(lines.collect::<Vec<_>>().join("\n"))
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self(error.to_string())
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

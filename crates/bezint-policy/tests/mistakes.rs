//! Every mistake an author can make, made on purpose: `mistakes/<name>.toml`, and what is said of it in
//! `mistakes/<name>.txt`. Files that begin with `pack-` and `family-` are read as files of the packs; those that begin with `warns-`
//! can be sealed, and what is said of them are warnings.
//!
//! To write the texts anew after a change, run with `BLESS=1` in the environment, and read the difference.

use bezint_policy::{Diagnostics, Layers, Packs, Severity, read_family, read_pack};
use std::{fs, path::Path};

/// 2026-11-24 in UTC.
const NOW: i64 = 1_795_478_400;

fn packs() -> Packs {
    let pack = |id: &str, word: &str| {
        let source = format!(
            "title = {{ en = \"a\", nl = \"b\" }}\nterms = [\"{word}\"]\n[about]\nsource = [\"c\"]\n\
             why = {{ en = \"d\", nl = \"e\" }}\nadvice = {{ en = \"f\", nl = \"g\" }}\n\
             [examples]\nmatch = [\"{word}\"]\npass = [\"h\"]\n"
        );
        read_pack(&source, id, &Packs::default()).unwrap().detector
    };
    let all =
        [("nl.bsn", "bsn"), ("nl.phone", "bel"), ("secrets.password", "wachtwoord"), ("protected.union", "vakbond")];
    Packs::new(all.map(|(id, word)| pack(id, word)).into())
        .with_protected(vec!["De vakbond staat achter Sirius".to_owned()])
}

/// Everything that is wrong with a source, when it is read and, if it can be read, when it is proved.
fn mistakes(name: &str, source: &str) -> Diagnostics {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/mistakes");
    let beside = |path: &str| fs::read_to_string(folder.join(path)).map_err(|_| "there is no such file".to_owned());
    let layers = || Layers::load(&format!("{name}.toml"), source.to_owned(), beside);
    if name.starts_with("warns-") {
        let warnings = layers().and_then(|layers| {
            layers.read(&packs(), |authored| {
                authored.seal()?;
                Ok(authored.warnings(NOW))
            })
        });
        let warnings = warnings.unwrap_or_else(|misread| panic!("{name}: {}", misread.problems));
        assert_eq!(warnings.count(Severity::Error), 0);
        assert!(!warnings.0.is_empty(), "{name} warns of nothing");
        return warnings;
    }
    let told = if name.starts_with("pack-") {
        read_pack(source, "nl.test", &packs()).map(drop)
    } else if name.starts_with("family-") {
        read_family(source, "secrets.token").map(drop)
    } else {
        let read = layers().and_then(|layers| layers.read(&packs(), |authored| authored.seal().map(drop)));
        read.map_err(|misread| misread.problems)
    };
    told.expect_err(name)
}

fn told(problems: &Diagnostics) -> String {
    let lines = problems.0.iter().map(|diagnostic| {
        let help = diagnostic.problem.help().map(|help| format!("  help: {help}\n")).unwrap_or_default();
        format!("{diagnostic}\n{help}")
    });
    lines.collect()
}

#[test]
fn every_mistake_is_told_as_it_should_be() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/mistakes");
    let mut names: Vec<String> = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter_map(|name| name.strip_suffix(".toml").map(str::to_owned))
        .collect();
    names.sort();
    assert!(!names.is_empty());
    let mut different = Vec::new();
    for name in names {
        let source = fs::read_to_string(folder.join(format!("{name}.toml"))).unwrap();
        let (path, told) = (folder.join(format!("{name}.txt")), told(&mistakes(&name, &source)));
        if std::env::var_os("BLESS").is_some() {
            fs::write(&path, &told).unwrap();
        } else if fs::read_to_string(&path).unwrap_or_default() != told {
            different.push(format!("{name}:\n{told}"));
        }
    }
    assert!(different.is_empty(), "{}", different.join("\n"));
}

#[test]
fn every_span_lies_in_its_source_and_at_its_line() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/mistakes");
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "toml") {
            let source = fs::read_to_string(&path).unwrap();
            let name = path.file_stem().unwrap().to_str().unwrap();
            for diagnostic in mistakes(name, &source).0 {
                let before = &source[..diagnostic.span.start];
                assert!(source.get(diagnostic.span.clone()).is_some(), "{name}: {diagnostic}");
                assert_eq!(before.matches('\n').count() + 1, diagnostic.line, "{name}: {diagnostic}");
            }
        }
    }
}

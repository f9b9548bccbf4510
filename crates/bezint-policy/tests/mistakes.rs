//! Every mistake an author can make, made on purpose: `mistakes/<name>.toml`, and what is said of it in
//! `mistakes/<name>.txt`. Files that begin with `pack-` and `family-` are read as files of the packs; those that begin with `warns-`
//! can be sealed, and what is said of them are warnings.
//!
//! To write the texts anew after a change, run with `BLESS=1` in the environment, and read the difference.

use bezint_policy::{Diagnostics, Layers, Packs, Problem, Severity, read, read_family, read_pack};
use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

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

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/mistakes")
}

/// The names of all files of mistakes, in order.
fn files() -> Vec<String> {
    let entries = fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<_> = entries.filter_map(|name| name.strip_suffix(".toml").map(str::to_owned)).collect();
    names.sort();
    names
}

fn source_of(name: &str) -> String {
    fs::read_to_string(folder().join(format!("{name}.toml"))).unwrap()
}

/// Everything that is wrong with a source, when it is read and, if it can be read, when it is proved.
fn mistakes(name: &str, source: &str) -> Diagnostics {
    let folder = folder();
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
        let whole = layers().and_then(|layers| layers.read(&packs(), |authored| authored.seal().map(drop)));
        whole.map_err(|misread| misread.problems)
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
    let folder = folder();
    let names = files();
    assert!(!names.is_empty());
    let mut different = Vec::new();
    for name in names {
        let source = source_of(&name);
        let (path, told) = (folder.join(format!("{name}.txt")), told(&mistakes(&name, &source)));
        if std::env::var_os("BLESS").is_some() {
            fs::write(&path, &told).unwrap();
        } else if fs::read_to_string(&path).unwrap_or_default() != told {
            different.push(format!("{name}:\n{told}"));
        }
    }
    assert!(different.is_empty(), "{}", different.join("\n"));
}

/// The name of what is wrong, as the code has it.
fn variant(problem: &Problem) -> String {
    let written = format!("{problem:?}");
    written.split([' ', '(']).next().unwrap_or_default().to_owned()
}

/// What these files cannot show, since it takes a program, a huge file, or a file of drafts.
const SHOWN_ELSEWHERE: [&str; 6] =
    ["OtherDetectors", "OtherVerdict", "StandsOnAnother", "TermsElsewhere", "TooLarge", "TooMany"];

#[test]
fn every_problem_is_shown() {
    let source = include_str!("../src/problem.rs");
    let (_, variants) = source.split_once("pub enum Problem {").unwrap();
    let (variants, _) = variants.split_once("\n}").unwrap();
    let names = variants
        .lines()
        .filter_map(|line| line.strip_prefix("    "))
        .filter(|line| line.starts_with(char::is_uppercase));
    let names: BTreeSet<_> = names.map(|line| line.split([' ', ',']).next().unwrap().to_owned()).collect();
    let mut shown: BTreeSet<_> = SHOWN_ELSEWHERE.map(str::to_owned).into();
    let many = "a".repeat(6 << 20);
    let huge = Layers::load("a.toml", "[[detectors]]\nterms_file = 'a.txt'".to_owned(), |_| Ok(many.clone())).unwrap();
    let deep = Layers::load("0.toml", "[policy]\nextends = '1.toml'".to_owned(), |path| {
        let above: usize = path.trim_end_matches(".toml").parse().unwrap();
        Ok(format!("[policy]\nextends = '{}.toml'", above + 1))
    });
    let long = read(&format!("[[detectors]]\nterms = ['{}']", "a".repeat(10_000)), &packs()).unwrap_err();
    let told = [long, huge.read(&packs(), |_| Ok(())).unwrap_err().problems, deep.unwrap_err().problems];
    shown.extend(told.iter().flat_map(|told| &told.0).map(|told| variant(&told.problem)));
    for name in files() {
        shown.extend(mistakes(&name, &source_of(&name)).0.iter().map(|told| variant(&told.problem)));
    }
    let hidden: Vec<_> = names.difference(&shown).collect();
    assert!(hidden.is_empty(), "no file of mistakes makes these: {hidden:?}");
}

#[test]
fn every_span_lies_in_its_source_and_at_its_line() {
    for name in files() {
        let source = source_of(&name);
        for diagnostic in mistakes(&name, &source).0 {
            let before = &source[..diagnostic.span.start];
            assert!(source.get(diagnostic.span.clone()).is_some(), "{name}: {diagnostic}");
            assert_eq!(before.matches('\n').count() + 1, diagnostic.line, "{name}: {diagnostic}");
        }
    }
}

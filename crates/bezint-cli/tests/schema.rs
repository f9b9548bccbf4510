//! `bezint schema`: what editors and the reference page say of the language.

mod support;

use jsonschema::Validator;
use serde_json::Value;
use std::{
    fs,
    path::{Path, PathBuf},
};
use support::{ROOT, bezint, said};

fn schema(kind: &str) -> Validator {
    let (code, out, err) = said(&bezint(&["schema", kind], ""));
    assert_eq!((code, err.as_str()), (0, ""));
    let schema: Value = serde_json::from_str(&out).unwrap();
    jsonschema::draft202012::meta::validate(&schema).unwrap();
    jsonschema::draft202012::new(&schema).unwrap()
}

/// A TOML file as an editor shows it to a schema: moments are texts.
fn as_json(path: &Path) -> Value {
    fn json(value: toml::Value) -> Value {
        match value {
            toml::Value::String(text) => text.into(),
            toml::Value::Integer(number) => number.into(),
            toml::Value::Float(number) => number.into(),
            toml::Value::Boolean(yes) => yes.into(),
            toml::Value::Datetime(moment) => moment.to_string().into(),
            toml::Value::Array(items) => items.into_iter().map(json).collect(),
            toml::Value::Table(table) => {
                Value::Object(table.into_iter().map(|(key, value)| (key, json(value))).collect())
            }
        }
    }
    json(toml::from_str(&fs::read_to_string(path).unwrap()).unwrap())
}

/// The files below a folder whose names end so.
fn files(folder: &str, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![Path::new(ROOT).join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.to_str().unwrap().ends_with(ending) {
                found.push(path);
            }
        }
    }
    found.sort();
    assert!(!found.is_empty(), "{folder}");
    found
}

fn holds(schema: &Validator, path: &Path) {
    let file = as_json(path);
    let errors: Vec<_> = schema.iter_errors(&file).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(errors.is_empty(), "{}:\n{}", path.display(), errors.join("\n"));
}

#[test]
fn what_ships_is_as_the_schemas_say() {
    let policy = schema("policy");
    let policies = ["crates/bezint-packs/policies", "tests/policies"];
    for path in policies.iter().flat_map(|folder| files(folder, ".toml")) {
        if !path.to_str().unwrap().ends_with(".drafts.toml") {
            holds(&policy, &path);
        }
    }
    holds(&policy, &Path::new(ROOT).join("docs/layers/company.toml"));
    let layer = schema("layer");
    ["sales", "campaign"]
        .iter()
        .for_each(|name| holds(&layer, &Path::new(ROOT).join(format!("docs/layers/{name}.toml"))));
    let pack = schema("pack");
    // A folder in a group holds families, which are written in a form of their own.
    let packs = Path::new(ROOT).join("crates/bezint-packs/packs");
    let files_of_packs = files("crates/bezint-packs/packs", ".toml");
    let one_detector = |path: &&PathBuf| path.strip_prefix(&packs).unwrap().components().count() == 2;
    files_of_packs.iter().filter(one_detector).for_each(|path| holds(&pack, path));
    let drafts = schema("drafts");
    files("crates/bezint-cli/tests/policies", ".drafts.toml").iter().for_each(|path| holds(&drafts, path));
}

#[test]
fn what_can_be_sealed_with_warnings_is_as_the_schema_says() {
    let policy = schema("policy");
    for path in files("crates/bezint-policy/tests/mistakes", ".toml") {
        if path.file_name().unwrap().to_str().unwrap().starts_with("warns-") {
            holds(&policy, &path);
        }
    }
}

#[test]
fn mistakes_that_an_editor_can_see_are_seen() {
    let policy = schema("policy");
    for name in ["policy-misspelt", "policy-wrong-values", "examples-misspelt", "actions", "detectors"] {
        let path = Path::new(ROOT).join(format!("crates/bezint-policy/tests/mistakes/{name}.toml"));
        assert!(!policy.is_valid(&as_json(&path)), "{name}");
    }
}

/// `BLESS=1` writes the page anew.
#[test]
fn the_reference_page_is_current() {
    let (code, page, _) = said(&bezint(&["schema", "--markdown"], ""));
    assert_eq!(code, 0);
    let path = Path::new(ROOT).join("docs/reference.md");
    if std::env::var_os("BLESS").is_some() {
        fs::write(&path, &page).unwrap();
    }
    assert!(fs::read_to_string(path).unwrap_or_default() == page, "docs/reference.md: BLESS=1 writes it anew");
}

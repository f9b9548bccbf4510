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
    json(&fs::read_to_string(path).unwrap())
}

fn json(source: &str) -> Value {
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
    json(toml::from_str(source).unwrap())
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

/// A policy with a little of everything of which there must be one, or not two.
const SOUND: &str = r#"
[policy]
id = "acme"
version = 1
title = "Acme"
languages = ["en"]
stance = "coached"
domains = ["acme.example"]
packs = ["nl.phone"]

[overrides."nl.phone"]
off = true
why = "Our number is on every van."

[[detectors]]
id = "acme.words"
title = "a"
terms = ["Neptunus"]
match = "part"
allowed = ["planet Neptunus"]
own = "low"

[[detectors]]
id = "acme.results"
title = "a"
any = ["amount", "number"]
at_least = 2
within = 20

[detectors.parts.amount]
pattern = "[0-9]+ mln"
group = 0
entropy = 0.5

[detectors.parts.number]
number = 9
check = "bsn"

[[rules]]
id = "words"
clause = "1"
title = "a"
advice = "b"
when = ["acme.words", "acme.results"]
unless = "acme.results"
add = "123 mln 111222333"
audience = "group"
action = { medium = "advise" }
periods = [{ from = 2026-01-01T00:00:00Z }]
"#;

const LAYER: &str = r#"
[policy]
extends = "company.toml"
id = "sales"
version = 1
title = "Sales"

[[changes]]
rule = "words"
except_roles = []
"#;

/// What each mistake is, as the reader says it.
const MISTAKES: [(&str, &str, &str); 21] = [
    ("match = \"part\"", "match = \"part\"\npattern = \"a+\"", "more than one of them"),
    ("match = \"part\"", "number = 9", "more than one of them"),
    ("terms = [\"Neptunus\"]\nmatch = \"part\"", "", "here are no `terms`"),
    ("terms = [\"Neptunus\"]\n", "terms = []\n", "this list is empty"),
    ("allowed = [\"planet Neptunus\"]", "allowed = []", "this list is empty"),
    ("match = \"part\"", "group = 1", "`group` belongs to"),
    ("match = \"part\"", "check = \"bsn\"", "`check` belongs to"),
    ("match = \"part\"", "within = 3", "`within` belongs to"),
    ("within = 20", "own = \"low\"", "`own` belongs to"),
    ("within = 20", "terms = [\"a\"]", "more than one of them"),
    ("any = [\"amount\", \"number\"]\nat_least", "at_least", "`at_least` belongs to"),
    ("number = 9", "number = 9\ndetector = \"nl.phone\"", "a part has no key `number`"),
    ("number = 9\ncheck = \"bsn\"", "", "here are no `terms`"),
    ("entropy = 0.5", "match = \"word\"", "`match` belongs to"),
    ("off = true\n", "", "`why` belongs to"),
    ("unless = \"acme.results\"\n", "", "nothing says that it would help"),
    ("{ medium = \"advise\" }", "{ group = \"advise\" }", "the audience is said twice"),
    ("periods", "from = 2026-01-01T00:00:00Z\nperiods", "the time is said twice"),
    ("{ from = 2026-01-01T00:00:00Z }", "{}", "this period is empty"),
    ("languages = [\"en\"]", "languages = []", "this list is empty"),
    ("\"acme.example\"", "\"https://acme.example\"", "is not the name of a domain"),
];

const MISTAKES_OF_A_LAYER: [(&str, &str, &str); 2] = [
    ("except_roles = []\n", "", "this changes nothing"),
    ("except", "audience = \"group\"\nexcept", "has no `action`"),
];

/// A pack with as little as there may be.
const PACK: &str = r#"
title = { en = "a name", nl = "een naam" }
terms = "Neptunus"
[about]
why = { en = "a", nl = "b" }
advice = { en = "c", nl = "d" }
source = "e"
[examples]
match = "Neptunus"
pass = "Mars"
"#;

const MISTAKES_OF_A_PACK: [(&str, &str, &str); 4] = [
    ("pass = \"Mars\"\n", "", "this pack has no examples that pass"),
    ("match = \"Neptunus\"\n", "", "this pack has no examples that match"),
    ("pass = \"Mars\"", "pass = []", "this pack has no examples that pass"),
    ("[examples]\nmatch = \"Neptunus\"\npass = \"Mars\"\n", "", "a pack has no `examples`"),
];

/// What the reader refuses since there is not exactly one of some keys, or not at least one, or one without another.
#[test]
fn what_keys_there_must_be_together_is_seen_too() {
    let (policy, layer, pack) = (schema("policy"), schema("layer"), schema("pack"));
    let read = |policy: &str| match bezint_policy::read(policy, bezint_packs::packs()) {
        Ok(_) => String::new(),
        Err(problems) => problems.to_string(),
    };
    let read_layer = |layer: &str| {
        let layers = bezint_policy::Layers::load("sales.toml", layer.to_owned(), |_| Ok(SOUND.to_owned()));
        let read = layers.and_then(|layers| layers.read(bezint_packs::packs(), |_| Ok(())));
        read.map_err(|misread| misread.problems.to_string()).err().unwrap_or_default()
    };
    let read_pack = |pack: &str| match bezint_policy::read_pack(pack, "acme.name", bezint_packs::packs()) {
        Ok(_) => String::new(),
        Err(problems) => problems.to_string(),
    };
    let tried = |schema: &Validator, read: &dyn Fn(&str) -> String, sound: &str, mistakes: &[(&str, &str, &str)]| {
        assert_eq!(read(sound), "");
        assert!(schema.is_valid(&json(sound)));
        for (from, to, said) in mistakes {
            let mistaken = sound.replacen(from, to, 1);
            assert!(read(&mistaken).contains(said), "{from} -> {to}: {}", read(&mistaken));
            assert!(!schema.is_valid(&json(&mistaken)), "{from} -> {to}");
        }
    };
    tried(&policy, &read, SOUND, &MISTAKES);
    tried(&layer, &read_layer, LAYER, &MISTAKES_OF_A_LAYER);
    tried(&pack, &read_pack, PACK, &MISTAKES_OF_A_PACK);
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

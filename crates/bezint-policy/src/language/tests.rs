use super::*;
use crate::{Diagnostics, Layers, Packs, Problem, read, read_drafts, read_pack};
use std::collections::BTreeSet;

const HEADER: &str = "[policy]\nid = 'a'\nversion = 1\ntitle = 'a'\nlanguages = ['en']\nstance = 'open'\n";

/// A file with a key that nobody knows, `zzzzzz`, in one table, and what the reader calls that table.
fn probe(table: &str) -> (String, &'static str) {
    let policy = |rest: &str| format!("{HEADER}{rest}");
    let layer = |rest: &str| format!("[policy]\nextends = 'below.toml'\n{rest}");
    match table {
        "layer file" => (layer("[zzzzzz]"), ""),
        "layer" => (layer("zzzzzz = 1"), "[policy]"),
        "change" => (layer("[[changes]]\nrule = 'a'\naction = 'block'\nzzzzzz = 1"), "a change"),
        "delegate" => (layer("[[delegates]]\nzzzzzz = 1"), "a delegate"),
        "policy file" | "drafts file" | "pack file" => ("zzzzzz = 1".to_owned(), ""),
        "policy" => (policy("zzzzzz = 1"), "[policy]"),
        "override" => (policy("[overrides.'a.b']\nzzzzzz = 1"), "an override"),
        "detector" => (policy("[[detectors]]\nterms = ['a']\nzzzzzz = 1"), "a detector"),
        "part" => (policy("[[detectors]]\nparts.a = { terms = ['a'], zzzzzz = 1 }"), "a part"),
        "near" => (policy("[[detectors]]\nnear = [{ zzzzzz = 1 }]"), "`near`"),
        "examples of a detector" => (policy("[[detectors]]\nexamples = { zzzzzz = 1 }"), "`examples`"),
        "example of a detector" => {
            (policy("[[detectors]]\nexamples.pass = [{ draft = 'a', zzzzzz = 1 }]"), "an example")
        }
        "rule" => (policy("[[rules]]\nzzzzzz = 1"), "a rule"),
        "period" => (policy("[[rules]]\nperiods = { zzzzzz = 1 }"), "a period"),
        "when" => (policy("[[rules]]\nwhen = { zzzzzz = 1 }"), "`when`"),
        "action by audience" => (policy("[[rules]]\naction = { named = 'allow', zzzzzz = 1 }"), "`action`"),
        "action by confidence" => (policy("[[rules]]\naction = { low = 'allow', zzzzzz = 1 }"), "`action`"),
        "examples of a rule" => (policy("[[rules]]\nexamples = { zzzzzz = 1 }"), "`examples`"),
        "example of a rule" => (policy("[[rules]]\nexamples.pass = [{ draft = 'a', zzzzzz = 1 }]"), "an example"),
        "draft" => ("[[drafts]]\nzzzzzz = 1".to_owned(), "a draft"),
        "examples of a pack" => ("[examples]\nzzzzzz = 1".to_owned(), "`examples`"),
        "about" => ("[about]\nzzzzzz = 1".to_owned(), "`about`"),
        other => panic!("nothing tries the table {other}"),
    }
}

/// What is wrong with a file of the kind that has such a table.
fn misread(table: &str, source: &str) -> Diagnostics {
    match table {
        "pack file" | "about" | "examples of a pack" => read_pack(source, "a.b", &Packs::default()).unwrap_err(),
        "layer file" | "layer" | "change" | "delegate" => {
            let layers = Layers::load("layer.toml", source.to_owned(), |_| Ok(HEADER.to_owned())).unwrap();
            layers.read(&Packs::default(), |_| Ok(())).unwrap_err().problems
        }
        _ => read(source, &Packs::default()).map(drop).unwrap_err(),
    }
}

/// The keys that the reader knows in a table.
fn known(table: &str) -> BTreeSet<&'static str> {
    let (source, name) = probe(table);
    let problems = match table {
        "drafts file" | "draft" => {
            let authored = read(HEADER, &Packs::default()).unwrap();
            read_drafts(&source, authored.policy()).unwrap_err()
        }
        _ => misread(table, &source),
    };
    let of_table = |of: &str| name.is_empty() || of == name;
    let mut known = problems.0.into_iter().filter_map(|found| match found.problem {
        Problem::UnknownKey { of, key, known, .. } if key == "zzzzzz" && of_table(of) => Some(known),
        _ => None,
    });
    known.next().unwrap_or_else(|| panic!("the reader does not read {table}")).into_iter().collect()
}

#[test]
fn the_reader_and_the_description_know_the_same_keys() {
    for Table { name, keys, .. } in tables() {
        let described: BTreeSet<_> = keys.iter().map(|key| key.key).collect();
        assert_eq!(described, known(name), "{name}: described, then read");
    }
}

/// What the reader says is missing when a table is empty is what is described as needed.
#[test]
fn the_reader_and_the_description_need_the_same_keys() {
    for Table { name, keys, .. } in tables().filter(|table| !["drafts file", "draft"].contains(&table.name)) {
        let (source, _) = probe(name);
        let problems = misread(name, &source);
        for Key { key, needed, .. } in keys.iter().filter(|key| !source.contains(key.key)) {
            let missed = problems.0.iter().any(|found| {
                matches!(&found.problem, Problem::MissingKey { key: missing, .. } if missing == key)
                    || matches!(&found.problem, Problem::NoExamples { should, .. } if should == key)
                    || (*key == "confidence" && *needed && matches!(found.problem, Problem::IdleNear))
            });
            let elsewhere = !matches!(*name, "policy file" | "layer file" | "pack file") && !needed;
            assert!(missed == *needed || elsewhere, "{name}: {key}");
        }
    }
}

#[test]
fn every_table_that_is_referred_to_is_there() {
    fn refer(shape: &Shape, names: &mut BTreeSet<&'static str>) {
        match shape {
            Shape::Table(name) | Shape::ById(name, ..) => {
                names.insert(name);
            }
            Shape::List(shape) | Shape::Filled(shape) => refer(shape, names),
            Shape::Either(shapes) => shapes.iter().for_each(|shape| refer(shape, names)),
            _ => {}
        }
    }
    let mut names: BTreeSet<_> = [POLICY, LAYER, PACK, DRAFTS].map(|file| file.root).into();
    tables().flat_map(|table| table.keys).for_each(|key| refer(&key.shape, &mut names));
    assert_eq!(names, tables().map(|table| table.name).collect());
}

/// What fuzzing writes policies with has every key, and every word that a key can have.
#[test]
fn the_dictionary_of_the_fuzz_targets_is_whole() {
    fn words(shape: &Shape) -> Vec<&'static str> {
        match shape {
            Shape::Word(words) => words(),
            Shape::List(shape) | Shape::Filled(shape) => words(shape),
            Shape::Either(shapes) => shapes.iter().flat_map(words).collect(),
            _ => Vec::new(),
        }
    }
    let dictionary: BTreeSet<_> = include_str!("../../../../fuzz/policy.dict").lines().collect();
    let missing = tables().flat_map(|table| table.keys).flat_map(|key| {
        let values = words(&key.shape).into_iter().map(|word| format!(r#""\"{word}\"""#));
        [format!(r#""{} = ""#, key.key)].into_iter().chain(values)
    });
    let missing: BTreeSet<_> = missing.filter(|entry| !dictionary.contains(entry.as_str())).collect();
    assert!(missing.is_empty(), "fuzz/policy.dict lacks: {missing:?}");
}

//! `bezint scan --output sarif` keeps to SARIF 2.1.0: what the standard wants of the objects that are written here, and no
//! property that it does not know. From <https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html>.

mod support;

use serde_json::Value;
use std::{collections::BTreeSet, fs};
use support::{bezint, said, scratch};

/// An object with these properties, and of the others none but those.
fn object<'v>(value: &'v Value, needed: &[&str], others: &[&str]) -> &'v Value {
    let object = value.as_object().unwrap_or_else(|| panic!("no object: {value}"));
    for name in needed {
        assert!(object.contains_key(*name), "no `{name}`: {value}");
    }
    for name in object.keys() {
        assert!(needed.contains(&name.as_str()) || others.contains(&name.as_str()), "`{name}` is not known: {value}");
    }
    value
}

fn list(value: &Value) -> &[Value] {
    value.as_array().unwrap_or_else(|| panic!("no list: {value}"))
}

fn text(value: &Value) -> &str {
    value.as_str().filter(|text| !text.is_empty()).unwrap_or_else(|| panic!("no text: {value}"))
}

fn message(value: &Value) {
    text(&object(value, &["text"], &["markdown", "id", "arguments"])["text"]);
}

fn level(value: &Value) {
    assert!(["none", "note", "warning", "error"].contains(&text(value)), "{value}");
}

fn location(value: &Value) {
    let place =
        object(&object(value, &["physicalLocation"], &[])["physicalLocation"], &["artifactLocation"], &["region"]);
    let uri = text(&object(&place["artifactLocation"], &["uri"], &[])["uri"]);
    assert!(uri.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~/:%".contains(&byte)), "{uri}");
    let Some(region) = place.get("region") else { return };
    object(region, &["startLine"], &["startColumn", "endLine", "endColumn"]);
    let number = |name: &str, default: u64| region.get(name).map_or(default, |value| value.as_u64().unwrap());
    let (line, column) = (number("startLine", 0), number("startColumn", 1));
    assert!(line >= 1 && column >= 1, "lines and columns count from 1: {region}");
    assert!((number("endLine", line), number("endColumn", u64::MAX)) > (line, column), "{region}");
}

fn log(log: &Value) {
    object(log, &["version", "runs"], &["$schema"]);
    assert_eq!(log["version"], "2.1.0");
    for run in list(&log["runs"]) {
        object(run, &["tool", "results"], &["columnKind", "invocations"]);
        assert!(["utf16CodeUnits", "unicodeCodePoints"].contains(&text(&run["columnKind"])));
        let driver = object(&object(&run["tool"], &["driver"], &[])["driver"], &["name"], &["version", "rules"]);
        text(&driver["name"]);
        let mut rules = BTreeSet::new();
        for rule in list(&driver["rules"]) {
            object(rule, &["id"], &["shortDescription", "help", "properties"]);
            message(&rule["shortDescription"]);
            message(&rule["help"]);
            assert!(rules.insert(text(&rule["id"])), "there twice: {rule}");
        }
        for invocation in list(&run["invocations"]) {
            object(invocation, &["executionSuccessful"], &["toolExecutionNotifications"]);
            assert!(invocation["executionSuccessful"].is_boolean());
            for notification in list(&invocation["toolExecutionNotifications"]) {
                object(notification, &["message"], &["level", "locations"]);
                message(&notification["message"]);
                level(&notification["level"]);
                list(&notification["locations"]).iter().for_each(location);
            }
        }
        for result in list(&run["results"]) {
            object(result, &["message"], &["ruleId", "level", "locations", "properties"]);
            message(&result["message"]);
            level(&result["level"]);
            assert!(rules.contains(text(&result["ruleId"])), "{result}");
            assert!(result["properties"].is_object());
            list(&result["locations"]).iter().for_each(location);
        }
    }
}

#[test]
fn what_is_written_keeps_to_the_standard() {
    let folder = scratch("sarif posts");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("één.txt"), "Neptunus 🎉\nNeptunus").unwrap();
    fs::write(folder.join("lines.jsonl"), "{\"text\": \"Neptunus\"}\nno JSON\n").unwrap();
    let arguments = ["scan", "--policy", "tests/policies/lab.toml", "--output", "sarif", folder.to_str().unwrap()];
    let (code, out, _) = said(&bezint(&arguments, ""));
    let written: Value = serde_json::from_str(&out).unwrap();
    assert_eq!((code, list(&written["runs"][0]["results"]).len()), (2, 2));
    log(&written);
}

#[test]
fn nothing_found_keeps_to_the_standard_too() {
    let (_, out, _) = said(&bezint(&["scan", "--policy", "tests/policies/lab.toml", "--output", "sarif"], "well"));
    log(&serde_json::from_str(&out).unwrap());
}

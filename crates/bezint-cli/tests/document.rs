//! `bezint document`

mod support;

use std::fs;
use support::{bezint, expect, said, scratch};

const LAB: &str = "tests/policies/lab.toml";

#[test]
fn a_policy_is_a_page_in_each_of_its_languages() {
    for language in ["nl", "en"] {
        let (code, out, err) = said(&bezint(&["document", LAB, "--language", language], ""));
        assert_eq!((code, err.as_str()), (0, ""));
        expect(&format!("document.{language}.md"), &out);
    }
}

#[test]
fn the_page_in_html_fetches_and_runs_nothing() {
    let file = scratch("lab.html");
    let (code, out, err) = said(&bezint(&["document", LAB, "-o", file.to_str().unwrap()], ""));
    assert_eq!((code, out.as_str(), err.as_str()), (0, "", ""));
    let page = fs::read_to_string(file).unwrap();
    for stranger in ["<script", "<link", "<img", " src=", " href=", "url(", "@import", "http:", "https:"] {
        assert!(!page.contains(stranger), "{stranger}");
    }
    expect("document.html", &page);
}

#[test]
fn a_language_that_is_not_there_is_refused() {
    let (code, out, err) = said(&bezint(&["document", LAB, "--language", "de"], ""));
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(err.contains("`de`"), "{err}");
}

#[test]
fn programs_get_the_parts_of_the_page() {
    let (code, out, _) = said(&bezint(&["document", LAB, "--language", "en", "--format", "json"], ""));
    let page: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!((code, &page["language"]), (0, &"en".into()));
    let headings = page["blocks"].as_array().unwrap().iter().filter_map(|block| block["heading"]["text"].as_str());
    let (_, markdown, _) = said(&bezint(&["document", LAB, "--language", "en"], ""));
    assert_eq!(headings.count(), markdown.lines().filter(|line| line.starts_with("##")).count());
}

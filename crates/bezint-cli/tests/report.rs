//! `bezint report`

mod support;

use std::fs;
use support::{bezint, expect, said, scratch};

/// The counts of a person: on these sites, by these rules.
fn person(roles: &str, sites: &[(&str, u32)], rules: &[(&str, &str, u32)]) -> String {
    let rules: Vec<_> = rules
        .iter()
        .map(|(rule, decision, count)| {
            format!(r#"{{"rule":"{rule}","action":"confirm","decision":"{decision}","count":{count}}}"#)
        })
        .collect();
    let sites: Vec<_> = sites.iter().map(|(site, count)| format!(r#"{{"site":"{site}","count":{count}}}"#)).collect();
    let (rules, sites) = (rules.join(","), sites.join(","));
    format!(
        r#"{{"format":"bezint-counts/1","policy":{{"id":"acme","version":3}},"roles":[{roles}],"weeks":[
        {{"week":"2026-W48","rules":[{rules}],"sites":[{sites}],"audiences":[{{"audience":"public","count":1}}]}}]}}"#
    )
}

/// Seven people, of whom one alone writes on Reddit, and two alone met the rule on names: so that these numbers cannot be
/// worked out, the smallest of the others goes with them.
fn people(name: &str) -> Vec<String> {
    (0..7)
        .map(|number| {
            let mut sites = vec![("x", number + 2), ("linkedin", 1)];
            let mut rules =
                vec![("secrets", "posted", 1), ("secrets", "reconsidered", number + 2), ("markings", "posted", 1)];
            if number == 0 {
                sites.push(("reddit", 40));
            }
            if number < 2 {
                rules.push(("names", "posted", 3));
            }
            let path = scratch(&format!("{name}-{number}.json"));
            fs::write(&path, person(r#""sales""#, &sites, &rules)).unwrap();
            path.into_os_string().into_string().unwrap()
        })
        .collect()
}

fn report(files: &[String], options: &[&str]) -> (i32, String, String) {
    let files: Vec<&str> = files.iter().map(String::as_str).collect();
    said(&bezint(&[&["report"], files.as_slice(), options].concat(), ""))
}

#[test]
fn the_counts_of_people_are_added_up_for_people_and_programs() {
    let files = people("sum");
    for (name, options) in [("report.txt", [].as_slice()), ("report.json", &["--format", "json"])] {
        let (code, out, err) = report(&files, options);
        assert_eq!((code, err.as_str()), (0, ""));
        assert!(!out.contains("reddit") && !out.contains("names"), "what is about a few is not named: {out}");
        expect(name, &out);
    }
}

#[test]
fn the_page_fetches_and_runs_nothing_and_no_name_is_markup() {
    let files = people("page");
    for path in &files {
        let marked = fs::read_to_string(path).unwrap().replace("secrets", "<script>");
        fs::write(path, marked).unwrap();
    }
    let page = scratch("report.html");
    let (code, _, err) = report(&files, &["-o", page.to_str().unwrap()]);
    assert_eq!((code, err.as_str()), (0, ""));
    let html = fs::read_to_string(page).unwrap();
    assert!(html.contains("&lt;script&gt;") && !html.contains("<script"), "{html}");
    assert!(!html.contains("http://") && !html.contains("https://") && !html.contains("src="), "{html}");
}

#[test]
fn one_who_hands_in_twice_is_one_person_and_too_few_are_told_nothing_of() {
    let files = people("few");
    let twice = [&files[..4], &files[..4]].concat();
    let (code, out, err) = report(&twice, &[]);
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(err.contains("4 people are too few"), "{err}");
}

#[test]
fn a_file_that_says_more_than_counts_is_refused_without_a_word_of_it() {
    let path = scratch("more.json");
    let counts = person("", &[("x", 1)], &[]);
    fs::write(&path, counts.replacen('{', r#"{"draft":"a secret","#, 1)).unwrap();
    let (code, out, err) = report(&[path.to_str().unwrap().to_owned()], &[]);
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(err.contains("wrong at line 1") && !err.contains("secret"), "{err}");
}

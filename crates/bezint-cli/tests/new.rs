//! `bezint new`

mod support;

use std::fs;
use support::{bezint, expect, said, scratch};

#[test]
fn options_are_answers() {
    let file = scratch("acme.toml");
    let path = file.to_str().unwrap();
    let pages = ["en", "nl"].map(|language| file.with_extension(format!("{language}.html")));
    for file in pages.iter().chain([&file]) {
        let _ = fs::remove_file(file);
    }
    let options = [
        ["--company", "Acme"],
        ["--contact", "press@acme.example"],
        ["--domain", "acme.example"],
        ["--activities", "tell,answer"],
        ["--part", "some"],
        ["--coordination", "departments"],
        ["--stance", "coached"],
        ["--languages", "en,nl"],
        ["--topics", "projects,secrets"],
        ["--name", "Neptunus"],
        ["-o", path],
    ];
    let arguments = [&["new"], options.concat().as_slice()].concat();
    let (code, out, err) = said(&bezint(&arguments, ""));
    assert_eq!((code, out.as_str()), (0, ""));
    assert_eq!(
        err,
        format!("{path} is written, with a page for your colleagues beside it. Now: bezint check {path}\n")
    );
    expect("new.toml", &fs::read_to_string(&file).unwrap().replace(path, "acme.toml"));

    for page in pages {
        assert!(fs::read_to_string(page).unwrap().contains("Neptunus"));
    }

    let (code, out, err) = said(&bezint(&["check", path], ""));
    assert_eq!((code, err.as_str()), (0, ""), "{out}");
    let (code, out, _) = said(&bezint(&["test", path], ""));
    assert!(code == 0 && out.ends_with("every rule, audience and action is reached\n"), "{out}");

    let (code, _, err) = said(&bezint(&arguments, ""));
    assert_eq!(code, 2, "what is there already is kept");
    assert!(
        err.ends_with("it is there already, and is somebody's work: choose another name, or move it away\n"),
        "{err}"
    );
}

#[test]
fn the_file_may_be_named_without_its_option() {
    let file = scratch("named.toml");
    let path = file.to_str().unwrap();
    for file in [file.clone(), file.with_extension("en.html")] {
        let _ = fs::remove_file(file);
    }
    let (code, out, err) = said(&bezint(&["new", path], "en\nAcme\npress@acme.example\n\n\n\n\n\n\n\n"));
    assert_eq!((code, out.as_str()), (0, ""), "{err}");
    assert!(fs::read_to_string(&file).unwrap().contains("id = \"acme\""));
}

#[test]
fn who_has_no_names_to_keep_gets_a_policy_without_them() {
    let answers = "en\nAcme\npress@acme.example\n\n\n\n\n\n\n\n";
    let (code, out, err) = said(&bezint(&["new"], answers));
    assert_eq!(code, 0, "{err}");
    assert!(!out.contains("project-names") && out.contains("id = \"results\""), "{out}");
}

#[test]
fn what_is_not_given_is_asked_in_the_preferred_language() {
    let (code, out, err) = said(&bezint(
        &["new"],
        "nl, de\nnl\n\nAcme\npers@acme.example\nacme\n\n\naside\nteams\nstrict\ncontrolled\n\nNeptunus, Orion\n",
    ));
    assert_eq!(code, 0);
    expect("new-questions.txt", &err);
    assert!(out.contains("terms = [\"Neptunus\", \"Orion\"]") && out.contains("stance = \"controlled\""), "{out}");
    assert!(!out.contains("title.en"), "{out}");
}

#[test]
fn a_question_that_stays_unanswered_names_its_option() {
    let (code, out, err) = said(&bezint(&["new", "--languages", "en"], "Acme\n"));
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(err.ends_with("bezint: there was no answer; give it with --contact\n"), "{err}");
}

#[test]
fn a_name_that_is_in_ordinary_drafts_is_not_taken() {
    let work = ["--activities", "tell", "--part", "some", "--coordination", "teams"];
    let arguments =
        ["new", "--company", "a", "--contact", "b", "--domain", "a.example", "--languages", "en", "--stance", "open"];
    let (code, out, err) =
        said(&bezint(&[&arguments[..], &work, &["--topics", "projects", "--name", "Monday"]].concat(), ""));
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(err.contains("should let this draft pass"), "{err}");
}

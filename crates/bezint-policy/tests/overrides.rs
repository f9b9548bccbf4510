//! What a policy changes of the packs it uses.

use bezint_core::{Confidence, Context, Engine};
use bezint_policy::{Packs, read, read_pack};

fn packs() -> Packs {
    let pack = |id: &str, body: &str, word: &str| {
        let source = format!(
            "title = {{ en = \"a\", nl = \"b\" }}\n{body}\n[about]\nsource = [\"c\"]\n\
             why = {{ en = \"d\", nl = \"e\" }}\nadvice = {{ en = \"f\", nl = \"g\" }}\n\
             [examples]\nmatch = [\"{word}\"]\npass = [\"h\"]\n"
        );
        read_pack(&source, id, &Packs::default()).unwrap().detector
    };
    let near = "near = [{ terms = [\"call\"], confidence = \"high\" }]";
    Packs::new(vec![
        pack("nl.bsn", "terms = [\"bsn\"]", "bsn"),
        pack("nl.phone", &format!("pattern = \"[0-9]{{3}}-[0-9]{{4}}\"\nconfidence = \"low\"\n{near}"), "020-1234"),
    ])
}

/// What is found in a draft under a policy with these overrides.
fn found(overrides: &str, draft: &str) -> Vec<(String, Confidence)> {
    let source = format!(
        "[policy]\nid = \"acme\"\nversion = 1\ntitle = \"a\"\nlanguages = [\"en\"]\nstance = \"open\"\npacks = \"nl\"\n\
         {overrides}\n\
         [[rules]]\nid = \"nl\"\nclause = \"1\"\ntitle = \"a\"\nadvice = \"b\"\nwhen = \"nl\"\naction = \"advise\"\n"
    );
    let authored = read(&source, &packs()).unwrap_or_else(|problems| panic!("{problems}"));
    let engine = Engine::load(&authored.seal().unwrap()).unwrap();
    let findings = engine.evaluate(draft, &Context::default()).findings;
    findings.into_iter().map(|finding| (finding.detector, finding.confidence)).collect()
}

#[test]
fn a_pack_is_switched_off_made_surer_or_told_what_is_fine() {
    let draft = "bsn, 020-1234 and 020-5678; call 0201234";
    let (bsn, low) = (("nl.bsn".to_owned(), Confidence::High), ("nl.phone".to_owned(), Confidence::Low));
    assert_eq!(found("", "bsn. 020-1234"), [bsn.clone(), low.clone()]);
    assert_eq!(found("[overrides.\"nl.bsn\"]\noff = true", "bsn. 020-1234"), std::slice::from_ref(&low));
    assert_eq!(found("[overrides.nl]\nconfidence = \"medium\"", "bsn. 020-1234"), [bsn]);
    assert_eq!(found("[overrides.nl]\nconfidence = \"medium\"", draft).len(), 3);
    assert_eq!(found("[overrides.nl]\nallowed = [\"020 1234\", \"bsn\"]", "bsn. 020-1234 020-5678"), [low]);
}

#[test]
fn what_is_said_of_a_detector_comes_after_what_is_said_of_its_group() {
    let overrides = "[overrides.\"nl.phone\"]\nconfidence = \"low\"\n[overrides.nl]\nconfidence = \"high\"";
    assert_eq!(found(overrides, "020-1234"), [("nl.phone".to_owned(), Confidence::Low)]);
}

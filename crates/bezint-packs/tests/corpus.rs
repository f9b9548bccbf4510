//! Runs the drafts of `tests/corpus` through their policies.

#[path = "../../../tests/corpus/mod.rs"]
mod corpus;

use bezint_core::{Action, Engine};
use bezint_policy::read;
use std::collections::BTreeSet;

#[test]
fn every_draft_gets_the_verdict_it_must() {
    for (policy, source) in corpus::POLICIES {
        let sealed = read(source, bezint_packs::packs()).and_then(|authored| authored.seal());
        let engine = Engine::load(&sealed.unwrap_or_else(|problems| panic!("{policy}: {problems}"))).unwrap();
        let cases = corpus::cases(policy);
        assert!(!cases.is_empty(), "no case is for {policy}");
        let differences: Vec<_> =
            cases.iter().filter_map(|case| case.wrong(&engine.evaluate(&case.draft, &case.context()))).collect();
        assert!(differences.is_empty(), "{policy}\n{}", differences.join("\n"));
    }
}

#[test]
fn the_starter_policy_is_the_one_that_ships() {
    let (_, source) = corpus::POLICIES.iter().find(|(policy, _)| *policy == "starter").unwrap();
    let sealed = read(source, bezint_packs::packs()).and_then(|authored| authored.seal()).unwrap();
    assert_eq!(sealed, bezint_packs::STARTER);
}

#[test]
fn the_corpus_is_whole_and_balanced() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/corpus");
    let names = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    assert_eq!(corpus::files(), names.filter(|name| name.ends_with(".toml")).collect());

    println!("{}", corpus::table());
    let cases: Vec<_> = corpus::POLICIES.iter().flat_map(|(policy, _)| corpus::cases(policy)).collect();
    let ids: BTreeSet<_> = cases.iter().map(|case| &case.id).collect();
    assert_eq!(ids.len(), cases.len(), "an id is used twice");
    assert!(cases.len() >= 400, "only {} drafts", cases.len());
    let sensitive = cases.iter().filter(|case| case.action > Action::Allow).count();
    assert!(sensitive * 2 >= cases.len() && sensitive * 3 <= cases.len() * 2, "{sensitive} of {}", cases.len());
    let dutch = cases.iter().filter(|case| case.lang == "nl").count();
    let english = cases.iter().filter(|case| case.lang == "en").count();
    assert_eq!(dutch + english, cases.len());
    assert!(dutch.min(english) * 3 >= cases.len(), "{dutch} Dutch, {english} English");
}

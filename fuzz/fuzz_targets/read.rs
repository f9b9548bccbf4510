//! A policy in TOML, or a layer on one, and after a NUL, which TOML has none of, a draft: reads it, warns, tries its
//! examples, seals it, loads that, and judges the draft by it. The same bytes are read as a file of drafts too.

#![no_main]

use bezint_core::{Context, Engine};
use bezint_policy::{Authored, Diagnostics, Difference, Document, Layers, read_drafts};
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

/// 2026-11-24.
const NOW: i64 = 1_795_478_400;

/// What every layer stands on.
const COMPANY: &str = include_str!("../../docs/layers/company.toml");

/// What stands in every text file with terms.
const TERMS: &str = "# projects\nNeptunus\nblue whale\nhoofdkantoor\n";

/// What drafts are of.
static STARTER: LazyLock<Engine> =
    LazyLock::new(|| Engine::load(bezint_packs::STARTER).expect("the starter policy is sound"));

fuzz_target!(|data: &[u8]| {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let (source, draft) = text.split_once('\0').unwrap_or((text, "Neptunus, BSN 274519380 and a password: hunter2hunter"));
    let load = |path: &str| Ok(if path.ends_with(".txt") { TERMS } else { COMPANY }.to_owned());
    let layers = Layers::load("layer.toml", source.to_owned(), load);
    let tried = layers.and_then(|layers| {
        layers.read(bezint_packs::packs(), |authored| {
            try_out(authored, source, draft);
            Ok(())
        })
    });
    if let Err(misread) = tried {
        assert!(!misread.problems.0.is_empty(), "what cannot be read has a reason");
        told(&misread.problems, &misread.source);
    }
    if let Err(mistakes) = read_drafts(source, STARTER.policy()) {
        told(&mistakes, source);
    }
});

/// Does everything with a policy that can be done with one.
fn try_out(authored: &Authored<'_>, source: &str, draft: &str) {
    told(&authored.warnings(NOW), source);
    for language in &authored.policy().card.languages {
        if let Some(page) = Document::new(authored, language, |_| None) {
            page.markdown();
            page.html();
        }
    }
    assert!(Difference::new(authored.policy(), authored.policy()).is_empty(), "a policy is like itself");
    let trials = authored.trials();
    authored.gaps(&trials);
    let engine = match authored.seal() {
        Ok(sealed) => Engine::load(&sealed).expect("what is sealed can be loaded"),
        Err(_) => Engine::new(authored.policy().clone()),
    };
    bezint_fuzz::judge(&engine, draft, &Context::default());
}

/// Says everything that is wrong, which must be somewhere.
fn told(problems: &Diagnostics, source: &str) {
    for found in &problems.0 {
        assert!(source.get(found.span.clone()).is_some(), "{found} is nowhere");
        found.problem.help();
    }
}

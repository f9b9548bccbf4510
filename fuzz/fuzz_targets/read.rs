//! A policy in TOML, and after a NUL, which TOML has none of, a draft: reads it, warns, tries its examples, seals it,
//! loads that, and judges the draft by it.

#![no_main]

use bezint_core::{Context, Engine};
use bezint_policy::{Difference, Document, read};
use libfuzzer_sys::fuzz_target;

/// 2026-11-24.
const NOW: i64 = 1_795_478_400;

fuzz_target!(|data: &[u8]| {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let (source, draft) = text.split_once('\0').unwrap_or((text, "Neptunus, BSN 274519380 and a password: hunter2hunter"));
    let authored = match read(source, bezint_packs::packs()) {
        Ok(authored) => authored,
        Err(mistakes) => {
            assert!(!mistakes.0.is_empty(), "what cannot be read has a reason");
            for mistake in &mistakes.0 {
                assert!(source.get(mistake.span.clone()).is_some(), "{mistake} is nowhere");
                mistake.problem.help();
            }
            return;
        }
    };
    for warning in &authored.warnings(NOW).0 {
        assert!(source.get(warning.span.clone()).is_some(), "{warning} is nowhere");
    }
    for language in &authored.policy().card.languages {
        if let Some(page) = Document::new(&authored, language, |_| None) {
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
});

//! The authoring side as JavaScript gets it, in a real browser.

#![cfg(all(target_arch = "wasm32", feature = "author"))]

use bezint_wasm::{Engine, check, page, seal};
use js_sys::{JSON, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

const STARTER: &str = include_str!("../../bezint-packs/policies/starter.toml");

/// 2026-11-24 in UTC, in seconds.
const NOW: f64 = 1_795_478_400.0;

/// An emoji before the mistake, since places are told in JavaScript's units.
const MISTAKEN: &str =
    "# 🎉\n[policy]\nid = \"acme\"\nversion = 1\ntitle = \"Acme\"\nlanguages = [\"en\"]\nstance = \"opne\"\n";

#[wasm_bindgen_test]
fn a_policy_without_mistakes_seals_into_one_that_loads() {
    assert_eq!(JSON::stringify(&check(STARTER, NOW)).unwrap(), "[]");
    let sealed = seal(STARTER).unwrap();
    assert_eq!(sealed.to_vec(), bezint_packs::STARTER);
    assert!(Engine::new(&sealed, &JsValue::UNDEFINED).is_ok());
}

#[wasm_bindgen_test]
fn a_mistake_is_told_with_its_place_and_what_to_do() {
    let mistakes = String::from(JSON::stringify(&check(MISTAKEN, NOW)).unwrap());
    let start = MISTAKEN.encode_utf16().count() - "\"opne\"\n".len();
    assert!(mistakes.contains("`opne` is not one of open, coached, controlled"), "{mistakes}");
    assert!(mistakes.contains(&format!(r#""start":{start},"end":{},"line":7,"column":10"#, start + 6)), "{mistakes}");
}

#[wasm_bindgen_test]
fn what_is_hardly_meant_is_a_warning_and_seals() {
    let over = MISTAKEN.replace("opne", "open\"\nvalid_until = 2026-01-01T00:00:00Z\ncontact = \"us");
    let told = String::from(JSON::stringify(&check(&over, NOW)).unwrap());
    assert!(told.starts_with(r#"[{"severity":"warning","message":"this policy is no longer valid"#), "{told}");
    assert_eq!(JSON::stringify(&check(&over, 0.0)).unwrap(), "[]");
    assert!(seal(&over).is_ok());
}

#[wasm_bindgen_test]
fn a_policy_with_mistakes_does_not_seal_and_says_which_they_are() {
    let error = seal(MISTAKEN).unwrap_err();
    let property = |name: &str| Reflect::get(&error, &JsValue::from(name)).unwrap();
    assert_eq!(property("code"), "policy");
    assert_eq!(JSON::stringify(&property("diagnostics")).unwrap(), JSON::stringify(&check(MISTAKEN, NOW)).unwrap());
}

#[wasm_bindgen_test]
fn a_policy_is_a_page_in_the_languages_it_speaks() {
    assert!(page(STARTER, "nl").unwrap().unwrap().starts_with("<!doctype html>\n<html lang=\"nl\">"));
    assert_eq!(page(STARTER, "fr").unwrap(), None);
    assert!(page(MISTAKEN, "en").is_err());
}

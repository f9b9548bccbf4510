//! The engine as JavaScript gets it, in a real browser.

#![cfg(target_arch = "wasm32")]

// The native tests, which share it, use more of it.
#[allow(dead_code)]
#[path = "../../../tests/corpus/mod.rs"]
mod corpus;

use bezint_core::{
    Span, Verdict,
    sealed::{PrivateKey, open, seal},
};
use bezint_packs::{STARTER, packs};
use bezint_wasm::Engine;
use js_sys::{Array, Error, Function, JSON, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

fn load(sealed: &[u8]) -> Result<Engine, Error> {
    Engine::new(&Uint8Array::from(sealed), &JsValue::UNDEFINED)
}

/// What a JavaScript expression makes of an engine, so that drafts and verdicts cross as they do in the product.
fn of(sealed: &[u8], expression: &str) -> JsValue {
    let engine = JsValue::from(load(sealed).ok());
    let function = Function::new_with_args("engine", &format!("return {expression}"));
    function.call1(&JsValue::NULL, &engine).unwrap()
}

/// The verdict on a draft, both written in JavaScript.
fn verdict(draft: &str, context: &str) -> Verdict {
    serde_wasm_bindgen::from_value(of(STARTER, &format!("engine.evaluate({draft}, {context})"))).unwrap()
}

/// The same, as JSON.
fn json(sealed: &[u8], expression: &str) -> String {
    of(sealed, &format!("JSON.stringify({expression})")).as_string().unwrap()
}

#[wasm_bindgen_test]
fn every_draft_of_the_corpus_gets_the_verdict_it_must() {
    for (policy, source) in corpus::POLICIES {
        let sealed = bezint_policy::read(source, packs()).and_then(|authored| authored.seal()).unwrap();
        let engine = JsValue::from(load(&sealed).unwrap());
        let evaluate =
            Function::new_with_args("engine, draft, audience", "return engine.evaluate(draft, { audience })");
        let differences: Vec<_> = corpus::cases(policy)
            .iter()
            .filter_map(|case| {
                let audience = case.audience.as_str().into();
                let answer = evaluate.call3(&JsValue::NULL, &engine, &case.draft.as_str().into(), &audience).unwrap();
                case.wrong(&serde_wasm_bindgen::from_value(answer).unwrap())
            })
            .collect();
        assert!(differences.is_empty(), "{policy}\n{}", differences.join("\n"));
    }
}

#[wasm_bindgen_test]
fn places_are_those_of_javascript_strings() {
    let found = of(
        STARTER,
        "[...'🎉🎉 BSN: 274519380 🎉'].length + ' ' + engine.evaluate('🎉🎉 BSN: 274519380 🎉', {}).findings
            .map(({ spans: [span] }) => '🎉🎉 BSN: 274519380 🎉'.slice(span.start, span.end)).join()",
    );
    assert_eq!(found.as_string().as_deref(), Some("19 274519380"));
}

#[wasm_bindgen_test]
fn a_lone_surrogate_is_the_one_unit_it_is() {
    let [finding] = &verdict(r"'\ud83d\ud83d BSN: 274519380 \udf89'", "{}").findings[..] else { panic!("one finding") };
    assert_eq!(finding.spans, [Span { start: 8, end: 17 }]);
}

#[wasm_bindgen_test]
fn verdicts_are_plain_objects() {
    let plain = json(STARTER, "engine.evaluate('Zijn BSN is 274519380', { audience: 'group' })");
    let verdict = "Object.getPrototypeOf(engine.evaluate('Zijn BSN is 274519380', {}).findings[0].title)";
    assert!(of(STARTER, &format!("{verdict} === Object.prototype")).is_truthy());
    let expected = r#"{"action":"confirm","findings":[{"detector":"nl.bsn","title":{"en":"#;
    assert!(plain.starts_with(expected), "{plain}");
    assert!(plain.contains(r#""spans":[{"start":12,"end":21}],"confidence":"high""#), "{plain}");
    assert!(plain.contains(r#""owner":null"#), "{plain}");
    assert!(plain.ends_with(r#""findings":[0]}]}"#), "{plain}");
}

#[wasm_bindgen_test]
fn whatever_the_context_is_there_is_a_verdict() {
    let widest = verdict("'Zijn BSN is 274519380'", "{ audience: 'public' }");
    assert_ne!(widest, verdict("'Zijn BSN is 274519380'", "{ audience: 'group' }"));
    for context in [
        "{}",
        "undefined",
        "null",
        "7",
        "{ audience: 'everyone' }",
        "{ audience: 3, site: {}, roles: 'all', time: 'now' }",
        "{ roles: [1, null], time: NaN }",
        "{ get audience() { throw new Error() } }",
    ] {
        assert_eq!(verdict("'Zijn BSN is 274519380'", context), widest, "{context}");
    }
}

#[wasm_bindgen_test]
fn the_card_is_the_face_of_the_policy() {
    let card = json(STARTER, "engine.card()");
    let expected = r#"{"id":"starter","version":1,"owner":null,"valid_from":null,"valid_until":null,"title":{"en":"#;
    assert!(card.starts_with(expected), "{card}");
    assert!(
        card.ends_with(r#""contact":null,"domains":[],"stance":"coached","on_error":"open","corrections":true}"#),
        "{card}"
    );
}

#[wasm_bindgen_test]
fn a_policy_that_does_not_load_is_an_error_with_a_code_and_a_sentence() {
    let mut damaged = STARTER.to_vec();
    *damaged.last_mut().unwrap() ^= 1;
    for (sealed, code, sentence) in [
        (&b""[..], "not-sealed", "not a sealed policy"),
        (b"<html>", "not-sealed", "not a sealed policy"),
        (&damaged, "damaged", "damaged"),
    ] {
        let error = load(sealed).unwrap_err();
        assert_eq!(Reflect::get(&error, &"code".into()).unwrap(), code);
        assert!(error.message().includes(sentence, 0), "{}", String::from(error.message()));
    }
}

#[wasm_bindgen_test]
fn only_a_policy_that_is_accepted_loads() {
    let (ours, theirs) = (PrivateKey::from_seed([1; 32]), PrivateKey::from_seed([2; 32]));
    let mut policy = open(STARTER).unwrap();
    (policy.card.version, policy.card.valid_from, policy.card.valid_until) = (5, Some(100), Some(200));
    let sealed = seal(&policy, Some(&ours));
    let (ours, theirs) = (ours.public_key(), theirs.public_key());
    let told = |acceptance: String| {
        let acceptance = js_sys::eval(&format!("({acceptance})")).unwrap();
        let refused = Engine::new(&Uint8Array::from(sealed.as_slice()), &acceptance).err();
        refused.map(|error| String::from(JSON::stringify(&error).unwrap()))
    };
    for accepted in ["{ at: 100 }", "{ at: 199.9, publicKey: null, notOlderThan: undefined }"] {
        assert_eq!(told(accepted.to_owned()), None);
    }
    assert_eq!(
        told(format!("{{ at: 100, publicKey: '{ours}', notOlderThan: {{ id: 'starter', version: 5 }} }}")),
        None
    );
    for (acceptance, expected) in [
        ("undefined".to_owned(), r#"{"code":"no-longer-valid","until":200}"#.to_owned()),
        ("{ at: 99 }".to_owned(), r#"{"code":"not-yet-valid","from":100}"#.to_owned()),
        (
            format!("{{ at: 100, publicKey: '{theirs}' }}"),
            format!(r#"{{"code":"other-key","found":"{ours}","wanted":"{theirs}"}}"#),
        ),
        (
            "{ at: 100, notOlderThan: { id: 'starter', version: 6 } }".to_owned(),
            r#"{"code":"older","id":"starter","found":5,"known":6}"#.to_owned(),
        ),
        ("{ publicKey: 'acme' }".to_owned(), r#"{"code":"acceptance"}"#.to_owned()),
        ("{ publicKey: 7 }".to_owned(), r#"{"code":"acceptance"}"#.to_owned()),
        ("{ notOlderThan: { id: 'starter', version: '5' } }".to_owned(), r#"{"code":"acceptance"}"#.to_owned()),
        ("{ notOlderThan: 5 }".to_owned(), r#"{"code":"acceptance"}"#.to_owned()),
        ("{ at: 'noon' }".to_owned(), r#"{"code":"acceptance"}"#.to_owned()),
        ("{ at: NaN }".to_owned(), r#"{"code":"acceptance"}"#.to_owned()),
    ] {
        assert_eq!(told(acceptance), Some(expected));
    }
}

#[wasm_bindgen_test]
fn a_large_draft_is_answered() {
    let found = of(
        STARTER,
        "engine.evaluate('word '.repeat(200000) + 'BSN 274519380', {}).findings.map(({ spans: [span] }) => span.start)",
    );
    assert_eq!(Array::from(&found).to_vec(), [JsValue::from(1_000_004)]);
    assert!(found.is_instance_of::<Array>());
}

//! Rust values as plain JavaScript objects.

use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsValue;

/// As `JSON.parse` would give it: maps are objects, what is missing is `null`, numbers are numbers.
pub(crate) fn object(value: &impl Serialize) -> JsValue {
    value.serialize(&Serializer::json_compatible()).expect("our own shapes have string keys only")
}

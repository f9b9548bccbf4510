//! Reading from JavaScript which policies are accepted. What cannot be understood is refused, never left out.

use bezint_core::sealed::{Acceptance, Known};
use js_sys::{Date, Number, Reflect};
use wasm_bindgen::JsValue;

/// What of an acceptance cannot be understood.
#[derive(Debug, thiserror::Error)]
#[error("`{key}` of an acceptance should be {expected}")]
pub(crate) struct NotUnderstood {
    key: &'static str,
    expected: &'static str,
}

/// The acceptance; without a time, that of now.
pub(crate) fn read(value: &JsValue) -> Result<Acceptance, NotUnderstood> {
    let get = |from: &JsValue, key: &str| {
        let property =
            if from.is_object() { Reflect::get(from, &key.into()).unwrap_or(JsValue::NULL) } else { JsValue::NULL };
        (!property.is_undefined() && !property.is_null()).then_some(property)
    };
    let wrong = |key, expected| move || NotUnderstood { key, expected };
    let public_key = get(value, "publicKey").map(|key| {
        let key = key.as_string().and_then(|written| written.parse().ok());
        key.ok_or_else(wrong("publicKey", "a key that `bezint keygen` wrote"))
    });
    let not_older_than = get(value, "notOlderThan").map(|known| {
        let id = get(&known, "id").and_then(|id| id.as_string());
        let version = get(&known, "version").filter(Number::is_safe_integer).and_then(|number| number.as_f64());
        let known = id.zip(version).map(|(id, version)| Known { id, version: version as u64 });
        known.ok_or_else(wrong("notOlderThan", "the id and the version of a policy, as its card has them"))
    });
    let at = get(value, "at").map_or_else(|| Some(Date::now() / 1000.0), |at| at.as_f64());
    let at = at.filter(|at| at.is_finite()).ok_or_else(wrong("at", "a number of seconds"))?;
    Ok(Acceptance {
        public_key: public_key.transpose()?,
        not_older_than: not_older_than.transpose()?,
        at: Some(at.floor() as i64),
    })
}

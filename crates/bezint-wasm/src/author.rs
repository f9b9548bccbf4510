//! The authoring side, for pages where a policy is written.

use crate::plain;
use bezint_policy::Diagnostics;
use js_sys::{Error, Uint8Array};
use serde::Serialize;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const SHAPES: &str = include_str!("author.d.ts");

#[derive(Serialize)]
struct Diagnostic {
    message: String,
    help: Option<String>,
    start: usize,
    end: usize,
    line: usize,
    column: usize,
}

/// The properties of the error of a policy with mistakes.
#[derive(Serialize)]
struct Mistaken {
    code: &'static str,
    diagnostics: Vec<Diagnostic>,
}

/// Every mistake in a policy written in TOML, by place; none when it can be sealed.
#[wasm_bindgen(unchecked_return_type = "Diagnostic[]")]
pub fn check(toml: &str) -> JsValue {
    match bezint_policy::read(toml, bezint_packs::packs()).and_then(|policy| policy.seal()) {
        Ok(_) => plain::object(&[(); 0]),
        Err(mistakes) => plain::object(&diagnostics(toml, &mistakes)),
    }
}

/// A policy written in TOML, sealed.
///
/// Throws an `Error` with `code` `"policy"`, and the mistakes of [`check`] as `diagnostics`.
#[wasm_bindgen]
pub fn seal(toml: &str) -> Result<Uint8Array, Error> {
    let sealed = bezint_policy::read(toml, bezint_packs::packs()).and_then(|policy| policy.seal());
    sealed.map(|bytes| Uint8Array::from(bytes.as_slice())).map_err(|mistakes| {
        let properties = Mistaken { code: "policy", diagnostics: diagnostics(toml, &mistakes) };
        crate::refusal(&mistakes, &properties)
    })
}

fn diagnostics(toml: &str, mistakes: &Diagnostics) -> Vec<Diagnostic> {
    let units = |byte: usize| toml.get(..byte).unwrap_or(toml).encode_utf16().count();
    let plain = |found: &bezint_policy::Diagnostic| Diagnostic {
        message: found.problem.to_string(),
        help: found.problem.help(),
        start: units(found.span.start),
        end: units(found.span.end),
        line: found.line,
        column: found.column,
    };
    mistakes.0.iter().map(plain).collect()
}

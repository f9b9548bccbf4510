//! The authoring side, for pages where a policy is written.

use crate::plain;
use bezint_policy::{Diagnostics, Document, Severity};
use js_sys::{Error, Uint8Array};
use serde::Serialize;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const SHAPES: &str = include_str!("author.d.ts");

#[derive(Serialize)]
struct Diagnostic {
    severity: &'static str,
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

/// Every mistake in a policy written in TOML, and what its author hardly means, by place. A policy can be sealed when
/// none of them is a mistake. `now` is in seconds since 1970, as `Date.now() / 1000`.
#[wasm_bindgen(unchecked_return_type = "Diagnostic[]")]
pub fn check(toml: &str, now: f64) -> JsValue {
    let told = match bezint_policy::read(toml, bezint_packs::packs()) {
        Err(mistakes) => mistakes,
        Ok(policy) => {
            let warnings = policy.warnings(now as i64);
            match policy.prove() {
                Ok(_) => warnings,
                Err(mistakes) => mistakes.and(warnings),
            }
        }
    };
    plain::object(&diagnostics(toml, &told))
}

/// A policy written in TOML, sealed.
///
/// Throws an `Error` with `code` `"policy"`, and the mistakes of [`check`] as `diagnostics`.
#[wasm_bindgen]
pub fn seal(toml: &str) -> Result<Uint8Array, Error> {
    let sealed = bezint_policy::read(toml, bezint_packs::packs()).and_then(|policy| policy.seal());
    sealed.map(|bytes| Uint8Array::from(bytes.as_slice())).map_err(|mistakes| refusal(toml, &mistakes))
}

/// A policy written in TOML, as a page for people: HTML that fetches nothing. `undefined` if it does not speak the
/// language, or Bezint does not.
///
/// Throws as [`seal`] does.
#[wasm_bindgen]
pub fn page(toml: &str, language: &str) -> Result<Option<String>, Error> {
    let policy = bezint_policy::read(toml, bezint_packs::packs()).map_err(|mistakes| refusal(toml, &mistakes))?;
    Ok(Document::new(&policy, language, bezint_packs::why).map(|page| page.html()))
}

fn refusal(toml: &str, mistakes: &Diagnostics) -> Error {
    let properties = Mistaken { code: "policy", diagnostics: diagnostics(toml, mistakes) };
    crate::refusal(mistakes, &properties)
}

fn diagnostics(toml: &str, mistakes: &Diagnostics) -> Vec<Diagnostic> {
    let units = |byte: usize| toml.get(..byte).unwrap_or(toml).encode_utf16().count();
    let plain = |found: &bezint_policy::Diagnostic| Diagnostic {
        severity: match found.severity {
            Severity::Warning => "warning",
            Severity::Error => "mistake",
        },
        message: found.problem.to_string(),
        help: found.problem.help(),
        start: units(found.span.start),
        end: units(found.span.end),
        line: found.line,
        column: found.column,
    };
    mistakes.0.iter().map(plain).collect()
}

//! The Bezint engine for JavaScript: `bezint-core` behind wasm-bindgen. No logic lives here.
//!
//! ```js
//! import init, { Engine } from "./bezint_wasm.js";
//!
//! await init();
//! const engine = new Engine(new Uint8Array(await (await fetch("policy.sealed")).arrayBuffer()));
//! const verdict = engine.evaluate("my bsn is 111222333", { audience: "public", site: "x" });
//! ```
//!
//! Verdicts and cards are plain objects, described in the TypeScript declarations. Places in a draft are UTF-16 code
//! units, as in JavaScript's strings; a lone surrogate counts as the one unit it is.

mod acceptance;
#[cfg(feature = "author")]
mod author;
mod context;
mod plain;

#[cfg(feature = "author")]
pub use author::{check, page, seal};
use bezint_core::{Policy, Text, policy::Rule, sealed};
use js_sys::{Error, Object, Uint8Array};
use serde::Serialize;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const SHAPES: &str = include_str!("shapes.d.ts");

/// A policy made ready to judge drafts.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Engine(bezint_core::Engine);

#[wasm_bindgen]
impl Engine {
    /// Loads a sealed policy, if it is whole and one that is accepted.
    ///
    /// Throws an `Error` with a sentence that says why not, and the properties of a `Refusal`: a `code` and facts.
    #[wasm_bindgen(constructor)]
    pub fn new(
        sealed: &Uint8Array,
        #[wasm_bindgen(unchecked_optional_param_type = "Acceptance")] acceptance: &JsValue,
    ) -> Result<Engine, Error> {
        let acceptance = acceptance::read(acceptance).map_err(|why| refusal(&why, &Coded { code: "acceptance" }))?;
        let accepted = bezint_core::Engine::accept(&sealed.to_vec(), &acceptance);
        accepted.map(Self).map_err(|why| refusal(&why, &why))
    }

    /// What people see of the policy.
    #[wasm_bindgen(unchecked_return_type = "Card")]
    pub fn card(&self) -> JsValue {
        plain::object(self.0.card())
    }

    /// What the policy asks, rule by rule: for a page that shows it to people.
    #[wasm_bindgen(unchecked_return_type = "Outline")]
    pub fn outline(&self) -> JsValue {
        let Policy { rules, detectors, .. } = self.0.policy();
        plain::object(&Outline { rules, detectors: detectors.iter().map(|detector| &detector.title).collect() })
    }

    /// The verdict on a draft. It never throws: what it does not know of the context counts as the widest, so a missing
    /// or unknown audience is `public`, and a missing time is now.
    #[wasm_bindgen(unchecked_return_type = "Verdict")]
    pub fn evaluate(
        &self,
        draft: &str,
        #[wasm_bindgen(unchecked_param_type = "Context")] context: &JsValue,
    ) -> JsValue {
        plain::object(&self.0.evaluate(draft, &context::read(context)))
    }
}

/// The public key that a sealed policy is signed with, in base64; nothing where it is not signed, or not whole.
#[wasm_bindgen]
pub fn signer(sealed: &Uint8Array) -> Option<String> {
    sealed::signer(&sealed.to_vec()).ok().flatten().map(|key| key.to_string())
}

/// A policy without what finds things: that is of no use to people, and says what must not be said.
#[derive(Serialize)]
struct Outline<'p> {
    rules: &'p [Rule],
    /// The titles of the detectors, which rules name by their place.
    detectors: Vec<&'p Text>,
}

/// On a fault of ours, the console gets its place in our source and nothing else: a panic's message could quote a draft.
#[wasm_bindgen(start)]
pub fn start() {
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(|at| format!(" ({}:{})", at.file(), at.line())).unwrap_or_default();
        web_sys::console::error_1(&format!("Bezint: the engine stopped{place}").into());
    }));
}

/// The properties of an `Error` about which there is nothing to say but its sentence.
#[derive(Serialize)]
struct Coded {
    code: &'static str,
}

/// An `Error` with a sentence, and with these properties.
fn refusal(why: &impl std::error::Error, properties: &impl Serialize) -> Error {
    let error = Error::new(&why.to_string());
    Object::assign(&error, plain::object(properties).unchecked_ref());
    error
}

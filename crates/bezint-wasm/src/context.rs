//! Reading a context from JavaScript, whatever it is.

use bezint_core::Context;
use js_sys::{Array, Date, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// The context, with the widest reading of what is missing or of another kind.
pub(crate) fn read(value: &JsValue) -> Context {
    let get = |key: &str| Reflect::get(value, &key.into()).unwrap_or_default();
    let texts = |key: &str| {
        let list = get(key);
        let texts = list.dyn_ref::<Array>().map(|list| list.iter().filter_map(|text| text.as_string()).collect());
        texts.unwrap_or_default()
    };
    Context {
        audience: get("audience").as_string().and_then(|word| word.parse().ok()).unwrap_or_default(),
        site: get("site").as_string().unwrap_or_default(),
        roles: texts("roles"),
        domains: texts("domains"),
        time: get("time").as_f64().unwrap_or_else(|| Date::now() / 1000.0) as i64,
    }
}

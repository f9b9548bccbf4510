//! The JSON Schema of a kind of file. Moments of TOML are texts in JSON, as Taplo sees them.

use bezint_policy::language::{File, Key, Shape, Table, table};
use serde_json::{Map, Value, json};

pub(super) fn schema(file: &File) -> Value {
    let mut tables = Map::new();
    define(file.root, &mut tables);
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": file.title,
        "$ref": reference(file.root),
        "$defs": tables,
    })
}

/// The table of a name, and those that it refers to.
fn define(name: &str, tables: &mut Map<String, Value>) {
    let Some(Table { about, keys, .. }) = table(name) else { return };
    if tables.contains_key(&anchor(name)) {
        return;
    }
    // The place is taken before its keys are looked at: tables may refer to each other.
    tables.insert(anchor(name), Value::Null);
    let mut properties = Map::new();
    for Key { key, shape, about, .. } in *keys {
        let mut property = shaped(shape, tables);
        property["description"] = Value::from(*about);
        properties.insert((*key).to_owned(), property);
    }
    let required: Vec<_> = keys.iter().filter(|key| key.needed).map(|key| key.key).collect();
    let definition = json!({
        "type": "object",
        "description": about,
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    });
    tables.insert(anchor(name), definition);
}

fn shaped(shape: &Shape, tables: &mut Map<String, Value>) -> Value {
    match shape {
        Shape::Text => text(),
        Shape::Texts => json!({ "anyOf": [text(), {
            "type": "object",
            "propertyNames": { "pattern": "^[a-z]{2}$" },
            "additionalProperties": text(),
            "minProperties": 1,
        }] }),
        Shape::Id => json!({ "type": "string", "pattern": "^[a-z0-9-]+([.][a-z0-9-]+)*$" }),
        Shape::Language => json!({ "type": "string", "pattern": "^[a-z]{2}$" }),
        Shape::Number(from, u64::MAX) => json!({ "type": "integer", "minimum": from }),
        Shape::Number(from, to) => json!({ "type": "integer", "minimum": from, "maximum": to }),
        Shape::Decimal(from, to) => json!({ "type": "number", "minimum": from, "maximum": to }),
        Shape::Flag => json!({ "type": "boolean" }),
        Shape::Moment => json!({ "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}" }),
        Shape::Word(words) => json!({ "enum": words() }),
        Shape::Table(name) => {
            define(name, tables);
            json!({ "$ref": reference(name) })
        }
        Shape::ById(name) => {
            define(name, tables);
            json!({ "type": "object", "additionalProperties": { "$ref": reference(name) } })
        }
        Shape::List(shape) => {
            let one = shaped(shape, tables);
            json!({ "anyOf": [{ "type": "array", "items": one }, one] })
        }
        Shape::Either(shapes) => {
            let shapes: Vec<_> = shapes.iter().map(|shape| shaped(shape, tables)).collect();
            json!({ "anyOf": shapes })
        }
    }
}

fn text() -> Value {
    json!({ "type": "string", "pattern": "\\S" })
}

fn anchor(name: &str) -> String {
    name.replace(' ', "-")
}

fn reference(name: &str) -> String {
    format!("#/$defs/{}", anchor(name))
}

//! The JSON Schema of a kind of file. Moments of TOML are texts in JSON, as Taplo sees them.

use bezint_policy::language::{File, Key, Must, Shape, Table, table};
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
    let Some(Table { about, keys, musts, .. }) = table(name) else { return };
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
    let mut definition = json!({
        "type": "object",
        "description": about,
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    });
    let musts: Vec<_> = musts.iter().map(|must| demanded(must, tables)).collect();
    if !musts.is_empty() {
        definition["allOf"] = musts.into();
    }
    tables.insert(anchor(name), definition);
}

/// What must be of several keys of a table together.
fn demanded(must: &Must, tables: &mut Map<String, Value>) -> Value {
    match must {
        Must::One(ways) => json!({ "oneOf": ways.iter().map(|way| any_of(way)).collect::<Vec<_>>() }),
        Must::NotTwo(ways) => {
            let nothing = json!({ "not": any_of(&ways.concat()) });
            let ways = ways.iter().map(|way| any_of(way)).chain([nothing]);
            json!({ "oneOf": ways.collect::<Vec<_>>() })
        }
        Must::Some(keys) => any_of(keys),
        Must::Beside(keys, others) => {
            let beside = keys.iter().map(|key| ((*key).to_owned(), any_of(others)));
            json!({ "dependentSchemas": beside.collect::<Map<_, _>>() })
        }
        Must::Shaped(key, other, shape) => {
            json!({ "dependentSchemas": { *key: { "properties": { *other: shaped(shape, tables) } } } })
        }
    }
}

/// At least one of these keys.
fn any_of(keys: &[&str]) -> Value {
    match keys {
        [key] => json!({ "required": [key] }),
        _ => json!({ "anyOf": keys.iter().map(|key| json!({ "required": [key] })).collect::<Vec<_>>() }),
    }
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
        Shape::ById(name, from, to) => {
            define(name, tables);
            let mut by_id = json!({ "type": "object", "additionalProperties": { "$ref": reference(name) } });
            if *from > 0 {
                by_id["minProperties"] = (*from).into();
            }
            if *to < u64::MAX {
                by_id["maxProperties"] = (*to).into();
            }
            by_id
        }
        Shape::Domain => {
            const PART: &str = "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
            json!({ "type": "string", "pattern": format!("^({PART}[.])+[A-Za-z]{}$", "([A-Za-z0-9-]{0,61}[A-Za-z0-9])?") })
        }
        Shape::List(shape) => {
            let one = shaped(shape, tables);
            json!({ "anyOf": [{ "type": "array", "items": one }, one] })
        }
        Shape::Filled(shape) => {
            let one = shaped(shape, tables);
            json!({ "anyOf": [{ "type": "array", "items": one, "minItems": 1 }, one] })
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

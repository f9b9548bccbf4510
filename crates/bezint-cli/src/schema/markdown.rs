//! The reference of the language as a page.

use bezint_policy::language::{Key, Must, Shape, Table, tables};

const HEAD: &str = "\
# The language of policies

Every table and key that a policy, a file of drafts and a file of the packs can have. This page is written by
`bezint schema --markdown`; `bezint schema` writes the same for editors. [A policy in ten minutes](policy.md) tells how
it is used.

A list of one may be written without its brackets. A text for people is there in every language of the policy:
`title.en = \"…\"`, `title.nl = \"…\"`, or a plain text where there is one language.
";

pub(super) fn reference() -> String {
    let mut page = HEAD.to_owned();
    for Table { name, written, about, keys, musts } in tables() {
        page.push_str(&format!("\n## {name}\n\n`{written}`: {about}\n\n"));
        page.push_str("| key | | value | what it is for |\n|---|---|---|---|\n");
        for Key { key, needed, shape, about } in *keys {
            let needed = if *needed { "needed" } else { "" };
            page.push_str(&format!("| `{key}` | {needed} | {} | {about} |\n", told(shape)));
        }
        for must in *musts {
            page.push_str(&format!("\n{}\n", demanded(must)));
        }
    }
    page
}

/// What must be of several keys together, as a sentence.
fn demanded(must: &Must) -> String {
    let way = |keys: &&[&str]| listed(keys, "or");
    let ways = |ways: &[&[&str]]| ways.iter().map(way).collect::<Vec<_>>().join("; ");
    match must {
        Must::One(all) => format!("Exactly one of: {}.", ways(all)),
        Must::NotTwo(all) => format!("At most one of: {}.", ways(all)),
        Must::Some(keys) => format!("At least one of {}.", listed(keys, "and")),
        Must::Beside(keys, others) => format!("Only beside {}: {}.", listed(others, "or"), listed(keys, "and")),
        Must::Shaped(key, other, shape) => format!("Beside `{key}`, `{other}` is: {}.", told(shape)),
    }
}

/// Keys as a person would list them.
fn listed(keys: &[&str], word: &str) -> String {
    let quoted: Vec<_> = keys.iter().map(|key| format!("`{key}`")).collect();
    match quoted.as_slice() {
        [first @ .., last] if !first.is_empty() => format!("{} {word} {last}", first.join(", ")),
        _ => quoted.concat(),
    }
}

fn told(shape: &Shape) -> String {
    match shape {
        Shape::Text => "text".into(),
        Shape::Texts => "text for people".into(),
        Shape::Id => "id".into(),
        Shape::Language => "code of a language".into(),
        Shape::Number(from, u64::MAX) => format!("number from {from} up"),
        Shape::Number(from, to) => format!("number from {from} to {to}"),
        Shape::Decimal(from, to) => format!("number from {from} to {to}, with decimals"),
        Shape::Flag => "`true` or `false`".into(),
        Shape::Moment => "date, or date with time and zone".into(),
        Shape::Word(words) => words().iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", "),
        Shape::Table(name) => link(name),
        Shape::ById(name, ..) => format!("by name: {}", link(name)),
        Shape::Domain => "domain".into(),
        Shape::List(shape) | Shape::Filled(shape) => format!("list of {}", told(shape)),
        Shape::Either(shapes) => shapes.iter().map(told).collect::<Vec<_>>().join("; or "),
    }
}

/// To the heading of a table.
fn link(name: &str) -> String {
    format!("[{name}](#{})", name.replace(' ', "-"))
}

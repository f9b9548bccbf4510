//! The reference of the language as a page.

use bezint_policy::language::{Key, Shape, TABLES, Table};

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
    for Table { name, written, about, keys } in TABLES {
        page.push_str(&format!("\n## {name}\n\n`{written}`: {about}\n\n"));
        page.push_str("| key | | value | what it is for |\n|---|---|---|---|\n");
        for Key { key, needed, shape, about } in *keys {
            let needed = if *needed { "needed" } else { "" };
            page.push_str(&format!("| `{key}` | {needed} | {} | {about} |\n", told(shape)));
        }
    }
    page
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
        Shape::ById(name) => format!("by name: {}", link(name)),
        Shape::List(shape) => format!("list of {}", told(shape)),
        Shape::Either(shapes) => shapes.iter().map(told).collect::<Vec<_>>().join("; or "),
    }
}

/// To the heading of a table.
fn link(name: &str) -> String {
    format!("[{name}](#{})", name.replace(' ', "-"))
}

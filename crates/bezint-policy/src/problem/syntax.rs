//! What to do about a source that is not TOML, and about an expression that cannot be used: by what their readers say.

/// Words of what the reader of TOML says, and what a person can do about it.
const TOML: &[(&str, &str)] = &[
    ("duplicate key", "this name stands further up already: put what belongs to it together there, once"),
    ("leading zero", "a number begins with its first digit that counts; what is no number stands between quotes"),
    ("date", "a day is written like this: 2026-12-31, the year first and without quotes"),
    ("time", "a time is written like this: 2026-12-31T09:00:00, with the day before it and without quotes"),
    ("offset", "a distance to UTC is written like this: +01:00, with Z for UTC itself"),
    ("unicode value", BACKSLASH),
    ("escaped value", BACKSLASH),
    (
        "must be quoted",
        "text stands between straight quotes, \" or ', and behind a value only # and a remark may stand",
    ),
    ("string", "a text ends with the quote it begins with, on the same line"),
    ("key with no value", KEY),
    ("unquoted key", KEY),
    ("missing comma", "what stands side by side between [ ] or { } has a comma between"),
    ("extra comma", "between two values stands one comma"),
    ("unclosed array table", NAME),
    ("unclosed array", "a list that begins with [ ends with ]"),
    ("inline table", "a table that begins with { ends with }"),
    ("unclosed table", NAME),
    ("recurse", "so deep a nest of lists and tables is no policy: take some out"),
];

const BACKSLASH: &str = "between \" a backslash means something: put the text between ' instead, where it stays what it is, as patterns need it";
const KEY: &str = "a key has = and its value behind it: version = 1; a remark begins with #";
const NAME: &str = "the name of a table stands between brackets: [policy], [[rules]]";

/// What to do about what the reader of TOML says.
pub(super) fn help(message: &str) -> &'static str {
    of(TOML, message).unwrap_or("text stands between quotes, lists between [ ] with commas, tables between { }")
}

/// Words of what is said of an expression, and what a person can do about it.
const PATTERNS: &[(&str, &str)] = &[
    ("can match nothing", "write `+` where `*` stands, or something that must be there"),
    ("too large", "many words are better `terms`, which may be very many"),
    (
        "no group",
        "groups are counted by their ( from 1 on, and `(?:` is none; without `group` the whole is the finding",
    ),
    ("Unicode", "classes are of ASCII: [a-z] in place of \\p{L}; words with other letters can be `terms`"),
];

/// What to do about what is said of an expression.
pub(super) fn help_with_pattern(message: &str) -> &'static str {
    of(PATTERNS, message)
        .unwrap_or("patterns are regular expressions as Rust's `regex` crate reads them, without look-around")
}

fn of(table: &[(&str, &'static str)], message: &str) -> Option<&'static str> {
    table.iter().find(|(words, _)| message.contains(words)).map(|(_, help)| *help)
}

//! Writes `src/text/table.rs`: the compatibility decompositions that folding uses.
//!
//! `cargo run -p bezint-core --example fold_table > crates/bezint-core/src/text/table.rs && cargo fmt`

use unicode_normalization::{UNICODE_VERSION, char::decompose_compatible};

/// Characters that stand for themselves in a row at most, rather than that a new row begins.
const WIDEST_GAP: u32 = 8;
/// Bytes of text in a row at most.
const LONGEST_ROW: usize = 80;

/// Stands for a character that stands for itself.
const ITSELF: char = '\t';

struct Row {
    first: u32,
    width: usize,
    text: String,
}

fn main() {
    let mut rows: Vec<Row> = Vec::new();
    for (c, parts) in ('\u{80}'..=char::MAX).filter_map(|c| Some((u32::from(c), parts(c)?))) {
        if let Some(Row { first, width, text }) = rows.last_mut()
            && *width == parts.len()
            && text.len() < LONGEST_ROW
            && let gap = c - *first - u32::try_from(text.len() / *width).unwrap()
            && gap <= WIDEST_GAP
        {
            text.extend((0..gap).flat_map(|_| vec![ITSELF; *width]));
            text.push_str(&parts);
        } else {
            rows.push(Row { first: c, width: parts.len(), text: parts });
        }
    }
    let (major, minor, _) = UNICODE_VERSION;
    println!(
        "//! Compatibility decompositions without their accents, from Unicode {major}.{minor}. Written by the example"
    );
    println!("//! `fold_table`, proved by the test of [`super::letters`].\n");
    println!(
        "/// Rows of characters that follow each other: the first one, the width, and for each character as many bytes"
    );
    println!("/// of text as the width says. Tabs stand for the character itself.");
    println!("#[rustfmt::skip]");
    println!("pub(super) const ROWS: &[(u32, u8, &str)] = &[");
    for Row { first, width, text } in rows {
        println!("    (0x{first:X}, {width}, \"{}\"),", text.escape_debug().to_string().replace("\\'", "'"));
    }
    println!("];");
}

/// What a character stands for, if that is Latin, Greek, Cyrillic or punctuation, and not itself.
fn parts(c: char) -> Option<String> {
    let mut parts = String::new();
    decompose_compatible(c, |part| parts.push(part));
    parts.retain(|part| !matches!(part, '\u{300}'..='\u{36F}' | '\u{AD}'));
    let known = parts.chars().all(|part| matches!(part, '\0'..='\u{58F}' | '\u{2000}'..='\u{22FF}'));
    (known && !parts.is_empty() && !parts.chars().eq([c]) && !matches!(c, '™' | '℠')).then_some(parts)
}

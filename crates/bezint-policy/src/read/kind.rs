//! Which way a detector finds: by itself, or by parts.

use super::{
    find::{self, Simple},
    parts::{self, Keys, Known},
    source::{Sink, Table},
};
use crate::Problem;
use bezint_core::policy::Kind;

/// Reads how a detector finds.
pub(super) fn read<'s>(table: &mut Table<'_, 's>, known: Known, sink: &mut Sink<'s>) -> Option<Kind> {
    let (parts, keys) = (table.get("parts"), Keys::of(table));
    let Some(value) = parts else {
        for (key, value) in keys.written() {
            sink.add(value.span(), Problem::KeyWithout { key, of: "`parts`" });
        }
        return find::read(table, sink).map(Kind::from);
    };
    let own = Simple::of(table);
    if let Some(other) = own.ways().next() {
        sink.add(other.span(), Problem::FindsTwice);
        return None;
    }
    own.strangers(&["match", "typos", "group", "check", "entropy"], "`terms`, a `pattern` or a `number`", sink);
    parts::read(value, &keys, known, sink).map(Kind::Combination)
}

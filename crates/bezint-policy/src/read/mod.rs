//! From TOML to a policy, with every mistake at once.

mod detector;
mod examples;
mod policy;
mod rule;
mod source;
mod steps;
mod text;

use crate::{Authored, Diagnostics, Pack, Packs};
use source::Sink;

/// Reads a policy. The error holds every mistake that can be told from the text alone; whether the examples hold is
/// for [`Authored::prove`] to say.
pub fn read<'s>(source: &'s str, packs: &Packs) -> Result<Authored<'s>, Diagnostics> {
    let mut sink = Sink::new(source);
    let table = sink.parse();
    let authored = policy::read(&table, packs, &mut sink);
    sink.finish(authored)
}

/// Reads one file of the packs, whose place gives it its id, and proves it. It must have examples of both kinds.
pub fn read_pack(source: &str, id: &str) -> Result<Pack, Diagnostics> {
    let mut sink = Sink::new(source);
    let table = sink.parse();
    let pack = detector::read_pack(&table, id, &mut sink);
    let pack = sink.finish(pack)?;
    crate::authored::prove_pack(source, &pack)?;
    Ok(pack)
}

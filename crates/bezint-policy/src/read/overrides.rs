//! What a policy changes of the packs it uses: `[overrides."nl.bsn"]`.

use super::{
    kind::terms,
    source::{Sink, Value},
};
use crate::{
    Packs, Problem,
    nearest::nearest,
    packs::{PROTECTED, stands_for},
};
use bezint_core::{Confidence, policy::Detector};
use toml::de::DeValue;

/// What is said of the detectors that one name stands for.
struct Override<'v> {
    name: &'v str,
    off: bool,
    floor: Option<Confidence>,
    allowed: Vec<String>,
}

/// Changes the detectors of the packs in use, and gives the ids of those that are switched off and gone. What is said
/// of a detector comes after what is said of its group.
pub(super) fn apply<'s>(
    value: &Value<'s>,
    detectors: &mut Vec<Detector>,
    packs: &Packs,
    sink: &mut Sink<'s>,
) -> Vec<String> {
    let mut overrides = read(value, detectors, packs, sink);
    overrides.sort_by_key(|one| one.name.len());
    let mut off = Vec::new();
    detectors.retain_mut(|detector| {
        for one in overrides.iter().filter(|one| stands_for(one.name, &detector.id)) {
            if one.off {
                off.push(detector.id.clone());
                return false;
            }
            detector.floor = one.floor.unwrap_or(detector.floor);
            detector.allowed.extend(one.allowed.iter().cloned());
        }
        detector.allowed.sort();
        detector.allowed.dedup();
        true
    });
    off
}

fn read<'v, 's>(value: &'v Value<'s>, detectors: &[Detector], packs: &Packs, sink: &mut Sink<'s>) -> Vec<Override<'v>> {
    let DeValue::Table(entries) = value.get_ref() else {
        sink.table(value, "`overrides`");
        return Vec::new();
    };
    let mut overrides = Vec::new();
    for (name, said) in entries {
        if !detectors.iter().any(|detector| stands_for(name.get_ref(), &detector.id)) {
            sink.add(name.span(), unknown(name.get_ref(), packs));
        }
        let Some(mut table) = sink.table(said, "an override") else { continue };
        let off = table.get("off").is_some_and(|value| sink.flag(value));
        let floor = table.get("confidence").and_then(|value| sink.word(value));
        let allowed = table.get("allowed").and_then(|value| terms(value, sink)).unwrap_or_default();
        table.finish(sink);
        overrides.push(Override { name: name.get_ref(), off, floor, allowed });
    }
    overrides
}

/// Why a name stands for no pack in use.
fn unknown(name: &str, packs: &Packs) -> Problem {
    if stands_for(PROTECTED, name) {
        return Problem::AlwaysInUse { name: name.to_owned() };
    }
    if packs.named(name).next().is_some() {
        return Problem::UnusedPack { id: name.to_owned() };
    }
    Problem::UnknownPack { name: name.to_owned(), nearest: nearest(name, packs.names()).map(str::to_owned) }
}

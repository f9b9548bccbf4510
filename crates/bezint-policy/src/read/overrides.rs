//! What a policy changes of the packs it uses: `[overrides."nl.bsn"]`.

use super::{
    find::terms,
    source::{Sink, Value},
    text::text,
};
use crate::{
    Packs, Problem,
    packs::{PROTECTED, stands_for},
};
use bezint_core::{
    Confidence, Text,
    policy::{Detector, Off},
};
use toml::de::DeValue;

/// What is said of the detectors that one name stands for.
struct Override<'v> {
    name: &'v str,
    off: bool,
    why: Option<Text>,
    floor: Option<Confidence>,
    allowed: Vec<String>,
}

/// What is no longer there.
#[derive(Default)]
pub(super) struct Overridden {
    /// The ids of the detectors that are switched off and gone.
    pub gone: Vec<String>,
    /// The names that switched them off, by name, and for each the titles of the detectors that went by it.
    pub off: Vec<Off>,
    pub titles: Vec<Vec<Text>>,
}

/// Changes the detectors of the packs in use. What is said of a detector comes after what is said of its group.
pub(super) fn apply<'s>(
    value: &Value<'s>,
    detectors: &mut Vec<Detector>,
    packs: &Packs,
    languages: &[String],
    sink: &mut Sink<'s>,
) -> Overridden {
    let mut overrides = read(value, detectors, packs, languages, sink);
    overrides.sort_by_key(|one| one.name.len());
    let mut gone = Vec::new();
    let mut titles = vec![Vec::new(); overrides.len()];
    detectors.retain_mut(|detector| {
        for (one, titles) in overrides.iter().zip(&mut titles).filter(|(one, _)| stands_for(one.name, &detector.id)) {
            if one.off {
                gone.push(detector.id.clone());
                titles.push(detector.title.clone());
                return false;
            }
            detector.floor = one.floor.unwrap_or(detector.floor);
            detector.allowed.extend(one.allowed.iter().cloned());
        }
        detector.allowed.sort();
        detector.allowed.dedup();
        true
    });
    let off = overrides.into_iter().zip(titles).filter(|(one, _)| one.off);
    let (off, titles) = off.map(|(one, titles)| (Off { name: one.name.to_owned(), why: one.why }, titles)).unzip();
    Overridden { gone, off, titles }
}

fn read<'v, 's>(
    value: &'v Value<'s>,
    detectors: &[Detector],
    packs: &Packs,
    languages: &[String],
    sink: &mut Sink<'s>,
) -> Vec<Override<'v>> {
    let DeValue::Table(entries) = value.get_ref() else {
        sink.table(value, "`overrides`");
        return Vec::new();
    };
    let mut overrides = Vec::new();
    for (name, said) in entries {
        if !detectors.iter().any(|detector| stands_for(name.get_ref(), &detector.id)) {
            let problem = unknown(name.get_ref(), packs, sink);
            sink.add(name.span(), problem);
        }
        let Some(mut table) = sink.table(said, "an override") else { continue };
        let off = table.get("off").is_some_and(|value| sink.flag(value));
        let reason = table.get("why");
        if let Some(reason) = reason.filter(|_| !off) {
            sink.add(reason.span(), Problem::KeyWithout { key: "why", of: "`off = true`" });
        }
        let why = reason.and_then(|value| text(value, languages, sink));
        let floor = table.get("confidence").and_then(|value| sink.word(value));
        let allowed = table.get("allowed").and_then(|value| terms(value, sink)).unwrap_or_default();
        table.finish(sink);
        overrides.push(Override { name: name.get_ref(), off, why, floor, allowed });
    }
    overrides
}

/// Why a name stands for no pack in use.
fn unknown(name: &str, packs: &Packs, sink: &mut Sink) -> Problem {
    if stands_for(PROTECTED, name) {
        return Problem::AlwaysInUse { name: name.to_owned() };
    }
    if packs.named(name).next().is_some() {
        return Problem::UnusedPack { id: name.to_owned() };
    }
    Problem::UnknownPack { name: name.to_owned(), nearest: sink.nearest(name, packs.names()) }
}

//! From TOML to a policy, with every mistake at once.

mod changes;
mod detector;
mod domains;
mod drafts;
mod examples;
mod family;
mod find;
mod kind;
mod overrides;
mod parts;
mod policy;
mod rule;
mod source;
mod steps;
mod text;
mod times;

pub use domains::domain;

use crate::{Authored, Diagnostics, Drafts, Pack, Packs, texts::Texts, trial};
use bezint_core::Policy;
use jiff::tz::TimeZone;
use source::Sink;
use std::ops::Range;
use toml::de::{DeTable, DeValue};

/// Reads a policy. The error holds every mistake that can be told from the text alone; whether the examples hold is
/// for [`Authored::prove`] to say.
pub fn read<'s>(source: &'s str, packs: &Packs) -> Result<Authored<'s>, Diagnostics> {
    authored(Sink::new(source), packs, None)
}

/// Reads a policy that stands on the one below it, if there is one. The two together are the policy that is read.
pub(crate) fn layer<'s>(
    source: &'s str,
    texts: &'s Texts,
    packs: &Packs,
    below: Option<&Authored<'_>>,
) -> Result<Authored<'s>, Diagnostics> {
    authored(Sink::with_texts(source, texts), packs, below)
}

fn authored<'s>(mut sink: Sink<'s>, packs: &Packs, below: Option<&Authored<'_>>) -> Result<Authored<'s>, Diagnostics> {
    let table = sink.parse();
    let authored = policy::read(&table, packs, below, &mut sink);
    sink.finish(authored)
}

/// A file that a source names, and where it names it.
pub(crate) type Named = (String, Range<usize>);

/// The files that a source names: the one it stands on, and those with terms.
#[derive(Default)]
pub(crate) struct Files {
    pub extends: Option<Named>,
    pub terms: Vec<Named>,
}

/// The files that a source names.
pub(crate) fn files(source: &str) -> Files {
    let (table, _) = DeTable::parse_recoverable(source);
    let mut files = Files::default();
    if source.contains(TERMS_FILE) {
        find_terms(table.get_ref(), &mut files.terms);
    }
    let policy = table.get_ref().get("policy").and_then(|policy| policy.get_ref().as_table());
    files.extends = policy.and_then(|policy| policy.get("extends")).and_then(named);
    files
}

/// The key of a text file with terms.
const TERMS_FILE: &str = "terms_file";

fn named(value: &source::Value<'_>) -> Option<Named> {
    Some((value.get_ref().as_str()?.to_owned(), value.span()))
}

/// Finds the text files of all detectors and parts in a table.
fn find_terms(table: &DeTable<'_>, found: &mut Vec<Named>) {
    for (key, value) in table {
        match value.get_ref() {
            DeValue::String(_) if key.get_ref() == TERMS_FILE => found.extend(named(value)),
            DeValue::Table(table) => find_terms(table, found),
            DeValue::Array(items) => {
                items.iter().filter_map(|item| item.get_ref().as_table()).for_each(|table| find_terms(table, found));
            }
            _ => {}
        }
    }
}

/// Reads one file of the packs, whose place gives it its id, and proves it. It must have examples of both kinds. Its parts
/// may be found as those of the packs are that are read already.
pub fn read_pack(source: &str, id: &str, packs: &Packs) -> Result<Pack, Diagnostics> {
    let mut sink = Sink::new(source);
    let table = sink.parse();
    let pack = detector::read_pack(&table, id, packs, &mut sink);
    let pack = sink.finish(pack)?;
    trial::told(trial::locate(source, trial::of_detector(&pack.detector, &pack.examples, &[])))?;
    Ok(pack)
}

/// Reads a family of the packs, whose folder gives it its group, and proves every detector of it. Each token must have
/// examples of both kinds.
pub fn read_family(source: &str, group: &str) -> Result<Vec<Pack>, Diagnostics> {
    let mut sink = Sink::new(source);
    let table = sink.parse();
    let packs = family::read(&table, group, &mut sink);
    let packs = sink.finish(packs)?;
    let trials = packs.iter().flat_map(|pack| trial::of_detector(&pack.detector, &pack.examples, &[])).collect();
    trial::told(trial::locate(source, trials))?;
    Ok(packs)
}

/// Reads a file of drafts for a policy. What is wrong with it is told without a word of the drafts: they may be taken
/// from life.
///
/// ```
/// # let policy = bezint_policy::read("[policy]\nid = \"a\"\nversion = 1\ntitle = \"b\"\nlanguages = [\"en\"]\nstance = \"open\"",
/// #     &bezint_policy::Packs::default())?;
/// let source = r#"
/// [[drafts]]
/// draft = "We ship on Monday!"
/// audience = "followers"
/// action = "allow"
/// "#;
/// let drafts = bezint_policy::read_drafts(source, policy.policy())?;
/// assert!(policy.try_on(&drafts).iter().all(|trial| trial.problem.is_none()));
/// # Ok::<(), bezint_policy::Diagnostics>(())
/// ```
pub fn read_drafts<'s>(source: &'s str, policy: &Policy) -> Result<Drafts<'s>, Diagnostics> {
    drafts_in(source, policy, None)
}

/// Reads a file of drafts, whose times are told in this zone where the file names no other.
pub(crate) fn drafts_in<'s>(
    source: &'s str,
    policy: &Policy,
    zone: Option<TimeZone>,
) -> Result<Drafts<'s>, Diagnostics> {
    let mut sink = Sink::discreet(source);
    sink.zone = zone;
    let table = sink.parse();
    let drafts = drafts::read(&table, policy, &mut sink);
    sink.finish(Some(Drafts { source, drafts }))
}

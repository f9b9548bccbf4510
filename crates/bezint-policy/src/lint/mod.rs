//! What is not wrong with a policy but hardly meant: warnings, by what they are about. Each is certain, and none needs a
//! draft of the author's.

mod detectors;
mod examples;
mod header;
pub(crate) mod ordinary;
mod patterns;
mod protected;
mod rules;
mod shadow;
mod terms;

use crate::{Authored, Problem};
use std::ops::Range;

type Warnings = Vec<(Range<usize>, Problem)>;

/// Every warning, in no particular order. `now` is in seconds since 1970-01-01 UTC.
pub(crate) fn warnings(authored: &Authored<'_>, now: i64) -> Warnings {
    let mut warnings = Warnings::new();
    header::warn(authored, now, &mut warnings);
    detectors::warn(authored, &mut warnings);
    terms::warn(authored, &mut warnings);
    patterns::warn(authored, &mut warnings);
    rules::warn(authored, now, &mut warnings);
    protected::warn(authored, &mut warnings);
    shadow::warn(authored, &mut warnings);
    examples::warn(authored, &mut warnings);
    warnings
}

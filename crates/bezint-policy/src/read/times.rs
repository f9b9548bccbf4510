//! When a rule holds: `zone`, and either `from` and `until`, or `periods`.

use super::source::{Sink, Table, Value};
use crate::Problem;
use bezint_core::policy::Period;
use std::ops::Range;

/// What a rule, or a change of one, says of when it holds, in order, with the place where it says so; `None`: nothing.
/// `from` and `until` move the beginning and the end of what held `before`.
pub(super) fn read<'s>(
    table: &mut Table<'_, 's>,
    before: &[Period],
    sink: &mut Sink<'s>,
) -> Option<(Range<usize>, Vec<Period>)> {
    let [begin, end, several] = ["from", "until", "periods"].map(|key| table.get(key));
    if let Some(several) = several {
        if let Some(also) = begin.or(end) {
            sink.add(also.span(), Problem::TwoTimes);
        }
        return Some((several.span(), list(several, sink)));
    }
    let place = end.or(begin)?.span();
    let moved =
        Period { from: begin.and_then(|value| sink.moment(value)), until: end.and_then(|value| sink.end(value)) };
    let mut periods = if before.is_empty() { vec![Period { from: None, until: None }] } else { before.to_vec() };
    if let Some(first) = periods.first_mut() {
        first.from = moved.from.or(first.from);
    }
    if let Some(last) = periods.last_mut() {
        last.until = moved.until.or(last.until);
    }
    if periods.iter().any(ends_first) {
        sink.add(place.clone(), Problem::EndsBeforeBegin { of: "this rule" });
    }
    Some((place, periods))
}

/// Several periods, none of which overlaps another.
fn list<'s>(value: &Value<'s>, sink: &mut Sink<'s>) -> Vec<Period> {
    let items = sink.filled(value);
    let mut periods: Vec<_> = items.iter().filter_map(|item| Some((item.span(), period(item, sink)?))).collect();
    periods.sort_by_key(|(_, period)| period.from);
    for ((before, earlier), (place, later)) in periods.iter().zip(periods.iter().skip(1)) {
        let follows = earlier.until.is_some_and(|until| later.from.is_some_and(|from| until <= from));
        if !follows {
            let line = sink.line(before);
            sink.add(place.clone(), Problem::PeriodsOverlap { line });
        }
    }
    periods.into_iter().map(|(_, period)| period).collect()
}

fn period<'s>(value: &Value<'s>, sink: &mut Sink<'s>) -> Option<Period> {
    let mut table = sink.table(value, "a period")?;
    let [begin, end] = ["from", "until"].map(|key| table.get(key));
    table.finish(sink);
    if begin.is_none() && end.is_none() {
        sink.add(value.span(), Problem::Empty { what: "this period" });
        return None;
    }
    let (from, until) = (begin.and_then(|value| sink.moment(value)), end.and_then(|value| sink.end(value)));
    if from.is_some() != begin.is_some() || until.is_some() != end.is_some() {
        return None;
    }
    let period = Period { from, until };
    if ends_first(&period) {
        sink.add(value.span(), Problem::EndsBeforeBegin { of: "this period" });
        return None;
    }
    Some(period)
}

fn ends_first(period: &Period) -> bool {
    period.from.is_some_and(|from| period.until.is_some_and(|until| until <= from))
}

//! The same for every item, on all processors.

use std::{num::NonZero, thread};

/// The results, in the order of the items.
pub fn map<'t, T: Sync, R: Send>(items: &'t [T], call: impl Fn(&'t T) -> R + Sync) -> Vec<R> {
    let processors = thread::available_parallelism().map_or(1, NonZero::get);
    let share = items.len().div_ceil(processors).max(1);
    thread::scope(|scope| {
        let call = &call;
        let shares = items.chunks(share).map(|share| scope.spawn(move || share.iter().map(call).collect::<Vec<R>>()));
        let running: Vec<_> = shares.collect();
        running.into_iter().flat_map(|share| share.join().expect("no evaluation panics")).collect()
    })
}

//! The time of a verdict, all packs on, beside one plain pass over the same text.
//!
//! Prints one line a size, `characters <tab> ns per verdict <tab> ns per plain pass`: `tests/bench/run.js` makes the
//! table of `make bench` out of it. The texts are those of `tests/bench/posts.txt`, repeated to the size.

use bezint_core::{Context, Engine};
use std::{
    hint::black_box,
    time::{Duration, Instant},
};

/// Drafts as long as a short post, a long one, and more than anyone posts, in characters.
const SIZES: [usize; 3] = [280, 3_000, 100_000];
/// How many batches the median is taken of.
const BATCHES: usize = 31;
/// How long one batch lasts at least, so that the clock's steps do not show.
const BATCH: Duration = Duration::from_millis(5);

fn main() {
    let posts = include_str!("../../../tests/bench/posts.txt");
    let engine = Engine::load(bezint_packs::STARTER).expect("the starter policy loads");
    let context = Context::default();
    for size in SIZES {
        let draft: String = posts.chars().cycle().take(size).collect();
        let verdict = median(|| {
            black_box(engine.evaluate(black_box(&draft), &context));
        });
        let pass = median(|| {
            black_box(black_box(draft.as_bytes()).iter().filter(|byte| **byte == b'@').count());
        });
        println!("{size}\t{verdict:.0}\t{pass:.0}");
    }
}

/// The median time of one call, in nanoseconds.
fn median(mut call: impl FnMut()) -> f64 {
    let mut rounds = 1_u32;
    while time(rounds, &mut call) < BATCH {
        rounds *= 2;
    }
    let mut batches: Vec<f64> =
        (0..BATCHES).map(|_| time(rounds, &mut call).as_nanos() as f64 / f64::from(rounds)).collect();
    batches.sort_by(f64::total_cmp);
    batches[BATCHES / 2]
}

fn time(rounds: u32, call: &mut impl FnMut()) -> Duration {
    let begin = Instant::now();
    for _ in 0..rounds {
        call();
    }
    begin.elapsed()
}

//! The time of a verdict, all packs on, beside that of all patterns one after the other and of one plain pass over the
//! same text.
//!
//! Each argument is a file with a text. Prints one line for each, `ns per verdict <tab> ns for all patterns <tab> ns per
//! plain pass`: `tests/bench/run.js` makes the table of `make bench` out of it.

use bezint_core::{
    Context, Engine,
    policy::{Find, Kind, Pattern},
    sealed,
};
use regex::bytes::{Regex, RegexBuilder};
use std::{
    env, fs,
    hint::black_box,
    time::{Duration, Instant},
};

/// How many batches the median is taken of.
const BATCHES: usize = 31;
/// How long one batch lasts at least, so that the clock's steps do not show.
const BATCH: Duration = Duration::from_millis(5);

fn main() {
    let policy = sealed::open(bezint_packs::STARTER).expect("the starter policy can be read");
    let expressions: Vec<Regex> = policy.detectors.iter().flat_map(|detector| patterns(&detector.kind)).collect();
    let engine = Engine::new(policy);
    let context = Context::default();
    for path in env::args().skip(1).filter(|path| !path.starts_with("--")) {
        let draft = fs::read_to_string(path).expect("a file with a text");
        let verdict = median(|| {
            black_box(engine.evaluate(black_box(&draft), &context));
        });
        let naive = median(|| {
            black_box(
                expressions.iter().map(|regex| regex.find_iter(black_box(draft.as_bytes())).count()).sum::<usize>(),
            );
        });
        let pass = median(|| {
            black_box(black_box(draft.as_bytes()).iter().filter(|byte| **byte == b'@').count());
        });
        println!("{verdict:.0}\t{naive:.0}\t{pass:.0}");
    }
}

/// The expressions of a detector, compiled.
fn patterns(kind: &Kind) -> Vec<Regex> {
    let compiled = |pattern: &Pattern| RegexBuilder::new(&pattern.regex).unicode(false).build().expect("it is proved");
    match kind {
        Kind::Pattern(pattern) => vec![compiled(pattern)],
        Kind::Combination(combination) => {
            let of_parts = combination.parts.iter().filter_map(|part| match &part.find {
                Find::Pattern(pattern) => Some(compiled(pattern)),
                Find::Terms(_) | Find::Number(_) => None,
            });
            of_parts.collect()
        }
        Kind::Terms(_) | Kind::Number(_) => Vec::new(),
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

//! How often a verdict asks for memory, and for how much of it, under the starter policy.
//!
//! Each argument is a file with a text. Prints one line for each, `allocations <tab> bytes in all`, of a verdict once what
//! is made at first need is made: `tests/bench/record.js` holds them against its record.

use allocation_counter::AllocationInfo;
use bezint_core::{Context, Engine};
use std::{env, fs, hint::black_box};

fn main() {
    let engine = Engine::load(bezint_packs::STARTER).expect("the starter policy can be read");
    let context = Context::default();
    for path in env::args().skip(1) {
        let draft = fs::read_to_string(path).expect("a file with a text");
        engine.evaluate(&draft, &context);
        let AllocationInfo { count_total, bytes_total, .. } = allocation_counter::measure(|| {
            black_box(engine.evaluate(black_box(&draft), &context));
        });
        println!("{count_total}\t{bytes_total}");
    }
}

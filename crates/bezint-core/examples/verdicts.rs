//! Verdicts as JSON, for whoever compares this engine with the same engine elsewhere.
//!
//! `cargo run -p bezint-core --example verdicts a.bezint b.bezint < questions.jsonl`: a question is a line such as
//! `{"policy": 0, "draft": "…", "context": {"audience": "public", "site": "", "roles": [], "time": 0}}`, where `policy`
//! is the place of a sealed policy among those given. Each is answered with a line: the verdict.

use bezint_core::{Context, Engine};
use serde::Deserialize;
use std::{
    env, fs,
    io::{self, BufRead, Write},
};

#[derive(Deserialize)]
struct Question {
    policy: usize,
    draft: String,
    context: Context,
}

fn main() {
    let load = |path: String| Engine::load(&fs::read(&path).unwrap()).unwrap_or_else(|why| panic!("{path}: {why}"));
    let engines: Vec<Engine> = env::args().skip(1).map(load).collect();
    let mut out = io::stdout().lock();
    for line in io::stdin().lock().lines() {
        let Question { policy, draft, context } = serde_json::from_str(&line.unwrap()).unwrap();
        let verdict = engines[policy].evaluate(&draft, &context);
        writeln!(out, "{}", serde_json::to_string(&verdict).unwrap()).unwrap();
    }
}

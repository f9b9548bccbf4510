//! Any draft, in any context, by the starter policy and by the lab's: the first byte says who could read it, the second
//! where and when, the rest is the draft.

#![no_main]

use bezint_core::{Audience, Context, Engine};
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

const LAB: &str = include_str!("../../tests/policies/lab.toml");
const SITES: [&str; 4] = ["", "x", "linkedin", "www.example.org"];
const ROLES: [&[&str]; 4] = [&[], &["employee"], &["spokesperson"], &["press", "hr"]];

static ENGINES: LazyLock<[Engine; 2]> = LazyLock::new(|| {
    let lab = bezint_policy::read(LAB, bezint_packs::packs()).expect("the lab's policy is sound");
    [Engine::load(bezint_packs::STARTER).expect("the starter policy is sound"), Engine::new(lab.policy().clone())]
});

fuzz_target!(|data: &[u8]| {
    let [who, place, draft @ ..] = data else { return };
    let draft = String::from_utf8_lossy(draft);
    let choose = |of: usize, by: u8| usize::from(by) % of;
    let context = Context {
        audience: Audience::ALL[choose(Audience::ALL.len(), *who)],
        site: SITES[choose(SITES.len(), *place)].to_owned(),
        roles: ROLES[choose(ROLES.len(), place / 4)].iter().map(|&role| role.to_owned()).collect(),
        domains: if place % 32 < 16 { Vec::new() } else { vec!["acme.example".to_owned()] },
        time: i64::from(place / 16) * 200_000_000,
    };
    for engine in &*ENGINES {
        bezint_fuzz::judge(engine, &draft, &context);
    }
});

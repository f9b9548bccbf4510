//! `bezint packs`

mod support;

use bezint_core::policy::Detector;
use support::{bezint, expect, said};

#[test]
fn everything_that_ships_is_listed_one_a_line_with_its_id_first() {
    let (code, out, err) = said(&bezint(&["packs"], ""));
    assert_eq!((code, err.as_str()), (0, ""));
    let ids: Vec<_> = out.lines().map(|line| line.split(' ').next().unwrap()).collect();
    let shipped: Vec<_> = bezint_packs::packs().detectors().iter().map(|Detector { id, .. }| id.as_str()).collect();
    assert_eq!(ids, shipped);
}

#[test]
fn a_pack_is_shown_with_its_documentation_and_its_proof() {
    let (code, out, err) = said(&bezint(&["packs", "secrets.token.slack-token"], ""));
    assert_eq!((code, err.as_str()), (0, ""));
    expect("pack.txt", &out);
}

#[test]
fn a_group_is_all_of_its_packs() {
    let (code, out, _) = said(&bezint(&["packs", "nl", "--format", "json"], ""));
    assert_eq!(code, 0);
    let told: serde_json::Value = serde_json::from_str(&out).unwrap();
    let ids: Vec<_> = told.as_array().unwrap().iter().map(|pack| pack["id"].as_str().unwrap()).collect();
    let group: Vec<_> = bezint_packs::packs().named("nl").map(|Detector { id, .. }| id.as_str()).collect();
    assert_eq!(ids, group);
    assert!(told[0]["why"]["nl"].is_string() && told[0]["found_in"][0]["draft"].is_string(), "{out}");
}

#[test]
fn a_pack_that_is_not_there_is_answered_with_the_one_that_was_meant() {
    let (code, out, err) = said(&bezint(&["packs", "nl.bsm"], ""));
    assert_eq!((code, out.as_str()), (2, ""));
    assert_eq!(err, "bezint: no pack is called `nl.bsm`; did you mean `nl.bsn`?\n");
}

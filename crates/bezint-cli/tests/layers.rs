//! A policy of several layers, through the commands: the example of `docs/layers`.

mod support;

use support::{bezint, expect, said};

const CAMPAIGN: &str = "docs/layers/campaign.toml";

#[test]
fn layers_are_checked_explained_and_documented_as_one_policy() {
    for layer in ["company", "sales", "campaign"] {
        let (code, _, err) = said(&bezint(&["check", &format!("docs/layers/{layer}.toml")], ""));
        assert_eq!((code, err.as_str()), (0, ""), "{layer}");
    }
    let draft = "Lunch at Globex! Bel Sanne maar: 06-12345678, met een speciale prijs";
    let (code, mut told, err) = said(&bezint(&["explain", "--policy", CAMPAIGN], draft));
    assert_eq!((code, err.as_str()), (0, ""));
    let (code, page, err) = said(&bezint(&["document", CAMPAIGN, "--language", "en"], ""));
    assert_eq!((code, err.as_str()), (0, ""));
    let (code, difference, _) = said(&bezint(&["diff", "docs/layers/company.toml", CAMPAIGN], ""));
    assert_eq!(code, 1);
    for part in [page, difference] {
        told.push('\n');
        told.push_str(&part);
    }
    expect("layers.txt", &told);
}

//! What a page says of the policy itself.

use bezint_policy::{Document, Packs, read};

/// The page of a policy with these lines in its head.
fn page(language: &str, lines: &str) -> String {
    let source = format!(
        "[policy]\nid = \"acme\"\nversion = 3\ntitle.en = \"Think\"\ntitle.nl = \"Denk na\"\nlanguages = [\"en\", \"nl\"]\nstance = \"open\"\n{lines}"
    );
    let authored = read(&source, &Packs::default()).unwrap();
    Document::new(&authored, language, |_| None).unwrap().markdown()
}

#[test]
fn it_says_who_decides_and_when_it_is_valid() {
    let lines = "owner = \"Press *office*\"\nvalid_from = 2026-12-01\nvalid_until = 2026-12-31T12:00:00+01:00\n";
    let (en, nl) = (page("en", lines), page("nl", lines));
    let said = "Version 3\n\nPress \\*office\\* decides on this policy. It is valid from 2026-12-01 00:00 UTC. It is valid until 2026-12-31 11:00 UTC.\n";
    assert!(en.contains(said), "{en}");
    let gezegd = "Versie 3\n\nPress \\*office\\* beslist over dit beleid. Het geldt vanaf 2026-12-01 00:00 UTC. Het geldt tot 2026-12-31 11:00 UTC.\n";
    assert!(nl.contains(gezegd), "{nl}");
    assert!(page("en", "").contains("Version 3\n\nWhat you post"));
}

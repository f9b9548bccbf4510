//! Terms in a text file beside the policy, through the command.

mod support;

use std::fs;
use support::{bezint, said, scratch};

const POLICY: &str = r#"
[policy]
id = "acme"
version = 1
title = "Acme"
languages = ["en"]
stance = "open"

[[detectors]]
id = "acme.projects"
title = "the name of a project"
terms_file = "terms/projects.txt"
examples = { match = ["Neptunus ships!"], pass = ["We ship!"] }

[[rules]]
id = "projects"
clause = "1"
title = "This is the name of a project."
advice = "Leave it out."
when = "acme.projects"
action = "advise"
examples = { match = [{ draft = "Neptunus ships!", audience = "named" }], pass = ["We ship!"] }
"#;

#[test]
fn the_file_lies_beside_the_policy_and_is_sealed_with_it() {
    let folder = scratch("terms-file");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("terms")).unwrap();
    let path = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    fs::write(path("acme.toml"), POLICY).unwrap();

    let (code, _, err) = said(&bezint(&["check", &path("acme.toml")], ""));
    assert_eq!(code, 2);
    assert!(err.contains("acme.toml:12:14") && err.contains("`terms/projects.txt`, in which terms stand"), "{err}");

    fs::write(path("terms/projects.txt"), "# ours\n\u{200B}\u{200B}\n").unwrap();
    let (code, _, err) = said(&bezint(&["check", &path("acme.toml")], ""));
    assert_eq!(code, 2);
    assert!(err.contains("terms/projects.txt:2:1") && err.contains("nothing that can be found"), "{err}");

    fs::write(path("terms/projects.txt"), [0x4E, 0xFF]).unwrap();
    let (code, _, err) = said(&bezint(&["check", &path("acme.toml")], ""));
    assert!(code == 2 && err.contains("it is not text in UTF-8"), "{err}");

    fs::write(path("terms/projects.txt"), "# ours\nNeptunus\n").unwrap();
    let (code, out, err) = said(&bezint(&["check", &path("acme.toml")], ""));
    assert_eq!((code, err.as_str()), (0, ""), "{out}");
    let (code, ..) = said(&bezint(&["seal", &path("acme.toml"), "-o", &path("acme.bezint")], ""));
    assert_eq!(code, 0);
    fs::remove_dir_all(folder.join("terms")).unwrap();
    let (_, out, _) = said(&bezint(&["scan", "--policy", &path("acme.bezint")], "N.e.p.t.u.n.u.s ships"));
    assert!(out.starts_with("advise") && out.contains("1:1 acme.projects"), "{out}");
}

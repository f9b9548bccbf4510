//! `bezint keygen`, `bezint seal --key`, and which policies `bezint verify` accepts.

mod support;

use std::{fs, path::Path};
use support::{bezint, expect, said, scratch};

const POLICY: &str = "crates/bezint-cli/tests/policies/traced.toml";

/// A new key in a file of this name, and the public key that was printed.
fn key(name: &str) -> (String, String) {
    let path = scratch(name);
    let _ = fs::remove_file(&path);
    let path = path.into_os_string().into_string().unwrap();
    let (code, out, err) = said(&bezint(&["keygen", &path], ""));
    assert_eq!((code, err.as_str()), (0, ""));
    (path, out.trim().to_owned())
}

/// The policy with these lines changed, sealed with these options in a file of this name: the file, and what was said.
fn sealed(name: &str, changes: &[(&str, &str)], options: &[&str]) -> (String, (i32, String, String)) {
    let [toml, path] = ["toml", "bezint"].map(|kind| scratch(&format!("{name}.{kind}")).display().to_string());
    let source = changes.iter().fold(
        fs::read_to_string(Path::new(support::ROOT).join(POLICY)).unwrap(),
        |source, (old, new)| {
            assert!(source.contains(old), "{old}");
            source.replace(old, new)
        },
    );
    fs::write(&toml, source).unwrap();
    let _ = fs::remove_file(&path);
    let told = said(&bezint(&[&["seal", &toml, "-o", &path], options].concat(), ""));
    (path, told)
}

fn verify(path: &str, options: &[&str]) -> (i32, String, String) {
    said(&bezint(&[&["verify", path], options].concat(), ""))
}

#[test]
fn a_key_is_written_once_and_for_its_owner_alone() {
    let (path, public) = key("owner.key");
    let text = fs::read_to_string(&path).unwrap();
    assert!(public.starts_with("bezint-public-") && text.contains(&public), "{public}");
    let [remarks, secrets]: [Vec<_>; 2] =
        [true, false].map(|remark| text.lines().filter(|line| line.starts_with('#') == remark).collect());
    assert_eq!((remarks.len(), secrets.len()), (2, 1));
    assert!(secrets[0].starts_with("bezint-private-"));
    #[cfg(unix)]
    assert_eq!(std::os::unix::fs::PermissionsExt::mode(&fs::metadata(&path).unwrap().permissions()) & 0o777, 0o600);
    let (code, out, err) = said(&bezint(&["keygen", &path], ""));
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(err.contains("is there already, and a key is never overwritten"), "{err}");
    assert_eq!(fs::read_to_string(&path).unwrap(), text);
    assert_ne!(key("another.key").1, public);
}

#[test]
fn a_signed_policy_is_accepted_by_its_key_alone() {
    let ((ours, public), (_, other)) = (key("ours.key"), key("theirs.key"));
    let (path, (code, _, err)) = sealed("signed", &[], &["--key", &ours]);
    assert_eq!((code, err.as_str()), (0, ""));
    let (code, out, _) = verify(&path, &["--public-key", &public]);
    assert_eq!(code, 0);
    assert!(out.contains("its checksum is right, and so is its signature\n"), "{out}");
    assert!(out.contains(&format!("  signed     with {public}\n")), "{out}");
    let (code, out, _) = verify(&path, &["--public-key", &other]);
    assert_eq!(code, 1);
    assert!(
        out.contains(&format!(
            "is not accepted: this policy is signed with {public}, and only one signed with {other}"
        )),
        "{out}"
    );
    let (unsigned, _) = sealed("unsigned", &[], &[]);
    let (code, out, _) = verify(&unsigned, &["--public-key", &public]);
    assert_eq!(code, 1);
    assert!(out.contains("is not accepted: this policy is not signed"), "{out}");
    let (code, out, _) = verify(&path, &["--public-key", &other, "--format", "json"]);
    assert_eq!(code, 1);
    let told: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(told["refused"]["code"], "other-key");
    assert_eq!(told["refused"]["found"], public.as_str());
    assert_eq!(told["signed_with"], public.as_str());
}

#[test]
fn what_is_no_key_is_told_without_repeating_it() {
    let (path, public) = key("swapped.key");
    let private = fs::read_to_string(&path).unwrap().lines().last().unwrap().to_owned();
    let not_key = scratch("not.key");
    fs::write(&not_key, format!("{public}\n")).unwrap();
    let (_, (code, _, err)) = sealed("swapped", &[], &["--key", not_key.to_str().unwrap()]);
    assert_eq!(code, 2);
    assert!(err.contains("not.key: this is not a private key"), "{err}");
    let (code, _, err) = verify(&path, &["--public-key", &private[..40]]);
    assert_eq!(code, 2);
    assert!(err.contains("this is not a public key"), "{err}");
}

#[test]
fn a_version_must_grow_with_what_changes() {
    let (old, _) = sealed("old", &[], &[]);
    let (same, (code, ..)) = sealed("same-again", &[], &["--after", &old]);
    assert_eq!(code, 0);
    let title = ("stance = \"coached\"", "stance = \"open\"");
    let (_, (code, _, err)) = sealed("changed", &[title], &["--after", &same]);
    assert_eq!(code, 2);
    let sentence = err.replace(&scratch("changed.toml").display().to_string(), "changed.toml");
    expect("seal-not-grown.txt", &sentence);
    let later = [title, ("version = 3", "version = 4")];
    let (new, (code, ..)) = sealed("grown", &later, &["--after", &old]);
    assert_eq!(code, 0);
    assert_eq!(verify(&new, &["--not-older-than", &old]).0, 0);
    let (code, out, _) = verify(&old, &["--not-older-than", &new]);
    assert_eq!(code, 1);
    assert!(out.contains("is not accepted: this is version 3 of the policy"), "{out}");
    let (code, out, _) = said(&bezint(&["diff", &old, &scratch("changed.toml").display().to_string()], ""));
    assert_eq!(code, 1);
    assert!(out.contains("The version did not grow: raise it before you seal this."), "{out}");
}

#[test]
fn a_policy_is_accepted_from_its_first_day_to_its_last() {
    let valid =
        ("version = 3", "version = 3\nowner = \"Press office\"\nvalid_from = 2026-12-01\nvalid_until = 2026-12-31");
    let (path, (code, ..)) = sealed("valid", &[valid], &[]);
    assert_eq!(code, 0);
    let at = |time: &str| verify(&path, &["--time", time]);
    for (time, expected) in [
        ("2026-11-30T23:59:59Z", 1),
        ("2026-12-01T00:00:00Z", 0),
        ("2026-12-31T23:59:59Z", 0),
        ("2027-01-01T00:00:00Z", 1),
    ] {
        assert_eq!(at(time).0, expected, "{time}");
    }
    let size = fs::metadata(&path).unwrap().len().to_string();
    expect("verify-not-yet.txt", &at("2026-11-01T00:00:00Z").1.replace(&path, "valid.bezint").replace(&size, "12345"));
    let (_, json, _) = verify(&path, &["--time", "2027-01-01T00:00:00Z", "--format", "json"]);
    expect("verify-over.json", &json.replace(&size, "12345"));
}

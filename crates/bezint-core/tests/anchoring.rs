//! What the engine looks for to find a pattern, and what it refuses as one.

use bezint_core::detect::{Anchor, Around, Core};

fn cores(regex: &str) -> Vec<Around> {
    match Anchor::derive(regex, 0).unwrap() {
        Anchor::Cores(cores) => cores,
        Anchor::Everywhere => panic!("{regex} is looked for everywhere"),
    }
}

/// All literals of all cores.
fn literals(regex: &str) -> Vec<String> {
    let all = cores(regex).into_iter().flat_map(|around| match around.core {
        Core::Literals(all) => all,
        run => panic!("{regex} is looked for at {run:?}"),
    });
    all.map(|literal| String::from_utf8(literal).unwrap()).collect()
}

/// The bytes and the length of a run, and how many bytes a match can hold before it.
fn run(regex: &str) -> (String, u32, Option<u32>) {
    match &cores(regex)[..] {
        [Around { core: Core::Run { bytes, min }, before, .. }] => (
            String::from_utf8(bytes.iter().collect()).unwrap(),
            *min,
            before.steps.iter().try_fold(0, |so_far, step| Some(so_far + step.max?)),
        ),
        other => panic!("{regex} is looked for at {other:?}"),
    }
}

#[test]
fn literals_are_found_wherever_they_stand() {
    assert_eq!(literals("ghp_[A-Za-z0-9]{36}"), ["ghp_"]);
    assert_eq!(literals(r"\b(?:ghp|GHO)_\w+"), ["gho_", "ghp_"]);
    assert_eq!(literals(r"(?i)\bpass(?:word|phrase)\b"), ["passphra", "password"]);
    assert_eq!(literals(r"[a-z.]+@example"), ["@example"]);
    assert_eq!(literals("x(?:secret-(a|b))+y"), ["xsecret-"]);
}

#[test]
fn numbers_are_looked_for_at_runs() {
    assert_eq!(run(r"\b[0-9]{9}\b"), ("0123456789".to_owned(), 9, Some(0)));
    assert_eq!(run(r"\b[0-9]{4}-?[0-9]{4}\b"), ("-0123456789".to_owned(), 8, Some(0)));
    assert_eq!(run(r"(?i)\b[a-z]{2}[0-9]{2}[a-z0-9]{4,}"), ("0123456789".to_owned(), 2, Some(2)));
}

#[test]
fn alternatives_have_a_core_each() {
    assert_eq!(literals(r"\b(?:\w+@home|\w+#work)\b"), ["@home", "#work"]);
    assert_eq!(run("(?:nl|[a-z]{2})[0-9]{2}"), ("0123456789".to_owned(), 2, Some(2)));
    assert_eq!(run("-(?:nl[0-9]{2}|x?[0-9]{2}z?)"), ("0123456789".to_owned(), 2, Some(3)));
    assert_eq!(cores("(?:[0-9]{5}|secret)").len(), 2);
}

#[test]
fn what_stands_everywhere_is_looked_for_everywhere() {
    for regex in [r"\w+", ".", "[^x]{3}", "e", r"\s[a-z]"] {
        assert_eq!(Anchor::derive(regex, 0), Ok(Anchor::Everywhere), "{regex}");
    }
}

#[test]
fn what_cannot_be_used_is_refused_with_its_place() {
    for (regex, group, place, message) in [
        ("ab(c", 0, 2..3, "unclosed group"),
        ("a[é]", 0, 2..4, "Unicode not allowed here"),
        (r"a\p{L}", 0, 1..6, "Unicode not allowed here"),
        ("a(?u)b", 0, 3..4, "Unicode mode is not available"),
        ("a(?iu:b)", 0, 3..5, "Unicode mode is not available"),
        ("(a)", 2, 0..3, "no group 2"),
        ("a*", 0, 0..2, "match nothing"),
        ("[a&&b]", 0, 0..6, "never match"),
        ("(?:a{100}b){1000}", 0, 0..17, "too large"),
        ("(?=a)", 0, 0..3, "look-around"),
    ] {
        let error = Anchor::derive(regex, group).unwrap_err();
        assert_eq!(error.span, place, "{regex}: {error}");
        assert!(error.to_string().contains(message), "{regex}: {error}");
    }
    assert!(Anchor::derive("(?-u)a", 0).is_ok());
}

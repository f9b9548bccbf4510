//! The command as people and programs use it: arguments and input in, answers and exit codes out.

mod support;

use std::{fs, path::Path};
use support::{bezint, expect, said, scratch};

const LAB: &str = "tests/policies/lab.toml";
const STARTER: &str = "crates/bezint-packs/policies/starter.toml";

#[test]
fn a_policy_that_is_right_is_said_to_be() {
    let (code, out, err) = said(&bezint(&["check", STARTER], ""));
    assert_eq!((code, err.as_str()), (0, ""));
    assert!(out.starts_with(STARTER) && out.trim_end().ends_with("examples hold"), "{out}");
}

#[test]
fn mistakes_are_shown_in_their_lines() {
    let (code, out, err) = said(&bezint(&["check", "crates/bezint-policy/tests/mistakes/texts.toml"], ""));
    assert_eq!((code, out.as_str()), (2, ""));
    expect("mistakes.txt", &err);
}

#[test]
fn what_is_hardly_meant_is_a_warning() {
    let (code, out, err) = said(&bezint(&["check", "crates/bezint-cli/tests/policies/failing.toml"], ""));
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(err.ends_with("has 5 mistakes and 5 warnings\n"), "{err}");
    let (code, out, err) = said(&bezint(&["check", "crates/bezint-policy/tests/mistakes/warns-examples.toml"], ""));
    assert_eq!(code, 0);
    assert!(out.ends_with("2 detectors, 1 rule; all 2 examples hold; 3 warnings\n"), "{out}");
    expect("warnings.txt", &err);
}

#[test]
fn the_policies_of_this_repository_give_no_cause_for_warnings() {
    for policy in [STARTER, LAB] {
        let (code, out, err) = said(&bezint(&["check", policy], ""));
        assert_eq!((code, err.as_str()), (0, ""), "{policy}");
        assert!(!out.contains("warning"), "{out}");
    }
}

#[test]
fn an_example_that_fails_is_shown_and_nothing_is_sealed() {
    let sealed = scratch("fails.bezint");
    let policy = "crates/bezint-policy/tests/mistakes/examples-of-a-rule.toml";
    let (code, out, err) = said(&bezint(&["seal", policy, "-o", sealed.to_str().unwrap()], ""));
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(!sealed.exists());
    expect("examples.txt", &err);
}

#[test]
fn each_action_has_its_answer_and_exit_code() {
    let drafts = [
        ("allow", 0, "We ship on Monday!"),
        ("advise", 0, "Write to sanne.de.vries@bedrijf.nl"),
        ("confirm", 1, "Neptunus ships on Monday!"),
        ("justify", 1, "😀\nMijn BSN is 274519380"),
        ("block", 1, "ghp_B3z1ntB3z1ntB3z1ntB3z1ntB3z1ntB3z1nt"),
    ];
    let mut answers = String::new();
    for (action, expected, draft) in drafts {
        let (code, out, err) = said(&bezint(&["scan", "--policy", LAB], draft));
        assert_eq!((code, err.as_str()), (expected, ""), "{action}");
        answers.push_str(&out);
    }
    expect("verdicts.txt", &answers);
}

#[test]
fn a_sealed_policy_says_what_the_policy_says() {
    let sealed = scratch("lab.bezint");
    let path = sealed.to_str().unwrap();
    assert_eq!(said(&bezint(&["seal", LAB, "-o", path], "")), (0, String::new(), String::new()));
    let draft = "Neptunus: mail sanne.de.vries@bedrijf.nl";
    assert_eq!(said(&bezint(&["scan", "--policy", path], draft)), said(&bezint(&["scan", "--policy", LAB], draft)));

    let mut bytes = fs::read(&sealed).unwrap();
    *bytes.last_mut().unwrap() ^= 1;
    let damaged = scratch("damaged.bezint");
    fs::write(&damaged, bytes).unwrap();
    let (code, out, err) = said(&bezint(&["scan", "--policy", damaged.to_str().unwrap()], draft));
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(err.contains("damaged"), "{err}");
}

#[test]
fn options_say_who_where_and_when() {
    let policy = scratch("options.toml");
    let rule = "audience = \"group\"\nsites = [\"x\"]\nroles = [\"sales\"]\nuntil = 2026-01-01T00:00:00Z\naction = \"confirm\"";
    fs::write(
        &policy,
        format!(
            "[policy]\nid = \"a\"\nversion = 1\ntitle = \"b\"\nlanguages = [\"en\"]\nstance = \"coached\"\n\
             [[detectors]]\nid = \"a.b\"\ntitle = \"c\"\nterms = [\"Neptunus\"]\n\
             [[rules]]\nid = \"d\"\nclause = \"1\"\ntitle = \"e\"\nadvice = \"f\"\nwhen = \"a.b\"\n{rule}\n"
        ),
    )
    .unwrap();
    let policy = policy.to_str().unwrap();
    let code = |options: &[&str]| said(&bezint(&[&["scan", "--policy", policy], options].concat(), "Neptunus")).0;
    let (site, role, time) = (["--site", "x"], ["--role", "sales"], ["--time", "2025-12-31T23:59:59Z"]);
    assert_eq!(code(&[site, role, time].concat()), 1);
    assert_eq!(code(&[site, role, time, ["--audience", "named"]].concat()), 0);
    assert_eq!(code(&[["--site", "y"], role, time].concat()), 0);
    assert_eq!(code(&[site, ["--role", "press"], time].concat()), 0);
    assert_eq!(code(&[site, ["--role", "press"], role, time].concat()), 1);
    assert_eq!(code(&[site, role, ["--time", "2026-01-01T01:00:00+01:00"]].concat()), 0);
    assert_eq!(code(&[site, role].concat()), 0, "the time is now, if left out");
}

#[test]
fn a_wrong_word_is_answered_with_the_right_ones() {
    let (code, _, err) = said(&bezint(&["scan", "--policy", LAB, "--audience", "world"], ""));
    assert_eq!(code, 2);
    assert!(err.contains("self, named, group, company, followers, public"), "{err}");
    let (code, _, err) = said(&bezint(&["scan", "--policy", LAB, "--time", "noon"], ""));
    assert_eq!(code, 2);
    assert!(err.contains("2026-01-01T09:00:00+01:00"), "{err}");
}

/// What is given is not there, not of its kind, or in the way: each is said in a sentence, with what to do.
#[test]
fn what_cannot_be_read_or_written_is_told_why() {
    let (sealed, binary) = (scratch("sealed.bezint"), scratch("binary.toml"));
    let [sealed, binary] = [&sealed, &binary].map(|path| path.to_str().unwrap());
    assert_eq!(said(&bezint(&["seal", LAB, "-o", sealed], "")).0, 0);
    fs::write(binary, [0xFF, 0xFE, 0]).unwrap();
    let commands: [&[&str]; 15] = [
        &["check", "none.toml"],
        &["check", "crates"],
        &["check", binary],
        &["check", sealed],
        &["test", sealed],
        &["test", LAB, "none.drafts.toml"],
        &["scan", "--policy", "none.toml"],
        &["scan", "--policy", LAB, "none.txt", "crates/bezint-cli/Cargo.toml"],
        &["explain", "--policy", LAB, binary],
        &["verify", LAB],
        &["verify", "crates"],
        &["seal", LAB, "-o", "no/such/folder"],
        &["seal", LAB, "-o", "crates"],
        &["seal", LAB, "--key", LAB, "-o", sealed],
        &["document", LAB, "--language", "fr"],
    ];
    let told = commands.map(|arguments| {
        let (code, _, err) = said(&bezint(arguments, ""));
        assert_eq!(code, 2, "{arguments:?}");
        let name = |path: &str| Path::new(path).file_name().unwrap().to_str().unwrap().to_owned();
        let shown = [sealed, binary]
            .iter()
            .fold(format!("{}\n{err}", arguments.join(" ")), |told, path| told.replace(path, &name(path)));
        format!("$ bezint {shown}")
    });
    expect("failures.txt", &told.join("\n"));
}

#[test]
fn check_tells_programs_too() {
    let json = |policy: &str| {
        let (code, out, err) = said(&bezint(&["check", policy, "--format", "json"], ""));
        assert_eq!(err, "");
        (code, serde_json::from_str::<serde_json::Value>(&out).unwrap(), out)
    };
    let (code, report, _) = json(STARTER);
    assert_eq!((code, &report["mistakes"], &report["warnings"]), (0, &0.into(), &0.into()));
    assert!(report["examples"].as_u64() > Some(0));
    let (code, _, out) = json("crates/bezint-policy/tests/mistakes/texts.toml");
    assert_eq!(code, 2);
    expect("mistakes.json", &out);
    assert_eq!(said(&bezint(&["check", "none.toml", "--format", "json"], "")).0, 2);
}

/// Every subcommand but `help`, from the help itself.
fn commands() -> Vec<String> {
    let (code, help, _) = said(&bezint(&["--help"], ""));
    assert_eq!(code, 0);
    assert!(help.contains("Exit codes") && help.contains("NO_COLOR"), "{help}");
    let (_, list) = help.split_once("Commands:\n").unwrap();
    let names = list.lines().take_while(|line| !line.is_empty()).filter_map(|line| line.split_whitespace().next());
    names.filter(|name| *name != "help").map(str::to_owned).collect()
}

#[test]
fn the_help_of_every_command_has_an_example_of_it() {
    let commands = commands();
    assert!(commands.len() > 10, "{commands:?}");
    for command in commands {
        let (code, help, _) = said(&bezint(&[&command, "--help"], ""));
        assert_eq!(code, 0);
        let (_, examples) = help.split_once("Example").unwrap_or_else(|| panic!("{command}"));
        assert!(examples.contains(&format!("bezint {command}")), "{help}");
    }
}

#[test]
fn every_command_has_a_manual_page() {
    let folder = scratch("man");
    let _ = fs::remove_dir_all(&folder);
    assert_eq!(said(&bezint(&["man", "--out", folder.to_str().unwrap()], "")), (0, String::new(), String::new()));
    let page = |name: &str| fs::read_to_string(folder.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
    assert_eq!(said(&bezint(&["man"], "")).1, page("bezint.1"));
    for command in commands() {
        assert!(page(&format!("bezint-{command}.1")).contains(".SH SYNOPSIS"), "{command}");
    }
}

#[test]
fn shells_complete_commands_options_and_words() {
    for shell in ["bash", "zsh", "fish", "powershell"] {
        let (code, script, err) = said(&bezint(&["completions", shell], ""));
        assert_eq!((code, err.as_str()), (0, ""));
        for command in commands() {
            assert!(script.contains(&command), "{shell}: {command}");
        }
        assert!(script.contains("audience"), "{shell}");
        assert!(script.contains("followers") || shell == "powershell", "{shell} completes words");
    }
}

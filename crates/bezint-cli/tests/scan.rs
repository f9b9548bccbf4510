//! `bezint scan`: many drafts, of every form, and answers of every form.

mod support;

use std::{
    fs,
    io::Read,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
};
use support::{ROOT, bezint, expect, said, scratch};

const LAB: &str = "tests/policies/lab.toml";

/// A folder with drafts of every form, some of which cannot be read.
fn posts(name: &str) -> PathBuf {
    let folder = scratch(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("b.more")).unwrap();
    let files: [(&str, &[u8]); 7] = [
        ("a post.txt", "\u{feff}We ship on Monday.\n\n😀 Neptunus\nships!\n".as_bytes()),
        ("quiet.md", b"All is well."),
        (".hidden", b"Neptunus"),
        (
            "archive.csv",
            b"text,id,audience\n\"Hello,\nNeptunus!\",first,public\nNeptunus,second,company\n\
              Neptunus,third,world\n\xe9\xe9n,fourth,public\n",
        ),
        ("b.more/posts.jsonl", b"{\"text\": \"Neptunus\"}\n\nNeptunus\n{\"id\": 9, \"text\": \"all is well\"}\n"),
        ("latin.txt", b"caf\xe9 Neptunus"),
        ("b.more/long.lines", b"Mijn BSN is 274519380"),
    ];
    for (name, bytes) in files {
        fs::write(folder.join(name), bytes).unwrap();
    }
    folder
}

/// Runs it where the posts are, so that they are named alike everywhere.
fn scan(folder: &Path, options: &[&str]) -> Output {
    let policy = Path::new(ROOT).join(LAB);
    Command::new(env!("CARGO_BIN_EXE_bezint"))
        .args(["scan", "--policy", policy.to_str().unwrap()])
        .args(options)
        .current_dir(folder)
        .stdin(Stdio::null())
        .output()
        .unwrap()
}

#[test]
fn a_folder_is_scanned_in_order_and_what_cannot_be_read_is_said() {
    let (code, out, err) = said(&scan(&posts("scan-text"), &["."]));
    assert_eq!(code, 2);
    expect("scan.txt", &format!("{out}--- standard error\n{err}"));
}

#[test]
fn every_draft_has_its_line() {
    let (code, out, err) = said(&scan(&posts("scan-jsonl"), &["--output", "jsonl", "."]));
    assert_eq!((code, err.as_str()), (2, ""));
    expect("scan.jsonl", &out);
}

#[test]
fn code_hosts_are_told_the_places() {
    let (code, out, err) = said(&scan(&posts("scan-sarif"), &["--output", "sarif", "."]));
    assert_eq!((code, err.as_str()), (2, ""));
    assert!(!out.contains("Neptunus"));
    expect("scan.sarif", &out);
}

#[test]
fn lines_can_be_drafts_and_any_column_can_hold_them() {
    let (code, out, err) = said(&bezint(&["scan", "--policy", LAB, "--format", "lines"], "well\n\n Neptunus\nwell"));
    assert_eq!((code, err.as_str()), (1, ""));
    assert!(out.starts_with("stdin:3: confirm\n") && out.ends_with("\n3 drafts: 2 allow, 1 confirm\n"), "{out}");

    let rows = "\u{feff}bericht;waar\n\"een;\nNeptunus\";x\n";
    let csv =
        |options: &[&str]| said(&bezint(&[&["scan", "--policy", LAB, "--format", "csv"], options].concat(), rows));
    let (code, out, _) = csv(&["--column", "bericht", "--delimiter", ";"]);
    assert_eq!(code, 1);
    assert!(out.starts_with("stdin:2: confirm\n") && out.contains("    2:1 lab.projects"), "{out}");
    let (code, out, err) = csv(&["--column", "bericht"]);
    assert_eq!((code, out.as_str()), (2, "0 drafts; 1 could not be read\n"));
    assert!(err.starts_with("bezint: stdin:1: the first line names no column `bericht`"), "{err}");
}

#[test]
fn a_row_that_never_ends_is_refused_and_not_kept() {
    let rows = format!("text\nwell\n\"{}", "Neptunus, ".repeat(2 << 20));
    let (code, out, err) = said(&bezint(&["scan", "--policy", LAB, "--format", "csv"], &rows));
    assert_eq!((code, out.as_str()), (2, "1 draft: 1 allow; 1 could not be read\n"));
    assert!(err.starts_with("bezint: stdin: this cannot be read: a row is longer than 16 MiB"), "{err}");
}

#[test]
fn a_file_that_is_not_there_is_said_and_the_rest_is_scanned() {
    let folder = posts("scan-none");
    let (code, out, err) = said(&scan(&folder, &["none.txt", "quiet.md"]));
    assert_eq!((code, out.as_str()), (2, "1 draft: 1 allow; 1 could not be read\n"));
    assert!(err.starts_with("bezint: none.txt: this cannot be read: "), "{err}");
}

#[test]
fn many_drafts_keep_their_order() {
    let lines: String = (0..20_000).map(|n| format!("{}{n}\n", if n % 7 == 0 { "Neptunus " } else { "" })).collect();
    let file = scratch("order.txt");
    fs::write(&file, lines).unwrap();
    let options = ["scan", "--policy", LAB, "--format", "lines", "--output", "jsonl", file.to_str().unwrap()];
    let (code, out, _) = said(&bezint(&options, ""));
    assert_eq!(code, 1);
    for (place, line) in out.lines().enumerate() {
        let answer: serde_json::Value = serde_json::from_str(line).unwrap();
        assert_eq!(answer["line"], place + 1);
        assert_eq!(answer["action"], if place % 7 == 0 { "confirm" } else { "allow" });
    }
    assert_eq!(out.lines().count(), 20_000);
}

#[test]
fn what_no_post_is_long_enough_for_is_not_kept() {
    let file = scratch("long.txt");
    fs::write(&file, "x".repeat((16 << 20) + 1) + "\nNeptunus").unwrap();
    let path = file.to_str().unwrap();
    let (code, out, err) = said(&bezint(&["scan", "--policy", LAB, path], ""));
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(err.ends_with("long.txt: this is longer than 16 MiB, which no post is\n"), "{err}");
    let (code, out, err) = said(&bezint(&["scan", "--policy", LAB, "--format", "lines", path], ""));
    assert_eq!(code, 2);
    assert!(out.ends_with("1 draft: 1 confirm; 1 could not be read\n") && err.contains("long.txt:1: "), "{out}{err}");
}

#[test]
fn lines_of_json_get_lines_of_json() {
    let lines = [
        r#"{"id": "a", "text": "😀 Neptunus ships"}"#,
        r#"{"text": "Neptunus ships", "audience": "company", "expect": false}"#,
        "",
        r#"{"id": 7, "text": "Mijn BSN is 274519380 en 593614276"}"#,
    ];
    let (code, out, err) = said(&bezint(&["scan", "--policy", LAB, "--format", "jsonl", "-"], &lines.join("\n")));
    assert_eq!((code, err.as_str()), (1, ""));
    expect("verdicts.jsonl", &out);
}

#[test]
fn a_line_that_cannot_be_read_is_refused_in_its_place_and_never_repeated() {
    let lines = [
        r#"{"text": "all is well"}"#,
        r#""Neptunus""#,
        r#"{"text": "Neptunus"#,
        r#"{"text": ["Neptunus"]}"#,
        r#"{"id": "five", "text": "Neptunus", "audience": "Neptunus"}"#,
        r#"{"text": "all is well"}"#,
    ];
    let (code, out, _) = said(&bezint(&["scan", "--policy", LAB, "--format", "jsonl"], &lines.join("\n")));
    assert_eq!(code, 2);
    assert!(!out.contains("Neptunus"));
    expect("refusals.jsonl", &out);
}

#[test]
fn a_reader_that_goes_away_is_no_reason_to_panic() {
    let drafts = scratch("many.jsonl");
    fs::write(&drafts, "{\"text\": \"Neptunus\"}\n".repeat(20_000)).unwrap();
    let mut child = Command::new(env!("CARGO_BIN_EXE_bezint"))
        .args(["scan", "--policy", LAB, "--format", "jsonl"])
        .arg(&drafts)
        .current_dir(ROOT)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut first = [0; 16];
    child.stdout.take().unwrap().read_exact(&mut first).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(2), &b""[..]));
}

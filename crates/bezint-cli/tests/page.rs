//! docs/policy.md is true: what it says is done, in its order, in an empty folder, and says what the page shows.
//!
//! A block of `console` is commands, each after `$ `, with what they say below them. A block of `toml` with the name
//! of a file is put at the end of that file.

mod support;

use std::{
    env, fs,
    io::Write,
    path::{Path, PathBuf},
    process::Command,
};
use support::{ROOT, scratch};

#[test]
fn the_page_on_policies_is_true() {
    let folder = scratch("page");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    let page = fs::read_to_string(Path::new(ROOT).join("docs/policy.md")).unwrap();
    let mut commands = 0;
    for block in page.split("\n```").skip(1).step_by(2) {
        let (kind, text) = block.split_once('\n').unwrap_or_default();
        match kind.split_once(' ') {
            Some(("toml", file)) => {
                let mut file = fs::OpenOptions::new().create(true).append(true).open(folder.join(file)).unwrap();
                writeln!(file, "{text}").unwrap();
            }
            None if kind == "console" => {
                for command in text.split("$ ").skip(1) {
                    let (command, shown) = command.split_once('\n').unwrap_or((command, ""));
                    assert_eq!(run(command, &folder), shown.trim_end(), "{command}");
                    commands += 1;
                }
            }
            _ => {}
        }
    }
    assert!(commands > 5, "the page has {commands} commands");
    for file in ["acme.bezint", "beleid.html"] {
        assert!(folder.join(file).exists(), "{file}");
    }
}

/// The page on rolling out leads an administrator from the key to the update: its commands, in its order, for a policy whose
/// version is raised before the update, as the page asks.
#[test]
fn the_commands_of_the_page_on_rolling_out_run() {
    let folder = scratch("rollout");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    let answers = "--company Acme --contact press@acme.example --domain acme.example --activities tell --part some --coordination central \
                   --stance coached --languages en --topics people";
    run(&format!("bezint new {answers} -o acme.toml"), &folder);
    let page = fs::read_to_string(Path::new(ROOT).join("docs/rollout.md")).unwrap();
    let blocks = page.split("\n```").skip(1).step_by(2).filter_map(|block| block.strip_prefix("sh\n"));
    let mut commands = 0;
    for command in blocks.flat_map(str::lines).filter(|line| !line.starts_with("make ")) {
        if command.starts_with("bezint diff") {
            let policy = folder.join("acme.toml");
            let before = fs::read_to_string(&policy).unwrap();
            let raised = before.replace("version = 1", "version = 2");
            assert_ne!(raised, before);
            fs::write(policy, raised).unwrap();
            // That there is a difference is told by its end, too.
            run(&format!("! {command}"), &folder);
        } else {
            run(command, &folder);
        }
        commands += 1;
    }
    assert!(commands > 4, "the page has {commands} commands");
    run("bezint verify acme-next.bezint", &folder);
}

/// What a command says, on both outputs.
fn run(command: &str, folder: &Path) -> String {
    let bin = PathBuf::from(env!("CARGO_BIN_EXE_bezint"));
    let path = format!("{}:{}", bin.parent().unwrap().display(), env::var("PATH").unwrap());
    let output = Command::new("sh")
        .args(["-c", &format!("({command}\n) 2>&1")])
        .current_dir(folder)
        .env("PATH", path)
        .output()
        .unwrap();
    assert!(output.status.success(), "{command}: {output:?}");
    String::from_utf8(output.stdout).unwrap().trim_end().to_owned()
}

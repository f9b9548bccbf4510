//! How good detection is, measured with cases that others wrote: `make quality CORPORA=folder`.
//!
//! A folder holds files of JSON lines: `id`, `text`, `expect` (whether something should be found), and what the case is
//! about in `rule`, `entity` or `region`. Two questions are asked, and a table answers each.
//!
//! *Is it found?* of files with cases in which something should be. All detectors of the packs are on. `meanings.toml`
//! says which of them mean what a case is about; only their findings count, for the cases in which something should be
//! found and for those in which nothing should. Both are counted at each confidence, `low` or above, `medium` or above,
//! `high`, so that recall is always seen beside its price. What no detector is for is counted apart. The lists are of any
//! confidence: a number that passes its check is found, however little it is worth by itself.
//!
//! *Is it quiet?* of files in which nothing should be found: what the starter policy asks of posts to everyone, for each
//! thousand of them.
//!
//! *Who is right?* of what is not answered as labelled, by the rulings in `adjudicated.toml`. What nobody has ruled on is
//! `unread`.
//!
//! Every miss and every false alarm is written to `target/quality/<file>.txt`, to be read.

mod adjudicated;
mod cases;
mod found;
mod meanings;
mod parallel;
mod quiet;

use adjudicated::Adjudicated;
use meanings::Meanings;
use std::{env, error::Error, fs, path::PathBuf, process::ExitCode};

fn main() -> ExitCode {
    match measure() {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("quality: {problem}");
            ExitCode::FAILURE
        }
    }
}

fn measure() -> Result<(), Box<dyn Error>> {
    let folder = env::args_os().nth(1).ok_or("which folder holds the cases? make quality CORPORA=folder")?;
    let files = cases::files(&PathBuf::from(folder))?;
    let (meanings, adjudicated) = (Meanings::read()?, Adjudicated::read()?);
    let lists = PathBuf::from(env::args_os().nth(2).unwrap_or_else(|| "target/quality".into()));
    fs::create_dir_all(&lists)?;
    let (posts, labelled): (Vec<_>, Vec<_>) =
        files.into_iter().partition(|file| file.cases.iter().all(|case| !case.expect));

    let mut rulings = Vec::new();
    let finder = found::Finder::new();
    println!("{}", found::HEADING);
    for file in &labelled {
        let counted = finder.judge(file, meanings.of(&file.name));
        println!("{}", counted.row(&file.name));
        rulings.push(adjudicated.row(&file.name, counted.texts()));
        let list = counted.list() + &adjudicated.list(&file.name, counted.texts());
        fs::write(lists.join(format!("{}.txt", file.name)), list)?;
    }

    let judge = quiet::Judge::new()?;
    println!("\n{}", quiet::HEADING);
    for file in &posts {
        let alarms = judge.alarms(file);
        println!("{}", quiet::row(file, &alarms));
        let texts = || alarms.iter().map(quiet::Alarm::text);
        rulings.push(adjudicated.row(&file.name, texts()));
        let list = quiet::list(&alarms) + &adjudicated.list(&file.name, texts());
        fs::write(lists.join(format!("{}.txt", file.name)), list)?;
    }
    println!("\n{}\n{}", adjudicated::HEADING, rulings.join("\n"));
    println!("\nEvery miss and every false alarm: {}", lists.display());
    Ok(())
}

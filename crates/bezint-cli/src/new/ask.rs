//! The questions, and how they are asked.

use super::{Activity, Coordination, Language, Part, Topic, not_blank};
use crate::{failure::Failure, posting::domain};
use bezint_core::Stance;
use clap::ValueEnum;
use serde::Deserialize;
use std::{
    io::{self, BufRead, Write},
    path::Path,
};

/// Asked before the language is known.
const LANGUAGES: &str = "Languages / Talen: en, nl";

/// What is asked and said, in one language.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Questions {
    company: String,
    contact: String,
    domains: String,
    none: String,
    activities: String,
    part: String,
    coordination: String,
    stance: String,
    topics: String,
    names: String,
    default: String,
    again: String,
    written: String,
}

impl Questions {
    fn of(language: Language) -> Self {
        let source = match language {
            Language::En => include_str!("../../templates/questions.en.toml"),
            Language::Nl => include_str!("../../templates/questions.nl.toml"),
        };
        toml::from_str(source).expect("a test reads the questions of every language")
    }
}

/// Asks what was not given by an option: a question on the standard error, a line from the standard input.
pub(super) struct Asker {
    languages: Vec<Language>,
    say: Questions,
}

impl Asker {
    /// One that speaks the first of the languages, which are asked first.
    pub fn new(given: Vec<Language>) -> Result<Self, Failure> {
        let both = Questions::of(Language::En);
        let languages = each_once(if given.is_empty() {
            let default = format!("{} / {}", both.default, Questions::of(Language::Nl).default);
            ask("--languages", LANGUAGES, Some(("en,nl", &default)), &both.again, words)?
        } else {
            given
        });
        let say = languages.first().map_or(both, |language| Questions::of(*language));
        Ok(Self { languages, say })
    }

    pub fn languages(&self) -> &[Language] {
        &self.languages
    }

    pub fn company(&mut self, given: Option<String>) -> Result<String, Failure> {
        given.map_or_else(|| self.ask("--company", &self.say.company, None, |line| not_blank(line).ok()), Ok)
    }

    pub fn contact(&mut self, given: Option<String>) -> Result<String, Failure> {
        given.map_or_else(|| self.ask("--contact", &self.say.contact, None, |line| not_blank(line).ok()), Ok)
    }

    /// That of the contact's address, if it has one and nothing else is said.
    pub fn domains(&mut self, given: Vec<String>, contact: &str) -> Result<Vec<String>, Failure> {
        if !given.is_empty() {
            return Ok(given);
        }
        let none = self.say.none.clone();
        let known =
            contact.split_whitespace().filter_map(|word| word.split_once('@')).find_map(|(_, at)| domain(at).ok());
        let read = |line: &str| {
            let words = line.split([',', ' ']).filter(|word| !word.is_empty());
            if line == none { Some(Vec::new()) } else { words.map(|word| domain(word).ok()).collect() }
        };
        self.ask("--domain", &self.say.domains, Some(known.as_ref().unwrap_or(&none)), read)
    }

    pub fn activities(&mut self, given: Vec<Activity>) -> Result<Vec<Activity>, Failure> {
        let ask = || self.ask("--activities", &self.say.activities, Some("tell,answer"), words);
        if given.is_empty() { ask() } else { Ok(given) }
    }

    pub fn part(&mut self, given: Option<Part>) -> Result<Part, Failure> {
        given.map_or_else(|| self.ask("--part", &self.say.part, Some("some"), word), Ok)
    }

    pub fn coordination(&mut self, given: Option<Coordination>) -> Result<Coordination, Failure> {
        given.map_or_else(|| self.ask("--coordination", &self.say.coordination, Some("departments"), word), Ok)
    }

    pub fn stance(&mut self, given: Option<Stance>) -> Result<Stance, Failure> {
        let default = Stance::Coached.as_str();
        given.map_or_else(|| self.ask("--stance", &self.say.stance, Some(default), |line| line.parse().ok()), Ok)
    }

    /// In the order of the policy's parts.
    pub fn topics(&mut self, given: Vec<Topic>) -> Result<Vec<Topic>, Failure> {
        let all = "people,secrets,markings,network,projects,plans,incidents,others,voice";
        let chosen = if given.is_empty() { self.ask("--topics", &self.say.topics, Some(all), words)? } else { given };
        Ok(Topic::value_variants().iter().filter(|topic| chosen.contains(topic)).copied().collect())
    }

    /// The names of projects; where there are other topics, there may be none.
    pub fn names(&mut self, given: Vec<String>, are_needed: bool) -> Result<Vec<String>, Failure> {
        if !given.is_empty() {
            return Ok(given);
        }
        let none = self.say.none.clone();
        let read = |line: &str| {
            if line == none && !are_needed {
                return Some(Vec::new());
            }
            line.split(',').map(|name| not_blank(name).ok()).collect()
        };
        self.ask("--name", &self.say.names, (!are_needed).then_some(none.as_str()), read)
    }

    fn ask<T>(
        &self,
        option: &'static str,
        question: &str,
        default: Option<&str>,
        read: impl Fn(&str) -> Option<T>,
    ) -> Result<T, Failure> {
        let default = default.map(|answer| (answer, self.say.default.as_str()));
        ask(option, question, default, &self.say.again, read)
    }

    /// Says where the policy is.
    pub fn tell_written(&self, file: &Path) {
        // Nobody is left to tell if the standard error is gone.
        let _ = writeln!(io::stderr(), "{}", self.say.written.replace("{file}", &file.display().to_string()));
    }
}

/// Asks until the answer can be read. An empty line is the default, if there is one. `default` comes with the sentence
/// that tells it.
fn ask<T>(
    option: &'static str,
    question: &str,
    default: Option<(&str, &str)>,
    again: &str,
    read: impl Fn(&str) -> Option<T>,
) -> Result<T, Failure> {
    let mut line = String::new();
    loop {
        let told = default.map(|(answer, told)| format!("\n[{}]", told.replace("{answer}", answer)));
        // Who cannot see the question may still answer it.
        let _ = write!(io::stderr(), "{question}{}\n> ", told.unwrap_or_default());
        line.clear();
        let from = || "the standard input".to_owned();
        let read_bytes = io::stdin().lock().read_line(&mut line);
        if read_bytes.map_err(|error| Failure::Read { from: from(), error })? == 0 {
            return Err(Failure::Unanswered { option });
        }
        let answer = match (line.trim(), default) {
            ("", Some((answer, _))) => answer,
            (answer, _) => answer,
        };
        match read(answer) {
            Some(answer) => return Ok(answer),
            None => {
                let _ = writeln!(io::stderr(), "{again}");
            }
        }
    }
}

/// One word.
fn word<W: ValueEnum>(line: &str) -> Option<W> {
    W::from_str(line, true).ok()
}

/// Words with commas or spaces between them.
fn words<W: ValueEnum>(line: &str) -> Option<Vec<W>> {
    let words = line.split([',', ' ']).filter(|word| !word.is_empty());
    let words: Option<Vec<W>> = words.map(|word| W::from_str(word, true).ok()).collect();
    words.filter(|words| !words.is_empty())
}

fn each_once(languages: Vec<Language>) -> Vec<Language> {
    let mut once: Vec<Language> = Vec::new();
    for language in languages {
        if !once.contains(&language) {
            once.push(language);
        }
    }
    once
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_questions_are_there_in_every_language() {
        for language in Language::value_variants() {
            assert!(Questions::of(*language).default.contains("{answer}"));
            assert!(Questions::of(*language).written.contains("{file}"));
        }
    }
}

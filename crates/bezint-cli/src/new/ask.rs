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
    empty: String,
    something: String,
    names_or_none: String,
    a_domain: String,
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
        let (both, dutch) = (Questions::of(Language::En), Questions::of(Language::Nl));
        let languages = each_once(if given.is_empty() {
            let [default, again] =
                [[&both.default, &dutch.default], [&both.again, &dutch.again]].map(|[en, nl]| format!("{en} / {nl}"));
            let question = Question { option: "--languages", asks: LANGUAGES, expects: &named::<Language>() };
            question.ask(Some(("en,nl", &default)), Again { again: &again, empty: &both.empty }, words)?
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
        let question = Question { option: "--company", asks: &self.say.company, expects: &self.say.something };
        given.map_or_else(|| self.ask(question, None, |line| not_blank(line).ok()), Ok)
    }

    pub fn contact(&mut self, given: Option<String>) -> Result<String, Failure> {
        let question = Question { option: "--contact", asks: &self.say.contact, expects: &self.say.something };
        given.map_or_else(|| self.ask(question, None, |line| not_blank(line).ok()), Ok)
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
        let question = Question { option: "--domain", asks: &self.say.domains, expects: &self.say.a_domain };
        self.ask(question, Some(known.as_ref().unwrap_or(&none)), read)
    }

    pub fn activities(&mut self, given: Vec<Activity>) -> Result<Vec<Activity>, Failure> {
        if given.is_empty() {
            self.choose::<_, Activity>("--activities", &self.say.activities, "tell,answer", words)
        } else {
            Ok(given)
        }
    }

    pub fn part(&mut self, given: Option<Part>) -> Result<Part, Failure> {
        given.map_or_else(|| self.choose::<_, Part>("--part", &self.say.part, "some", word), Ok)
    }

    pub fn coordination(&mut self, given: Option<Coordination>) -> Result<Coordination, Failure> {
        given.map_or_else(
            || self.choose::<_, Coordination>("--coordination", &self.say.coordination, "departments", word),
            Ok,
        )
    }

    pub fn stance(&mut self, given: Option<Stance>) -> Result<Stance, Failure> {
        let stances: Vec<_> = Stance::ALL.iter().map(|stance| stance.as_str()).collect();
        let question = Question { option: "--stance", asks: &self.say.stance, expects: &stances.join(", ") };
        let default = Stance::Coached.as_str();
        given.map_or_else(|| self.ask(question, Some(default), |line| line.to_lowercase().parse().ok()), Ok)
    }

    /// In the order of the policy's parts.
    pub fn topics(&mut self, given: Vec<Topic>) -> Result<Vec<Topic>, Failure> {
        let all = "people,secrets,markings,network,projects,plans,incidents,others,voice";
        let chosen =
            if given.is_empty() { self.choose::<_, Topic>("--topics", &self.say.topics, all, words)? } else { given };
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
        let expects = if are_needed { &self.say.something } else { &self.say.names_or_none };
        let question = Question { option: "--name", asks: &self.say.names, expects };
        self.ask(question, (!are_needed).then_some(none.as_str()), read)
    }

    /// Asks for words of which all are known.
    fn choose<T, W: ValueEnum>(
        &self,
        option: &'static str,
        asks: &str,
        default: &str,
        read: impl Fn(&str) -> Option<T>,
    ) -> Result<T, Failure> {
        self.ask(Question { option, asks, expects: &named::<W>() }, Some(default), read)
    }

    fn ask<T>(
        &self,
        question: Question<'_>,
        default: Option<&str>,
        read: impl Fn(&str) -> Option<T>,
    ) -> Result<T, Failure> {
        let default = default.map(|answer| (answer, self.say.default.as_str()));
        question.ask(default, Again { again: &self.say.again, empty: &self.say.empty }, read)
    }

    /// Says where the policy is.
    pub fn tell_written(&self, file: &Path) {
        // Nobody is left to tell if the standard error is gone.
        let _ = writeln!(io::stderr(), "{}", self.say.written.replace("{file}", &file.display().to_string()));
    }
}

/// A question, and what is said of an answer that is none.
struct Question<'q> {
    option: &'static str,
    asks: &'q str,
    /// What may be answered.
    expects: &'q str,
}

/// What is said of an answer that cannot be read, and of one that is empty.
struct Again<'q> {
    again: &'q str,
    empty: &'q str,
}

impl Question<'_> {
    /// Asks until the answer can be read. An empty line is the default, if there is one. `default` comes with the
    /// sentence that tells it.
    fn ask<T>(
        &self,
        default: Option<(&str, &str)>,
        Again { again, empty }: Again<'_>,
        read: impl Fn(&str) -> Option<T>,
    ) -> Result<T, Failure> {
        let mut line = String::new();
        loop {
            let told = default.map(|(answer, told)| format!("\n[{}]", told.replace("{answer}", answer)));
            // Who cannot see the question may still answer it.
            let _ = write!(io::stderr(), "{}{}\n> ", self.asks, told.unwrap_or_default());
            line.clear();
            let from = || "the standard input".to_owned();
            let read_bytes = io::stdin().lock().read_line(&mut line);
            if read_bytes.map_err(|error| Failure::Read { from: from(), error })? == 0 {
                return Err(Failure::Unanswered { option: self.option });
            }
            let answer = match (line.trim(), default) {
                ("", Some((answer, _))) => answer,
                (answer, _) => answer,
            };
            if let Some(answer) = read(answer) {
                return Ok(answer);
            }
            let told = if answer.is_empty() { empty } else { again };
            let told = told.replace("{expected}", self.expects).replace("{answer}", answer);
            let _ = writeln!(io::stderr(), "{told}");
        }
    }
}

/// All words that may be answered.
fn named<W: ValueEnum>() -> String {
    let words = W::value_variants().iter().filter_map(|word| Some(word.to_possible_value()?.get_name().to_owned()));
    words.collect::<Vec<_>>().join(", ")
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

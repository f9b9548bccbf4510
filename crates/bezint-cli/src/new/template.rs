//! Makes a policy of the templates.
//!
//! A line of a template that begins with `@` is kept when what follows it holds: words with commas between them, of
//! which some may be answers to a question, such as stances (one must be the answer), languages (one must be spoken), or `in-` a language (it must
//! be the preferred one, that of the remarks). What stands in `<…>` is filled in.

use super::{Answers, Coordination, Language, Topic};
use bezint_core::{Stance, text::fold_term};
use clap::ValueEnum;

const HEAD: &str = include_str!("../../templates/head.toml");
/// For companies whose teams manage themselves.
const TEAMS: &str = include_str!("../../templates/teams.toml");

impl Language {
    pub(super) fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Nl => "nl",
        }
    }
}

impl Topic {
    fn template(self) -> &'static str {
        match self {
            Self::People => include_str!("../../templates/people.toml"),
            Self::Secrets => include_str!("../../templates/secrets.toml"),
            Self::Markings => include_str!("../../templates/markings.toml"),
            Self::Network => include_str!("../../templates/network.toml"),
            Self::Projects => include_str!("../../templates/projects.toml"),
            Self::Plans => include_str!("../../templates/plans.toml"),
            Self::Incidents => include_str!("../../templates/incidents.toml"),
            Self::Others => include_str!("../../templates/others.toml"),
            Self::Voice => include_str!("../../templates/voice.toml"),
        }
    }

    /// What its rules use of the packs.
    fn packs(self) -> &'static [&'static str] {
        match self {
            Self::People => &["nl", "intl"],
            Self::Secrets => &["secrets"],
            Self::Markings => &["business.confidential-marking", "business.internal-mail"],
            Self::Network => &["network"],
            Self::Projects => &[],
            Self::Plans => &[
                "business.results",
                "business.takeover",
                "business.reorganisation",
                "business.unreleased-product",
                "business.bid",
                "business.inside-knowledge",
            ],
            Self::Incidents => &["business.security-incident", "business.vulnerability", "business.legal-matter"],
            Self::Others => &["business.customer", "business.colleague"],
            Self::Voice => &["tone"],
        }
    }

    /// Its rules that teams know best about.
    fn lent(self) -> &'static [&'static str] {
        match self {
            Self::People => &["phone-number", "email-address"],
            Self::Secrets | Self::Markings | Self::Plans | Self::Incidents | Self::Others | Self::Voice => &[],
            Self::Network => &["inside-address"],
            Self::Projects => &["project-names"],
        }
    }
}

/// The policy, for a file of this name.
pub(super) fn policy(answers: &Answers, file: &str) -> String {
    let packs = answers.topics.iter().flat_map(|topic| topic.packs());
    let lent: Vec<_> = answers.topics.iter().flat_map(|topic| topic.lent()).copied().collect();
    let teams = answers.coordination == Coordination::Teams && !lent.is_empty();
    let values = [
        ("company", inside(&answers.company)),
        ("contact", inside(&answers.contact)),
        ("id", id(&answers.company)),
        ("domains", quoted(answers.domains.iter().map(String::as_str))),
        ("stance", answers.stance.to_string()),
        ("languages", quoted(answers.languages.iter().map(|language| language.code()))),
        ("packs", quoted(packs.copied())),
        ("names", quoted(answers.names.iter().map(String::as_str))),
        ("name", answers.names.first().map(|name| inside(name)).unwrap_or_default()),
        ("lent", quoted(lent.into_iter())),
        ("file", inside(file)),
    ];
    let templates = [HEAD].into_iter().chain(answers.topics.iter().map(|topic| topic.template()));
    let templates = templates.chain(teams.then_some(TEAMS));
    let lines = templates.flat_map(str::lines).filter_map(|line| kept(line, answers));
    lines.map(|line| filled(line, &values) + "\n").collect()
}

/// A line without its condition, if that holds.
fn kept<'t>(line: &'t str, answers: &Answers) -> Option<&'t str> {
    let Some((condition, rest)) = line.strip_prefix('@').and_then(|line| line.split_once(' ')) else {
        return Some(line);
    };
    let preferred = answers.languages.first().map(|language| format!("in-{}", language.code()));
    let spoken = |word: &str| {
        Some(word) == preferred.as_deref() || answers.languages.iter().any(|language| language.code() == word)
    };
    let choices = choices(answers);
    let words = || condition.split(',');
    let choice = |word: &str| choices.iter().find(|choice| choice.all.contains(&word.to_owned()));
    let holds = |word: &str| match choice(word) {
        // Of words of one choice, one is enough.
        Some(choice) => words().any(|word| choice.made.contains(&word.to_owned())),
        None => spoken(word),
    };
    words().all(holds).then_some(rest)
}

/// Words of which some were chosen.
struct Choice {
    all: Vec<String>,
    made: Vec<String>,
}

impl Choice {
    fn of<W: ValueEnum>(made: &[W]) -> Self {
        let names = |words: &[W]| {
            words.iter().filter_map(|word| Some(word.to_possible_value()?.get_name().to_owned())).collect()
        };
        Self { all: names(W::value_variants()), made: names(made) }
    }
}

/// What a line may depend on, beside languages.
fn choices(answers: &Answers) -> [Choice; 5] {
    let stances = Stance::ALL.iter().map(ToString::to_string).collect();
    [
        Choice { all: stances, made: vec![answers.stance.to_string()] },
        Choice { all: vec!["own".into()], made: answers.domains.first().map(|_| "own".into()).into_iter().collect() },
        Choice::of(&answers.activities),
        Choice::of(&[answers.part]),
        Choice::of(&[answers.coordination]),
    ]
}

/// A line with its values filled in, each once and from left to right: a value is never filled in itself.
fn filled(line: &str, values: &[(&str, String)]) -> String {
    let mut filled = String::new();
    let mut rest = line;
    while let Some((before, after)) = rest.split_once('<') {
        filled.push_str(before);
        let value = after
            .split_once('>')
            .and_then(|(name, after)| values.iter().find(|(known, _)| *known == name).map(|(_, value)| (value, after)));
        match value {
            Some((value, after)) => {
                filled.push_str(value);
                rest = after;
            }
            None => {
                filled.push('<');
                rest = after;
            }
        }
    }
    filled + rest
}

/// An id for a company: the letters and digits of its name.
fn id(company: &str) -> String {
    let folded = fold_term(company);
    let words: Vec<_> =
        folded.split(|character: char| !character.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    if words.is_empty() { "company".into() } else { words.join("-") }
}

/// Texts between quotes, with commas between them.
fn quoted<'t>(texts: impl Iterator<Item = &'t str>) -> String {
    texts.map(|text| format!("\"{}\"", inside(text))).collect::<Vec<_>>().join(", ")
}

/// A text as it stands between the quotes of TOML.
fn inside(text: &str) -> String {
    let mut escaped = String::new();
    for character in text.chars() {
        match character {
            '"' | '\\' => escaped.extend(['\\', character]),
            character if character.is_control() => escaped.push_str(&format!("\\u{:04X}", u32::from(character))),
            character => escaped.push(character),
        }
    }
    escaped
}

#[cfg(test)]
mod tests;

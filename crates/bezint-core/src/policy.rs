//! The policy as the engine holds it: plain data, read from a sealed policy, written by `bezint-policy`.

use crate::{
    Action, Audience, Confidence, OnError, Stance, Text,
    detect::{
        anchor::Anchor,
        check::Check,
        entropy::Entropy,
        expression::{self, PatternError},
    },
};
use serde::{Deserialize, Serialize};

/// A company's social media policy: its [`Card`], what its detectors find, and what its rules make of that.
///
/// By default a policy, a card and a rule are empty: for what is no company's policy, and names only what it is about.
/// Whoever reads one names every field.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Policy {
    /// What people see of the policy.
    pub card: Card,
    /// What can be found. Rules name detectors by their place in this list.
    pub detectors: Vec<Detector>,
    /// Places of the detectors that find protected speech, in order: what they find makes no rule fire, but keeps the
    /// rules that fire on words of the same sentence from more than advice.
    pub protected: Vec<u32>,
    /// What follows from what is found.
    pub rules: Vec<Rule>,
    /// The layers it was made of, the lowest first; none: it is of one piece.
    pub layers: Vec<Layer>,
    /// What ships with Bezint and the policy's packs hold, but is switched off.
    pub off: Vec<Off>,
}

/// A detector or a group of the packs that is switched off.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Off {
    /// Its name, such as `nl.phone` or `nl`.
    pub name: String,
    /// Why.
    pub why: Option<Text>,
}

/// Whose part of a policy is whose.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Layer {
    /// Short machine name, such as `sales`.
    pub id: String,
    /// Grows with every change of this layer.
    pub version: u64,
    /// The layer's name.
    pub title: Text,
    /// Who decides on it.
    pub owner: Option<String>,
}

impl Policy {
    /// The layer a rule is of, then those that changed it; none: the policy is of one piece.
    pub fn layers_of<'p>(&'p self, rule: &'p Rule) -> impl Iterator<Item = &'p Layer> {
        rule.layers.iter().filter_map(|place| self.layers.get(usize::try_from(*place).ok()?))
    }

    /// Whether the detector at this place finds protected speech.
    pub(crate) fn protects(&self, detector: usize) -> bool {
        u32::try_from(detector).is_ok_and(|place| self.protected.binary_search(&place).is_ok())
    }
}

/// The face of a policy: what people and the gate need to know of it without reading its rules.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Card {
    /// Short machine name, such as `acme`.
    pub id: String,
    /// Grows with every change.
    pub version: u64,
    /// Who decides on the policy.
    pub owner: Option<String>,
    /// First second it is valid, in seconds since 1970-01-01 UTC.
    pub valid_from: Option<i64>,
    /// First second it is no longer valid, in seconds since 1970-01-01 UTC.
    pub valid_until: Option<i64>,
    /// The policy's name.
    pub title: Text,
    /// Languages the policy speaks, the preferred one first.
    pub languages: Vec<String>,
    /// Whom to ask: an address or a sentence.
    pub contact: Option<String>,
    /// The company's own domains, in small letters: what is at one or below it is the company's.
    pub domains: Vec<String>,
    /// The ceiling on actions.
    pub stance: Stance,
    /// What the gate does when the engine cannot answer.
    pub on_error: OnError,
    /// Whether a person may say, of a finding that blocks nothing, that it is not sensitive.
    pub corrections: bool,
}

/// Finds something in a draft.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Detector {
    /// Dotted name, such as `nl.bsn`.
    pub id: String,
    /// What it finds, in a person's words.
    pub title: Text,
    /// What a person could write in its place, such as `a customer`.
    pub instead: Option<Text>,
    /// How it finds it.
    pub kind: Kind,
    /// What a hit is worth by itself; `None`: nothing, until a supporting term is near.
    pub confidence: Option<Confidence>,
    /// What it is worth instead if it is at one of the company's own domains (`Some(None)`: nothing); `None`: the same.
    pub own: Option<Option<Confidence>>,
    /// Terms near by that change what a hit is worth, in order; the last that applies decides.
    pub near: Vec<Near>,
    /// Terms, folded, that are fine: a hit inside one of them, or with the same letters and digits, is no finding.
    pub allowed: Vec<String>,
    /// Hits that are worth less are no findings.
    pub floor: Confidence,
}

/// The ways of finding.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Kind {
    /// One of these terms, looked for in the folded draft.
    Terms(Terms),
    /// A regular expression with a check, looked for in the draft as typed and in the folded one.
    Pattern(Pattern),
    /// A number by how many digits it has and a check, looked for as a pattern is.
    Number(Number),
    /// Several things that stand together.
    Combination(Combination),
}

impl Kind {
    /// What a hit must pass.
    pub fn check(&self) -> Option<Check> {
        match self {
            Self::Pattern(pattern) => pattern.check,
            Self::Number(number) => number.check,
            Self::Terms(_) | Self::Combination(_) => None,
        }
    }

    /// The entropy that a hit has at least.
    pub fn entropy(&self) -> Option<Entropy> {
        match self {
            Self::Pattern(pattern) => pattern.entropy,
            Self::Terms(_) | Self::Number(_) | Self::Combination(_) => None,
        }
    }

    /// A part of a combination, by its place.
    pub(crate) fn part(&self, place: usize) -> Option<&Part> {
        match self {
            Self::Combination(combination) => combination.parts.get(place),
            Self::Terms(_) | Self::Pattern(_) | Self::Number(_) => None,
        }
    }
}

impl From<Find> for Kind {
    fn from(find: Find) -> Self {
        match find {
            Find::Terms(terms) => Self::Terms(terms),
            Find::Pattern(pattern) => Self::Pattern(pattern),
            Find::Number(number) => Self::Number(number),
        }
    }
}

/// Words and phrases.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Terms {
    /// The terms, folded when the policy is sealed.
    pub terms: Vec<String>,
    /// Whether a term must stand by itself.
    pub matching: Matching,
    /// Whether a long term is found with a typing error too, if it stands as it must: it is then worth less.
    pub typos: bool,
}

/// Parts that, standing together, are one finding: from the first of them to the last.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Combination {
    /// What is looked for.
    pub parts: Vec<Part>,
    /// How many different ones it takes of the parts of [`Role::Any`].
    pub at_least: u32,
    /// In how large a piece of the draft they stand: in one sentence, or in this many characters from the first to the
    /// last. A part of [`Role::None`] speaks against it in the same sentence, or this many characters away.
    pub within: Within,
}

/// A part of a combination. What it would be worth by itself does not count.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Part {
    /// Its name in the policy, such as `amount`.
    pub name: String,
    /// What it does to the combination.
    pub role: Role,
    /// How it is found.
    pub find: Find,
    /// Terms, folded, that are fine, as in [`Detector::allowed`].
    pub allowed: Vec<String>,
}

/// What a part does to its combination.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Role {
    /// It must be there.
    All,
    /// It counts for [`Combination::at_least`].
    Any,
    /// It must not be there.
    None,
}

/// How a part is found.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Find {
    /// As by a detector with terms.
    Terms(Terms),
    /// As by a detector with a pattern.
    Pattern(Pattern),
    /// As by a detector with a number.
    Number(Number),
}

/// Whether a term must stand by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Matching {
    /// Between characters that are no letter or digit.
    Word,
    /// Anywhere, inside other words too.
    Part,
    /// As a word, in any form of it, and in compounds of the kind that names are in.
    Inflected,
}

/// A regular expression, how candidates for it are found, and what a match must pass.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Pattern {
    /// In the syntax of the `regex` crate, over bytes: classes are ASCII, `.` and `\S` match a part of other characters,
    /// and a finding is widened to whole characters. Unicode mode is refused. Case counts, unless `(?i)` says not.
    pub regex: String,
    /// The capture group that is the finding; 0 is the whole match.
    pub group: u8,
    /// What the text of that group must pass.
    pub check: Option<Check>,
    /// The entropy that text has at least.
    pub entropy: Option<Entropy>,
    /// Where the engine looks: derived from `regex` by [`Pattern::new`].
    pub anchor: Anchor,
}

impl Pattern {
    /// A pattern with its anchor, or why the expression cannot be used: a syntax error (with its place in `regex`,
    /// in bytes), Unicode mode, a group it does not have, a match of nothing, or a compiled form that is too large.
    pub fn new(regex: &str, group: u8, check: Option<Check>) -> Result<Self, PatternError> {
        let anchor = Anchor::derive(regex, group)?;
        Ok(Self { regex: regex.to_owned(), group, check, entropy: None, anchor })
    }

    /// Bytes that the expression takes when it is compiled, before it remembers anything of a search.
    pub fn compiled_size(&self) -> usize {
        expression::compiled_size(&self.regex, self.group)
    }
}

/// A number: digits in a row or in groups, with one blank, full stop, hyphen or slash between two groups.
///
/// All numbers of a policy are looked for together, in one pass over the digits of the draft, however many kinds of them
/// there are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Number {
    /// How many digits it can have: each at most [`Number::MOST`].
    pub digits: Vec<u8>,
    /// What it must pass.
    pub check: Option<Check>,
}

impl Number {
    /// Digits that a number can have at most.
    pub const MOST: u8 = 32;
}

/// Terms that, near a hit, set what it is worth.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Near {
    /// The terms, folded; matched as whole words.
    pub terms: Vec<String>,
    /// How near.
    pub within: Within,
    /// What the hit is then worth; `None`: it is no finding.
    pub confidence: Option<Confidence>,
}

/// How near is near.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Within {
    /// In the same sentence.
    Sentence,
    /// At most this many characters between the two.
    Characters(u32),
}

/// What the policy says on certain findings, for certain audiences, sites, roles and times.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Rule {
    /// Short machine name, unique in the policy.
    pub id: String,
    /// The place in the policy a person can look up, such as `3.2`.
    pub clause: String,
    /// Who decides on this rule, and answers questions about it.
    pub owner: Option<String>,
    /// What is the matter, in one line.
    pub title: Text,
    /// What to do instead.
    pub advice: Text,
    /// The rule fires when one of these is met.
    pub when: Vec<When>,
    /// The rule is silent when one of these is met, anywhere in the draft.
    pub unless: Vec<When>,
    /// A sentence that, added to the draft, makes the rule silent.
    pub add: Option<Text>,
    /// Sites it is for, by adapter id or host; empty: all.
    pub sites: Vec<String>,
    /// Roles it is for; empty: everyone.
    pub roles: Vec<String>,
    /// Roles it is not for, such as `spokesperson`.
    pub except_roles: Vec<String>,
    /// When it holds; empty: always.
    pub periods: Vec<Period>,
    /// Places in [`Policy::layers`]: the layer it is of, then those that changed it.
    pub layers: Vec<u32>,
    /// What it asks for. The strongest step that applies decides.
    pub steps: Vec<Step>,
}

/// A time in which a rule holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Period {
    /// First second of it, in seconds since 1970-01-01 UTC; `None`: it has always been.
    pub from: Option<i64>,
    /// First second after it, in seconds since 1970-01-01 UTC; `None`: it does not end.
    pub until: Option<i64>,
}

impl Period {
    /// Whether a second since 1970-01-01 UTC is in it.
    pub fn contains(&self, time: i64) -> bool {
        self.from.is_none_or(|from| time >= from) && self.until.is_none_or(|until| time < until)
    }
}

/// Findings a rule is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct When {
    /// Place of the detector in [`Policy::detectors`].
    pub detector: u32,
    /// Findings below this do not count.
    pub confidence: Confidence,
    /// How many different findings it takes.
    pub at_least: u32,
}

/// From this audience and this confidence on, this action.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// For this audience and all wider ones.
    pub audience: Audience,
    /// For findings of this confidence and above.
    pub confidence: Confidence,
    /// What is asked.
    pub action: Action,
}

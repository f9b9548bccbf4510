//! Everything that can be wrong with a policy, in one sentence each, with what to do about it.

mod help;
mod syntax;

use bezint_core::{Action, Audience, Confidence, Stance};

/// What is wrong. [`std::fmt::Display`] says it in one sentence, [`Problem::help`] says what to do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
#[expect(missing_docs, reason = "each variant's sentence says what it is")]
pub enum Problem {
    #[error("this is not TOML: {message}")]
    Syntax { message: String },
    #[error("{of} has no `{key}`")]
    MissingKey { of: &'static str, key: &'static str, such_as: &'static str },
    #[error("{of} has no key `{key}`")]
    UnknownKey { of: &'static str, key: String, nearest: Option<String>, known: Vec<&'static str> },
    #[error("this should be {expected}, not {found}")]
    WrongType { expected: String, found: String },
    #[error("{of} should be a table, not {found}")]
    NotATable { of: &'static str, found: String },
    #[error("`{found}` is not one of {}", .expected.join(", "))]
    UnknownWord { found: String, nearest: Option<String>, expected: Vec<&'static str> },
    #[error("{what} is empty")]
    Empty { what: &'static str },

    #[error("there are more {what} than a policy may have, which is {most}")]
    TooMany { what: &'static str, most: usize },
    #[error("the sealed policy would take more than {most} bytes")]
    TooLarge { most: usize },

    #[error("`{id}` is not an id")]
    BadId { id: String },
    #[error("the id `{id}` is used twice")]
    TwiceId { id: String, line: usize },
    #[error("`{id}` is the id of a detector that ships with Bezint")]
    PackId { id: String },
    #[error("`{name}` is in use in every policy, as it is")]
    AlwaysInUse { name: String },
    #[error("`protected` is the group of protected speech, and has no detectors but those that ship with Bezint")]
    ProtectedId,
    #[error("no rule can be about protected speech")]
    AboutProtected,
    #[error("this policy stands on another file, which is not here")]
    StandsOnAnother,
    #[error("the terms stand in another file, `{path}`, which is not here")]
    TermsElsewhere { path: String },
    #[error("`{path}` does not stand beside this policy, or in a folder beside it")]
    NotInFolder { path: String },
    #[error("`{path}`, in which terms stand, cannot be read: {why}")]
    TermsNotLoaded { path: String, why: String },
    #[error("this file is too large: {mib} MiB is the most")]
    TooLargeFile { mib: usize },
    #[error("`{path}` is no path from here to a file below")]
    NotBeside { path: String },
    #[error("`{path}` stands on itself")]
    OnItself { path: String },
    #[error("a policy has {most} layers at most")]
    TooManyLayers { most: usize },
    #[error("`{path}`, on which this stands, cannot be read: {why}")]
    NotLoaded { path: String, why: String },
    #[error("a layer below has the id `{id}` already")]
    IdBelow { id: String },
    #[error("no rule that this layer can speak of is called `{id}`")]
    UnknownRule { id: String, nearest: Option<String> },
    #[error("this changes nothing of the rule")]
    ChangesNothing,
    #[error("the stance `{stance}` goes beyond that of the policy below: `{most}`")]
    AboveBelow { stance: Stance, most: Stance },
    #[error("`{by}` may not loosen the rule `{rule}` of {}: {what}", names(.of))]
    Loosens { rule: String, by: String, of: Vec<String>, what: String, may: &'static str },
    #[error("no detector is called `{id}`")]
    UnknownDetector { id: String, nearest: Option<String> },
    #[error("`{id}` ships with Bezint, but this policy does not use it")]
    UnusedPack { id: String },

    #[error("nothing that ships with Bezint is called `{name}`")]
    UnknownPack { name: String, nearest: Option<String> },
    #[error("`{id}` is switched off by `overrides`")]
    SwitchedOff { id: String },

    #[error("`{code}` is not the code of a language")]
    BadLanguage { code: String },
    #[error("the language `{code}` is there twice")]
    TwiceLanguage { code: String },
    #[error("there is no text in `{language}`")]
    MissingLanguage { language: String },
    #[error("this policy does not speak `{language}`")]
    ForeignLanguage { language: String, nearest: Option<String> },
    #[error("one text for {} languages", .languages.len())]
    OneText { languages: Vec<String> },

    #[error("`terms`, a `pattern`, a `number` and `parts` are four ways of finding, and here is more than one of them")]
    FindsTwice,
    #[error("here are no `terms`, no `pattern` and no `number`")]
    FindsNothing,
    #[error("`{key}` belongs to a detector with {of}")]
    KeyWithout { key: &'static str, of: &'static str },
    #[error("this pattern cannot be used: {message}")]
    BadPattern { message: String },
    #[error("no part of this detector is called `{name}`")]
    UnknownPart { name: String, nearest: Option<String> },
    #[error("the part `{name}` has its place already")]
    TwicePart { name: String },
    #[error("the part `{name}` does nothing: it is not in `all`, `any` or `none`")]
    IdlePart { name: String },
    #[error("a combination has between 1 and {most} parts")]
    PartsBound { most: usize },
    #[error("`any` names fewer than that: {any}")]
    TooFewParts { any: usize },
    #[error("every part of this detector speaks against it")]
    OnlyAgainst,
    #[error("no detector before this one is called `{id}`")]
    UnknownForPart { id: String, nearest: Option<String> },
    #[error("`{id}` consists of parts itself")]
    PartOfParts { id: String },
    #[error("the term `{term}` consists of nothing that can be found")]
    BlankTerm { term: String },
    #[error("this term is longer than {most} bytes")]
    LongTerm { most: usize },
    #[error("this is one term, with a comma in it")]
    CommaTerm { terms: Vec<String> },
    #[error("a `near` without `confidence` changes nothing")]
    IdleNear,

    #[error("the audience is said twice")]
    TwoAudiences,
    #[error("this never counts: `{action}` is already asked for {audience} and {confidence} confidence")]
    IdleStep { action: Action, audience: Audience, confidence: Confidence },
    #[error("a sentence to add, and nothing says that it would help")]
    AddWithoutUnless,
    #[error("this is a time without a day")]
    NoDay,
    #[error("nothing says by whose clock this is")]
    NoClock,
    #[error("`{name}` is not the name of a time zone")]
    UnknownZone { name: String, nearest: Option<String> },
    #[error("there is no such moment in `{zone}`: the clock goes forward, past it")]
    SkippedMoment { zone: String },
    #[error("this moment comes twice in `{zone}`: the clock goes back, and past it again")]
    TwiceMoment { zone: String, offsets: [String; 2] },
    #[error("the time is said twice")]
    TwoTimes,
    #[error("`{written}` is not the name of a site")]
    BadSite { written: String, nearest: Option<String> },
    #[error("this period overlaps the one on line {line}")]
    PeriodsOverlap { line: usize },
    #[error("{of} ends before it begins")]
    EndsBeforeBegin { of: &'static str },

    #[error("`{written}` is not the name of a domain")]
    BadDomain { written: String, nearest: Option<String> },
    #[error("`{domain}` is not one company's: everybody's addresses there would count as your own")]
    SharedDomain { domain: String },

    #[error("no rule uses the detector `{id}`")]
    IdleDetector { id: String },
    #[error("no rule uses `{name}`")]
    IdlePack { name: String },
    #[error("the detectors that ship with Bezint have no texts in `{language}`")]
    PackLanguage { language: String },
    #[error("this rule never asks for anything")]
    AsksNothing,
    #[error("this window is over: the rule no longer fires")]
    Over,
    #[error("this rule speaks up about protected speech, such as {}", quoted(std::slice::from_ref(.draft)))]
    CatchesProtected { draft: String },
    #[error("this rule never fires: what it is about is what makes it silent")]
    AlwaysExcused,
    #[error("this policy is no longer valid: Bezint does not load it")]
    PolicyOver,
    #[error("this leaves nobody: every role that the rule is for is excepted")]
    NobodyLeft,
    #[error("`{action}` is above the stance: `{stance}` asks for `{ceiling}` at most")]
    AboveStance { action: Action, stance: Stance, ceiling: Action },
    #[error("no finding of {} reaches {confidence} confidence", names(.detectors))]
    NeverSoSure { detectors: Vec<String>, confidence: Confidence },
    #[error("`{detector}` never makes {at_least} different findings: it has {}", number_of_terms(*.most))]
    NeverSoMany { detector: String, at_least: u32, most: usize },
    #[error("`{term}` is one of the commonest words")]
    CommonTerm { term: String },
    #[error("`{term}` stands inside ordinary words, such as `{word}`")]
    CommonPart { term: String, word: &'static str },
    #[error("the ordinary word `{word}` reads like `{term}` with a typing error")]
    LikeOrdinary { term: String, word: &'static str },
    #[error("the term `{term}` is there twice")]
    TwiceTerm { term: String, line: usize },
    #[error("wherever `{term}` stands, `{other}` is found already")]
    HoldsTerm { term: String, other: String },
    #[error("`{term}` is never found: it is in `allowed` too")]
    AllowedTerm { term: String },
    #[error("this detector never finds anything: all its terms are in `allowed` too")]
    AllAllowed,
    #[error("this pattern finds “{words}” in ordinary text: “{sentence}”")]
    FindsOrdinaryText { words: String, sentence: &'static str, times: usize, of: usize },
    #[error("this pattern can begin anywhere, so that every draft is searched for it from end to end")]
    WidePattern,
    #[error("this pattern is heavy: compiled it takes {kib} KiB in every browser")]
    HeavyPattern { kib: usize },
    #[error("no example that matches is for the audience `{audience}`")]
    NoAudienceExample { audience: Audience },
    #[error("this blocks, and the policy has no contact")]
    NoContact,
    #[error("this rule never decides: `{by}` finds the same, and asks for as much wherever this one fires")]
    Shadowed { by: String },

    #[error("{of} has no examples that {should}")]
    NoExamples { of: &'static str, should: &'static str },
    #[error("{of} has no examples")]
    Unproved { of: &'static str },
    #[error("this draft should be found by `{detector}`, and is not")]
    NotFound { detector: String },
    #[error("this draft should pass, but `{detector}` finds {} in it", quoted(.found))]
    Found { detector: String, found: Vec<String> },
    #[error("`{detector}` finds {} in this draft, not {}", quoted(.found), quoted(.expected))]
    FoundOther { detector: String, found: Vec<String>, expected: Vec<String> },
    #[error("what `{detector}` finds in this draft has {found} confidence, not {expected}")]
    OtherConfidence { detector: String, found: Confidence, expected: Confidence },
    #[error("the rule `{rule}` should fire on this draft, and does not")]
    Silent { rule: String, found: Vec<String>, because: &'static str },
    #[error("the sentence to add in `{language}` does not make the rule `{rule}` silent")]
    AddIsNotEnough { rule: String, language: String },
    #[error("the rule `{rule}` should let this draft pass, but asks for `{action}` because of {}", quoted(.found))]
    Fired { rule: String, action: Action, found: Vec<String> },
    #[error("the rule `{rule}` asks for `{found}` on this draft, not `{expected}`")]
    OtherAction { rule: String, found: Action, expected: Action },
    #[error("the policy asks for `{found}` on this draft, not `{expected}`")]
    OtherVerdict { found: Action, expected: Action, rules: Vec<String> },
    #[error("the findings in this draft are of {}, not of {}", names(.found), names(.expected))]
    OtherDetectors { found: Vec<String>, expected: Vec<String> },
}

/// “a”, “b” and “c”: the words of a draft.
fn quoted(texts: &[String]) -> String {
    listed(texts.iter().map(|text| format!("“{text}”")).collect())
}

/// `a`, `b` and `c`: ids.
fn names(ids: &[String]) -> String {
    listed(ids.iter().map(|id| format!("`{id}`")).collect())
}

fn listed(mut items: Vec<String>) -> String {
    match (items.pop(), items.as_slice()) {
        (None, _) => "nothing".into(),
        (Some(one), []) => one,
        (Some(last), first) => format!("{} and {last}", first.join(", ")),
    }
}

fn number_of_terms(count: usize) -> String {
    if count == 1 { "one term".to_owned() } else { format!("{count} terms") }
}

//! Everything that can be wrong with a policy, in one sentence each, with what to do about it.

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
    WrongType { expected: &'static str, found: String },
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

    #[error("no pack is called `{name}`")]
    UnknownPack { name: String, nearest: Option<String> },
    #[error("`{id}` is switched off by `overrides`")]
    SwitchedOff { id: String },

    #[error("`{code}` is not the code of a language")]
    BadLanguage { code: String },
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
    #[error("a `near` without `confidence` changes nothing")]
    IdleNear,

    #[error("the audience is said twice")]
    TwoAudiences,
    #[error("this never counts: `{action}` is already asked for {audience} and {confidence} confidence")]
    IdleStep { action: Action, audience: Audience, confidence: Confidence },
    #[error("a sentence to add, and nothing says that it would help")]
    AddWithoutUnless,
    #[error("this moment lacks its date, its time or its zone")]
    VagueMoment,
    #[error("`{name}` is not the name of a time zone")]
    UnknownZone { name: String, nearest: Option<String> },
    #[error("there is no such moment in `{zone}`: the clock goes forward, past it")]
    SkippedMoment { zone: String },
    #[error("this moment comes twice in `{zone}`: the clock goes back, and past it again")]
    TwiceMoment { zone: String, offsets: [String; 2] },
    #[error("the time is said twice")]
    TwoTimes,
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
    #[error("`{detector}` never makes {at_least} different findings: it has {most} terms")]
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
    #[error("this draft should be found by `{detector}`, and is not")]
    NotFound { detector: String },
    #[error("this draft should pass, but `{detector}` finds {} in it", quoted(.found))]
    Found { detector: String, found: Vec<String> },
    #[error("`{detector}` finds {} in this draft, not {}", quoted(.found), quoted(.expected))]
    FoundOther { detector: String, found: Vec<String>, expected: Vec<String> },
    #[error("what `{detector}` finds in this draft has {found} confidence, not {expected}")]
    OtherConfidence { detector: String, found: Confidence, expected: Confidence },
    #[error("the rule `{rule}` should fire on this draft, and does not")]
    Silent { rule: String, found: Vec<String> },
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

impl Problem {
    /// What to do about it, where there is more to say than the problem itself.
    pub fn help(&self) -> Option<String> {
        Some(match self {
            Self::Syntax { .. } => {
                "text stands between quotes, lists between [ ] with commas, tables between { }".into()
            }
            Self::MissingKey { such_as, .. } => format!("add, for example: {such_as}"),
            Self::UnknownKey { nearest, known, .. } => {
                did_you_mean(nearest).unwrap_or_else(|| format!("the keys here are: {}", known.join(", ")))
            }
            Self::UnknownWord { nearest, .. } => return did_you_mean(nearest),
            Self::WrongType { .. } => return None,
            Self::Empty { .. } => "write something, or leave it out".into(),
            Self::TooMany { .. } => "put what belongs together into one: a detector may have very many terms".into(),
            Self::TooLarge { .. } => "leave out what you can do without, or find many terms by a pattern".into(),
            Self::BadId { .. } => {
                "use small letters, digits and `-`, with `.` between the parts: `acme.projects`".into()
            }
            Self::TwiceId { line, .. } => format!("line {line} has it already: give one of them another"),
            Self::PackId { id } => format!(
                "to use the one that ships, add `{id}` to `packs`; for one of your own, begin with your own name: `acme.…`"
            ),
            Self::AlwaysInUse { .. } => {
                "leave it out: about wrongdoing, unions and one's own pay no policy asks more than `advise`".into()
            }
            Self::ProtectedId => "begin the id with your own name: `acme.…`".into(),
            Self::AboutProtected => {
                "take it out: nobody is watched for speaking of wrongdoing, a union or their own pay. It can stand in `unless`"
                    .into()
            }
            Self::StandsOnAnother | Self::TermsElsewhere { .. } => {
                "this can be read where both files are: by the `bezint` command".into()
            }
            Self::NotInFolder { .. } => {
                "name a file from this one on, without `..`: \"projects.txt\", \"terms/projects.txt\"".into()
            }
            Self::TermsNotLoaded { .. } => "it is a text in UTF-8, and its path goes from the folder of this file on".into(),
            Self::TooLargeFile { .. } => "make two of it, for two detectors".into(),
            Self::NotBeside { .. } => "name it from this file on, with `/`: \"company.toml\", \"../company.toml\"".into(),
            Self::OnItself { .. } => "the lowest layer has no `extends`".into(),
            Self::TooManyLayers { .. } => "put two of them into one file".into(),
            Self::NotLoaded { .. } => "the path goes from the folder of this file on".into(),
            Self::IdBelow { .. } => {
                "take another; to make one of its rules stronger, write [[changes]] with `rule`".into()
            }
            Self::UnknownRule { nearest, .. } => did_you_mean(nearest)
                .unwrap_or_else(|| "[[changes]] are of rules below, [[delegates]] of one's own or changed ones".into()),
            Self::ChangesNothing => {
                "add `action`, `sites`, `roles`, `except_roles`, `from`, `until` or `periods`; or, if that is delegated, off = true".into()
            }
            Self::AboveBelow { most, .. } => {
                format!("write `{most}` or less: it is the ceiling on the rules that this layer adds")
            }
            Self::Loosens { rule, by, of, may, .. } => format!(
                "make it stronger, or have {} say, in its own file: [[delegates]] rule = \"{rule}\", to = \"{by}\", may = \"{may}\"",
                names(of)
            ),
            Self::UnknownDetector { nearest, .. } => did_you_mean(nearest)
                .unwrap_or_else(|| "name a detector of this policy, or a detector or group in `packs`".into()),
            Self::UnusedPack { id } => format!("add `{id}`, or its group, to `packs` under [policy]"),
            Self::UnknownPack { nearest, .. } => did_you_mean(nearest).unwrap_or_else(|| {
                "overrides are for what ships with Bezint, by the name it has in `packs`: a detector of your own says what it allows itself".into()
            }),
            Self::SwitchedOff { .. } => "take it out here, or take `off` out there".into(),
            Self::BadLanguage { .. } => "use two small letters: `en`, `nl`".into(),
            Self::MissingLanguage { language } => {
                format!("add {language} = \"…\": every text is there in all languages of the policy")
            }
            Self::ForeignLanguage { language, nearest } => {
                did_you_mean(nearest).unwrap_or_else(|| format!("add `{language}` to `languages` under [policy]"))
            }
            Self::OneText { languages } => {
                let texts: Vec<_> = languages.iter().map(|language| format!("{language} = \"…\"")).collect();
                format!("write {{ {} }}", texts.join(", "))
            }
            Self::FindsTwice => {
                "make two detectors of it, and let a rule name both; or two `parts`, if they are to stand together".into()
            }
            Self::FindsNothing => "add, for example: terms = [\"Neptunus\"]".into(),
            Self::UnknownPart { nearest, .. } => did_you_mean(nearest)
                .unwrap_or_else(|| "name a table of `parts`, such as [detectors.parts.amount]".into()),
            Self::TwicePart { .. } => "a part is in one of `all`, `any` and `none`, once: take it out here".into(),
            Self::IdlePart { .. } => "add its name to one of them, or take the part out".into(),
            Self::PartsBound { .. } => {
                "a part is a table: [detectors.parts.amount], with `terms`, a `pattern` or a `detector`".into()
            }
            Self::TooFewParts { .. } => "`at_least` counts different parts of `any`: make it smaller".into(),
            Self::OnlyAgainst => "name in `all` or `any` what is to be found".into(),
            Self::UnknownForPart { nearest, .. } => did_you_mean(nearest).unwrap_or_else(|| {
                "a part can be found as by a detector further up in this policy, or by one that ships with Bezint".into()
            }),
            Self::PartOfParts { .. } => "take over its parts, one by one".into(),
            Self::KeyWithout { key, .. } => format!("take `{key}` out"),
            Self::BadPattern { .. } => {
                "patterns are regular expressions as Rust's `regex` crate reads them, without look-around".into()
            }
            Self::BlankTerm { .. } => "a term needs at least one letter, digit or sign that can be seen".into(),
            Self::LongTerm { .. } => {
                "terms are words and phrases: put quotes around each, and commas between them; in a text file, each on a line"
                    .into()
            }
            Self::IdleNear => {
                "add confidence = \"high\", or \"low\", or \"none\" for words that speak against a hit".into()
            }
            Self::TwoAudiences => "take `audience` out: `action` says it already".into(),
            Self::IdleStep { .. } => {
                "a wider audience and a surer finding can only ask for more: leave this out, or make it stronger".into()
            }
            Self::AddWithoutUnless => {
                "name, in `unless`, the detector that finds such a sentence: it makes the rule silent".into()
            }
            Self::VagueMoment => {
                "write it like this: 2026-01-01T09:00:00+01:00, with Z for UTC; or say, under [policy] or at the top of a file of drafts, whose clock it is: zone = \"Europe/Amsterdam\""
                    .into()
            }
            Self::UnknownZone { nearest, .. } => did_you_mean(nearest)
                .unwrap_or_else(|| "name it as the tz database does: \"Europe/Amsterdam\", \"UTC\"".into()),
            Self::SkippedMoment { .. } => "write one before or after that hour".into(),
            Self::TwiceMoment { offsets: [first, second], .. } => {
                format!("say which: write `{first}` behind it for the first, `{second}` for the second")
            }
            Self::TwoTimes => "leave `from` and `until` out: each of `periods` has its own".into(),
            Self::PeriodsOverlap { .. } => "make one of the two, or let one begin where the other ends".into(),
            Self::EndsBeforeBegin { .. } => "make the end later than the beginning".into(),
            Self::BadDomain { nearest, .. } => did_you_mean(nearest)
                .unwrap_or_else(|| "write what stands behind the `@` of your addresses: \"acme.example\"".into()),
            Self::SharedDomain { .. } => "take it out: own is a domain at which only your company has addresses".into(),
            Self::IdleDetector { .. } => "name it in the `when` of a rule, or take it out".into(),
            Self::IdlePack { .. } => "name it in the `when` of a rule, or take it out of `packs`".into(),
            Self::PackLanguage { .. } => {
                "who reads the policy in this language is told what was found in another".into()
            }
            Self::AsksNothing => "give it an action above `allow`, or take the rule out".into(),
            Self::Over => "take the rule out, or let it hold at a later time".into(),
            Self::CatchesProtected { .. } => {
                "there it asks `advise` at most, whatever it says here: make its detectors stricter, or name `protected` in `unless`"
                    .into()
            }
            Self::AlwaysExcused => "name in `unless` only what a draft can do without".into(),
            Self::PolicyOver => "make `valid_until` later, or take it out".into(),
            Self::NobodyLeft => "take a role out of `except_roles`, or take the rule out".into(),
            Self::AboveStance { ceiling, .. } => {
                format!("write `{ceiling}`, which is what people see, or choose another stance")
            }
            Self::NeverSoSure { .. } => "ask for a lower confidence, or leave it out".into(),
            Self::NeverSoMany { most, .. } => format!("ask for at most {most}, or add terms"),
            Self::CommonTerm { .. } => {
                "use a longer phrase, or let it count only when something is near: confidence = \"none\" and a `near`".into()
            }
            Self::CommonPart { .. } => "leave `match = \"part\"` out, or use a longer term".into(),
            Self::LikeOrdinary { word, .. } => {
                format!("`{word}` is left alone; if others like it are not, leave `typos` out or use a longer term")
            }
            Self::TwiceTerm { line, .. } => {
                format!("line {line} has it already: capitals, accents and white space make no difference")
            }
            Self::HoldsTerm { .. } => "take the longer one out, or the shorter one if it says too little".into(),
            Self::AllowedTerm { .. } | Self::AllAllowed => "take it out of one of the two".into(),
            Self::FindsOrdinaryText { times, of, .. } => format!(
                "it finds something in {times} of {of} ordinary sentences: let it need more, give it a `check`, or make its `confidence` low"
            ),
            Self::WidePattern => "let it need something of its own: a word, a prefix, a sign, a few digits".into(),
            Self::HeavyPattern { .. } => "use smaller repetitions and fewer alternatives, or terms".into(),
            Self::NoAudienceExample { audience } => {
                format!("add to `match`: {{ draft = \"…\", audience = \"{audience}\" }}")
            }
            Self::NoContact => "add, under [policy]: contact = \"communications@acme.example\"".into(),
            Self::Shadowed { .. } => "take one of the two out, or make this one ask for more".into(),
            Self::NoExamples { should, .. } => {
                format!("add a draft or two to `examples`: only what is tried can be trusted to {should}")
            }
            Self::NotFound { .. } => "change the detector, or move the draft to `pass`".into(),
            Self::Found { .. } => "make the detector stricter, or move the draft to `match`".into(),
            Self::FoundOther { .. } => "`found` lists every finding in the draft, in the draft's own spelling".into(),
            Self::OtherConfidence { .. } => "look at `confidence`, and at the terms that are `near`".into(),
            Self::Silent { found, .. } if found.is_empty() => "none of its detectors finds anything in it".into(),
            Self::Silent { found, .. } => format!(
                "its detectors do find {}: look at its confidence, audience, `unless`, sites, roles and time",
                quoted(found)
            ),
            Self::Fired { .. } => "make the rule or its detectors stricter, or move the draft to `match`".into(),
            Self::AddIsNotEnough { .. } => "let a detector in `unless` find it, or write another sentence".into(),
            Self::OtherAction { .. } => {
                "look at `action`, at the draft's audience, and at the stance, above which no action goes".into()
            }
            Self::OtherVerdict { rules, .. } if rules.is_empty() => {
                "no rule fires: look at their detectors, audience, sites, roles and time".into()
            }
            Self::OtherVerdict { rules, .. } => format!("what fires is {}", names(rules)),
            Self::OtherDetectors { .. } => "`found` lists every detector whose findings make a rule fire".into(),
        })
    }
}

fn did_you_mean(nearest: &Option<String>) -> Option<String> {
    nearest.as_ref().map(|name| format!("did you mean `{name}`?"))
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

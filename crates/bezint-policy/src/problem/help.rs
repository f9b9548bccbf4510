//! What to do about each problem.

use super::{Problem, names, quoted, syntax};
use bezint_core::Confidence;

/// What a layer leaves to the lowest one.
const OF_THE_LOWEST: [&str; 6] = ["languages", "valid_from", "valid_until", "domains", "corrections", "on_error"];

impl Problem {
    /// What to do about it, where there is more to say than the problem itself.
    pub fn help(&self) -> Option<String> {
        Some(match self {
            Self::Syntax { message } => syntax::help(message).into(),
            Self::MissingKey { such_as, .. } => format!("add, for example: {such_as}"),
            Self::UnknownKey { nearest: Some(nearest), .. } => suggestion(nearest),
            Self::UnknownKey { key, known, .. } if key == "changes" && known.contains(&"rules") => {
                "only a layer changes rules, those of the file below: it has `extends` under [policy]".into()
            }
            Self::UnknownKey { key, known, .. } if known.contains(&"extends") && OF_THE_LOWEST.contains(&key.as_str()) => {
                "the lowest layer says that, for all: take it out".into()
            }
            Self::UnknownKey { key, of: "`action`", .. } if key.parse::<Confidence>().is_ok() => {
                "a confidence stands below an audience: { followers = { low = \"confirm\", high = \"justify\" } }".into()
            }
            Self::UnknownKey { known, .. } => format!("the keys here are: {}", known.join(", ")),
            Self::UnknownWord { nearest, .. } => return did_you_mean(nearest),
            Self::WrongType { .. } => return None,
            Self::NotATable { of, .. } => format!("write it like this: {}", table(of)),
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
                "`bezint packs` lists what ships; a detector of your own needs no name here, and says itself what it allows"
                    .into()
            }),
            Self::SwitchedOff { .. } => "take it out here, or take `off` out there".into(),
            Self::TwiceLanguage { .. } => "take one of the two out".into(),
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
            Self::BadPattern { message } => syntax::help_with_pattern(message).into(),
            Self::BlankTerm { .. } => "a term needs at least one letter, digit or sign that can be seen".into(),
            Self::LongTerm { .. } => {
                "terms are words and phrases: put quotes around each, and commas between them; in a text file, each on a line"
                    .into()
            }
            Self::CommaTerm { terms } => {
                format!("if these are several, write a list: {terms:?}; if it is one, put [ ] around it")
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
            Self::NoDay => "write the day before it: 2026-12-31T09:00:00".into(),
            Self::NoClock => {
                "add, under [policy] or at the top of a file of drafts: zone = \"Europe/Amsterdam\"; or write a time with its distance to UTC: 2026-12-31T09:00:00+01:00, with Z for UTC itself"
                    .into()
            }
            Self::UnknownZone { nearest, .. } => did_you_mean(nearest)
                .unwrap_or_else(|| "name it as the tz database does: \"Europe/Amsterdam\", \"UTC\"".into()),
            Self::SkippedMoment { .. } => "write one before or after that hour".into(),
            Self::TwiceMoment { offsets: [first, second], .. } => {
                format!("say which: write `{first}` behind it for the first, `{second}` for the second")
            }
            Self::BadSite { nearest, .. } => did_you_mean(nearest).unwrap_or_else(|| {
                "name it as Bezint does, such as \"linkedin\", or by its host: \"forum.example\"".into()
            }),
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
            Self::AllowedTerm { .. } => "take it out of one of the two".into(),
            Self::AllAllowed => "take them out of `allowed`, or take the detector out".into(),
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
            Self::Unproved { .. } => {
                "add to `examples` a draft or two that `match`, and some that `pass`: only what is tried can be trusted".into()
            }
            Self::NotFound { .. } => "change the detector, or move the draft to `pass`".into(),
            Self::Found { .. } => "make the detector stricter, or move the draft to `match`".into(),
            Self::FoundOther { .. } => "`found` lists every finding in the draft, in the draft's own spelling".into(),
            Self::OtherConfidence { .. } => "look at `confidence`, and at the terms that are `near`".into(),
            Self::Silent { found, .. } if found.is_empty() => "none of its detectors finds anything in it".into(),
            Self::Silent { found, because, .. } => format!("its detectors do find {}, but {because}", quoted(found)),
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
    nearest.as_deref().map(suggestion)
}

fn suggestion(name: &str) -> String {
    format!("did you mean `{name}`?")
}

/// How a table is written.
fn table(of: &str) -> &'static str {
    match of {
        "[policy]" => "[policy], with its keys below it, one a line",
        "a detector" => "[[detectors]], with its keys below it, one a line",
        "a rule" => "[[rules]], with its keys below it, one a line",
        "a change" => "[[changes]], with its keys below it, one a line",
        "a delegate" => "[[delegates]], with its keys below it, one a line",
        "a draft" => "[[drafts]], with its keys below it, one a line",
        "`near`" => "near = [{ terms = [\"launch\"], confidence = \"high\" }]",
        "`examples`" => "examples = { match = [\"…\"], pass = [\"…\"] }",
        "an example" => "{ draft = \"…\" }, or the draft alone, between quotes",
        "a period" => "periods = [{ from = 2026-12-01, until = 2026-12-31 }]",
        "`action`" => "action = { company = \"advise\", followers = \"confirm\" }",
        "`parts`" | "a part" => {
            "[detectors.parts.amount], with `terms`, a `pattern`, a `number` or a `detector` below it"
        }
        "`overrides`" | "an override" => "[overrides.\"nl.bsn\"], with `off`, `confidence` or `allowed` below it",
        _ => "{ key = \"value\" }",
    }
}

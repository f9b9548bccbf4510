//! Every table, with its keys.

use super::{Key, Shape, Table};
use bezint_core::{Action, Audience, Confidence, OnError, Stance, detect::Check};

const fn needed(key: &'static str, shape: Shape, about: &'static str) -> Key {
    Key { key, needed: true, shape, about }
}

const fn free(key: &'static str, shape: Shape, about: &'static str) -> Key {
    Key { key, needed: false, shape, about }
}

fn actions() -> Vec<&'static str> {
    Action::ALL.iter().map(|word| word.as_str()).collect()
}

fn audiences() -> Vec<&'static str> {
    Audience::ALL.iter().map(|word| word.as_str()).collect()
}

fn confidences() -> Vec<&'static str> {
    Confidence::ALL.iter().map(|word| word.as_str()).collect()
}

fn worths() -> Vec<&'static str> {
    confidences().into_iter().chain(["none"]).collect()
}

fn stances() -> Vec<&'static str> {
    Stance::ALL.iter().map(|word| word.as_str()).collect()
}

fn on_errors() -> Vec<&'static str> {
    OnError::ALL.iter().map(|word| word.as_str()).collect()
}

fn checks() -> Vec<&'static str> {
    Check::ALL.iter().map(|word| word.as_str()).collect()
}

const TEXTS: Shape = Shape::List(&Shape::Text);
const AUDIENCE: Shape = Shape::Word(audiences);
const ACTION: Shape = Shape::Word(actions);
const CONFIDENCE: Shape = Shape::Word(confidences);
const WORTH: Shape = Shape::Word(worths);
const BY_CONFIDENCE: Shape = Shape::Either(&[ACTION, Shape::Table("action by confidence")]);
const ACTIONS: Shape =
    Shape::Either(&[ACTION, Shape::Table("action by confidence"), Shape::Table("action by audience")]);
const AUDIENCE_OF_ACTION: Key =
    free("audience", AUDIENCE, "From which audience on, where `action` does not say. `named`, if left out.");
const PERIODS: Key =
    free("periods", Shape::List(&Shape::Table("period")), "When it holds, if in more than one period.");
const WHEN: Shape = Shape::List(&Shape::Either(&[Shape::Text, Shape::Table("when")]));
const DETECTOR_EXAMPLES: Shape = Shape::List(&Shape::Either(&[Shape::Text, Shape::Table("example of a detector")]));
const RULE_EXAMPLES: Shape = Shape::List(&Shape::Either(&[Shape::Text, Shape::Table("example of a rule")]));

const ZONE: Key = free(
    "zone",
    Shape::Text,
    "Whose clock it is by which days and times are told here, by its name in the tz database: `Europe/Amsterdam`.",
);
const FROM: Key = free("from", Shape::Moment, "The first day, or moment, on which it holds.");
const UNTIL: Key =
    free("until", Shape::Moment, "The last day on which it holds, or the first moment at which it no longer does.");

const DISTANCE: Shape = Shape::Either(&[Shape::Word(|| vec!["sentence"]), Shape::Number(0, 10_000)]);

const TITLE_OF_DETECTOR: Key =
    needed("title", Shape::Texts, "What it finds, as a person would say it: `a phone number`.");
/// What a detector of a policy and one of the packs have in common.
const INSTEAD: Key = free("instead", Shape::Texts, "What a person could write in its place: `a customer`.");
const TERMS: Key =
    free("terms", TEXTS, "Words and phrases to look for. Capitals, accents and white space make no difference.");
const TERMS_FILE: Key = free(
    "terms_file",
    Shape::Text,
    "A text file in the folder of the policy with terms, or more of them: one a line, `#` before a remark.",
);
const MATCH: Key = free(
    "match",
    Shape::Word(|| vec!["word", "part", "inflected"]),
    "Whether a term stands by itself, inside other words too, or in its forms. `word`, if left out.",
);
const PATTERN: Key = free(
    "pattern",
    Shape::Text,
    "A regular expression, as Rust's `regex` crate reads it, over ASCII, without look-around.",
);
const NUMBER: Key = free(
    "number",
    Shape::List(&Shape::Number(3, 32)),
    "How many digits a number has that is looked for, however it is grouped.",
);
const GROUP: Key =
    free("group", Shape::Number(0, 255), "Which group of the pattern is the finding; 0, the whole, if left out.");
const CHECK: Key = free("check", Shape::Word(checks), "A checksum that what is found must pass.");
const ENTROPY: Key =
    free("entropy", Shape::Decimal(0.01, 8.0), "Bits of entropy a character that what is found must have at least.");
const WORTH_OF_HIT: Key = free(
    "confidence",
    WORTH,
    "What a hit is worth by itself; `none`: nothing, until a term is near. `high`, if left out.",
);
const NEAR: Key = free(
    "near",
    Shape::List(&Shape::Table("near")),
    "Terms that, near a hit, set what it is worth; the last that applies decides.",
);
const ALLOWED: Key = free(
    "allowed",
    TEXTS,
    "What is fine: a hit inside one of these, or with the same letters and digits, is no finding.",
);
const PARTS: Key =
    free("parts", Shape::ById("part"), "What counts only together, by name, in place of terms, a pattern or a number.");
const ALL: Key = free("all", TEXTS, "The parts that must be there. All of them, if none of the lists is there.");
const ANY: Key = free("any", TEXTS, "The parts of which some must be there.");
const AT_LEAST: Key =
    free("at_least", Shape::Number(1, 1000), "How many different ones of `any` must be there; 1, if left out.");
const NONE: Key = free("none", TEXTS, "The parts that speak against it.");
const WITHIN: Key =
    free("within", DISTANCE, "How near to each other parts stand: in one sentence, or within so many characters.");
const EXAMPLES_OF_DETECTOR: Key = free("examples", Shape::Table("examples of a detector"), "Drafts that prove it.");

const OVERRIDES: Key =
    free("overrides", Shape::ById("override"), "What is different of the packs in use, by detector or group.");
const DETECTORS: Key = free("detectors", Shape::List(&Shape::Table("detector")), "What can be found.");
const DELEGATES: Key =
    free("delegates", Shape::List(&Shape::Table("delegate")), "What layers above may do to which rules.");
const PACKS: Key =
    free("packs", TEXTS, "What ships with Bezint and is used here, by detector (`nl.bsn`) or group (`nl`).");
const ID_OF_POLICY: Key = needed("id", Shape::Id, "A short name for machines.");
const VERSION: Key = needed(
    "version",
    Shape::Number(1, u64::MAX),
    "Raise it with every change: Bezint never goes back to an older one.",
);
const TITLE_OF_POLICY: Key = needed("title", Shape::Texts, "What the policy is called.");
const WHY_OF_POLICY: Key = free("why", Shape::Texts, "Why there is a policy; the first paragraph of its document.");
const CONTACT: Key = free("contact", Shape::Text, "Whom people can ask: an address, or a sentence.");
const OWNER: Key = free("owner", Shape::Text, "Who decides on the policy.");

/// All of them, in the order in which they are told.
pub const TABLES: &[Table] = &[
    Table {
        name: "policy file",
        written: "acme.toml",
        about: "A policy: who it is of, what it looks for, and what follows.",
        keys: &[
            needed("policy", Shape::Table("policy"), "Whose policy it is, and how far it goes."),
            OVERRIDES,
            DETECTORS,
            free("rules", Shape::List(&Shape::Table("rule")), "What follows from it."),
            DELEGATES,
        ],
    },
    Table {
        name: "layer file",
        written: "sales.toml",
        about: "What a part of the company makes of the policy that its file stands on.",
        keys: &[
            needed("policy", Shape::Table("layer"), "Whose layer it is, and what it stands on."),
            OVERRIDES,
            DETECTORS,
            free("changes", Shape::List(&Shape::Table("change")), "What is different of rules below."),
            free("rules", Shape::List(&Shape::Table("rule")), "What follows from what is found, besides."),
            DELEGATES,
        ],
    },
    Table {
        name: "policy",
        written: "[policy]",
        about: "Whose policy it is, and how far it goes.",
        keys: &[
            ID_OF_POLICY,
            VERSION,
            TITLE_OF_POLICY,
            needed("languages", Shape::List(&Shape::Language), "Its languages, the preferred one first."),
            needed(
                "stance",
                Shape::Word(stances),
                "The ceiling on actions: `open` advises, `coached` asks, `controlled` may block.",
            ),
            WHY_OF_POLICY,
            CONTACT,
            OWNER,
            ZONE,
            free("valid_from", Shape::Moment, "The first day, or moment, on which Bezint accepts it."),
            free(
                "valid_until",
                Shape::Moment,
                "The last day, or the first moment, after which Bezint no longer accepts it.",
            ),
            PACKS,
            free(
                "on_error",
                Shape::Word(on_errors),
                "What happens to a post when Bezint cannot answer. `open`, if left out.",
            ),
            free(
                "corrections",
                Shape::Flag,
                "Whether people may say that a finding is wrong. Where the stance is `controlled` they may not, if left out.",
            ),
        ],
    },
    Table {
        name: "layer",
        written: "[policy]",
        about: "Whose layer it is, and what it stands on. Languages, validity and the like are those of the lowest.",
        keys: &[
            needed("extends", Shape::Text, "The file that it stands on, from where this one lies: `company.toml`."),
            ID_OF_POLICY,
            VERSION,
            TITLE_OF_POLICY,
            free(
                "stance",
                Shape::Word(stances),
                "The ceiling on the rules of this layer: that of the policy below, or lower.",
            ),
            WHY_OF_POLICY,
            CONTACT,
            OWNER,
            ZONE,
            PACKS,
        ],
    },
    Table {
        name: "change",
        written: "[[changes]]",
        about: "What is different of a rule below. It may always ask for more; for less, if that is delegated.",
        keys: &[
            needed("rule", Shape::Id, "The id of the rule."),
            free("off", Shape::Flag, "Whether it is taken out."),
            free("action", ACTIONS, "What is asked in place of what the rule asks."),
            AUDIENCE_OF_ACTION,
            free("sites", TEXTS, "Sites it is for, in place of the rule's; `[]`: all."),
            free("roles", TEXTS, "Roles it is for, in place of the rule's; `[]`: everyone."),
            free("except_roles", TEXTS, "Roles that it is not for either."),
            ZONE,
            FROM,
            UNTIL,
            PERIODS,
            free("why", Shape::Texts, "Why it is changed, for the document."),
            free("examples", Shape::Table("examples of a rule"), "Drafts that prove the rule as it is changed."),
        ],
    },
    Table {
        name: "delegate",
        written: "[[delegates]]",
        about: "What a layer above may do to rules of this file, or to those that it changes.",
        keys: &[
            needed("rule", TEXTS, "The ids of the rules."),
            needed("to", Shape::List(&Shape::Id), "The ids of the layers."),
            needed(
                "may",
                Shape::List(&Shape::Word(|| vec!["off", "loosen"])),
                "`off`: take them out; `loosen`: let them ask for less, of fewer people or for a shorter time.",
            ),
        ],
    },
    Table {
        name: "override",
        written: "[overrides.\"nl.bsn\"]",
        about: "What is different of a detector of the packs, or of a group of them.",
        keys: &[
            free("off", Shape::Flag, "Whether it is switched off."),
            free("confidence", CONFIDENCE, "Hits that are worth less are no findings."),
            ALLOWED,
        ],
    },
    Table {
        name: "detector",
        written: "[[detectors]]",
        about: "Finds something in a draft: by terms, by a pattern, as a number, or by parts. It has one of the four.",
        keys: &[
            needed("id", Shape::Id, "Its name, which rules use; begin with your own: `acme.projects`."),
            TITLE_OF_DETECTOR,
            INSTEAD,
            TERMS,
            TERMS_FILE,
            MATCH,
            PATTERN,
            NUMBER,
            GROUP,
            CHECK,
            ENTROPY,
            PARTS,
            ALL,
            ANY,
            AT_LEAST,
            NONE,
            WITHIN,
            WORTH_OF_HIT,
            NEAR,
            ALLOWED,
            EXAMPLES_OF_DETECTOR,
        ],
    },
    Table {
        name: "part",
        written: "[detectors.parts.amount]",
        about: "What counts only together with others: terms, a pattern, a number, or what another detector finds.",
        keys: &[
            free("detector", Shape::Text, "The detector whose way of finding it takes over."),
            TERMS,
            TERMS_FILE,
            MATCH,
            PATTERN,
            NUMBER,
            GROUP,
            CHECK,
            ENTROPY,
            ALLOWED,
        ],
    },
    Table {
        name: "near",
        written: "near = [{ … }]",
        about: "Terms that, near a hit, set what it is worth.",
        keys: &[
            needed("terms", TEXTS, "The terms, as whole words."),
            needed("confidence", WORTH, "What a hit is worth with one of them near; `none`: it is no finding."),
            free(
                "within",
                DISTANCE,
                "How near: in the same sentence, or within so many characters. `sentence`, if left out.",
            ),
        ],
    },
    Table {
        name: "examples of a detector",
        written: "examples = { … }",
        about: "Drafts that prove a detector, tried on it alone.",
        keys: &[
            free("match", DETECTOR_EXAMPLES, "Drafts in which it finds something."),
            free("pass", DETECTOR_EXAMPLES, "Drafts in which it finds nothing."),
        ],
    },
    Table {
        name: "example of a detector",
        written: "{ draft = … }",
        about: "A draft, with what must be found in it.",
        keys: &[
            needed("draft", Shape::Text, "The draft."),
            free("found", TEXTS, "Every finding, in the draft's own spelling."),
            free("confidence", CONFIDENCE, "The highest confidence of the findings."),
        ],
    },
    Table {
        name: "rule",
        written: "[[rules]]",
        about: "What follows from what is found, for whom, where and when.",
        keys: &[
            needed("id", Shape::Id, "Its name."),
            needed("clause", Shape::Text, "The place in the policy that a person can look up: `2.1`."),
            needed("title", Shape::Texts, "What is the matter, in one sentence."),
            needed("advice", Shape::Texts, "What to do instead."),
            needed("when", WHEN, "What it is about: one of these must be found."),
            needed("action", ACTIONS, "What is asked: one for all, or by audience, by confidence, or both."),
            AUDIENCE_OF_ACTION,
            free("unless", WHEN, "What makes it silent when it is found too."),
            free("add", Shape::Texts, "A sentence that, added to a draft, makes it silent."),
            free("why", Shape::Texts, "Why there is such a rule, for its document."),
            free("owner", Shape::Text, "Who decides on it, and answers questions."),
            free("sites", TEXTS, "Sites it is for, by the id of an adapter (`x`) or by host. All, if left out."),
            free("roles", TEXTS, "Roles it is for. Everyone, if left out."),
            free("except_roles", TEXTS, "Roles it is not for, such as `spokesperson`."),
            ZONE,
            FROM,
            UNTIL,
            PERIODS,
            free("examples", Shape::Table("examples of a rule"), "Drafts that prove it."),
        ],
    },
    Table {
        name: "period",
        written: "periods = [{ … }]",
        about: "A time in which a rule holds; no two of a rule overlap.",
        keys: &[FROM, UNTIL],
    },
    Table {
        name: "when",
        written: "when = [{ … }]",
        about: "A detector or a group, with more than its name.",
        keys: &[
            needed("detector", Shape::Text, "The name of a detector, or of a group of the packs."),
            free("confidence", CONFIDENCE, "Findings that are worth less do not count. `low`, if left out."),
            free("at_least", Shape::Number(1, 1000), "How many different findings it takes. 1, if left out."),
        ],
    },
    Table {
        name: "action by audience",
        written: "action = { followers = … }",
        about: "What is asked from an audience on. What is asked for one is asked for every wider one.",
        keys: &[
            free("self", BY_CONFIDENCE, "When only the writer can read the post."),
            free("named", BY_CONFIDENCE, "When people whom the writer picked by name can."),
            free("group", BY_CONFIDENCE, "When the members of a group can."),
            free("company", BY_CONFIDENCE, "When everyone in the company can."),
            free("followers", BY_CONFIDENCE, "When everyone can who asked and was let in."),
            free("public", BY_CONFIDENCE, "When everyone can."),
        ],
    },
    Table {
        name: "action by confidence",
        written: "action = { medium = … }",
        about: "What is asked from a confidence on.",
        keys: &[
            free("low", ACTION, "When it could well be something else."),
            free("medium", ACTION, "When it is probable."),
            free("high", ACTION, "When it is as sure as reading text makes one."),
        ],
    },
    Table {
        name: "examples of a rule",
        written: "[rules.examples]",
        about: "Drafts that prove a rule, tried on the whole policy.",
        keys: &[
            free("match", RULE_EXAMPLES, "Drafts on which it asks for something."),
            free("pass", RULE_EXAMPLES, "Drafts on which it does not."),
        ],
    },
    Table {
        name: "example of a rule",
        written: "{ draft = … }",
        about: "A draft, with where it is posted and what must be asked.",
        keys: &[
            needed("draft", Shape::Text, "The draft."),
            free("action", ACTION, "What the rule must ask."),
            free("audience", AUDIENCE, "Who could read the post. `public`, if left out."),
            free("site", Shape::Text, "Where it would be posted."),
            free("roles", TEXTS, "Roles of whoever posts."),
            free("time", Shape::Moment, "When. The first moment at which the rule holds, if left out."),
        ],
    },
    Table {
        name: "drafts file",
        written: "posts.drafts.toml",
        about: "Drafts to try a policy on, for `bezint test`.",
        keys: &[needed("drafts", Shape::List(&Shape::Table("draft")), "The drafts.")],
    },
    Table {
        name: "draft",
        written: "[[drafts]]",
        about: "A draft, with what the policy as a whole must ask.",
        keys: &[
            needed("draft", Shape::Text, "The draft."),
            needed("action", ACTION, "What the policy must ask."),
            free("found", TEXTS, "The detectors of all findings that make a rule fire."),
            free("audience", AUDIENCE, "Who could read the post. `public`, if left out."),
            free("site", Shape::Text, "Where it would be posted."),
            free("roles", TEXTS, "Roles of whoever posts."),
            free("time", Shape::Moment, "When. 1970-01-01, if left out."),
        ],
    },
    Table {
        name: "pack file",
        written: "packs/nl/bsn.toml",
        about: "A detector that ships with Bezint. Its place gives it its id, and it does not build without examples.",
        keys: &[
            TITLE_OF_DETECTOR,
            needed("about", Shape::Table("about"), "Its documentation."),
            INSTEAD,
            TERMS,
            TERMS_FILE,
            MATCH,
            PATTERN,
            NUMBER,
            GROUP,
            CHECK,
            ENTROPY,
            PARTS,
            ALL,
            ANY,
            AT_LEAST,
            NONE,
            WITHIN,
            WORTH_OF_HIT,
            NEAR,
            ALLOWED,
            EXAMPLES_OF_DETECTOR,
        ],
    },
    Table {
        name: "about",
        written: "[about]",
        about: "The documentation of a detector that ships.",
        keys: &[
            needed("why", Shape::Texts, "Why it matters when this is posted."),
            needed("advice", Shape::Texts, "What to do instead."),
            needed("source", TEXTS, "Where the facts about the form come from."),
        ],
    },
];

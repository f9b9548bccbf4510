//! The tables of what is found: in a policy, and in a file of the packs.

use super::common::*;
use crate::language::{Key, Must, Shape, Table};
use bezint_core::detect::Check;

fn worths() -> Vec<&'static str> {
    confidences().into_iter().chain(["none"]).collect()
}

fn checks() -> Vec<&'static str> {
    Check::ALL.iter().map(|word| word.as_str()).collect()
}

const WORTH: Shape = Shape::Word(worths);
const DETECTOR_EXAMPLE: Shape = Shape::Either(&[Shape::Text, Shape::Table("example of a detector")]);
const DETECTOR_EXAMPLES: Shape = Shape::List(&DETECTOR_EXAMPLE);
const PACK_EXAMPLES: Shape = Shape::Filled(&DETECTOR_EXAMPLE);
const MATCHING: &str = "Drafts in which it finds something.";
const PASSING: &str = "Drafts in which it finds nothing.";
const DISTANCE: Shape = Shape::Either(&[Shape::Word(|| vec!["sentence"]), Shape::Number(0, 10_000)]);
const TITLE: Key = needed("title", Shape::Texts, "What it finds, as a person would say it: `a phone number`.");
const INSTEAD: Key = free("instead", Shape::Texts, "What a person could write in its place: `a customer`.");
const TERMS_OF_DETECTOR: Key =
    free("terms", TERMS, "Words and phrases to look for. Capitals, accents and white space make no difference.");
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
const TYPOS: Key = free(
    "typos",
    Shape::Flag,
    "Whether a term is found with a typing error too, from 8 letters on, or with two, from 14 on: worth one less. `false`, \
     if left out.",
);
const PATTERN: Key = free(
    "pattern",
    Shape::Text,
    "A regular expression, as Rust's `regex` crate reads it, over ASCII, without look-around.",
);
const NUMBER: Key = free(
    "number",
    Shape::Filled(&Shape::Number(3, 32)),
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
const OWN: Key = free(
    "own",
    WORTH,
    "What a hit is worth, in place of `confidence`, if it is an address at one of the company's own `domains`, or below it.",
);
const NEAR: Key = free(
    "near",
    Shape::List(&Shape::Table("near")),
    "Terms that, near a hit, set what it is worth; the last that applies decides.",
);
const PARTS: Key = free(
    "parts",
    Shape::ById("part", 1, 32),
    "What counts only together, by name, in place of terms, a pattern or a number.",
);
const ALL: Key = free("all", TEXTS, "The parts that must be there. All of them, if none of the lists is there.");
const ANY: Key = free("any", TEXTS, "The parts of which some must be there.");
const AT_LEAST: Key =
    free("at_least", Shape::Number(1, 1000), "How many different ones of `any` must be there; 1, if left out.");
const NONE: Key = free("none", TEXTS, "The parts that speak against it.");
const WITHIN: Key =
    free("within", DISTANCE, "How near to each other parts stand: in one sentence, or within so many characters.");

/// The keys of what finds by itself, between others.
macro_rules! finding {
    ([$($first:expr),*], [$($last:expr),*]) => {
        &[
            $($first,)* TERMS_OF_DETECTOR, TERMS_FILE, MATCH, TYPOS, PATTERN, NUMBER, GROUP, CHECK, ENTROPY, $($last,)*
        ]
    };
}

/// The keys of a detector of a policy, and of one of the packs: what names it, what both have, its examples.
macro_rules! detector {
    ([$($first:expr),*], $examples:expr) => {
        finding!(
            [$($first,)* INSTEAD],
            [PARTS, ALL, ANY, AT_LEAST, NONE, WITHIN, WORTH_OF_HIT, OWN, NEAR, ALLOWED, $examples]
        )
    };
}

const OF_TERMS: Must = Must::Beside(&["match", "typos"], &["terms", "terms_file"]);
const OF_PATTERN: Must = Must::Beside(&["group", "entropy"], &["pattern"]);
const OF_SHAPE: Must = Must::Beside(&["check"], &["pattern", "number"]);
const DETECTOR_MUSTS: &[Must] = &[
    Must::One(&[&["terms", "terms_file"], &["pattern"], &["number"], &["parts"]]),
    OF_TERMS,
    OF_PATTERN,
    OF_SHAPE,
    Must::Beside(&["own"], &["terms", "terms_file", "pattern", "number"]),
    Must::Beside(&["all", "any", "none", "at_least", "within"], &["parts"]),
    Must::Beside(&["at_least"], &["any"]),
];

pub(super) const TABLES: &[Table] = &[
    Table {
        name: "detector",
        written: "[[detectors]]",
        about: "Finds something in a draft: by terms, by a pattern, as a number, or by parts.",
        keys: detector!(
            [needed("id", Shape::Id, "Its name, which rules use; begin with your own: `acme.projects`."), TITLE],
            free("examples", Shape::Table("examples of a detector"), "Drafts that prove it.")
        ),
        musts: DETECTOR_MUSTS,
    },
    Table {
        name: "part",
        written: "[detectors.parts.amount]",
        about: "What counts only together with others: terms, a pattern, a number, or what another detector finds.",
        keys: finding!(
            [free(
                "detector",
                Shape::Text,
                "The detector whose way of finding it takes over: one further up, or one that ships."
            )],
            [ALLOWED]
        ),
        musts: &[
            Must::One(&[&["detector"], &["terms", "terms_file"], &["pattern"], &["number"]]),
            OF_TERMS,
            OF_PATTERN,
            OF_SHAPE,
        ],
    },
    Table {
        name: "near",
        written: "near = [{ … }]",
        about: "Terms that, near a hit, set what it is worth.",
        keys: &[
            needed("terms", TERMS, "The terms, as whole words."),
            needed("confidence", WORTH, "What a hit is worth with one of them near; `none`: it is no finding."),
            free(
                "within",
                DISTANCE,
                "How near: in the same sentence, or within so many characters. `sentence`, if left out.",
            ),
        ],
        musts: &[],
    },
    Table {
        name: "examples of a detector",
        written: "examples = { … }",
        about: "Drafts that prove a detector, tried on it alone.",
        keys: &[free("match", DETECTOR_EXAMPLES, MATCHING), free("pass", DETECTOR_EXAMPLES, PASSING)],
        musts: &[],
    },
    Table {
        name: "example of a detector",
        written: "{ draft = … }",
        about: "A draft, with what must be found in it.",
        keys: &[
            needed("draft", Shape::Text, "The draft."),
            free(
                "domains",
                Shape::List(&Shape::Domain),
                "Domains of the company whose post it is, beside those of the policy.",
            ),
            free("found", TEXTS, "Every finding, in the draft's own spelling."),
            free("confidence", CONFIDENCE, "The highest confidence of the findings."),
        ],
        musts: &[],
    },
    Table {
        name: "pack file",
        written: "packs/nl/bsn.toml",
        about: "A detector that ships with Bezint. Its place gives it its id, and it does not build without examples.",
        keys: detector!(
            [TITLE, needed("about", Shape::Table("about"), "Its documentation.")],
            needed("examples", Shape::Table("examples of a pack"), "Drafts that prove it, of both kinds.")
        ),
        musts: DETECTOR_MUSTS,
    },
    Table {
        name: "examples of a pack",
        written: "[examples]",
        about: "Drafts that prove a detector that ships, tried on it alone.",
        keys: &[needed("match", PACK_EXAMPLES, MATCHING), needed("pass", PACK_EXAMPLES, PASSING)],
        musts: &[],
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
        musts: &[],
    },
];

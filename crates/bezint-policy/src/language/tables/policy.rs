//! The tables of a policy and of a layer on it, but for what is found and what follows.

use super::common::*;
use crate::language::{Key, Must, Shape, Table};
use bezint_core::{OnError, Stance};

fn stances() -> Vec<&'static str> {
    Stance::ALL.iter().map(|word| word.as_str()).collect()
}

fn on_errors() -> Vec<&'static str> {
    OnError::ALL.iter().map(|word| word.as_str()).collect()
}

const OVERRIDES: Key = free(
    "overrides",
    Shape::ById("override", 0, u64::MAX),
    "What is different of the packs in use, by detector or group.",
);
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

pub(super) const TABLES: &[Table] = &[
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
        musts: &[],
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
        musts: &[],
    },
    Table {
        name: "policy",
        written: "[policy]",
        about: "Whose policy it is, and how far it goes.",
        keys: &[
            ID_OF_POLICY,
            VERSION,
            TITLE_OF_POLICY,
            needed("languages", Shape::Filled(&Shape::Language), "Its languages, the preferred one first."),
            needed(
                "stance",
                Shape::Word(stances),
                "The ceiling on actions: `open` advises, `coached` asks, `controlled` may block.",
            ),
            WHY_OF_POLICY,
            CONTACT,
            OWNER,
            ZONE,
            free(
                "domains",
                Shape::List(&Shape::Domain),
                "The company's own domains: an e-mail address or a host at one, or below it, is the company's and not somebody else's.",
            ),
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
        musts: &[],
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
        musts: &[],
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
            free("except_roles", TEXTS, "Roles that it is not for, in place of the rule's; `[]`: none."),
            ZONE,
            FROM,
            UNTIL,
            PERIODS,
            free("why", Shape::Texts, "Why it is changed, for the document."),
            free("examples", Shape::Table("examples of a rule"), "Drafts that prove the rule as it is changed."),
        ],
        musts: &[
            Must::Some(&["off", "action", "sites", "roles", "except_roles", "from", "until", "periods"]),
            Must::Beside(&["audience"], &["action"]),
            AUDIENCE_ONCE,
            TIMES_ONCE,
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
        musts: &[],
    },
    Table {
        name: "override",
        written: "[overrides.\"nl.bsn\"]",
        about: "What is different of a detector of the packs, or of a group of them.",
        keys: &[
            free("off", Shape::Flag, "Whether it is switched off."),
            free("why", Shape::Texts, "Why it is switched off, for the document."),
            free("confidence", CONFIDENCE, "Hits that are worth less are no findings."),
            ALLOWED,
        ],
        musts: &[Must::Beside(&["why"], &["off"])],
    },
];

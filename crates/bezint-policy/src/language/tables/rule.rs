//! The tables of what follows from what is found.

use super::common::*;
use crate::language::{Must, Shape, Table};

const WHEN: Shape = Shape::Filled(&Shape::Either(&[Shape::Text, Shape::Table("when")]));
const RULE_EXAMPLES: Shape = Shape::List(&Shape::Either(&[Shape::Text, Shape::Table("example of a rule")]));

pub(super) const TABLES: &[Table] = &[
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
        musts: &[AUDIENCE_ONCE, TIMES_ONCE, Must::Beside(&["add"], &["unless"])],
    },
    Table {
        name: "period",
        written: "periods = [{ … }]",
        about: "A time in which a rule holds; no two of a rule overlap.",
        keys: &[FROM, UNTIL],
        musts: &[Must::Some(&["from", "until"])],
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
        musts: &[],
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
        musts: &[],
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
        musts: &[],
    },
    Table {
        name: "examples of a rule",
        written: "[rules.examples]",
        about: "Drafts that prove a rule, tried on the whole policy.",
        keys: &[
            free("match", RULE_EXAMPLES, "Drafts on which it asks for something."),
            free("pass", RULE_EXAMPLES, "Drafts on which it does not."),
        ],
        musts: &[],
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
            ZONE_OF_TIME,
            free("time", Shape::Moment, "When. The first moment at which the rule holds, if left out."),
        ],
        musts: &[],
    },
];

//! The tables of a file of drafts.

use super::common::*;
use crate::language::{Shape, Table};

pub(super) const TABLES: &[Table] = &[
    Table {
        name: "drafts file",
        written: "posts.drafts.toml",
        about: "Drafts to try a policy on, for `bezint test`.",
        keys: &[ZONE, needed("drafts", Shape::List(&Shape::Table("draft")), "The drafts.")],
        musts: &[],
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
            ZONE_OF_TIME,
            free("time", Shape::Moment, "When. 1970-01-01, if left out."),
        ],
        musts: &[],
    },
];

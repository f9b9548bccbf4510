//! Every table, with its keys.

mod common;
mod detector;
mod drafts;
mod policy;
mod rule;

use super::Table;

/// All of them, in the order in which they are told.
pub fn tables() -> impl Iterator<Item = &'static Table> {
    [policy::TABLES, detector::TABLES, rule::TABLES, drafts::TABLES].into_iter().flatten()
}

//! Deciding: rules, verdict.

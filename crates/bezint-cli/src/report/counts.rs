//! The file that a person takes out of their journal for the company: counts by week.

use crate::failure::Failure;
use bezint_core::{Action, Audience};
use serde::Deserialize;
use std::{fs, path::Path};

/// The only format that is read.
const FORMAT: &str = "bezint-counts/1";
/// Bytes of a file. A journal of its full length makes a hundredth of this.
const LONGEST: usize = 64 << 20;

/// One person's counts. What is not named here is refused: a file that says more than counts is not what people agreed to.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Counts {
    pub format: String,
    pub policy: Policy,
    pub roles: Vec<String>,
    pub weeks: Vec<Week>,
}

/// The policy that was in force when the counts were taken out.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Policy {
    pub id: String,
    pub version: u64,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Week {
    /// As ISO 8601 has it, such as `2026-W48`.
    pub week: String,
    pub rules: Vec<OfRule>,
    pub sites: Vec<OfSite>,
    pub audiences: Vec<OfAudience>,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OfRule {
    pub rule: String,
    pub action: Action,
    pub decision: Decision,
    pub count: u32,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OfSite {
    pub site: String,
    pub count: u32,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OfAudience {
    pub audience: Audience,
    pub count: u32,
}

/// What a person did where a rule had something to say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Decision {
    /// Posted it as it was.
    Posted,
    /// Went back to the text.
    Reconsidered,
}

/// The counts of every file. Two files with the same content are one person who handed in twice.
pub fn read(paths: &[impl AsRef<Path>]) -> Result<Vec<Counts>, Failure> {
    let mut all: Vec<Counts> = Vec::new();
    for path in paths.iter().map(AsRef::as_ref) {
        let text = fs::read(path).map_err(|error| Failure::Read { from: path.display().to_string(), error })?;
        let refused = |why: String| Failure::Counts { path: path.to_owned(), why };
        if text.len() > LONGEST {
            return Err(refused("it is too long".to_owned()));
        }
        let counts: Counts = serde_json::from_slice(&text)
            .map_err(|error| refused(format!("it is wrong at line {}, column {}", error.line(), error.column())))?;
        if counts.format != FORMAT {
            return Err(refused(format!("its format is not `{FORMAT}`")));
        }
        if !all.contains(&counts) {
            all.push(counts);
        }
    }
    Ok(all)
}

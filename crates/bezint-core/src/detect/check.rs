//! Checks that a number must pass.

use serde::{Deserialize, Serialize};

/// A check by name, on the digits and letters of a match.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Check {
    /// Luhn, ISO/IEC 7812-1.
    Luhn,
}

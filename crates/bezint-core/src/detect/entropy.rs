//! How mixed the characters of a text are: Shannon's entropy, which tells a random key from a word.
//!
//! Counted in whole numbers, so that every machine comes to the same figure.

use crate::text::Folded;
use serde::{Deserialize, Serialize};
use std::{collections::BTreeMap, fmt};

/// An entropy, in hundredths of a bit per character.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Entropy(pub u16);

impl Entropy {
    /// Of the characters of a text, folded; case counts. No text has more than 20.09 bits: there are no more characters.
    ///
    /// ```
    /// use bezint_core::detect::Entropy;
    /// assert_eq!(Entropy::of("aaaa"), Entropy(0));
    /// assert_eq!(Entropy::of("abcd"), Entropy(200));
    /// assert!(Entropy::of("correcthorse") < Entropy::of("x7Kq-9wTz4Lm"));
    /// ```
    pub fn of(text: &str) -> Self {
        let mut counts: BTreeMap<char, u32> = BTreeMap::new();
        let mut all = 0_u32;
        for character in Folded::new(text).text().chars() {
            *counts.entry(character).or_default() += 1;
            all += 1;
        }
        // The sum of n/N · log2(N/n) over all characters, with the division by N done last.
        let sum: u64 = counts.values().map(|&count| u64::from(count) * (log2(all) - log2(count))).sum();
        let centibits = (sum * 100).checked_div(u64::from(all)).unwrap_or_default() >> FRACTION;
        Self(u16::try_from(centibits).unwrap_or(u16::MAX))
    }
}

/// In bits.
impl fmt::Display for Entropy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{:02}", self.0 / 100, self.0 % 100)
    }
}

/// Bits behind the point of a logarithm.
const FRACTION: u32 = 16;

/// The binary logarithm of a number from 1 up, rounded down.
fn log2(number: u32) -> u64 {
    let whole = number.max(1).ilog2();
    let mut rest = u64::from(number.max(1)) << (31 - whole);
    let mut log = u64::from(whole);
    for _ in 0..FRACTION {
        rest = (rest * rest) >> 31;
        let bit = rest >> 32;
        rest >>= bit;
        log = (log << 1) | bit;
    }
    log
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_logarithm_is_right_to_its_last_bit() {
        for number in (1..5000).chain([u32::MAX - 1, u32::MAX]) {
            let exact = f64::from(number).log2() * f64::from(1 << FRACTION);
            let log = log2(number) as f64;
            assert!(log <= exact && exact < log + 1.001, "{number}: {log} {exact}");
        }
    }
}

//! Checks that a number must pass: the redundancy its issuer put in, so that a slip of the pen is noticed.
//!
//! Blanks, full stops and hyphens between the digits are ignored; the pattern decides where they may stand. Any other
//! character fails the check.

use crate::words::words;

words! {
    /// A check by name, on the digits and letters of a match.
    ///
    /// ```
    /// use bezint_core::detect::Check;
    /// assert!(Check::Luhn.passes("4111 1111 1111 1111"));
    /// assert!(Check::Iban.passes("NL91 ABNA 0417 1643 00"));
    /// assert!(Check::Bsn.passes("1112.22.333"));
    /// assert!(!Check::Bsn.passes("111222334"));
    /// ```
    Check {
        /// Luhn's: from the right, every second digit counts double (a result of two digits counts their sum); the
        /// total is a multiple of 10. ISO/IEC 7812-1, annex B; payment cards.
        Luhn = "luhn",
        /// ISO 13616-1: country, check digits and account; with the first four characters moved to the end and letters
        /// as 10 to 35, the number leaves 1 when divided by 97 (ISO/IEC 7064, MOD 97-10). The length is the country's,
        /// by the IBAN registry.
        Iban = "iban",
        /// The "elfproef" of the Dutch citizen service number: digits times 9, 8, …, 2 and -1 sum to a multiple of 11.
        /// Eight digits stand for nine with a leading zero.
        Bsn = "bsn",
    }
}

impl Check {
    /// Whether a text passes.
    pub fn passes(self, text: &str) -> bool {
        let significant = text.bytes().filter(|byte| !matches!(byte, b' ' | b'.' | b'-'));
        match self {
            Self::Luhn => luhn(significant),
            Self::Iban => iban(significant),
            Self::Bsn => bsn(significant),
        }
    }
}

fn digit(byte: u8) -> Option<u32> {
    char::from(byte).to_digit(10)
}

fn luhn(number: impl Iterator<Item = u8>) -> bool {
    let Some(mut digits) = number.map(digit).collect::<Option<Vec<u32>>>() else {
        return false;
    };
    digits.reverse();
    let doubled = |digit: u32| if digit < 5 { 2 * digit } else { 2 * digit - 9 };
    let sum: u32 = digits.iter().enumerate().map(|(at, &d)| if at % 2 == 1 { doubled(d) } else { d % 10 }).sum();
    digits.len() > 1 && sum.is_multiple_of(10)
}

fn iban(account: impl Iterator<Item = u8>) -> bool {
    let account: Vec<u8> = account.map(|byte| byte.to_ascii_uppercase()).collect();
    let Some((&[a, b, c, d], rest)) = account.split_first_chunk::<4>() else {
        return false;
    };
    let countries =
        IBAN_LENGTHS.iter().find(|(length, _)| *length == account.len()).map_or("", |(_, countries)| countries);
    let known = countries.split(' ').any(|country| country.as_bytes() == [a, b]);
    if !known || !c.is_ascii_digit() || !d.is_ascii_digit() {
        return false;
    }
    let remainder = rest.iter().chain([&a, &b, &c, &d]).try_fold(0, |remainder, &byte| {
        let value = char::from(byte).to_digit(36)?;
        Some((remainder * if value < 10 { 10 } else { 100 } + value) % 97)
    });
    remainder == Some(1)
}

fn bsn(number: impl Iterator<Item = u8>) -> bool {
    let Some(digits) = number.map(digit).collect::<Option<Vec<u32>>>() else {
        return false;
    };
    let mut weighted = digits.iter().rev().zip(1..);
    let last = weighted.next().map_or(0, |(&digit, _)| digit);
    let sum: u32 = weighted.map(|(&digit, weight)| digit * weight).sum();
    matches!(digits.len(), 8 | 9) && sum > 0 && sum % 11 == last
}

/// The countries of each length of an IBAN: the IBAN registry of SWIFT, the registration authority of ISO 13616.
const IBAN_LENGTHS: &[(usize, &str)] = &[
    (15, "NO"),
    (16, "BE"),
    (18, "DK FI FK FO GL NL SD"),
    (19, "MK SI"),
    (20, "AT BA EE KZ LT LU MN XK"),
    (21, "CH HR LI LV"),
    (22, "BG BH CR DE GB GE IE ME RS VA"),
    (23, "AE GI IL IQ OM SO TL"),
    (24, "AD CZ ES MD PK RO SA SE SK TN VG"),
    (25, "LY PT ST"),
    (26, "IS TR"),
    (27, "BI DJ FR GR IT MC MR SM"),
    (28, "AL AZ BY CY DO GT HN HU LB NI PL SV"),
    (29, "BR EG PS QA UA"),
    (30, "JO KW MU YE"),
    (31, "MT SC"),
    (32, "LC"),
    (33, "RU"),
];

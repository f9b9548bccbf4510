//! Luhn's check, and the payment cards that use it.

use super::parts::digit;

pub(super) fn luhn(number: &[u8]) -> bool {
    let doubled = |digit: u32| if digit < 5 { 2 * digit } else { 2 * digit - 9 };
    let sum = number.iter().rev().enumerate().try_fold(0, |sum, (place, &byte)| {
        let digit = digit(byte)?;
        Some(sum + if place % 2 == 1 { doubled(digit) } else { digit })
    });
    number.len() > 1 && sum.is_some_and(|sum| sum % 10 == 0)
}

pub(super) fn card(number: &[u8]) -> bool {
    let Some(first) = number.get(..6).and_then(super::parts::number) else { return false };
    let issued = SCHEMES.iter().any(|&(from, to, shortest, longest)| {
        (from..=to).contains(&first) && (shortest..=longest).contains(&number.len())
    });
    issued && luhn(number)
}

/// The first six digits of each scheme, from and to, and the lengths of its numbers, from and to.
const SCHEMES: &[(u64, u64, usize, usize)] = &[
    // UATP
    (100_000, 199_999, 15, 15),
    // Mir
    (220_000, 220_499, 16, 19),
    // Mastercard
    (222_100, 272_099, 16, 16),
    (510_000, 559_999, 16, 16),
    // Diners Club International
    (300_000, 305_999, 14, 19),
    (309_500, 309_599, 14, 19),
    (360_000, 369_999, 14, 19),
    (380_000, 399_999, 14, 19),
    // American Express
    (340_000, 349_999, 15, 15),
    (370_000, 379_999, 15, 15),
    // JCB
    (352_800, 358_999, 16, 19),
    // Visa
    (400_000, 499_999, 13, 13),
    (400_000, 499_999, 16, 16),
    (400_000, 499_999, 19, 19),
    // Maestro, Dankort
    (501_800, 501_999, 12, 19),
    (502_000, 502_099, 12, 19),
    (503_800, 503_899, 12, 19),
    (589_300, 589_399, 12, 19),
    (630_400, 630_499, 12, 19),
    (675_900, 675_999, 12, 19),
    (676_100, 676_399, 12, 19),
    // Verve
    (506_099, 506_198, 16, 19),
    // RuPay
    (508_000, 508_999, 16, 16),
    (606_900, 608_599, 16, 16),
    // Discover
    (601_100, 601_199, 16, 19),
    (644_000, 659_999, 16, 19),
    // UnionPay
    (620_000, 629_999, 16, 19),
    (810_000, 817_199, 16, 19),
    // Troy
    (979_200, 979_299, 16, 16),
];

//! Numbers of the United States.

use super::parts::{digits, number, sum};

pub(super) fn ssn(code: &[u8]) -> bool {
    let Some((area, group, serial)) = parts(code) else { return false };
    // These two were printed on a specimen card and in a leaflet, and used by thousands.
    let withdrawn = matches!((area, group, serial), (78, 5, 1120) | (219, 9, 9999));
    !matches!(area, 0 | 666 | 900..) && group > 0 && serial > 0 && !withdrawn
}

pub(super) fn itin(code: &[u8]) -> bool {
    parts(code).is_some_and(|(area, group, _)| area >= 900 && matches!(group, 50..=65 | 70..=88 | 90..=92 | 94..=99))
}

pub(super) fn ein(code: &[u8]) -> bool {
    let prefix = code.get(..2).and_then(number);
    let kept_back = |prefix| matches!(prefix, 0 | 7..=9 | 17..=19 | 28 | 29 | 49 | 69 | 70 | 78 | 79 | 89 | 96 | 97);
    digits::<9>(code).is_some() && prefix.is_some_and(|prefix| !kept_back(prefix))
}

pub(super) fn routing(code: &[u8]) -> bool {
    let district = code.get(..2).and_then(number);
    digits::<9>(code).is_some_and(|all| all != [0; 9] && sum(&all, &[3, 7, 1, 3, 7, 1, 3, 7, 1]).is_multiple_of(10))
        && district.is_some_and(|district| matches!(district, 0..=12 | 21..=32 | 61..=72 | 80))
}

/// Area, group and serial of nine digits.
fn parts(code: &[u8]) -> Option<(u64, u64, u64)> {
    let all = number(code).filter(|_| code.len() == 9)?;
    Some((all / 1_000_000, all / 10_000 % 100, all % 10_000))
}

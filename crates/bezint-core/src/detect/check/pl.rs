//! Numbers of Poland.

use super::parts::{digits, is_date, sum};

pub(super) fn pesel(number: &[u8]) -> bool {
    let Some(all) = digits::<11>(number) else { return false };
    let [_, _, m1, m2, d1, d2, .., last] = all;
    is_date((10 * m1 + m2) % 20, 10 * d1 + d2) && (sum(&all, &[1, 3, 7, 9, 1, 3, 7, 9, 1, 3]) + last).is_multiple_of(10)
}

pub(super) fn nip(number: &[u8]) -> bool {
    let Some(all) = digits::<10>(number) else { return false };
    let [.., last] = all;
    all != [0; 10] && sum(&all, &[6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11 == last
}

pub(super) fn regon(number: &[u8]) -> bool {
    let local = |all: [u32; 9]| {
        let [.., last] = all;
        all != [0; 9] && sum(&all, &[8, 9, 2, 3, 4, 5, 6, 7]) % 11 % 10 == last
    };
    match digits::<14>(number) {
        Some(all) => {
            let [.., last] = all;
            let head = number.get(..9).and_then(digits).is_some_and(local);
            head && sum(&all, &[2, 4, 8, 5, 0, 9, 7, 3, 6, 1, 2, 4, 8]) % 11 % 10 == last
        }
        None => digits(number).is_some_and(local),
    }
}

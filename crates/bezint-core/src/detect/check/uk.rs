//! Numbers of the United Kingdom.

use super::parts::{digits, number, sum};

pub(super) fn nhs(number: &[u8]) -> bool {
    let Some(all) = digits::<10>(number) else { return false };
    let [.., last] = all;
    all != [0; 10] && (sum(&all, &[10, 9, 8, 7, 6, 5, 4, 3, 2]) + last).is_multiple_of(11)
}

pub(super) fn nino(code: &[u8]) -> bool {
    let Ok(&[first, second, ref serial @ .., suffix]) = <&[u8; 9]>::try_from(code) else { return false };
    let given_out = |letter: u8| letter.is_ascii_uppercase() && !b"DFIQUV".contains(&letter);
    let kept_back = matches!(&[first, second], b"BG" | b"GB" | b"NK" | b"KN" | b"TN" | b"NT" | b"ZZ");
    let prefix = given_out(first) && given_out(second) && second != b'O' && !kept_back;
    prefix && serial.iter().all(u8::is_ascii_digit) && matches!(suffix, b'A'..=b'D')
}

pub(super) fn utr(number: &[u8]) -> bool {
    let Some([check, rest @ ..]) = digits::<10>(number) else { return false };
    let rest = usize::try_from(sum(&rest, &[6, 7, 8, 9, 10, 5, 4, 3, 2]) % 11).unwrap_or_default();
    [2, 1, 9, 8, 7, 6, 5, 4, 3, 2, 1].get(rest) == Some(&check)
}

pub(super) fn vat(code: &[u8]) -> bool {
    match code {
        [b'G', b'D', office @ ..] => office.len() == 3 && number(office).is_some_and(|office| office < 500),
        [b'H', b'A', office @ ..] => office.len() == 3 && number(office).is_some_and(|office| office >= 500),
        _ => {
            let head = code.get(..9).filter(|_| matches!(code.len(), 9 | 12)).and_then(digits::<9>);
            let branch = code.get(9..).is_some_and(|branch| branch.iter().all(u8::is_ascii_digit));
            let Some(all) = head.filter(|_| branch) else { return false };
            let sum = sum(&all, &[8, 7, 6, 5, 4, 3, 2, 10, 1]);
            all != [0; 9] && (sum.is_multiple_of(97) || (sum + 55).is_multiple_of(97))
        }
    }
}

//! Numbers of France.

use super::{
    luhn::luhn,
    parts::{digit, number},
};

pub(super) fn nir(code: &[u8]) -> bool {
    let Ok(&[sex, y1, y2, m1, m2, d1, d2, c1, c2, c3, s1, s2, s3, k1, k2]) = <&[u8; 15]>::try_from(code) else {
        return false;
    };
    let (d1, d2) = match [d1, d2] {
        [b'2', b'A'] => (b'1', b'9'),
        [b'2', b'B'] => (b'1', b'8'),
        department => department.into(),
    };
    let month = number(&[m1, m2]);
    let plausible = matches!(sex, b'1'..=b'4' | b'7' | b'8')
        && month.is_some_and(|month| matches!(month, 1..=12 | 20..=42 | 50..=99));
    let head = number(&[sex, y1, y2, m1, m2, d1, d2, c1, c2, c3, s1, s2, s3]);
    plausible && head.zip(number(&[k1, k2])).is_some_and(|(head, key)| 97 - head % 97 == key)
}

pub(super) fn siren(number: &[u8]) -> bool {
    number.len() == 9 && luhn(number) && number != b"000000000"
}

pub(super) fn siret(number: &[u8]) -> bool {
    let Some((head, _)) = number.split_first_chunk::<9>().filter(|(_, office)| office.len() == 5) else {
        return false;
    };
    let post = head == b"356000000";
    let sum = || number.iter().try_fold(0, |sum, &byte| Some(sum + digit(byte)?));
    siren(head) && (luhn(number) || post && sum().is_some_and(|sum| sum % 5 == 0))
}

/// The VAT number: a key of two characters and the number of the enterprise (Monaco's begin with 000).
/// <https://fr.wikipedia.org/wiki/Code_Insee#Num%C3%A9ro_de_TVA_intracommunautaire>
pub(super) fn vat(code: &[u8]) -> bool {
    let Some((&[first, second], enterprise)) = code.split_first_chunk::<2>() else { return false };
    let Some(siren) = number(enterprise).filter(|_| enterprise.len() == 9) else { return false };
    if !(self::siren(enterprise) || enterprise.starts_with(b"000") && siren > 0) {
        return false;
    }
    let Some((one, two)) = key(first).zip(key(second)) else { return false };
    if one < 10 && two < 10 {
        return 10 * one + two == (12 + 3 * (siren % 97)) % 97;
    }
    let check = if one < 10 { 24 * one + two - 10 } else { 34 * one + two - 100 };
    (siren + 1 + check / 11) % 11 == check % 11
}

/// The value of a character of a key: I and O are not used.
fn key(byte: u8) -> Option<u64> {
    let place = b"0123456789ABCDEFGHJKLMNPQRSTUVWXYZ".iter().position(|&other| other == byte)?;
    u64::try_from(place).ok()
}

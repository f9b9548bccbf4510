//! The international bank account number.

use super::{
    be,
    parts::{digits, rest_97, sum},
};

pub(super) fn iban(account: &[u8]) -> bool {
    let Some((&[a, b, c, d], rest)) = account.split_first_chunk::<4>() else {
        return false;
    };
    let countries =
        IBAN_LENGTHS.iter().find(|(length, _)| *length == account.len()).map_or("", |(_, countries)| countries);
    let known = countries.split(' ').any(|country| country.as_bytes() == [a, b]);
    let whole = || rest_97(rest.iter().chain([&a, &b, &c, &d])) == Some(1);
    known && c.is_ascii_digit() && d.is_ascii_digit() && whole() && account_of([a, b], rest)
}

/// Whether an account passes the check that its country had before there were IBANs, for the countries of which it is
/// published: Belgium (as its identity cards), Norway (<https://no.wikipedia.org/wiki/Kontonummer>), Spain
/// (<https://es.wikipedia.org/wiki/C%C3%B3digo_cuenta_cliente>), and those that took over MOD 97-10
/// (<https://en.wikipedia.org/wiki/International_Bank_Account_Number#National_check_digits>).
fn account_of(country: [u8; 2], account: &[u8]) -> bool {
    let check = |rest: u32| (11 - rest) % 11;
    match &country {
        b"BE" => be::card(account),
        b"BA" | b"ME" | b"MK" | b"PT" | b"RS" | b"SI" | b"TL" => rest_97(account.iter()) == Some(1),
        b"NO" => {
            digits::<11>(account).is_some_and(|all| sum(&all, &[5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]).is_multiple_of(11))
        }
        b"ES" => digits::<20>(account).is_some_and(|all| {
            let [bank @ .., one, two, _, _, _, _, _, _, _, _, _, _] = all;
            let number: Vec<u32> = all.iter().skip(10).copied().collect();
            let digit = |rest| if check(rest) == 10 { 1 } else { check(rest) };
            digit(sum(&bank, &[4, 8, 5, 10, 9, 7, 3, 6]) % 11) == one
                && digit(sum(&number, &[1, 2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11) == two
        }),
        _ => true,
    }
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

//! The international bank account number.

use super::parts::rest_97;

pub(super) fn iban(account: &[u8]) -> bool {
    let Some((&[a, b, c, d], rest)) = account.split_first_chunk::<4>() else {
        return false;
    };
    let countries =
        IBAN_LENGTHS.iter().find(|(length, _)| *length == account.len()).map_or("", |(_, countries)| countries);
    let known = countries.split(' ').any(|country| country.as_bytes() == [a, b]);
    known && c.is_ascii_digit() && d.is_ascii_digit() && rest_97(rest.iter().chain([&a, &b, &c, &d])) == Some(1)
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

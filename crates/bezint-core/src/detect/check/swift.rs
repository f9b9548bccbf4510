//! The code of a bank.

/// Whether the country of a bank's code exists.
pub(super) fn bic(code: &[u8]) -> bool {
    let Some(([bank @ .., a, b], _)) = code.split_first_chunk::<6>() else { return false };
    matches!(code.len(), 8 | 11)
        && bank.iter().all(u8::is_ascii_uppercase)
        && COUNTRIES.split(' ').any(|codes| {
            codes.as_bytes().split_first().is_some_and(|(first, seconds)| first == a && seconds.contains(b))
        })
}

/// The codes of countries: the first letter, then each that can follow it. ISO 3166-1 alpha-2, and XK for Kosovo.
/// <https://www.iso.org/iso-3166-country-codes.html>
const COUNTRIES: &str = "ADEFGILMOQRSTUWXZ BABDEFGHIJLMNOQRSTVWYZ CACDFGHIKLMNORUVWXYZ DEJKMOZ ECEGHRST FIJKMOR \
    GABDEFGHILMNPQRSTUWY HKMNRTU IDELMNOQRST JEMOP KEGHIMNPRWYZ LABCIKRSTUVY MACDEFGHKLMNOPQRSTUVWXYZ NACEFGILOPRUZ OM \
    PAEFGHKLMNRSTWY QA REOSUW SABCDEGHIJKLMNORSTVXYZ TCDFGHJKLMNORTVWZ UAGMSYZ VACEGINU WFS XK YET ZAMW";

//! What somebody may log in with, and what only holds its place.

use super::opaque::is_placeholder;

/// What stands for a password in templates, or says of one that it is there, or is no value but a type.
const STAND_INS: &[&str] = &[
    "disabled",
    "empty",
    "enabled",
    "false",
    "geheim",
    "hidden",
    "none",
    "null",
    "optional",
    "pass",
    "pwd",
    "required",
    "secret",
    "string",
    "text",
    "true",
    "undefined",
    "user",
    "username",
    "value",
    "verplicht",
];
/// What a password is called. By itself, or after what it is of, it is none; with a digit it is a weak one.
const NAMES: &[&str] = &["password", "passwd", "wachtwoord", "passphrase", "passwort"];
/// As often as somebody repeats a character that is no letter or digit, or an x, to hold a place.
const SAME_IN_A_ROW: usize = 4;

/// Whether a text could be a password.
pub(super) fn password(bytes: &[u8]) -> bool {
    let lower = bytes.to_ascii_lowercase();
    let filler = |row: &[u8]| row.len() >= SAME_IN_A_ROW && matches!(row, [b'x' | 0..b'0' | b':'..b'a', ..]);
    let named = || NAMES.iter().any(|name| lower.windows(name.len()).any(|part| part == name.as_bytes()));
    let is_name = || lower.iter().all(|byte| byte.is_ascii_lowercase() || b"_-#.".contains(byte)) && named();
    !is_placeholder(&lower)
        && !lower.chunk_by(|one, next| one == next).any(filler)
        && !STAND_INS.iter().any(|word| word.as_bytes() == lower)
        && !is_name()
}

#[cfg(test)]
mod tests {
    use super::password;

    #[test]
    fn what_people_log_in_with_could_be_one() {
        for text in ["Welkom01", "zonnebloem", "correct-horse", "Password1", "MyPassword!", "xxl-bloem", "1111"] {
            assert!(password(text.as_bytes()), "{text}");
        }
    }

    #[test]
    fn what_holds_its_place_is_none() {
        for text in
            ["********", "xxxxx", "abXXXXXX", "changeme", "Secret", "smtp_password", "your-pass", "none", "----"]
        {
            assert!(!password(text.as_bytes()), "{text}");
        }
    }
}

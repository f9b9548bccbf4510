//! JSON Web Tokens: RFC 7519.

use super::opaque::opaque;

/// Whether the header of a token is a JSON object in base 64, as far as its last byte tells, which is a brace. That it
/// begins with one is what it is known by. What is once more in base 64 has no parts, and is not looked at so closely.
pub(super) fn jwt(bytes: &[u8]) -> bool {
    let mut parts = bytes.split(|byte| *byte == b'.');
    let header = parts.next().unwrap_or_default();
    opaque(bytes) && (parts.next().is_none() || last(header) == Some(u32::from(b'}')))
}

/// The last whole byte of what a text in either alphabet of base 64 says.
fn last(text: &[u8]) -> Option<u32> {
    let digits = text.chunks(4).next_back()?;
    let bits = digits.iter().try_fold(0, |bits, byte| {
        let digit = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' | b'-' => 62,
            b'/' | b'_' => 63,
            _ => return None,
        };
        Some(bits << 6 | u32::from(digit))
    })?;
    let unused = match digits.len() {
        4 => 0,
        3 => 2,
        2 => 4,
        _ => return None,
    };
    Some(bits >> unused & 0xFF)
}

//! JSON Web Tokens: RFC 7519.

use super::opaque::opaque;

/// Whether the header of a token is one: a JSON object in base 64, or that once more in base 64.
pub(super) fn jwt(bytes: &[u8]) -> bool {
    let header = decoded(before_stop(bytes));
    opaque(bytes) && (is_object(&header) || is_object(&decoded(before_stop(&header))))
}

fn before_stop(bytes: &[u8]) -> &[u8] {
    bytes.split(|byte| *byte == b'.').next().unwrap_or_default()
}

fn is_object(text: &[u8]) -> bool {
    matches!(text, [b'{', .., b'}'])
}

/// What a text in either alphabet of base 64 says, without an incomplete byte at its end.
fn decoded(text: &[u8]) -> Vec<u8> {
    let digits = text.iter().map_while(|byte| match byte {
        b'A'..=b'Z' => Some(byte - b'A'),
        b'a'..=b'z' => Some(byte - b'a' + 26),
        b'0'..=b'9' => Some(byte - b'0' + 52),
        b'+' | b'-' => Some(62),
        b'/' | b'_' => Some(63),
        _ => None,
    });
    let (mut bits, mut held, mut bytes) = (0_u32, 0, Vec::new());
    for digit in digits {
        bits = bits << 6 | u32::from(digit);
        held += 6;
        if held >= 8 {
            held -= 8;
            bytes.extend(u8::try_from(bits >> held & 0xFF));
        }
    }
    bytes
}

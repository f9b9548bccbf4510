//! Numbers of Spain.

use super::parts::{digit, digits, number};

pub(super) fn person(code: &[u8]) -> bool {
    let Some((&letter, head)) = code.split_last().filter(|(_, head)| matches!(head.len(), 7 | 8)) else { return false };
    let (&first, rest) = match head.split_first() {
        Some(split) => split,
        None => return false,
    };
    let value = match first {
        b'A'..=b'Z' if rest.len() < 7 => None,
        b'X' | b'K' | b'L' | b'M' => number(rest),
        b'Y' => number(rest).map(|rest| rest + 10_000_000),
        b'Z' => number(rest).map(|rest| rest + 20_000_000),
        _ => number(head),
    };
    let place = value.and_then(|value| usize::try_from(value % 23).ok());
    place.and_then(|place| b"TRWAGMYFPDXBNJZSQVHLCKE".get(place)) == Some(&letter)
}

pub(super) fn company(code: &[u8]) -> bool {
    let Some((&kind, rest)) = code.split_first() else { return false };
    let Some((&check, body)) = rest.split_last() else { return false };
    let Some(body) = digits::<7>(body) else { return false };
    let doubled = |digit: u32| 2 * digit / 10 + 2 * digit % 10;
    let sum: u32 =
        body.iter().zip([true, false].iter().cycle()).map(|(&d, odd)| if *odd { doubled(d) } else { d }).sum();
    let expected = (10 - sum % 10) % 10;
    let letter = usize::try_from(expected).ok().and_then(|place| b"JABCDEFGHI".get(place)) == Some(&check);
    let number = digit(check) == Some(expected);
    match kind {
        b'P' | b'Q' | b'R' | b'S' | b'N' | b'W' => letter,
        b'A' | b'B' | b'E' | b'H' => number,
        b'C' | b'D' | b'F' | b'G' | b'J' | b'U' | b'V' => letter || number,
        _ => false,
    }
}

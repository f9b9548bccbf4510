//! VAT numbers of the European Union and of the United Kingdom, each by the check of its country.

use super::{
    be, es, fr, it,
    luhn::luhn,
    nl,
    parts::{digit, digits, is_date, mod_11_10, number, sum},
    pl, uk,
};

pub(super) fn vat(code: &[u8]) -> bool {
    let Some((country, number)) = code.split_first_chunk::<2>() else { return false };
    match country {
        b"AT" => at(number),
        b"BE" => be::enterprise(number) || number.len() == 9 && be::enterprise(&[b"0", number].concat()),
        b"BG" => bg(number),
        b"CY" => cy(number),
        b"CZ" => cz(number),
        b"DE" => digits::<9>(number).is_some_and(|all| all.first() != Some(&0) && mod_11_10(&all)),
        b"DK" => to_zero::<8>(number, &[2, 7, 6, 5, 4, 3, 2, 1], 11),
        b"EE" => to_zero::<9>(number, &[3, 7, 1, 3, 7, 1, 3, 7, 1], 10),
        b"EL" => {
            let check = |all: &[u32]| sum(all, &[256, 128, 64, 32, 16, 8, 4, 2]) % 11 % 10;
            last_is::<9>(number, |all| check(all)) || last_is::<9>(&[b"0", number].concat(), |all| check(all))
        }
        b"ES" => es::person(number) || es::company(number),
        b"FI" => to_zero::<8>(number, &[7, 9, 10, 5, 8, 4, 2, 1], 11),
        b"FR" => fr::vat(number),
        b"HR" => digits::<11>(number).is_some_and(|all| mod_11_10(&all)),
        b"HU" => to_zero::<8>(number, &[9, 7, 3, 1, 9, 7, 3, 1], 10),
        b"IE" => ie(number),
        b"IT" => it::vat(number),
        b"LT" => lt(number),
        b"LU" => lu(number),
        b"LV" => lv(number),
        b"MT" => to_zero::<8>(number, &[3, 4, 6, 7, 8, 9, 10, 1], 37),
        b"NL" => nl::btw(number),
        b"PL" => pl::nip(number),
        b"PT" => {
            let first = number.first() != Some(&b'0');
            first && last_is::<9>(number, |all| (11 - sum(all, &[9, 8, 7, 6, 5, 4, 3, 2]) % 11) % 11 % 10)
        }
        b"RO" => ro(number),
        b"SE" => number.len() == 12 && number.get(..10).is_some_and(luhn) && !number.ends_with(b"00"),
        b"SI" => si(number),
        b"SK" => sk(number),
        b"GB" | b"XI" => uk::vat(number),
        _ => false,
    }
}

/// Whether so many digits, each times its weight, sum to a multiple.
fn to_zero<const N: usize>(number: &[u8], weights: &[u32; N], of: u32) -> bool {
    digits::<N>(number).is_some_and(|all| all != [0; N] && sum(&all, weights).is_multiple_of(of))
}

/// Whether the last of so many digits follows from all of them.
fn last_is<const N: usize>(number: &[u8], check: impl Fn(&[u32; N]) -> u32) -> bool {
    digits::<N>(number).is_some_and(|all| all != [0; N] && all.last() == Some(&check(&all)))
}

/// The rest by 11 with weights; where that is 10, with other weights, 10 counting as 0.
fn second_try(all: &[u32], first: &[u32], second: &[u32]) -> u32 {
    match sum(all, first) % 11 {
        10 => sum(all, second) % 11 % 10,
        rest => rest,
    }
}

fn at(number: &[u8]) -> bool {
    let Some((b'U', number)) = number.split_first() else { return false };
    last_is::<8>(number, |&[a, b, c, d, e, f, g, _]| {
        let doubled = |digit: u32| digit / 5 + 2 * digit % 10;
        (96 - (a + doubled(b) + c + doubled(d) + e + doubled(f) + g)) % 10
    })
}

fn bg(number: &[u8]) -> bool {
    let legal = || last_is::<9>(number, |all| second_try(all, &[1, 2, 3, 4, 5, 6, 7, 8], &[3, 4, 5, 6, 7, 8, 9, 10]));
    // The month of a person born before 1900 has 20 more, from 2000 on 40 more.
    let person = || {
        last_is::<10>(number, |all| sum(all, &[2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11 % 10)
            && digits::<10>(number).is_some_and(|[_, _, a, b, c, d, ..]| is_date((10 * a + b) % 20, 10 * c + d))
    };
    let foreigner = || last_is::<10>(number, |all| sum(all, &[21, 19, 17, 13, 11, 9, 7, 3, 1]) % 10);
    let other = || last_is::<10>(number, |all| (11 - sum(all, &[4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11) % 11);
    legal() || person() || foreigner() || other()
}

fn cy(number: &[u8]) -> bool {
    const ODD: [u32; 10] = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21];
    let Some((&letter, body)) = number.split_last() else { return false };
    let odd = |digit: u32| usize::try_from(digit).ok().and_then(|place| ODD.get(place)).copied().unwrap_or_default();
    digits::<8>(body).is_some_and(|[a, b, c, d, e, f, g, h]| {
        let sum = odd(a) + b + odd(c) + d + odd(e) + f + odd(g) + h;
        (a, b) != (1, 2) && u32::from(letter) == u32::from(b'A') + sum % 26
    })
}

fn cz(number: &[u8]) -> bool {
    let weights = [8, 7, 6, 5, 4, 3, 2];
    let legal = || {
        let first = number.first() != Some(&b'9');
        first && last_is::<8>(number, |all| (11 - sum(all, &weights) % 11) % 10)
    };
    let special = || {
        let Some([6, rest @ ..]) = digits::<9>(number) else { return false };
        let sum = sum(&rest, &weights) % 11;
        rest.last() == Some(&((sum + 8) % 10))
    };
    let person = || {
        let month = number.get(2..4).and_then(self::number).unwrap_or_default() % 50;
        let day = number.get(4..6).and_then(self::number).unwrap_or_default();
        let dated = is_date(u32::try_from(month % 20).unwrap_or_default(), u32::try_from(day).unwrap_or_default());
        let head = number.get(..9).and_then(self::number).unwrap_or_default();
        let last = number.get(9).copied().and_then(digit).map(u64::from);
        // Until 1985 the rest 10 was given out too, with the digit 0. Before 1954 there was no tenth digit.
        let checked = match last {
            Some(last) => number.len() == 10 && head % 11 % 10 == last,
            None => number.len() == 9 && head / 10_000_000 < 54,
        };
        dated && checked
    };
    legal() || special() || person()
}

fn ie(number: &[u8]) -> bool {
    let letter_of = |rest: u32| b'A'.wrapping_sub(1).wrapping_add(u8::try_from(rest).unwrap_or_default());
    let expected = |all: &[u32], second: u32| match (sum(all, &[8, 7, 6, 5, 4, 3, 2]) + 9 * second) % 23 {
        0 => b'W',
        rest => letter_of(rest),
    };
    match number {
        [head @ .., letter] if number.len() == 8 => match head {
            [first, second, rest @ ..] if !second.is_ascii_digit() => {
                let Some([a, b, c, d, e]) = digits::<5>(rest) else { return false };
                digit(*first).is_some_and(|first| expected(&[0, a, b, c, d, e, first], 0) == *letter)
            }
            _ => digits::<7>(head).is_some_and(|all| expected(&all, 0) == *letter),
        },
        [head @ .., letter, second @ b'A'..=b'W'] => {
            let value = if *second == b'W' { 0 } else { u32::from(second - b'A') + 1 };
            digits::<7>(head).is_some_and(|all| expected(&all, value) == *letter)
        }
        _ => false,
    }
}

fn lt(number: &[u8]) -> bool {
    let legal = || {
        number.get(7) == Some(&b'1')
            && last_is::<9>(number, |all| second_try(all, &[1, 2, 3, 4, 5, 6, 7, 8], &[3, 4, 5, 6, 7, 8, 9, 1]))
    };
    let temporary = || {
        let (first, second) = ([1, 2, 3, 4, 5, 6, 7, 8, 9, 1, 2], [3, 4, 5, 6, 7, 8, 9, 1, 2, 3, 4]);
        number.get(10) == Some(&b'1') && last_is::<12>(number, |all| second_try(all, &first, &second))
    };
    legal() || temporary()
}

fn lu(number: &[u8]) -> bool {
    let parts = number.split_at_checked(6).filter(|_| number.len() == 8);
    let parts = parts.and_then(|(head, key)| self::number(head).zip(self::number(key)));
    parts.is_some_and(|(head, key)| head > 0 && head % 89 == key)
}

fn lv(number: &[u8]) -> bool {
    let Some(all) = digits::<11>(number) else { return false };
    let [first, second, third, fourth, .., last] = all;
    if first > 3 {
        return sum(&all, &[9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1]) % 11 == 3;
    }
    // Numbers given out since 2017 begin with 32 and tell nothing, not even by a check digit.
    let person = (1 + sum(&all, &[10, 5, 8, 4, 2, 1, 6, 3, 7, 9])) % 11 % 10 == last;
    (first, second) == (3, 2) || is_date(10 * third + fourth, 10 * first + second) && person
}

fn ro(number: &[u8]) -> bool {
    if let Some([sex, _, _, a, b, c, d, ..]) = digits::<13>(number) {
        let dated = sex > 0 && is_date(10 * a + b, 10 * c + d);
        return dated
            && last_is::<13>(number, |all| match sum(all, &[2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9]) % 11 {
                10 => 1,
                rest => rest,
            });
    }
    let mut padded = [b'0'; 10];
    let Some(room) = padded.len().checked_sub(number.len()).filter(|_| number.len() > 1) else { return false };
    padded.iter_mut().skip(room).zip(number).for_each(|(place, &byte)| *place = byte);
    number.first() != Some(&b'0') && last_is::<10>(&padded, |all| 10 * sum(all, &[7, 5, 3, 2, 1, 7, 5, 3, 2]) % 11 % 10)
}

fn si(number: &[u8]) -> bool {
    let first = number.first() != Some(&b'0');
    first
        && last_is::<8>(number, |all| match sum(all, &[8, 7, 6, 5, 4, 3, 2]) % 11 {
            // There is no such number.
            0 => 11,
            rest => (11 - rest) % 10,
        })
}

fn sk(number: &[u8]) -> bool {
    let third = number.get(2).is_some_and(|digit| b"234789".contains(digit));
    let whole = self::number(number).filter(|_| number.len() == 10);
    third && number.first() != Some(&b'0') && whole.is_some_and(|whole| whole % 11 == 0)
}

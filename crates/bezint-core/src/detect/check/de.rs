//! Numbers of Germany.

use super::parts::{digits, is_date, mod_11_10, number, value};

pub(super) fn tax_id(number: &[u8]) -> bool {
    let Some(all) = digits::<11>(number) else { return false };
    let Some((_, ten)) = all.split_last() else { return false };
    let times = |digit: u32| ten.iter().filter(|&&other| other == digit).count();
    let repeated = (0..10).filter(|&digit| times(digit) > 1).count();
    all.first() != Some(&0) && repeated == 1 && (0..10).all(|digit| times(digit) <= 3) && mod_11_10(&all)
}

pub(super) fn pension(code: &[u8]) -> bool {
    let Ok(&[area_1, area_2, d1, d2, m1, m2, y1, y2, letter, s1, s2, check]) = <&[u8; 12]>::try_from(code) else {
        return false;
    };
    let Some(place) = value(letter).filter(|value| *value > 9).map(|value| value - 9) else { return false };
    let (month, day) = (number(&[m1, m2]), number(&[d1, d2]));
    let dated = month.zip(day).is_some_and(|(month, day)| is_date(month as u32, (day % 50) as u32));
    let Some([a, b, c, d, e, f, g, h, i, j, check]) =
        digits::<11>(&[area_1, area_2, d1, d2, m1, m2, y1, y2, s1, s2, check])
    else {
        return false;
    };
    let all = [a, b, c, d, e, f, g, h, place / 10, place % 10, i, j];
    let weighted = all.iter().zip([2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1]).map(|(digit, weight)| digit * weight);
    dated && weighted.map(|product| product / 10 + product % 10).sum::<u32>() % 10 == check
}

pub(super) fn document(code: &[u8]) -> bool {
    let Some((&check, serial)) = code.split_last().filter(|(_, serial)| serial.len() == 9) else { return false };
    let weighted = serial
        .iter()
        .zip([7, 3, 1].iter().cycle())
        .try_fold(0, |sum, (&byte, weight)| Some(sum + value(byte)? * weight));
    weighted.is_some_and(|sum| value(check) == Some(sum % 10))
}

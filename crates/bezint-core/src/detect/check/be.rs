//! Numbers of Belgium.

use super::parts::number;

pub(super) fn national(digits: &[u8]) -> bool {
    let Some((head, key)) = split::<11>(digits, 9) else { return false };
    // In a BIS number, 20 or 40 is added to the month, and the day may not be known.
    let (month, day) = (head / 100_000 % 100, head / 1_000 % 100);
    let dated = month < 53 && month % 20 <= 12 && (day <= 31 || month >= 20);
    dated && [head, head + 2_000_000_000].iter().any(|head| 97 - head % 97 == key)
}

pub(super) fn enterprise(digits: &[u8]) -> bool {
    split::<10>(digits, 8).is_some_and(|(head, key)| (1..20_000_000).contains(&head) && 97 - head % 97 == key)
}

pub(super) fn card(digits: &[u8]) -> bool {
    split::<12>(digits, 10).is_some_and(|(head, key)| head > 0 && (head % 97 == key || head % 97 == 0 && key == 97))
}

/// A number of so many digits in two: those before this place, and those after it.
fn split<const N: usize>(digits: &[u8], at: usize) -> Option<(u64, u64)> {
    let (head, key) = digits.split_at_checked(at).filter(|_| digits.len() == N)?;
    number(head).zip(number(key))
}

//! "Did you mean": the known name nearest to one that was written.

/// The candidate that is fewest edits from `written`, if that is few for its length. The first of equals wins.
pub(crate) fn nearest<'c>(written: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    let written: Vec<char> = written.to_lowercase().chars().take(64).collect();
    candidates
        .into_iter()
        .filter_map(|candidate| {
            let length = candidate.chars().count();
            let most = length.div_ceil(3);
            // Each edit changes the length by one at most.
            let worth_it = length.abs_diff(written.len()) <= most;
            let distance = worth_it.then(|| distance(&written, candidate)).filter(|distance| *distance <= most)?;
            Some((distance, candidate))
        })
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// Insertions, deletions, substitutions and swaps of neighbours that lead from one to the other.
fn distance(from: &[char], to: &str) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=from.len()).collect();
    let mut last = None;
    for (row, letter) in to.chars().enumerate() {
        let mut current = vec![row + 1];
        let mut left = row + 1;
        for (column, other) in from.iter().enumerate() {
            let at = |line: &[usize], column: usize| line.get(column).copied().unwrap_or(usize::MAX - 1);
            let mut best =
                (at(&above, column) + usize::from(*other != letter)).min(at(&above, column + 1) + 1).min(left + 1);
            let previous = column.checked_sub(1).and_then(|column| from.get(column));
            if last == Some(*other) && previous == Some(&letter) {
                best = best.min(at(&before, column - 1) + 1);
            }
            current.push(best);
            left = best;
        }
        before = std::mem::replace(&mut above, current);
        last = Some(letter);
    }
    above.last().copied().unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_names_are_found_and_far_ones_are_not() {
        let known = ["detectors", "rules", "policy"];
        assert_eq!(nearest("detector", known), Some("detectors"));
        assert_eq!(nearest("rulse", known), Some("rules"));
        assert_eq!(nearest("Policy", known), Some("policy"));
        assert_eq!(nearest("audience", known), None);
        assert_eq!(nearest("", known), None);
    }

    #[test]
    fn a_swap_is_one_edit() {
        let from: Vec<char> = "confrim".chars().collect();
        assert_eq!(distance(&from, "confirm"), 1);
        assert_eq!(distance(&[], "abc"), 3);
    }
}

//! Whether one rule is for all that another is for: names, such as roles and sites, and times.

use bezint_core::policy::Period;

/// Whether some names, of which none are all there can be, have all of others among them.
pub(crate) fn within(wide: &[String], narrow: &[String]) -> bool {
    wide.is_empty() || (!narrow.is_empty() && narrow.iter().all(|name| wide.contains(name)))
}

/// Whether some periods, in order and none: always, hold whenever others do.
pub(crate) fn cover(wide: &[Period], narrow: &[Period]) -> bool {
    const ALWAYS: Period = Period { from: None, until: None };
    let narrow = if narrow.is_empty() { &[ALWAYS] } else { narrow };
    wide.is_empty() || narrow.iter().all(|period| covers(wide, period))
}

fn covers(wide: &[Period], Period { from, until }: &Period) -> bool {
    // Up to where it is covered; `None`: not even its beginning, which there is none of.
    let mut reached = *from;
    for period in wide {
        if period.from.is_some_and(|begin| reached.is_none_or(|reached| begin > reached)) {
            return false;
        }
        let Some(end) = period.until else { return true };
        reached = Some(reached.map_or(end, |reached| reached.max(end)));
        if until.is_some_and(|until| end >= until) {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_cover_what_lies_in_them_together() {
        let period = |from, until| Period { from, until };
        let wide = [period(None, Some(10)), period(Some(10), Some(20)), period(Some(30), None)];
        let covered = |from, until| cover(&wide, &[period(from, until)]);
        assert!(covered(Some(5), Some(20)) && covered(None, Some(1)) && covered(Some(40), None));
        assert!(covered(Some(10), Some(20)) && covered(Some(30), None));
        assert!(!covered(Some(5), Some(21)) && !covered(Some(20), Some(30)) && !covered(Some(29), None));
        assert!(!covered(None, None) && !cover(&wide, &[]) && cover(&[], &wide));
    }
}

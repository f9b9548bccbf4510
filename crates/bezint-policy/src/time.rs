//! Moments, as policies and command lines write them.

use toml_datetime::{Datetime, Offset};

/// Seconds of a day.
pub(crate) const DAY: i64 = 86_400;

/// Seconds since 1970-01-01 UTC of a moment such as `2026-01-01T00:00:00+01:00` (RFC 3339); `None` when it is
/// something else, or leaves its date, time or zone out.
///
/// ```
/// use bezint_policy::time::parse;
/// assert_eq!(parse("1970-01-02T01:00:00+01:00"), Some(86_400));
/// assert_eq!(parse("1970-01-02"), None);
/// ```
pub fn parse(moment: &str) -> Option<i64> {
    seconds(moment.parse().ok()?)
}

/// Seconds since 1970-01-01 UTC, if date, time and zone are there.
pub(crate) fn seconds(moment: Datetime) -> Option<i64> {
    let (date, time) = (moment.date?, moment.time?);
    let ahead = match moment.offset? {
        Offset::Z => 0,
        Offset::Custom { minutes } => i64::from(minutes) * 60,
    };
    let days = days_before(i64::from(date.year), i64::from(date.month), i64::from(date.day));
    let clock = i64::from(time.hour) * 3600 + i64::from(time.minute) * 60 + i64::from(time.second.unwrap_or(0));
    Some(days * DAY + clock - ahead)
}

/// Seconds since 1970-01-01 UTC at which a day begins there, if that is what this is: a date and no more.
pub(crate) fn day(date: Datetime) -> Option<i64> {
    let Datetime { date: Some(date), time: None, offset: None } = date else { return None };
    Some(days_before(i64::from(date.year), i64::from(date.month), i64::from(date.day)) * DAY)
}

/// A moment for people, such as `2026-01-01 09:00 UTC`.
///
/// ```
/// assert_eq!(bezint_policy::time::write(951_825_600), "2000-02-29 12:00 UTC");
/// ```
pub fn write(seconds: i64) -> String {
    let (days, clock) = (seconds.div_euclid(DAY), seconds.rem_euclid(DAY));
    let (year, month, day) = date(days);
    format!("{year:04}-{month:02}-{day:02} {:02}:{:02} UTC", clock / 3600, clock / 60 % 60)
}

/// Year, month and day of the date that is so many days after 1970-01-01. The inverse of [`days_before`]: first the
/// year, from March on, then the month in it.
fn date(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let guess = days * 400 / 146_097;
    let begin = |year: i64| year * 365 + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    let year = (guess - 1..=guess + 1).rev().find(|year| begin(*year) <= days).unwrap_or(guess);
    let day = days - begin(year);
    let month = (5 * day + 2) / 153;
    let (year, of_year) = if month < 10 { (year, month + 3) } else { (year + 1, month - 9) };
    (year, of_year, day - (153 * month + 2) / 5 + 1)
}

/// Days from 1970-01-01 to a date of the Gregorian calendar, from year 0 on. Years are counted from March, so that
/// the leap day is the last of its year and the months before it follow one rule: 153 days in every five.
fn days_before(year: i64, month: i64, day: i64) -> i64 {
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let leaps = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    year * 365 + leaps + (153 * month + 2) / 5 + day - 1 - 719_468
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_moments() {
        assert_eq!(parse("1970-01-01T00:00:00Z"), Some(0));
        assert_eq!(parse("2000-02-29T12:00:00Z"), Some(951_825_600));
        assert_eq!(parse("2026-11-24T09:00:00+01:00"), Some(1_795_507_200));
        assert_eq!(parse("2026-11-24T09:00:00"), None);
        assert_eq!(parse("tomorrow"), None);
    }

    #[test]
    fn every_day_follows_the_one_before() {
        let mut days = days_before(1999, 12, 31);
        for year in 2000..2101 {
            let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
            for (month, length) in (1..).zip([31, 28 + i64::from(leap), 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]) {
                for day in 1..=length {
                    days += 1;
                    assert_eq!(days_before(year, month, day), days);
                    assert_eq!(date(days), (year, month, day));
                }
            }
        }
    }
}

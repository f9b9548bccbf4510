//! Moments, as policies and command lines write them, and the zones and periods they are told in.

use crate::{Problem, nearest::nearest};
use bezint_core::policy::Period;
use jiff::{
    Timestamp,
    civil::{Date, DateTime, Time},
    tz::{AmbiguousOffset, Offset, TimeZone, TimeZoneDatabase},
};
use std::sync::LazyLock;
use toml_datetime::Datetime;

/// The zones that Bezint knows: the same wherever it runs.
static ZONES: LazyLock<TimeZoneDatabase> = LazyLock::new(TimeZoneDatabase::bundled);

/// Seconds since 1970-01-01 UTC of a moment such as `2026-01-01T00:00:00+01:00` (RFC 3339); `None` when it is
/// something else, or leaves its date, time or zone out.
///
/// ```
/// use bezint_policy::time::parse;
/// assert_eq!(parse("1970-01-02T01:00:00+01:00"), Some(86_400));
/// assert_eq!(parse("1970-01-02"), None);
/// ```
pub fn parse(moment: &str) -> Option<i64> {
    seconds(moment.parse().ok()?, None, Day::Begins).ok()
}

/// A moment for people, such as `2026-01-01 09:00 UTC`.
///
/// ```
/// assert_eq!(bezint_policy::time::write(951_825_600), "2000-02-29 12:00 UTC");
/// ```
pub fn write(seconds: i64) -> String {
    local(seconds, &TimeZone::UTC).strftime("%Y-%m-%d %H:%M UTC").to_string()
}

/// A period for people: `from 2026-01-01 00:00 UTC until 2026-02-01 00:00 UTC`.
///
/// ```
/// use bezint_core::policy::Period;
/// let period = Period { from: Some(0), until: None };
/// assert_eq!(bezint_policy::time::write_period(&period), "from 1970-01-01 00:00 UTC on");
/// ```
pub fn write_period(period: &Period) -> String {
    match (period.from.map(write), period.until.map(write)) {
        (Some(from), Some(until)) => format!("from {from} until {until}"),
        (Some(from), None) => format!("from {from} on"),
        (None, Some(until)) => format!("until {until}"),
        (None, None) => "always".to_owned(),
    }
}

/// The zone of a name such as `Europe/Amsterdam`.
pub(crate) fn zone(name: &str) -> Result<TimeZone, Problem> {
    ZONES.get(name).map_err(|_| {
        let known: Vec<_> = ZONES.available().map(|known| known.to_string()).collect();
        // A zone is named after a city, which is what people remember of it.
        let city = |known: &&str| known.rsplit('/').next().is_some_and(|city| city.eq_ignore_ascii_case(name));
        let names = || known.iter().map(String::as_str);
        let nearest = names().find(city).or_else(|| nearest(name, names())).map(str::to_owned);
        Problem::UnknownZone { name: name.to_owned(), nearest }
    })
}

/// Which moment of a day is meant, where there is nothing but a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Day {
    /// Its first.
    Begins,
    /// The first after it.
    Ends,
}

/// Seconds since 1970-01-01 UTC of what is written: a moment with its offset, or a moment or a day in this zone.
pub(crate) fn seconds(written: Datetime, zone: Option<&TimeZone>, day: Day) -> Result<i64, Problem> {
    let Datetime { date: Some(date), time, offset } = written else { return Err(Problem::NoDay) };
    let part = |number: u8| i8::try_from(number).unwrap_or_default();
    let date = Date::new(i16::try_from(date.year).unwrap_or_default(), part(date.month), part(date.day))
        .map_err(|_| Problem::NoDay)?;
    let at = match (time, offset, zone) {
        (Some(time), Some(offset), _) => {
            let minutes = match offset {
                toml_datetime::Offset::Z => 0,
                toml_datetime::Offset::Custom { minutes } => minutes,
            };
            let offset = Offset::from_seconds(i32::from(minutes) * 60).map_err(|_| Problem::NoDay)?;
            offset.to_timestamp(clock(date, time))
        }
        (Some(time), None, Some(zone)) => {
            let local = zone.to_ambiguous_timestamp(clock(date, time));
            match local.offset() {
                AmbiguousOffset::Unambiguous { .. } => local.unambiguous(),
                AmbiguousOffset::Gap { .. } => return Err(Problem::SkippedMoment { zone: name(zone) }),
                AmbiguousOffset::Fold { before, after } => {
                    let offsets = [before, after].map(|offset| {
                        let minutes = offset.seconds() / 60;
                        let sign = if minutes < 0 { '-' } else { '+' };
                        format!("{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
                    });
                    return Err(Problem::TwiceMoment { zone: name(zone), offsets });
                }
            }
        }
        (None, None, Some(zone)) => {
            let day = if day == Day::Begins { Ok(date) } else { date.tomorrow() };
            day.and_then(|day| zone.to_ambiguous_timestamp(DateTime::from_parts(day, Time::midnight())).compatible())
        }
        _ => return Err(Problem::NoClock),
    };
    // The last days that can be written lie beyond the last moment that can be told.
    Ok(at.unwrap_or(Timestamp::MAX).as_second())
}

/// A leap second is told as the one before it.
fn clock(date: Date, time: toml_datetime::Time) -> DateTime {
    let part = |number: u8, most: i8| i8::try_from(number).unwrap_or(most).min(most);
    let [hour, minute] = [part(time.hour, 23), part(time.minute, 59)];
    let time = Time::new(hour, minute, part(time.second.unwrap_or_default(), 59), 0);
    DateTime::from_parts(date, time.unwrap_or_default())
}

/// The name of a zone.
pub(crate) fn name(zone: &TimeZone) -> String {
    zone.iana_name().unwrap_or("UTC").to_owned()
}

/// What calendar and clock show there at a second since 1970-01-01 UTC.
pub(crate) fn local(seconds: i64, zone: &TimeZone) -> DateTime {
    let bounded = seconds.clamp(Timestamp::MIN.as_second(), Timestamp::MAX.as_second());
    zone.to_datetime(Timestamp::from_second(bounded).unwrap_or_default())
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
        assert_eq!(parse("9999-12-31T23:59:59Z"), Some(Timestamp::MAX.as_second()));
        assert_eq!(write(i64::MAX), write(Timestamp::MAX.as_second()));
    }

    #[test]
    fn days_and_clocks_are_those_of_the_zone() {
        let amsterdam = zone("Europe/Amsterdam").unwrap();
        let at = |written: &str, day| seconds(written.parse().unwrap(), Some(&amsterdam), day);
        assert_eq!(at("2026-11-24T09:00:00", Day::Begins), Ok(1_795_507_200));
        assert_eq!(at("2026-07-01", Day::Begins).map(write).unwrap(), "2026-06-30 22:00 UTC");
        assert_eq!(at("2026-12-31", Day::Ends).map(write).unwrap(), "2026-12-31 23:00 UTC");
        assert_eq!(at("2026-11-24T09:00:00Z", Day::Begins).map(write).unwrap(), "2026-11-24 09:00 UTC");
        // The clock goes forward on 29 March, and back on 25 October.
        assert!(matches!(at("2026-03-29T02:30:00", Day::Begins), Err(Problem::SkippedMoment { .. })));
        assert!(matches!(at("2026-10-25T02:30:00", Day::Begins), Err(Problem::TwiceMoment { .. })));
        let length = at("2026-03-29", Day::Ends).unwrap() - at("2026-03-29", Day::Begins).unwrap();
        assert_eq!(length, 23 * 3600);
    }
}

//! When a rule holds, as a person would say it: days and clocks of its zone.

use crate::time;
use bezint_core::policy::Period;
use jiff::{
    civil::{Date, Time},
    tz::TimeZone,
};
use serde::Deserialize;

/// How times are said in a language.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Times {
    from: String,
    until: String,
    between: String,
    day: String,
    end_of_day: String,
    clock: String,
    months: [String; 12],
}

impl Times {
    /// A sentence; `None`: it is always.
    pub fn period(&self, Period { from, until }: &Period, zone: Option<&TimeZone>) -> Option<String> {
        let message = match (from, until) {
            (Some(_), Some(_)) => &self.between,
            (Some(_), None) => &self.from,
            (None, Some(_)) => &self.until,
            (None, None) => return None,
        };
        let from = from.map(|from| self.moment(from, zone, false)).unwrap_or_default();
        let until = until.map(|until| self.moment(until, zone, true)).unwrap_or_default();
        Some(message.replace("{from}", &from).replace("{until}", &until))
    }

    /// A moment. Where it is midnight on the clock of the policy's own zone, it is a day: as an end, the one before.
    fn moment(&self, seconds: i64, zone: Option<&TimeZone>, ends: bool) -> String {
        let utc = TimeZone::UTC;
        let at = time::local(seconds, zone.unwrap_or(&utc));
        match (zone, at.time() == Time::midnight(), at.date().yesterday()) {
            (Some(_), true, Ok(before)) if ends => self.end_of_day.replace("{day}", &self.day(before)),
            (Some(_), true, _) if !ends => self.day(at.date()),
            _ => {
                let clock = self.clock.replace("{day}", &self.day(at.date()));
                let clock = clock.replace("{time}", &at.strftime("%H:%M").to_string());
                clock.replace("{zone}", &time::name(zone.unwrap_or(&utc)))
            }
        }
    }

    fn day(&self, date: Date) -> String {
        let month = usize::try_from(date.month() - 1).ok().and_then(|place| self.months.get(place));
        let day = self.day.replace("{day}", &date.day().to_string()).replace("{year}", &date.year().to_string());
        day.replace("{month}", month.map(String::as_str).unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::super::Messages;
    use super::*;

    #[test]
    fn whole_days_are_days_and_other_moments_have_a_clock() {
        let amsterdam = time::zone("Europe/Amsterdam").unwrap();
        let period = |from: Option<&str>, until: Option<&str>| {
            let [from, until] = [from, until].map(|moment| moment.and_then(time::parse));
            Period { from, until }
        };
        let days = period(Some("2026-12-01T00:00:00+01:00"), Some("2027-01-01T00:00:00+01:00"));
        let clock = period(None, Some("2026-07-01T08:30:00Z"));
        let said = |language: &str, period: &Period, zone: Option<&TimeZone>| {
            Messages::of(language).unwrap().times.period(period, zone).unwrap()
        };
        let all = ["en", "nl"].map(|language| {
            let own = [&days, &clock].map(|period| said(language, period, Some(&amsterdam)));
            [own.to_vec(), vec![said(language, &days, None)]].concat()
        });
        assert_eq!(
            all.concat(),
            [
                "From 1 December 2026 until the end of 31 December 2026.",
                "Until 1 July 2026 at 10:30 (Europe/Amsterdam).",
                "From 30 November 2026 at 23:00 (UTC) until 31 December 2026 at 23:00 (UTC).",
                "Van 1 december 2026 tot het einde van 31 december 2026.",
                "Tot 1 juli 2026 om 10:30 (Europe/Amsterdam).",
                "Van 30 november 2026 om 23:00 (UTC) tot 31 december 2026 om 23:00 (UTC).",
            ]
        );
    }
}

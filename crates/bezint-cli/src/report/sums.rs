//! Adding up, and leaving out what would tell of a few.
//!
//! Every number that is shown is about at least so many people. What is about fewer is not blanked, since a total and
//! the other numbers would give it away: it goes into one row with its like, and where that is still about too few, the
//! smallest of the others joins it. So the difference of a total and all that is shown is about enough people too.

use super::counts::{Counts, Decision};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// The answer to one question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Table {
    /// What its rows are, such as `site`.
    pub of: &'static str,
    /// The question, for people.
    pub question: &'static str,
    pub rows: Vec<Row>,
    /// All that is about too few people to be shown by itself.
    pub rest: Option<Row>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Row {
    pub name: String,
    pub people: usize,
    pub times: u64,
    /// How it ended, where each end is about enough people.
    pub ended: Option<Ended>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Ended {
    pub posted: u64,
    pub reconsidered: u64,
}

/// The numbers behind a row: people are told apart by their place in the list of files.
#[derive(Debug, Clone, Default)]
struct Sum {
    people: BTreeSet<usize>,
    times: u64,
    posted: Part,
    reconsidered: Part,
}

#[derive(Debug, Clone, Default)]
struct Part {
    people: BTreeSet<usize>,
    times: u64,
}

impl Sum {
    fn add(&mut self, person: usize, times: u32, decision: Option<Decision>) {
        if times == 0 {
            return;
        }
        self.people.insert(person);
        self.times += u64::from(times);
        let part = match decision {
            Some(Decision::Posted) => &mut self.posted,
            Some(Decision::Reconsidered) => &mut self.reconsidered,
            None => return,
        };
        part.people.insert(person);
        part.times += u64::from(times);
    }

    fn join(&mut self, other: Self) {
        for (mine, theirs) in [(&mut self.posted, other.posted), (&mut self.reconsidered, other.reconsidered)] {
            mine.people.extend(theirs.people);
            mine.times += theirs.times;
        }
        self.people.extend(other.people);
        self.times += other.times;
    }

    fn row(self, name: String, at_least: usize) -> Row {
        let both = [&self.posted, &self.reconsidered].iter().all(|part| part.people.len() >= at_least);
        let ended = both.then_some(Ended { posted: self.posted.times, reconsidered: self.reconsidered.times });
        Row { name, people: self.people.len(), times: self.times, ended }
    }
}

/// The tables that answer the four questions a company has.
pub fn tables(people: &[Counts], at_least: usize) -> Vec<Table> {
    let mut sums: [BTreeMap<String, Sum>; 5] = Default::default();
    let [sites, rules, weeks, audiences, roles] = &mut sums;
    for (person, counts) in people.iter().enumerate() {
        for week in &counts.weeks {
            for one in &week.rules {
                let decision = Some(one.decision);
                rules.entry(one.rule.clone()).or_default().add(person, one.count, decision);
                weeks.entry(week.week.clone()).or_default().add(person, one.count, decision);
                for role in &counts.roles {
                    roles.entry(role.clone()).or_default().add(person, one.count, decision);
                }
                if counts.roles.is_empty() {
                    roles.entry("no role".to_owned()).or_default().add(person, one.count, decision);
                }
            }
            for one in &week.sites {
                sites.entry(one.site.clone()).or_default().add(person, one.count, None);
            }
            for one in &week.audiences {
                audiences.entry(one.audience.to_string()).or_default().add(person, one.count, None);
            }
        }
    }
    let [sites, rules, weeks, audiences, roles] = sums;
    [
        ("site", "Which activities: where Bezint spoke up", sites),
        ("rule", "Which topics: which rules spoke up", rules),
        ("week", "How far it is used: by week", weeks),
        ("audience", "Who is involved: who could have read it", audiences),
        ("role", "How it is organised: the roles of who wrote it", roles),
    ]
    .map(|(of, question, sums)| table(of, question, sums, at_least))
    .into()
}

fn table(of: &'static str, question: &'static str, sums: BTreeMap<String, Sum>, at_least: usize) -> Table {
    let (mut shown, few): (Vec<_>, Vec<_>) = sums.into_iter().partition(|(_, sum)| sum.people.len() >= at_least);
    let mut rest = few.into_iter().map(|(_, sum)| sum).reduce(|mut all, one| {
        all.join(one);
        all
    });
    while let Some(left) = rest.as_mut().filter(|left| left.people.len() < at_least) {
        let smallest = shown.iter().enumerate().min_by_key(|(_, (_, sum))| (sum.people.len(), sum.times));
        let Some((place, _)) = smallest else { break };
        left.join(shown.remove(place).1);
    }
    let rest = rest.filter(|left| left.people.len() >= at_least).map(|sum| sum.row("the rest".to_owned(), at_least));
    let rows = shown.into_iter().map(|(name, sum)| sum.row(name, at_least)).collect();
    Table { of, question, rows, rest }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Rows with this many people each, every person once and in one row only.
    fn of(people: &[usize], at_least: usize) -> (Vec<usize>, Option<usize>) {
        let mut next = 0;
        let sums = people.iter().enumerate().map(|(row, people)| {
            let mut sum = Sum::default();
            for person in next..next + people {
                sum.add(person, 1, None);
            }
            next += people;
            (format!("{row}"), sum)
        });
        let table = table("site", "", sums.collect(), at_least);
        (table.rows.iter().map(|row| row.people).collect(), table.rest.map(|row| row.people))
    }

    #[test]
    fn no_number_and_no_difference_is_about_fewer() {
        assert_eq!(of(&[5, 6], 5), (vec![5, 6], None));
        assert_eq!(of(&[9, 2, 7, 3], 5), (vec![9, 7], Some(5)));
        assert_eq!(of(&[9, 1, 7], 5), (vec![9], Some(8)));
        assert_eq!(of(&[9, 1], 5), (vec![], Some(10)));
        assert_eq!(of(&[3, 1], 5), (vec![], None));
        assert_eq!(of(&[], 5), (vec![], None));
    }

    #[test]
    fn how_it_ended_is_told_where_both_ends_are_about_enough() {
        let mut sum = Sum::default();
        for person in 0..6 {
            sum.add(person, 2, Some(Decision::Posted));
        }
        assert_eq!(sum.clone().row(String::new(), 5).ended, None);
        for person in 0..5 {
            sum.add(person, 1, Some(Decision::Reconsidered));
        }
        assert_eq!(sum.row(String::new(), 5).ended, Some(Ended { posted: 12, reconsidered: 5 }));
    }
}

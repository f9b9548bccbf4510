//! The company's own domains.

use super::source::{Sink, Value};
use crate::Problem;
use bezint_core::limits::MOST_DOMAINS;
use std::ops::Range;

/// Characters that the name of a domain has at most, and each part of it (RFC 1035, 2.3.4).
const LONGEST: usize = 253;
const LONGEST_PART: usize = 63;

/// Domains in small letters, each with its place.
pub(super) fn read<'s>(value: &Value<'s>, sink: &mut Sink<'s>) -> Vec<(Range<usize>, String)> {
    let domains = sink.list(value, |sink, item| {
        let written = sink.text(item, "a domain")?;
        if let Some(domain) = domain(&written) {
            return Some((item.span(), domain));
        }
        let nearest = domain(bare(&written));
        sink.add(item.span(), Problem::BadDomain { written, nearest });
        None
    });
    if domains.len() > MOST_DOMAINS {
        sink.add(value.span(), Problem::TooMany { what: "domains", most: MOST_DOMAINS });
    }
    domains
}

/// The name of a domain, such as `acme.example`, in small letters; `None`: it is not one.
///
/// ```
/// assert_eq!(bezint_policy::domain("Acme.Example").as_deref(), Some("acme.example"));
/// assert_eq!(bezint_policy::domain("https://acme.example/"), None);
/// ```
pub fn domain(written: &str) -> Option<String> {
    is_domain(written).then(|| written.to_ascii_lowercase())
}

/// At least two parts of letters, digits and hyphens. What ends in a number is the address of a machine.
fn is_domain(name: &str) -> bool {
    let good = |part: &str| {
        let bytes = || part.bytes();
        (1..=LONGEST_PART).contains(&part.len())
            && bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
            && !part.starts_with('-')
            && !part.ends_with('-')
    };
    let last = name.rsplit('.').next().unwrap_or_default();
    name.len() <= LONGEST
        && name.contains('.')
        && name.split('.').all(good)
        && !last.bytes().all(|byte| byte.is_ascii_digit())
}

/// The domain in a link, an e-mail address, or a pattern of hosts.
pub(super) fn bare(written: &str) -> &str {
    let rest = written.split_once("://").map_or(written, |(_, rest)| rest).trim();
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let host = host.rsplit('@').next().unwrap_or_default();
    host.split(':').next().unwrap_or_default().trim_matches(['*', '.'])
}

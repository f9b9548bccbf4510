//! Whose domain a hit is at: the company's own, or another's.

use crate::{Context, Policy, text::fold_term};

/// The company's own domains: those of its policy, and those that the host adds.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Own<'a>([&'a [String]; 2]);

impl<'a> Own<'a> {
    pub(crate) fn new(policy: &'a Policy, context: &'a Context) -> Self {
        Self([&policy.card.domains, &context.domains])
    }

    /// The own domain that an address is at or below: an e-mail address, a link, or the name of a host.
    pub(super) fn domain(self, address: &str) -> Option<&'a str> {
        if self.0.iter().all(|domains| domains.is_empty()) {
            return None;
        }
        let address = fold_term(address);
        let host = host(&address);
        let holds = |domain: &&String| {
            host.strip_suffix(domain.as_str()).is_some_and(|above| above.is_empty() || above.ends_with('.'))
        };
        self.0.into_iter().flatten().filter(|domain| !domain.is_empty()).find(holds).map(String::as_str)
    }
}

/// The name of the host in an address. What comes after a path has begun, or before an `@`, names none.
fn host(address: &str) -> &str {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let place = rest.split(['/', '?', '#', '\\']).find(|part| !part.is_empty()).unwrap_or_default();
    let host = place.rsplit('@').next().unwrap_or_default();
    host.split(':').next().unwrap_or_default().trim_end_matches('.')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn domain(address: &str) -> Option<&'static str> {
        let domains: &[String] = Box::leak(Box::new(["acme.example".to_owned(), String::new()]));
        Own([domains, &[]]).domain(address)
    }

    #[test]
    fn an_address_is_at_a_domain_or_below_it() {
        for own in [
            "sanne@acme.example",
            "Sanne@Mail.ACME.example",
            "https://acme.example/a@b.example",
            "www.acme.example.",
            "acme.example:8080/x",
            "https://who:secret@wiki.acme.example",
            r"\\files.acme.example\hr",
            "ａcme.example",
        ] {
            assert_eq!(domain(own), Some("acme.example"), "{own}");
        }
        for other in [
            "sanne@notacme.example",
            "sanne@acme.example.org",
            "https://other.example/@acme.example",
            "https://acme.example@other.example/",
            "other.example?acme.example",
            "acme",
            "",
            "@",
        ] {
            assert_eq!(domain(other), None, "{other}");
        }
    }

    #[test]
    fn without_domains_nothing_is_own() {
        assert_eq!(Own([&[], &[]]).domain("sanne@acme.example"), None);
    }
}

//! Ordinary text, which nobody wants to be warned of: sentences as people post them, and the commonest words, in English
//! and Dutch.

use bezint_core::{detect::is_typo, policy::Terms};
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::LazyLock,
};

/// Sentences of both languages.
pub(crate) fn sentences() -> impl Iterator<Item = &'static str> {
    include_str!("ordinary/sentences.en.txt").lines().chain(include_str!("ordinary/sentences.nl.txt").lines())
}

/// Words of both languages, in small letters.
pub(super) fn words() -> impl Iterator<Item = &'static str> {
    let (en, nl) = (include_str!("ordinary/words.en.txt"), include_str!("ordinary/words.nl.txt"));
    en.split_whitespace().chain(nl.split_whitespace())
}

/// The ordinary words that read like this term with a typing error.
pub(crate) fn like(term: &str) -> impl Iterator<Item = &'static str> {
    static BY_FIRST: LazyLock<BTreeMap<char, BTreeSet<String>>> = LazyLock::new(|| {
        let said = sentences().flat_map(|sentence| sentence.split(|c: char| !c.is_alphabetic())).map(str::to_lowercase);
        let mut by_first: BTreeMap<char, BTreeSet<String>> = BTreeMap::new();
        for word in words().map(str::to_owned).chain(said) {
            by_first.entry(word.chars().next().unwrap_or_default()).or_default().insert(word);
        }
        by_first
    });
    let first = term.chars().next().unwrap_or_default();
    let same_first = BY_FIRST.get(&first).into_iter().flatten().map(String::as_str);
    same_first.filter(move |word| word.len().abs_diff(term.len()) <= 2 && is_typo(term, word))
}

/// The ordinary words that would be found as mistyped terms.
pub(crate) fn spared(terms: &Terms) -> impl Iterator<Item = String> {
    terms.terms.iter().filter(|_| terms.typos).flat_map(|term| like(term)).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;
    use bezint_core::text::fold_term;

    #[test]
    fn there_is_enough_of_it_and_nothing_twice() {
        let once: BTreeSet<_> = sentences().collect();
        assert_eq!((once.len(), sentences().count()), (300, 300));
        assert!(words().count() > 800);
        assert!(words().all(|word| fold_term(word) == word));
    }
}

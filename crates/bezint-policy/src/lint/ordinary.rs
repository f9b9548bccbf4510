//! Ordinary text, which nobody wants to be warned of: sentences as people post them, and the commonest words, in English
//! and Dutch.

/// Sentences of both languages.
pub(super) fn sentences() -> impl Iterator<Item = &'static str> {
    include_str!("ordinary/sentences.en.txt").lines().chain(include_str!("ordinary/sentences.nl.txt").lines())
}

/// Words of both languages, in small letters.
pub(super) fn words() -> impl Iterator<Item = &'static str> {
    let (en, nl) = (include_str!("ordinary/words.en.txt"), include_str!("ordinary/words.nl.txt"));
    en.split_whitespace().chain(nl.split_whitespace())
}

#[cfg(test)]
mod tests {
    use super::*;
    use bezint_core::text::fold_term;
    use std::collections::BTreeSet;

    #[test]
    fn there_is_enough_of_it_and_nothing_twice() {
        let once: BTreeSet<_> = sentences().collect();
        assert_eq!((once.len(), sentences().count()), (300, 300));
        assert!(words().count() > 800);
        assert!(words().all(|word| fold_term(word) == word));
    }
}

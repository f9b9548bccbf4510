//! The engine against a naive matcher, which runs every expression over the whole text, tries every term at every
//! place, and looks at all pairs: both must find the same. `PROPTEST_CASES` sets how many policies are tried.

mod support;

use bezint_core::{
    Confidence,
    detect::Check,
    policy::{Combination, Detector, Find, Kind, Matching, Near, Number, Part, Pattern, Role, Terms, Within},
    text::{Folded, Reading, Sentences, Utf16, fold_term},
};
use proptest::prelude::*;
use regex::bytes::RegexBuilder;
use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
};
use support::*;

/// Expressions with all there is in them, over few letters so that they match often.
fn expression() -> impl Strategy<Value = String> {
    let atom = prop_oneof![
        4 => prop::sample::select(vec!["a", "b", "ab", "aB", "abc", "0", "1", "-", "é", "k"]).prop_map(str::to_owned),
        4 => prop::sample::select(vec!["[0-9]", "[a-c]", r"\w", ".", "[^a]", r"\s", "[0-9 -]", "[aA]", r"\S"])
            .prop_map(str::to_owned),
        2 => prop::sample::select(vec![r"\b", "^", "$", r"\B", "(?m:^)", "(?m:$)"]).prop_map(str::to_owned),
    ];
    let inner = atom.prop_recursive(3, 12, 4, |inner| {
        let times = prop::sample::select(vec!["+", "*", "?", "{2}", "{2,3}", "{3,}", "+?", "*?", "{1,4}?"]);
        prop_oneof![
            3 => prop::collection::vec(inner.clone(), 1..4).prop_map(|parts| parts.concat()),
            1 => prop::collection::vec(inner.clone(), 2..4).prop_map(|parts| format!("(?:{})", parts.join("|"))),
            2 => (inner.clone(), times).prop_map(|(part, times)| format!("(?:{part}){times}")),
            1 => inner.prop_map(|part| format!("({part})")),
        ]
    });
    (any::<bool>(), prop::collection::vec(inner, 1..5))
        .prop_map(|(any_case, parts)| format!("{}{}", if any_case { "(?i)" } else { "" }, parts.concat()))
}

fn pattern() -> impl Strategy<Value = Detector> {
    (expression(), 0..2_u8).prop_filter_map("not usable", |(regex, group)| {
        let pattern = Pattern::new(&regex, group, None).ok()?;
        Some(Detector { kind: Kind::Pattern(pattern), ..terms("p", Matching::Word, &[]) })
    })
}

fn term() -> impl Strategy<Value = String> {
    prop_oneof!["[ab01é]{1,3}", "[ab]{1,2} [ab0]{1,2}", "a a", "aa aa a", "ba é"].prop_map(|term| term.to_string())
}

fn some_terms() -> impl Strategy<Value = Detector> {
    let matching = prop::sample::select(vec![Matching::Word, Matching::Part]);
    (matching, prop::collection::vec(term(), 1..4))
        .prop_map(|(matching, all)| terms("t", matching, &all.iter().map(String::as_str).collect::<Vec<_>>()))
}

fn confidence() -> impl Strategy<Value = Option<Confidence>> {
    prop::option::weighted(0.8, prop::sample::select(Confidence::ALL))
}

fn near_by() -> impl Strategy<Value = Near> {
    let within = prop_oneof![Just(Within::Sentence), (0..8_u32).prop_map(Within::Characters)];
    (prop::collection::vec(term(), 1..3), within, confidence()).prop_map(|(terms, within, confidence)| {
        near(&terms.iter().map(String::as_str).collect::<Vec<_>>(), within, confidence)
    })
}

fn number() -> impl Strategy<Value = Detector> {
    let check = prop::sample::select(vec![None, Some(Check::Luhn)]);
    (prop::collection::vec(3..9_u8, 1..3), check).prop_map(|(mut digits, check)| {
        digits.sort_unstable();
        digits.dedup();
        Detector { kind: Kind::Number(Number { digits, check }), ..terms("n", Matching::Word, &[]) }
    })
}

fn combination() -> impl Strategy<Value = Detector> {
    let find = prop_oneof![1 => pattern().boxed(), 2 => some_terms().boxed(), 1 => number().boxed()];
    let role = prop::sample::select(vec![Role::All, Role::All, Role::Any, Role::Any, Role::None]);
    let allowed = prop::collection::vec(term(), 0..2);
    let parts = prop::collection::vec((role, find, allowed), 1..5).prop_map(|parts| {
        let part = |(role, Detector { kind, .. }, allowed): (Role, Detector, Vec<String>)| Part {
            name: "p".to_owned(),
            role,
            find: match kind {
                Kind::Terms(terms) => Find::Terms(terms),
                Kind::Pattern(pattern) => Find::Pattern(pattern),
                Kind::Number(number) => Find::Number(number),
                Kind::Combination(_) => unreachable!(),
            },
            allowed: allowed.iter().map(|term| fold_term(term)).collect(),
        };
        parts.into_iter().map(part).collect()
    });
    let within = prop_oneof![Just(Within::Sentence), (1..12_u32).prop_map(Within::Characters)];
    (parts, 0..3_u32, within).prop_map(|(parts, at_least, within)| Detector {
        kind: Kind::Combination(Combination { parts, at_least, within }),
        ..terms("c", Matching::Word, &[])
    })
}

fn detector() -> impl Strategy<Value = Detector> {
    let kind = prop_oneof![
        2 => pattern().boxed(), 1 => some_terms().boxed(), 1 => number().boxed(), 2 => combination().boxed()
    ];
    let allowed = prop::collection::vec(prop_oneof![term(), Just("1".to_owned())], 0..3);
    let floor = prop::sample::select(Confidence::ALL);
    (kind, confidence(), prop::collection::vec(near_by(), 0..3), allowed, floor).prop_map(
        |(kind, confidence, near, allowed, floor)| {
            let allowed = allowed.iter().map(|term| fold_term(term)).collect();
            Detector { allowed, floor, ..weighed(kind, confidence, &near) }
        },
    )
}

fn draft() -> impl Strategy<Value = String> {
    let pieces = vec![
        "a",
        "b",
        "c",
        "A",
        "B",
        "ab",
        "0",
        "1",
        "12",
        " ",
        "  ",
        "\n",
        "-",
        ". ",
        "! ",
        "é",
        "e\u{301}",
        "à",
        "\u{200B}",
        "ａ",
        "１",
        "а",
        "ﬁ",
        "🎉",
        "k",
        "\u{212A}",
        "x",
        "345",
        "67 ",
        "8/",
        "a b a ",
        "b.a.1.",
        "aa0b1",
        "1O2345l",
        "a🎉",
        "🇦🇧🇦",
        "\u{202E}",
        "\u{202C}",
    ];
    prop::collection::vec(prop::sample::select(pieces), 0..24).prop_map(|pieces| pieces.concat())
}

/// Spans of one pattern in one text.
fn naive_pattern(pattern: &Pattern, text: &str) -> Vec<Range<usize>> {
    let regex = RegexBuilder::new(&pattern.regex).unicode(false).build().unwrap();
    let groups = regex.captures_iter(text.as_bytes()).filter_map(|found| found.get(usize::from(pattern.group)));
    let spans = groups.filter(|group| !group.is_empty());
    spans.map(|group| text.floor_char_boundary(group.start())..text.ceil_char_boundary(group.end())).collect()
}

/// Spans of one kind of number in one text.
fn naive_number(number: &Number, text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let digit = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_digit);
    let at = |place: usize, back: usize| place.checked_sub(back).and_then(|place| bytes.get(place));
    let spans = (0..text.len()).flat_map(|start| (start + 1..=text.len()).map(move |end| start..end));
    spans
        .filter(|span| {
            let found = &bytes[span.clone()];
            let groups: Vec<&[u8]> = found.split(|byte| b" ./-".contains(byte)).collect();
            let shape = groups.iter().all(|group| !group.is_empty() && group.iter().all(u8::is_ascii_digit));
            let alone = |byte: &u8| !byte.is_ascii_alphanumeric() && !b".,/_+#@-".contains(byte);
            let spaced_out = groups[0].len() == 1 && at(span.start, 1) == Some(&b' ') && digit(at(span.start, 2));
            let after = bytes.get(span.end).is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte == b'_');
            shape
                && !spaced_out
                && at(span.start, 1).is_none_or(alone)
                && !after
                && number.digits.iter().any(|&count| usize::from(count) == groups.concat().len())
                && number.check.is_none_or(|check| check.passes(&text[span.clone()]))
        })
        .collect()
}

/// Spans of one term in a text, in which a word may begin and end at some places whatever stands around it.
fn naive_term(term: &str, matching: Matching, text: &str, is_edge: impl Fn(usize) -> bool) -> Vec<Range<usize>> {
    let words = term.split(' ').map(regex::escape).collect::<Vec<_>>().join(r"[ \t\n\r\x0C]+");
    let regex = regex::RegexBuilder::new(&format!("^(?i-u:{words})")).build().unwrap();
    let starts = text.char_indices().map(|(start, _)| start);
    let spans = starts.filter_map(|start| regex.find(&text[start..]).map(|found| start..start + found.end()));
    let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    spans
        .filter(|span| {
            let begins = !letter(text[..span.start].chars().next_back()) || is_edge(span.start);
            let ends = !letter(text[span.end..].chars().next()) || is_edge(span.end);
            matching == Matching::Part || begins && ends
        })
        .collect()
}

/// Spans of a detector or a part, in the draft as typed.
fn naive_find(find: &Find, draft: &str, folded: &Folded<'_>) -> Vec<Range<usize>> {
    let shapes = |text: &str| match find {
        Find::Terms(_) => Vec::new(),
        Find::Pattern(pattern) => naive_pattern(pattern, text),
        Find::Number(number) => naive_number(number, text),
    };
    let words = |text: &str, is_edge: &dyn Fn(usize) -> bool| match find {
        Find::Terms(Terms { terms, matching, .. }) => {
            terms.iter().flat_map(|term| naive_term(term, *matching, text, is_edge)).collect()
        }
        Find::Pattern(_) | Find::Number(_) => Vec::new(),
    };
    let mut in_folded = [shapes(folded.text()), words(folded.text(), &|_| false)].concat();
    for reading in Reading::all(folded) {
        let shapes = if reading.has_shapes() { shapes(reading.text()) } else { Vec::new() };
        let words = words(reading.text(), &|at| reading.is_edge(at));
        in_folded.extend(shapes.into_iter().chain(words).filter_map(|span| reading.folded(span)));
    }
    in_folded.into_iter().map(|span| folded.typed(span)).chain(shapes(draft)).collect()
}

/// Spans of terms that stand as words, in the draft as typed.
fn naive_words(terms: &[String], draft: &str, folded: &Folded<'_>) -> Vec<Range<usize>> {
    naive_find(&Find::Terms(Terms { terms: terms.to_vec(), matching: Matching::Word, typos: false }), draft, folded)
}

/// Every piece of the draft from a hit of a part to a hit of a part that holds what it takes, is not too large, holds no
/// smaller such piece, and has nothing near that speaks against it; those that overlap joined.
fn naive_combination(combination: &Combination, draft: &str, folded: &Folded<'_>) -> Vec<Range<usize>> {
    let sentences = Sentences::new(draft);
    let chars = |range: Range<usize>| draft[range].chars().count();
    let mut hits: BTreeSet<(usize, usize, usize)> = BTreeSet::new();
    for (place, part) in combination.parts.iter().enumerate() {
        let spans = naive_find(&part.find, draft, folded).into_iter();
        let stands = spans.filter(|span| !naive_allows(&part.allowed, draft, folded, span));
        hits.extend(stands.map(|span| (span.start, span.end, place)));
    }
    let role = |place: usize| combination.parts[place].role;
    let (against, hits): (Vec<_>, Vec<_>) = hits.into_iter().partition(|(_, _, part)| role(*part) == Role::None);
    let holds = |window: &[(usize, usize, usize)]| {
        let has = |place: usize| window.iter().any(|(_, _, part)| *part == place);
        let all = (0..combination.parts.len()).filter(|place| role(*place) == Role::All).all(has);
        let any = (0..combination.parts.len()).filter(|place| role(*place) == Role::Any && has(*place)).count();
        let (start, end) = (window[0].0, window[window.len() - 1].1);
        all && any >= combination.at_least as usize
            && match combination.within {
                Within::Sentence => sentences.together(start, end - 1),
                Within::Characters(most) => chars(start..end) <= most as usize,
            }
    };
    let opposed = |start: usize, end: usize| {
        against.iter().any(|&(from, to, _)| match combination.within {
            Within::Sentence => sentences.together(from, start),
            Within::Characters(most) => {
                let apart = if to <= start {
                    chars(to..start)
                } else if end <= from {
                    chars(end..from)
                } else {
                    0
                };
                apart <= most as usize
            }
        })
    };
    let mut made: Vec<Range<usize>> = Vec::new();
    for right in 0..hits.len() {
        let Some(left) = (0..=right).rev().find(|left| holds(&hits[*left..=right])) else { continue };
        let (start, end) = (hits[left].0, hits[right].1);
        let furthest = hits[left..=right].iter().map(|hit| hit.1).max().unwrap();
        if opposed(start, end) {
            continue;
        }
        match made.last_mut().filter(|last| start < last.end) {
            Some(last) => last.end = last.end.max(end),
            None => made.push(start..furthest),
        }
    }
    made
}

fn naive_worth(detector: &Detector, draft: &str, folded: &Folded<'_>, hit: &Range<usize>) -> Option<Confidence> {
    let sentences = Sentences::new(draft);
    detector.near.iter().fold(detector.confidence, |worth, near| {
        let combined = matches!(detector.kind, Kind::Combination(_));
        let applies = naive_words(&near.terms, draft, folded).iter().any(|span| {
            let (left, right) = if span.end <= hit.start { (span, hit) } else { (hit, span) };
            let inside = combined && hit.start <= span.start && span.start < hit.end;
            inside
                || left.end <= right.start
                    && match near.within {
                        Within::Sentence => sentences.together(left.end - 1, right.start),
                        Within::Characters(most) => draft[left.end..right.start].chars().count() <= most as usize,
                    }
        });
        if applies { near.confidence } else { worth }
    })
}

fn naive_allows(allowed: &[String], draft: &str, folded: &Folded<'_>, hit: &Range<usize>) -> bool {
    let value = |text: &str| fold_term(text).chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    allowed.iter().any(|term| {
        let spans = naive_words(std::slice::from_ref(term), draft, folded);
        value(term) == value(&draft[hit.clone()])
            || spans.iter().any(|span| span.start <= hit.start && hit.end <= span.end)
    })
}

/// A finding: its detector, its places in UTF-16 units, what it is worth.
type Found = (usize, Vec<(usize, usize)>, Confidence);

/// What makes two places of a detector one finding: the first term that stands there, or letters and digits.
fn naive_same(detector: &Detector, draft: &str, folded: &Folded<'_>, span: &Range<usize>) -> (Option<usize>, String) {
    if let Kind::Terms(Terms { terms, matching, .. }) = &detector.kind {
        let stands = |term: &String| {
            let one = Terms { terms: vec![term.clone()], matching: *matching, typos: false };
            naive_find(&Find::Terms(one), draft, folded).contains(span)
        };
        return (terms.iter().position(stands), String::new());
    }
    (None, fold_term(&draft[span.clone()]).chars().filter(|c| c.is_alphanumeric()).collect())
}

fn naive(detectors: &[Detector], draft: &str) -> BTreeSet<Found> {
    let folded = Folded::new(draft);
    let mut all = BTreeSet::new();
    for (place, detector) in detectors.iter().enumerate() {
        let spans = match &detector.kind {
            Kind::Terms(terms) => naive_find(&Find::Terms(terms.clone()), draft, &folded),
            Kind::Pattern(pattern) => naive_find(&Find::Pattern(pattern.clone()), draft, &folded),
            Kind::Number(number) => naive_find(&Find::Number(number.clone()), draft, &folded),
            Kind::Combination(combination) => naive_combination(combination, draft, &folded),
        };
        let worth = |span: &Range<usize>| {
            let worth = naive_worth(detector, draft, &folded, span);
            worth.filter(|worth| *worth >= detector.floor && !naive_allows(&detector.allowed, draft, &folded, span))
        };
        let (hits, other): (Vec<_>, Vec<_>) =
            spans.into_iter().map(|span| (worth(&span), span)).partition(|(worth, _)| worth.is_some());
        let mut hits: Vec<_> = hits.into_iter().map(|(worth, span)| (worth.unwrap(), span)).collect();
        hits.sort_by(|(a, left), (b, right)| {
            b.cmp(a).then(right.len().cmp(&left.len())).then(left.start.cmp(&right.start))
        });
        let apart = |one: &Range<usize>, other: &Range<usize>| one.end <= other.start || other.end <= one.start;
        let mut stay: Vec<Range<usize>> = Vec::new();
        let mut gathered: BTreeMap<_, (Vec<Range<usize>>, Confidence)> = BTreeMap::new();
        let same = |span: &Range<usize>| naive_same(detector, draft, &folded, span);
        for (worth, span) in hits {
            if stay.iter().all(|other| apart(other, &span)) {
                let (places, best) = gathered.entry(same(&span)).or_insert((Vec::new(), worth));
                *best = worth.max(*best);
                places.push(span.clone());
                stay.push(span);
            }
        }
        for (_, span) in other.into_iter().filter(|_| matches!(detector.kind, Kind::Pattern(_) | Kind::Number(_))) {
            if !naive_allows(&detector.allowed, draft, &folded, &span)
                && let Some((places, _)) = gathered.get_mut(&same(&span))
            {
                places.push(span);
            }
        }
        for (mut places, worth) in gathered.into_values() {
            places.sort_by_key(|span| (span.start, span.end));
            places.dedup_by(|next, kept| next.start < kept.end);
            let mut utf16 = Utf16::new(draft);
            let mut units = |byte| utf16.units(byte) as usize;
            let places = places.into_iter().map(|span| (units(span.start), units(span.end))).collect();
            all.insert((place, places, worth));
        }
    }
    all
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, max_local_rejects: 1 << 24, ..ProptestConfig::default() })]

    #[test]
    fn the_engine_finds_what_a_naive_matcher_finds(
        detectors in prop::collection::vec(detector(), 1..4),
        drafts in prop::collection::vec(draft(), 6),
    ) {
        let detectors: Vec<Detector> = detectors
            .into_iter()
            .enumerate()
            .map(|(place, detector)| Detector { id: place.to_string(), ..detector })
            .collect();
        let engine = engine(detectors.clone());
        for draft in &drafts {
            let verdict = evaluate(&engine, draft);
            let found: BTreeSet<_> = verdict.findings.iter().map(|finding| {
                let spans = finding.spans.iter().map(|span| (span.start as usize, span.end as usize)).collect();
                (finding.detector.parse().unwrap(), spans, finding.confidence)
            }).collect();
            prop_assert_eq!(found, naive(&detectors, draft), "in {:?}", draft);
        }
    }
}

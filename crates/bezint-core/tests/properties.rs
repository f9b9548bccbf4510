//! What holds of every draft: a finding is marked as a person would mark it, whatever stands around it, and wherever the
//! draft is cut between two paragraphs.

mod support;

use bezint_core::{
    Confidence, Engine,
    detect::Check,
    policy::{Detector, Kind, Matching, Number, Within},
    text::fold_term,
};
use proptest::prelude::*;
use std::collections::BTreeMap;
use support::*;

fn sample() -> Engine {
    let number = Kind::Number(Number { digits: vec![9], check: Some(Check::Bsn) });
    let bsn = Detector { kind: number, ..terms("bsn", Matching::Word, &[]) };
    let nearby = [near(&["bsn", "sofi nummer"], Within::Sentence, Some(Confidence::High))];
    engine(vec![
        terms("project", Matching::Word, &["project phoenix"]),
        weighed(bsn, Some(Confidence::Low), &nearby),
        pattern("mail", r"(?i)\b[a-z0-9._%+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}\b"),
        pattern("token", r"\btok_[A-Za-z0-9]{8,20}\b"),
    ])
}

/// What the engine finds, by place: the detector, what it marks of the draft, where, and how sure it is.
fn found(engine: &Engine, draft: &str) -> Vec<(String, String, u32, Confidence)> {
    let units: Vec<u16> = draft.encode_utf16().collect();
    let mut found = Vec::new();
    for finding in evaluate(engine, draft).findings {
        for span in finding.spans {
            let marked = String::from_utf16(&units[span.start as usize..span.end as usize]).unwrap();
            found.push((finding.detector.clone(), marked, span.start, finding.confidence));
        }
    }
    found.sort_by_key(|(.., start, _)| *start);
    found
}

/// One character of something sensitive, in one of the ways that fold to it.
fn written(plain: char) -> BoxedStrategy<String> {
    let full_width = |plain: char| char::from_u32(plain as u32 + 0xFEE0).unwrap_or(plain);
    match plain {
        ' ' => prop::sample::select(vec![" ", "  ", "\u{A0}", "\u{2003}"]).prop_map(str::to_owned).boxed(),
        '!'..='~' => {
            let mut ways = vec![plain.to_string(), plain.to_string(), full_width(plain).to_string()];
            if plain.is_ascii_alphabetic() {
                ways.push(format!("{plain}\u{301}"));
            }
            prop::sample::select(ways).boxed()
        }
        _ => Just(plain.to_string()).boxed(),
    }
}

/// Something sensitive: its detector, and how it is written, invisible characters between its letters.
fn sensitive() -> impl Strategy<Value = (&'static str, String)> {
    let plain = vec![
        ("project", "project phoenix"),
        ("bsn", "111222333"),
        ("mail", "an.na@example.org"),
        ("token", "tok_B3z1ntB3z1nt"),
    ];
    prop::sample::select(plain).prop_flat_map(|(detector, plain)| {
        let hidden = prop::sample::select(vec!["", "", "", "\u{200B}", "\u{AD}"]);
        let letters: Vec<_> = plain.chars().map(|letter| (written(letter), hidden.clone())).collect();
        letters.prop_map(move |letters| {
            let all: String = letters.iter().flat_map(|(letter, hidden)| [*hidden, letter.as_str()]).collect();
            (detector, all.trim_start_matches(['\u{200B}', '\u{AD}']).to_owned())
        })
    })
}

/// Words that are no matter to any of the detectors.
fn harmless() -> impl Strategy<Value = String> {
    let words =
        vec!["we", "mooi", "Ön", "één", "🎉", "👩\u{200D}💻", "ﬁjn", "12", "x", "№ 7", "“goed”", "2026.", "ok!", "…"];
    prop::collection::vec(prop::sample::select(words), 0..8).prop_map(|words| words.join(" "))
}

/// A paragraph with or without something sensitive and a word that makes the detector surer.
fn paragraph() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec!["", "", "bsn", "sofi  nummer"]);
    (harmless(), word, prop::option::of(sensitive()), harmless()).prop_map(|(before, word, sensitive, after)| {
        let sensitive = sensitive.map(|(_, sensitive)| sensitive).unwrap_or_default();
        [before, word.to_owned(), sensitive, after].join(" ~ ")
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_a_person_would_mark_is_marked_whatever_stands_around_it(
        before in harmless(),
        (open, close) in prop::sample::select(vec![(" ", " "), ("\n", "\n"), (" (", ")"), (" “", "”, "), (": ", ".\n")]),
        (detector, sensitive) in sensitive(),
        after in harmless(),
    ) {
        let engine = sample();
        let alone = found(&engine, &sensitive);
        prop_assert_eq!(alone.len(), 1);
        let within = found(&engine, &format!("{before}{open}{sensitive}{close}{after}"));
        prop_assert_eq!(within.len(), 1, "{:?}", within);
        let start = (before + open).encode_utf16().count() as u32;
        prop_assert_eq!(&within[0], &(detector.to_owned(), sensitive, start, alone[0].3));
    }

    #[test]
    fn paragraphs_are_judged_alike_alone_and_together(paragraphs in prop::collection::vec(paragraph(), 1..5)) {
        let engine = sample();
        let mut alone = Vec::new();
        let mut start = 0;
        for paragraph in &paragraphs {
            alone.extend(found(&engine, paragraph).into_iter().map(|(detector, marked, at, confidence)| {
                (detector, marked, start + at, confidence)
            }));
            start += (paragraph.encode_utf16().count() + 2) as u32;
        }
        // The same thing in two paragraphs is as sure in both as it is in one.
        let same = |marked: &str| fold_term(marked).chars().filter(|c| c.is_alphanumeric()).collect::<String>();
        let mut best = BTreeMap::new();
        for (detector, marked, _, confidence) in &alone {
            let best = best.entry((detector.clone(), same(marked))).or_insert(*confidence);
            *best = (*best).max(*confidence);
        }
        for (detector, marked, _, confidence) in &mut alone {
            *confidence = best[&(detector.clone(), same(marked))];
        }
        prop_assert_eq!(found(&engine, &paragraphs.join("\n\n")), alone);
    }
}

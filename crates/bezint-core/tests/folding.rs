//! Folding, its way back, sentences and units.

use bezint_core::text::{Folded, Reading, Sentences, Utf16, fold_term};
use proptest::prelude::*;

fn fold(typed: &str) -> String {
    Folded::new(typed).text().to_owned()
}

/// All characters of the planes that have any with a meaning.
fn all() -> impl Iterator<Item = char> {
    ('\0'..='\u{2FFFF}').chain('\u{E0000}'..='\u{E0FFF}')
}

#[test]
fn what_people_type_folds_to_what_they_mean() {
    for (typed, folded) in [
        ("Café ÀÉÎÕÜ ñ ç ş ž", "Cafe AEIOU n c s z"),
        ("ＡＢＣ０１２＠．", "ABC012@."),
        ("ﬁ ﬂ ǆ Ĳsland ĳs", "fi fl dz IJsland ijs"),
        ("𝐁𝑜𝓁𝒹 ⓐⒷ 🅐🆉 ¹²₃ ½ №", "Bold aB AZ 123 1/2 No"),
        ("øØ æÆ œŒ ßẞ łŁ đĐ þÞ ı", "oO aeAE oeOE ssSS lL dD thTH i"),
        ("рауреl Рауреl ΑΒΡ ᴀʙᴄ", "paypel Paypel ABP abc"),
        ("٠١٢ ۴۵ ०१ 𝟗𝟘 ߉", "012 45 01 90 9"),
        ("a\u{200B}b\u{AD}c\u{202E}d\u{FEFF}e\u{FE0F}\u{E0041}", "abcde"),
        ("e\u{301}\u{327}\u{20DD}", "e"),
        ("‘a’ “b” «c» a–b a‑b a−b\u{A0}c\u{2003}d\u{2028}e", "'a' \"b\" \"c\" a-b a-b a-b c d\ne"),
        ("ЖЁЙ жёй ΣΊΣ σίς", "жEи жeи σIσ σiσ"),
        ("שָׁלוֹם مُحَمَّد", "שלום محمد"),
        ("한국어 हिन्दी ไทย 漢字 Acme™", "한국어 हिन्दी ไทย 漢字 Acme™"),
    ] {
        assert_eq!(fold(typed), folded);
    }
}

#[test]
fn what_needs_no_folding_is_not_copied() {
    for typed in ["", "plain ASCII, With Case\n", "🎉 漢字 ж"] {
        assert!(Folded::new(typed).is_as_typed(), "{typed}");
    }
}

#[test]
fn every_character_folds_once_and_for_all() {
    for c in all() {
        let once = fold(&c.to_string());
        assert_eq!(fold(&once), once, "{c:?} U+{:04X}", u32::from(c));
    }
}

#[test]
fn both_cases_of_every_letter_fold_alike() {
    for c in all() {
        let lower = c.to_lowercase().to_string();
        assert_eq!(fold_term(&c.to_string()), fold_term(&lower), "{c:?} U+{:04X}", u32::from(c));
    }
}

#[test]
fn the_way_back_takes_whole_letters_and_nothing_around_them() {
    let typed = "\u{301}x\u{200B}e\u{301}\u{200B}\u{308}\u{200B}ﬁ\u{AD}n";
    let folded = Folded::new(typed);
    assert_eq!(folded.text(), "xefin");
    let words = |span| &typed[folded.typed(span)];
    assert_eq!(words(0..1), "x");
    assert_eq!(words(1..2), "e\u{301}\u{200B}\u{308}");
    assert_eq!(words(2..3), "ﬁ");
    assert_eq!(words(3..4), "ﬁ");
    assert_eq!(words(2..5), "ﬁ\u{AD}n");
    assert_eq!(words(0..2), "x\u{200B}e\u{301}\u{200B}\u{308}");
    assert_eq!(folded.typed(2..2), folded.typed(2..3).start..folded.typed(2..3).start);
}

fn typed() -> impl Strategy<Value = String> {
    let pieces = vec![
        "a", "B", " ", "é", "e", "\u{301}", "\u{308}", "\u{200B}", "\u{AD}", "ﬁ", "½", "ﷺ", "а", "Ж", "１", "🎉", "漢",
        "ß", "\n",
    ];
    prop_oneof![
        3 => prop::collection::vec(prop::sample::select(pieces), 0..20).prop_map(|pieces| pieces.concat()),
        1 => any::<String>(),
    ]
}

#[test]
fn what_is_shown_from_right_to_left_is_read_so() {
    let typed = "ab \u{202E}fe\u{301}\u{200B}ﬁ c\u{202C} g\nh";
    let folded = Folded::new(typed);
    let readings = Reading::all(&folded);
    assert_eq!(readings[0].text(), "ab c ifef g\nh");
    let words = |wanted: &str| {
        let start = readings[0].text().find(wanted).unwrap();
        Some(&typed[folded.typed(readings[0].folded(start..start + wanted.len())?)])
    };
    assert_eq!(words("c if"), Some("ﬁ c"));
    assert_eq!(words("f g"), Some("fe\u{301}\u{200B}ﬁ c\u{202C} g"));
    assert_eq!(words("ab c"), Some("ab \u{202E}fe\u{301}\u{200B}ﬁ c"));
    assert_eq!(words("fef"), Some("fe\u{301}\u{200B}ﬁ"));
    assert_eq!((words("ab "), words("g")), (None, None));
}

/// What takes no room of its own: it never begins or ends what a person would mark.
fn is_ornament(c: char) -> bool {
    fold(&c.to_string()).is_empty()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_way_back_is_exact(typed in typed()) {
        let folded = Folded::new(&typed);
        let text = folded.text();
        let bounds: Vec<usize> = (0..=text.len()).filter(|&at| text.is_char_boundary(at)).collect();
        for (place, &start) in bounds.iter().enumerate() {
            let mut last_end = 0;
            for &end in &bounds[place + 1..] {
                let span = folded.typed(start..end);
                let words = typed.get(span.clone()).expect("between characters");
                let back = fold(words);
                prop_assert!(back.contains(&text[start..end]), "{:?} of {:?}", words, typed);
                prop_assert!(!words.starts_with(is_ornament));
                prop_assert!(!typed[span.end..].starts_with(is_accent));
                prop_assert!(span.end >= last_end);
                last_end = span.end;
            }
        }
        prop_assert_eq!(fold(text), text);
    }

    #[test]
    fn units_are_those_of_javascript(typed in typed()) {
        let mut onward = Utf16::new(&typed);
        for (at, _) in typed.char_indices() {
            let units = u32::try_from(typed[..at].encode_utf16().count()).unwrap();
            prop_assert_eq!(onward.units(at), units);
            prop_assert_eq!(Utf16::new(&typed).units(at), units);
        }
        prop_assert_eq!(onward.units(usize::MAX) as usize, typed.encode_utf16().count());
        prop_assert_eq!(onward.units(0), 0);
    }
}

fn is_accent(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}')
}

/// A text cut where the sentences begin.
fn sentences(text: &str) -> Vec<String> {
    let sentences = Sentences::new(text);
    let mut all: Vec<(usize, String)> = Vec::new();
    for (at, c) in text.char_indices() {
        match all.last_mut() {
            Some((first, sentence)) if sentences.together(*first, at) => sentence.push(c),
            _ => all.push((at, c.to_string())),
        }
    }
    all.into_iter().map(|(_, sentence)| sentence).collect()
}

#[test]
fn sentences_end_where_people_end_them() {
    for text in [
        "Een zin.| En nog een!| Echt?| Ja…| Goed",
        "Wachtwoord: \r\ngeheim\n|Regel een\n|regel twee\n|\n|drie",
        "Bel dhr. A.B. de Vries (tel. 06-12345678) om 10.30 uur.| Dag.",
        "Onze b.v. Phoenix kost 1.234,50 euro; zie www.example.com/a.b?c=d voor meer.| Of niet.",
        "Hij zei: \"Stop!\"| Daarna niets.",
        "Bijv. Jansen, mevr. Pieters en dr. Bakker.| Klaar.",
        "Wacht... niet doen.| Nu wel.",
        "Zie example.com.| Daar staat het.",
        "Nr. 5 is klaar.| 6 niet.",
    ] {
        assert_eq!(sentences(&text.replace('|', "")).join("|"), text);
    }
}

//! Every disguise on every kind of thing that is found: what a reader sees through, the engine sees through.

mod support;

use bezint_core::{
    detect::Check,
    policy::{Detector, Kind, Matching, Number},
    text::{Folded, Reading},
};
use support::*;

const WORD: &str = "Neptunus";
const INFLECTED: &str = "Saturnusproject";
const IBAN: &str = "NL91ABNA0417164300";
const BSN: &str = "111222333";
const TOKEN: &str = "ghp_aB3dE6fG9hJ2kL5";
const ALL: [&str; 5] = [WORD, INFLECTED, IBAN, BSN, TOKEN];

fn all() -> bezint_core::Engine {
    let number = Number { digits: vec![9], check: Some(Check::Bsn) };
    engine(vec![
        terms("word", Matching::Word, &[WORD, "Project Jupiter", "Illusion"]),
        terms("inflected", Matching::Inflected, &["Saturnus"]),
        checked("iban", r"(?i)\b[a-z]{2}[0-9]{2}(?: ?[a-z0-9]{4}){2,7}(?: ?[a-z0-9]{1,3})?\b", 0, Some(Check::Iban)),
        Detector { kind: Kind::Number(number), ..terms("bsn", Matching::Word, &[]) },
        pattern("token", r"\bghp_[A-Za-z0-9]{15}\b"),
    ])
}

fn between(text: &str, separators: &[&str]) -> String {
    let mut separators = separators.iter().cycle();
    let mut characters = text.chars();
    let mut out: String = characters.next().into_iter().collect();
    characters.for_each(|c| {
        out.push_str(separators.next().unwrap());
        out.push(c);
    });
    out
}

fn each(text: &str, disguise: impl Fn(char) -> char) -> String {
    text.chars().map(disguise).collect()
}

fn shifted(c: char, from: char, to: char) -> char {
    char::from_u32(u32::from(c) - u32::from(from) + u32::from(to)).unwrap()
}

fn wide(c: char) -> char {
    if c.is_ascii_graphic() { shifted(c, '!', '！') } else { c }
}

fn regional(c: char) -> char {
    if c.is_ascii_alphabetic() { shifted(c.to_ascii_uppercase(), 'A', '\u{1F1E6}') } else { c }
}

/// A disguise: its name, what a reader can still read in it, and how it is put on.
type Disguise = (&'static str, &'static [&'static str], Box<dyn Fn(&str) -> String>);

/// How people hide a text from a machine.
fn disguises() -> Vec<Disguise> {
    let apart = |separators: &'static [&'static str]| move |text: &str| between(text, separators);
    vec![
        ("as it is", &ALL, Box::new(str::to_owned)),
        ("spaced", &ALL, Box::new(apart(&[" "]))),
        ("widely spaced", &ALL, Box::new(apart(&["  "]))),
        ("dotted", &ALL, Box::new(apart(&["."]))),
        ("hyphenated", &ALL, Box::new(apart(&["-"]))),
        ("starred", &ALL, Box::new(apart(&["*"]))),
        ("with bars", &ALL, Box::new(apart(&[" | "]))),
        ("one a line", &ALL, Box::new(apart(&["\n"]))),
        ("with one emoji", &ALL, Box::new(|text| text.replacen(&text[5..6], &format!("🎉{}", &text[5..6]), 1))),
        ("with emoji between", &ALL, Box::new(apart(&["🎉", "👨‍👩‍👧", "❤️"]))),
        ("with emoji and blanks between", &ALL, Box::new(apart(&[" 🎉 ", " 🔥 "]))),
        ("full-width", &ALL, Box::new(|text| each(text, wide))),
        ("full-width and spaced", &ALL, Box::new(|text| between(&each(text, wide), &["\u{3000}"]))),
        (
            "mathematical",
            &[WORD, INFLECTED],
            Box::new(|text| {
                each(text, |c| if c.is_ascii_lowercase() { shifted(c, 'a', '𝓪') } else { shifted(c, 'A', '𝓐') })
            }),
        ),
        (
            "regional digits",
            &[IBAN, BSN],
            Box::new(|text| each(text, |c| if c.is_ascii_digit() { shifted(c, '0', '٠') } else { c })),
        ),
        (
            "keycaps",
            &[IBAN, BSN],
            Box::new(|text| {
                text.chars()
                    .map(|c| if c.is_ascii_digit() { format!("{c}\u{FE0F}\u{20E3}") } else { c.to_string() })
                    .collect()
            }),
        ),
        ("regional indicators", &[WORD, INFLECTED], Box::new(|text| between(&each(text, regional), &["\u{200B}"]))),
        ("spaced regional indicators", &[WORD, INFLECTED], Box::new(|text| between(&each(text, regional), &[" "]))),
        ("zero-width", &ALL, Box::new(apart(&["\u{200B}", "\u{200D}", "\u{2060}"]))),
        ("soft hyphens", &ALL, Box::new(apart(&["\u{AD}"]))),
        ("right to left", &ALL, Box::new(|text| format!("\u{202E}{}\u{202C}", text.chars().rev().collect::<String>()))),
        ("right to left, open", &ALL, Box::new(|text| format!("\u{202E}{}\n", text.chars().rev().collect::<String>()))),
        (
            "look-alikes",
            &[WORD, INFLECTED],
            Box::new(|text| {
                each(text, |c| match c {
                    'e' => 'е',
                    'p' => 'р',
                    's' => 'ѕ',
                    'a' => 'а',
                    'o' => 'о',
                    c => c,
                })
            }),
        ),
        ("leet", &[WORD, INFLECTED], Box::new(|text| text.replace('e', "3").replace('o', "0").replace('s', "$"))),
        ("much leet", &[INFLECTED], Box::new(|text| text.replace('a', "@").replace('t', "7").replace('s', "5"))),
        (
            "spaced leet",
            &[WORD, INFLECTED],
            Box::new(|text| between(&text.replace('e', "3").replace('s', "5"), &[" "])),
        ),
        ("letters for digits", &[BSN], Box::new(|text| text.replacen('1', "I", 1).replacen("22", "2Z", 1))),
        ("letters for digits, grouped", &[IBAN], Box::new(|_| "NL91 ABNA O4l7 I643 0O".to_owned())),
    ]
}

#[test]
fn every_disguise_comes_off_everything() {
    let engine = all();
    let mut missed = Vec::new();
    for (name, of, disguise) in disguises() {
        for plain in of {
            let disguised = disguise(plain);
            for draft in [format!("wij: {disguised}, ja"), disguised.clone(), format!("{disguised} is op weg")] {
                let marked = words(&engine, &draft);
                let visible = disguised.trim_matches(['\u{202E}', '\u{202C}', '\n']);
                if marked != [visible] {
                    missed.push(format!("{name}: {draft:?} {marked:?}"));
                }
            }
        }
    }
    assert!(missed.is_empty(), "{} missed:\n{}", missed.len(), missed.join("\n"));
}

#[test]
fn words_around_and_between_disguises_are_read_too() {
    let engine = all();
    for draft in [
        "pr0ject Jup1ter",
        "project Jup1ter",
        "P r o j e c t  J u p i t e r",
        "p.r.o.j.e.c.t j.u.p.i.t.e.r",
        "project J u p i t e r",
        "1llu5ion",
        "i11usion",
    ] {
        assert_eq!(words(&engine, &format!("Over {draft} zeggen wij niets")), [draft], "{draft}");
    }
    assert_eq!(words(&engine, "a N e p t u n u s a dream"), ["N e p t u n u s"]);
    assert_eq!(words(&engine, "#n3ptunus @neptunus"), ["n3ptunus", "neptunus"]);
}

#[test]
fn what_is_written_so_for_another_reason_stays_what_it_is() {
    let engine = engine(vec![
        terms("short", Matching::Word, &["SAM", "SG", "Abe", "sten"]),
        pattern("host", r"\b[a-z]+\.example\b"),
        Detector {
            kind: Kind::Number(Number { digits: vec![8, 9], check: None }),
            ..terms("number", Matching::Word, &[])
        },
    ]);
    for draft in ["at 5am on 5G", "🇳🇱🇧🇪 and 🇩🇪", "jan@acme.nl", "10th of May 2020s", "so good!🎉thanks", "A4b3", "57en"]
    {
        assert_eq!(words(&engine, draft), [""; 0], "{draft}");
    }
}

#[test]
fn ordinary_text_is_read_in_one_way() {
    for draft in [
        "We shipped version 2.4 of the mp3 player at 10am, 100km from home!",
        "@jan and @piet: see https://t.co/aB3dE5fG at 5G speed, e.g. in the U.S. or N.A.",
        "I am, a bit: 1 of 2 - or 3? 🎉🎉 Great 🎉 day!",
    ] {
        let readings: Vec<_> =
            Reading::all(&Folded::new(draft)).into_iter().map(|reading| reading.text().to_owned()).collect();
        assert_eq!(readings, [""; 0], "{draft}");
    }
}

//! What detectors find, and where.

mod support;

use bezint_core::{
    Confidence, Disguise, Evidence, Span,
    detect::{Check, Entropy},
    policy::{Combination, Detector, Find, Kind, Matching, Part, Role, Terms, Within},
    text::fold_term,
};
use support::*;

fn phoenix() -> bezint_core::Engine {
    engine(vec![terms("codename", Matching::Word, &["Project Phoenix", "Phoenix", "Café René", "проект"])])
}

#[test]
fn terms_stand_as_whole_words() {
    let engine = phoenix();
    assert_eq!(
        words(&engine, "phoenix, PHOENIX! phoenixes aphoenix 4phoenix _phoenix_"),
        ["phoenix", "PHOENIX", "phoenix"]
    );
    assert_eq!(words(&engine, "éphoenix phoenixé"), [""; 0]);
}

#[test]
fn of_two_terms_the_longer_is_found() {
    assert_eq!(words(&phoenix(), "de project   \n phoenix gaat door"), ["project   \n phoenix"]);
}

#[test]
fn disguises_come_off_and_the_words_as_typed_are_marked() {
    let engine = phoenix();
    for disguised in [
        "ＰＨＯＥＮＩＸ",
        "ph\u{200B}oen\u{AD}ix",
        "рhоеniх",
        "𝓹𝓱𝓸𝓮𝓷𝓲𝔁",
        "p\u{308}hoe\u{301}nix\u{308}\u{301}",
        "🅟🅗🅞🅔🅝🅘🅧",
        "ᴘʜᴏᴇɴɪx",
    ] {
        assert_eq!(words(&engine, &format!("🎉 wij: {disguised}\u{200B}, ja")), [disguised], "{disguised}");
    }
    assert_eq!(words(&engine, "cafe\u{301} rene in CAFÉ\u{A0}RENÉ"), ["cafe\u{301} rene", "CAFÉ\u{A0}RENÉ"]);
    assert_eq!(words(&engine, "Наш ПРОЕКТ"), ["ПРОЕКТ"]);
}

#[test]
fn parts_are_found_inside_words() {
    let engine = engine(vec![terms("part", Matching::Part, &["geheim"])]);
    assert_eq!(words(&engine, "staatsGEHEIMEN"), ["GEHEIM"]);
}

#[test]
fn a_pattern_is_matched_as_typed_and_as_folded_and_found_once() {
    let engine = engine(vec![pattern("token", r"\bghp_[A-Za-z0-9]{6}\b"), pattern("digits", r"\b[0-9]{4}\b")]);
    assert_eq!(words(&engine, "é ghp_aB3dE6 1234"), ["ghp_aB3dE6", "1234"]);
    assert_eq!(words(&engine, "GHP_aB3dE6 ghp_aB3dE67"), [""; 0]);
    assert_eq!(words(&engine, "é１２３４ gｈp_aB3\u{200B}dE6 ٣٤٥٦"), ["gｈp_aB3\u{200B}dE6", "٣٤٥٦"]);
}

#[test]
fn a_group_can_be_the_finding_and_a_check_must_pass() {
    let engine = engine(vec![
        checked("bsn", r"\b[0-9]{9}\b", 0, Some(Check::Bsn)),
        checked("password", r"(?i)\bpassword[:=] ?(\S+)", 1, None),
    ]);
    assert_eq!(words(&engine, "111222333 111222334 Password: hunter2é"), ["111222333", "hunter2é"]);
    let verdict = evaluate(&engine, "111222333");
    assert_eq!(verdict.findings[0].evidence, [Evidence::Check { check: "bsn".to_owned() }]);
}

#[test]
fn what_stands_near_sets_what_a_hit_is_worth() {
    let near = [
        near(&["bsn", "burgerservicenummer"], Within::Sentence, Some(Confidence::High)),
        near(&["order"], Within::Characters(10), None),
    ];
    let bsn = |base| engine(vec![weighed(pattern("bsn", r"\b[0-9]{9}\b"), base, &near)]);
    let worth = |base, draft| evaluate(&bsn(base), draft).findings.first().map(|finding| finding.confidence);
    let low = Some(Confidence::Low);
    assert_eq!(worth(low, "111222333"), low);
    assert_eq!(worth(low, "mijn BSN is 111222333."), Some(Confidence::High));
    assert_eq!(worth(low, "111222333 is mijn b\u{AD}sn"), Some(Confidence::High));
    assert_eq!(worth(low, "Een bsn. En 111222333"), low);
    assert_eq!(worth(low, "order 111222333"), None);
    assert_eq!(worth(low, "bsn-order 111222333"), None);
    assert_eq!(worth(low, "order: geen, maar 111222333"), low);
    assert_eq!(worth(low, "111222333 à é à é à order"), low);
    assert_eq!(worth(low, "111222333 à é à éé order"), None);
    assert_eq!(worth(None, "111222333"), None);
    assert_eq!(worth(None, "bsn 111222333"), Some(Confidence::High));
    let evidence = evaluate(&bsn(None), "bsn 111222333").findings.remove(0).evidence;
    assert_eq!(evidence, [Evidence::Near { term: "bsn".to_owned(), confidence: Confidence::High }]);
}

#[test]
fn a_hit_is_no_evidence_for_itself() {
    let near = [near(&["secret"], Within::Sentence, Some(Confidence::High))];
    let engine = engine(vec![weighed(terms("t", Matching::Word, &["top secret"]), Some(Confidence::Low), &near)]);
    assert_eq!(evaluate(&engine, "top secret").findings[0].confidence, Confidence::Low);
    assert_eq!(evaluate(&engine, "top secret secret").findings[0].confidence, Confidence::High);
}

#[test]
fn of_overlapping_hits_the_surest_is_found() {
    let near = [near(&["zeer"], Within::Characters(1), Some(Confidence::High))];
    let word = terms("t", Matching::Word, &["geheim", "geheim plan van ons", "plan"]);
    let engine = engine(vec![weighed(word, Some(Confidence::Low), &near)]);
    assert_eq!(words(&engine, "geheim plan van ons"), ["geheim plan van ons"]);
    assert_eq!(words(&engine, "geheim plan van ons plan"), ["geheim plan van ons", "plan"]);
    assert_eq!(words(&engine, "geheim plan zeer"), ["geheim", "plan"]);
    let verdict = evaluate(&engine, "geheim plan van ons zeer plan");
    assert_eq!(verdict.findings[0].confidence, Confidence::High);
}

#[test]
fn hits_of_different_detectors_may_overlap() {
    let engine = engine(vec![pattern("a", "[0-9]{4}"), terms("b", Matching::Part, &["23"])]);
    assert_eq!(words(&engine, "1234"), ["1234", "23"]);
}

#[test]
fn a_pattern_can_ask_for_mixed_characters() {
    let mut key = pattern("key", r"\bkey=([A-Za-z0-9]{8,})");
    let Kind::Pattern(pattern) = &mut key.kind else { unreachable!() };
    (pattern.group, pattern.entropy) = (1, Some(Entropy(300)));
    let engine = engine(vec![key]);
    assert_eq!(
        words(&engine, "key=abababababab key=x7Kq9wTz key=ｘ７Kq9wTz key=aaaaaaaab"),
        ["x7Kq9wTz", "ｘ７Kq9wTz"]
    );
    let finding = evaluate(&engine, "key=x7Kq9wTz").findings.remove(0);
    assert_eq!(finding.evidence, [Evidence::Entropy { centibits: 300 }]);
}

#[test]
fn what_is_allowed_is_no_finding() {
    let allow = |detector: Detector, terms: &[&str]| Detector {
        allowed: terms.iter().map(|term| fold_term(term)).collect(),
        ..detector
    };
    let engine = engine(vec![
        allow(terms("planet", Matching::Word, &["Neptunus"]), &["planeet Neptunus", "Neptunus en Uranus", "de"]),
        allow(checked("iban", r"(?i)\bNL[0-9]{2}(?: ?[A-Z0-9]{4}){3} ?[0-9]{2}\b", 0, None), &["NL91ABNA0417164300"]),
    ]);
    assert_eq!(words(&engine, "Neptunus, de PLANEET  néptunus. Neptunus"), ["Neptunus", "Neptunus"]);
    assert_eq!(words(&engine, "planeet Neptunus en Uranus; planeet: Neptunus; planeet Neptunusje"), ["Neptunus"]);
    assert_eq!(words(&engine, "nl91 abna 0417 1643 00, NL91ABNA0417164301"), ["NL91ABNA0417164301"]);
}

#[test]
fn what_is_worth_too_little_is_no_finding() {
    let lists = [near(&["bsn"], Within::Sentence, Some(Confidence::High))];
    let detector = weighed(pattern("bsn", r"\b[0-9]{9}\b"), Some(Confidence::Medium), &lists);
    let engine = engine(vec![Detector { floor: Confidence::High, ..detector }]);
    assert_eq!(words(&engine, "123456782. En mijn BSN is 111222333"), ["111222333"]);
}

#[test]
fn parts_that_stand_together_are_one_finding() {
    let part = |name: &str, role, words: &[&str]| Part {
        name: name.to_owned(),
        role,
        find: Find::Terms(Terms {
            terms: words.iter().map(|word| fold_term(word)).collect(),
            matching: Matching::Word,
            typos: false,
        }),
        allowed: Vec::new(),
    };
    let parts = vec![part("what", Role::All, &["winst"]), part("when", Role::All, &["morgen"])];
    let combination = Combination { parts, at_least: 0, within: Within::Sentence };
    let results = Detector { kind: Kind::Combination(combination), ..terms("results", Matching::Word, &[]) };
    let engine = engine(vec![results]);
    assert_eq!(words(&engine, "Winst! Morgen. Ja, morgen is er wínst. Winst"), ["morgen is er wínst"]);
    let evidence = evaluate(&engine, "é winst, winst morgen").findings.remove(0).evidence;
    let part = |part: &str, start, end| Evidence::Part { part: part.to_owned(), span: Span { start, end } };
    assert_eq!(evidence, [part("what", 9, 14), part("when", 15, 21)]);
}

#[test]
fn a_term_is_found_in_its_forms_and_compounds() {
    let engine = engine(vec![terms("name", Matching::Inflected, &["Neptunus", "Ster", "Bol", "Project Finch"])]);
    for word in [
        "Neptunus",
        "NEPTUNUS'",
        "Neptunus’s",
        "Neptunussen",
        "neptunusje",
        "Neptunusproject",
        "Neptunusprojecten",
        "Neptunus-dossier",
        "Neptunus-dossiers",
        "neptunusteam's",
        "projectneptunus",
        "Néptunusdeal",
        "Sterren",
        "sters",
        "sterretje",
        "Sterproject",
        "ster-team",
        "bols",
        "Bolplan",
        "project Finches",
        "Project  Finch-team",
    ] {
        assert_eq!(words(&engine, &format!("over {word}, ja")), [word], "{word}");
    }
    for other in [
        "sterk",
        "sterkte",
        "sterft",
        "master",
        "Sterrenstelsel",
        "bolt",
        "bolle",
        "bolletje",
        "symbol",
        "aneptunus",
        "Neptunusachtigen",
        "teambol",
        "project Finchley",
    ] {
        assert_eq!(words(&engine, &format!("over {other}, ja")), [""; 0], "{other}");
    }
    assert_eq!(words(&engine, "Neptunus-achtig"), ["Neptunus"]);
}

/// Of each finding its words, and how sure it is.
fn gathered(engine: &bezint_core::Engine, draft: &str) -> Vec<(Vec<String>, Confidence)> {
    let units: Vec<u16> = draft.encode_utf16().collect();
    let cut = |span: &Span| String::from_utf16(&units[span.start as usize..span.end as usize]).unwrap();
    let findings = evaluate(engine, draft).findings.into_iter();
    findings.map(|finding| (finding.spans.iter().map(cut).collect(), finding.confidence)).collect()
}

#[test]
fn the_same_thing_twice_is_one_finding_in_two_places() {
    let near = [near(&["bsn"], Within::Sentence, Some(Confidence::High))];
    let bsn = weighed(checked("bsn", r"\b[0-9]{3} ?[0-9]{6}\b", 0, Some(Check::Bsn)), None, &near);
    let names = terms("name", Matching::Inflected, &["Neptunus", "Saturnus"]);
    let common = weighed(terms("common", Matching::Word, &["ster"]), None, &near);
    let engine = engine(vec![bsn, names, common]);
    let of = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
    assert_eq!(
        gathered(&engine, "111222333! Zijn BSN is 111 222333. En 111222334."),
        [(of(&["111222333", "111 222333"]), Confidence::High)],
        "a number is told by another place"
    );
    assert_eq!(
        gathered(&engine, "Neptunus en saturnus, het Neptunusproject en N.e.p.t.u.n.u.s"),
        [
            (of(&["Neptunus", "Neptunusproject", "N.e.p.t.u.n.u.s"]), Confidence::Medium),
            (of(&["saturnus"]), Confidence::Medium)
        ],
        "a term is the same, however it is written"
    );
    assert_eq!(
        gathered(&engine, "BSN ster. Een ster."),
        [(of(&["ster"]), Confidence::High)],
        "a word may mean something else elsewhere"
    );
}

#[test]
fn a_finding_says_how_it_is_disguised() {
    let engine = engine(vec![terms("name", Matching::Word, &["Neptunus"])]);
    for (draft, disguise) in [
        ("N.e.p.t.u.n.u.s", Some(Disguise::Apart)),
        ("N3ptunu$", Some(Disguise::Replaced)),
        ("\u{202E}sunutpeN", Some(Disguise::Reversed)),
        ("Neptunus", None),
        ("N3ptunus Neptunus", Some(Disguise::Replaced)),
    ] {
        let told = disguise.map(|disguise| Evidence::Disguise { disguise });
        assert_eq!(evaluate(&engine, draft).findings[0].evidence, Vec::from_iter(told), "{draft}");
    }
}

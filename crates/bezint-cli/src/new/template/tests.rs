use super::{
    super::{Activity, Part},
    *,
};

const LANGUAGES: [&[Language]; 4] =
    [&[Language::En], &[Language::Nl], &[Language::En, Language::Nl], &[Language::Nl, Language::En]];

fn answers(stance: Stance, languages: &[Language], topics: &[Topic]) -> Answers {
    Answers {
        company: "Café \"Zee\" B.V.".into(),
        contact: "the <name> \\ desk".into(),
        domains: vec!["zee.example".into()],
        activities: Activity::value_variants().to_vec(),
        part: Part::Some,
        coordination: Coordination::Teams,
        stance,
        languages: languages.to_vec(),
        topics: topics.to_vec(),
        names: vec!["Project \"X\"".into(), "Orion".into()],
    }
}

/// A policy that is begun from these gives no cause for warnings, and its examples reach all of it.
fn holds(answers: &Answers) {
    let policy = policy(answers, "acme.toml");
    let of = format!("{:?} {:?} {:?}\n{policy}", answers.stance, answers.languages, answers.topics);
    let authored =
        bezint_policy::read(&policy, bezint_packs::packs()).unwrap_or_else(|problems| panic!("{problems}\n{of}"));
    let warnings = authored.warnings(0);
    assert!(warnings.0.is_empty(), "{warnings}\n{of}");
    authored.prove().unwrap_or_else(|problems| panic!("{problems}\n{of}"));
    let gaps = authored.gaps(&authored.trials());
    assert!(gaps.is_empty(), "{gaps:?}\n{of}");
    assert!(!policy.lines().any(|line| line.starts_with('@')), "{of}");
}

#[test]
fn every_policy_holds_from_the_start() {
    for stance in Stance::ALL {
        for languages in LANGUAGES {
            holds(&answers(*stance, languages, Topic::value_variants()));
        }
    }
}

#[test]
fn every_company_is_told_how_it_works() {
    for part in Part::value_variants() {
        for coordination in Coordination::value_variants() {
            for activity in Activity::value_variants() {
                let answers = answers(Stance::Open, &[Language::En, Language::Nl], &[Topic::Projects]);
                holds(&Answers { part: *part, coordination: *coordination, activities: vec![*activity], ..answers });
            }
        }
    }
}

#[test]
fn every_topic_stands_by_itself() {
    for topic in Topic::value_variants() {
        for stance in Stance::ALL {
            holds(&answers(*stance, &[Language::Nl], &[*topic]));
        }
    }
}

/// The groups of which no topic has every detector, and why; `bezint packs` lists them.
const BY_NAME: [(&str, &str); 12] = [
    ("be", "numbers of one country: for who works there"),
    ("de", "numbers of one country: for who works there"),
    ("es", "numbers of one country: for who works there"),
    ("eu", "numbers of companies, which are public"),
    ("fr", "numbers of one country: for who works there"),
    ("intl", "the topic on people has those that most companies come across"),
    ("it", "numbers of one country: for who works there"),
    ("nl", "the topic on people has those that most companies come across"),
    ("pl", "numbers of one country: for who works there"),
    ("protected", "speech that is in use in every policy, as it is"),
    ("uk", "numbers of one country: for who works there"),
    ("us", "numbers of one country: for who works there"),
];

#[test]
fn every_pack_is_of_one_topic_or_it_is_said_why_not() {
    let mut of: std::collections::BTreeMap<String, Vec<Topic>> = Default::default();
    for topic in Topic::value_variants() {
        let written = policy(&answers(Stance::Coached, &[Language::En], &[*topic]), "acme.toml");
        let authored = bezint_policy::read(&written, bezint_packs::packs()).unwrap();
        let policy = authored.policy();
        let named = policy.rules.iter().flat_map(|rule| rule.when.iter().chain(&rule.unless));
        let ids: std::collections::BTreeSet<_> =
            named.map(|when| policy.detectors[when.detector as usize].id.clone()).collect();
        ids.into_iter().for_each(|id| of.entry(id).or_default().push(*topic));
    }
    for id in bezint_packs::packs().detectors().iter().map(|detector| &detector.id) {
        let group = id.split('.').next().unwrap_or_default();
        let by_name = BY_NAME.iter().any(|(name, _)| *name == group);
        let topics = of.get(id).map(Vec::as_slice).unwrap_or_default();
        assert!(topics.len() == 1 || (by_name && topics.is_empty()), "{id} is of {topics:?}");
    }
}

#[test]
fn a_value_is_never_filled_in_itself() {
    let values = [("a", "<b>".to_owned()), ("b", "no".to_owned())];
    assert_eq!(filled("1 < 2 <a> <c> >", &values), "1 < 2 <b> <c> >");
}

#[test]
fn an_id_is_made_of_any_name() {
    assert_eq!(id("Café \"Zee\" B.V."), "cafe-zee-b-v");
    assert_eq!(id("株式会社"), "company");
}

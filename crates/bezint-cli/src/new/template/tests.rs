use super::*;

const LANGUAGES: [&[Language]; 4] =
    [&[Language::En], &[Language::Nl], &[Language::En, Language::Nl], &[Language::Nl, Language::En]];

fn answers(stance: Stance, languages: &[Language], topics: &[Topic]) -> Answers {
    Answers {
        company: "Café \"Zee\" B.V.".into(),
        contact: "the <name> \\ desk".into(),
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

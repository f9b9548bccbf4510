//! Layers: what stands on a policy makes it stronger, or weaker where that is delegated.

use bezint_core::{Action, Audience, Context, Engine, Policy, Stance, Verdict};
use bezint_policy::{Layers, Misread, Packs, read};
use proptest::prelude::*;
use std::fmt::Write;

const COMPANY: &str = include_str!("mistakes/below/company.toml");
const SALES: &str =
    "[policy]\nextends = \"company.toml\"\nid = \"sales\"\nversion = 2\ntitle = \"Sales\"\nowner = \"Jo\"\n";

/// The policy that files make, the top one first.
fn policy(files: &[&str]) -> Result<Policy, Misread> {
    let mut lower = files.iter().skip(1);
    let load = |_: &str| lower.next().map(|source| (*source).to_owned()).ok_or_else(|| "it is not there".to_owned());
    let layers = Layers::load("top.toml", files[0].to_owned(), load)?;
    layers.read(&Packs::default(), |authored| Ok(authored.policy().clone()))
}

#[test]
fn each_rule_says_whose_it_is() {
    let sales = format!(
        "{SALES}[[rules]]\nid = \"own\"\nclause = \"S\"\ntitle = \"a\"\nadvice = \"b\"\nwhen = \"acme.projects\"\n\
         action = \"advise\"\n[[changes]]\nrule = \"projects\"\naction = {{ company = \"confirm\" }}\n"
    );
    let policy = policy(&[&sales, COMPANY]).unwrap();
    assert_eq!((policy.card.id.as_str(), policy.card.version, policy.card.stance), ("sales", 3, Stance::Coached));
    let context = Context { time: 1_795_478_400, ..Context::default() };
    let verdict = Engine::new(policy).evaluate("Neptunus", &context);
    let reasons = verdict.reasons.iter().map(|reason| {
        let layers: Vec<_> = reason.layers.iter().map(|title| title["en"].as_str()).collect();
        (reason.rule.as_str(), reason.action, reason.owner.as_deref(), layers)
    });
    let expected = [
        ("projects", Action::Confirm, None, vec!["Acme", "Sales"]),
        ("own", Action::Advise, Some("Jo"), vec!["Sales"]),
    ];
    assert_eq!(reasons.collect::<Vec<_>>(), expected);
}

#[test]
fn a_stance_of_its_own_is_a_ceiling_on_its_own_rules_only() {
    let sales = SALES.replace("owner", "stance = \"open\"\nowner")
        + "[[rules]]\nid = \"own\"\nclause = \"S\"\ntitle = \"a\"\nadvice = \"b\"\nwhen = \"acme.projects\"\naction = \"justify\"\n";
    let policy = policy(&[&sales, COMPANY]).unwrap();
    let strongest = |rule: usize| policy.rules[rule].steps.iter().map(|step| step.action).max();
    assert_eq!(
        (policy.card.stance, strongest(0), strongest(2)),
        (Stance::Coached, Some(Action::Confirm), Some(Action::Advise))
    );
}

#[test]
fn every_layer_with_a_say_must_delegate() {
    let delegate = "[[delegates]]\nrule = \"projects\"\nto = \"team\"\nmay = \"off\"\n";
    let sales = format!("{SALES}[[changes]]\nrule = \"projects\"\naction = \"confirm\"\n");
    let team = SALES.replace("\"sales\"", "\"team\"") + "[[changes]]\nrule = \"projects\"\noff = true\n";
    let (company_lets, sales_lets) = (format!("{COMPANY}\n{delegate}"), format!("{sales}\n{delegate}"));
    let of = |company: &str, sales: &str| {
        let team = team.replace("company.toml", "sales.toml");
        let load = |path: &str| Ok(if path == "sales.toml" { sales } else { company }.to_owned());
        let layers = Layers::load("team.toml", team, load).unwrap();
        layers.read(&Packs::default(), |_| Ok(())).map_err(|misread| misread.problems.to_string())
    };
    let told = |of: &str| Err(format!("9:7: `team` may not loosen the rule `projects` of {of}: it would ask nothing"));
    assert_eq!(of(COMPANY, &sales), told("`acme` and `sales`"));
    assert_eq!(of(&company_lets, &sales), told("`sales`"));
    assert_eq!(of(COMPANY, &sales_lets), told("`acme`"));
    assert_eq!(of(&company_lets, &sales_lets), Ok(()));
}

#[test]
fn a_change_needs_examples_as_a_rule_does() {
    let warned = |examples: &str| {
        let change = format!(
            "[[changes]]\nrule = \"projects\"\naction = {{ group = \"advise\", company = \"confirm\" }}\n{examples}"
        );
        let layers = Layers::load("top.toml", format!("{SALES}{change}"), |_| Ok(COMPANY.to_owned())).unwrap();
        let told = layers.read(&Packs::default(), |authored| {
            authored.seal()?;
            Ok((authored.trials().len(), authored.warnings(0).to_string()))
        });
        told.unwrap()
    };
    let (tried, told) = warned("");
    assert_eq!(tried, 0);
    assert!(told.contains("this change has no examples"), "{told}");
    let (tried, told) = warned("examples = { match = [\"Neptunus\"], pass = [\"Saturnus\"] }\n");
    assert_eq!((tried, told.as_str()), (2, "9:20: no example that matches is for the audience `group`"));
}

#[test]
fn a_layer_by_itself_is_no_policy() {
    let problems = read(SALES, &Packs::default()).unwrap_err().to_string();
    assert!(problems.contains("stands on another file, which is not here"), "{problems}");
}

#[test]
fn a_mistake_below_is_told_of_the_file_below() {
    let misread = policy(&[SALES, &COMPANY.replace("confirm", "confrim")]).unwrap_err();
    assert_eq!(misread.path, "company.toml");
    assert!(misread.problems.to_string().contains("confrim"));
}

#[test]
fn the_roles_that_are_excepted_can_be_replaced_and_taken_out() {
    let id = "id = \"projects\"\n";
    let company = COMPANY.replace(id, &format!("{id}except_roles = [\"press\", \"board\"]\n"));
    let except = |roles: &str, delegates: &str| {
        let change = format!("[[changes]]\nrule = \"projects\"\nexcept_roles = {roles}\n");
        let policy = policy(&[&format!("{SALES}{change}"), &format!("{company}{delegates}")]);
        policy.map(|policy| policy.rules[0].except_roles.clone()).map_err(|misread| misread.problems.0.len())
    };
    let delegates = "[[delegates]]\nrule = \"projects\"\nto = \"sales\"\nmay = \"loosen\"\n";
    assert_eq!(except("[]", ""), Ok(vec![]), "then it is for more people, which any layer may say");
    assert_eq!(except("\"board\"", ""), Ok(vec!["board".to_owned()]));
    assert_eq!(except("[\"board\", \"sales\"]", ""), Err(1), "then it is not for some");
    assert_eq!(except("\"sales\"", delegates), Ok(vec!["sales".to_owned()]));
}

/// What a rule or a change asks, and from which audience on.
fn action() -> impl Strategy<Value = String> {
    let action = prop::sample::select(vec!["advise", "confirm", "justify", "block"]);
    let sure = prop::sample::select(vec!["low", "medium", "high"]);
    (prop::sample::select(Audience::ALL.to_vec()), sure, action).prop_map(|(audience, sure, action)| {
        format!("audience = \"{audience}\"\naction = {{ {sure} = \"{action}\" }}\n")
    })
}

prop_compose! {
    /// The end of a policy of three rules: each for some, and at some time.
    fn rules(of: &'static str)(rules in prop::collection::vec((action(), 0..4, any::<bool>()), 3)) -> String {
        let mut written = String::new();
        for (number, (action, roles, window)) in rules.into_iter().enumerate() {
            let _ = write!(
                written,
                "[[rules]]\nid = \"{of}-{number}\"\nclause = \"1\"\ntitle = \"a\"\nadvice = \"b\"\n\
                 when = {{ detector = \"acme.words\", at_least = {} }}\n{action}{}{}",
                number + 1,
                match roles {
                    0 => "except_roles = \"press\"\n",
                    1 => "roles = \"press\"\n",
                    2 => "sites = \"x\"\n",
                    _ => "",
                },
                if window { "from = 1970-01-01T00:00:10Z\nuntil = 1970-01-01T00:00:20Z\n" } else { "" },
            );
        }
        written
    }
}

prop_compose! {
    /// Changes of these rules, of which many may not be.
    fn changes()(changes in prop::collection::vec((0..3, action(), 0..14), 0..4)) -> String {
        changes.into_iter().fold(String::new(), |mut written, (rule, action, more)| {
            let more = match more {
                0 => "off = true\n",
                1 => "except_roles = \"press\"\n",
                11 => "except_roles = []\n",
                2 => "from = 1970-01-01T00:00:05Z\n",
                3 => "until = 1970-01-01T00:00:15Z\n",
                4 => "periods = [{ until = 1970-01-01T00:00:12Z }, { from = 1970-01-01T00:00:12Z }]\n",
                5 => "periods = [{ until = 1970-01-01T00:00:15Z }, { from = 1970-01-01T00:00:16Z }]\n",
                6 => "from = 1970-01-01T00:00:15Z\nuntil = 1970-01-01T00:00:25Z\n",
                7 => "roles = [\"press\", \"sales\"]\n",
                8 => "roles = []\nsites = []\n",
                9 => "roles = \"sales\"\n",
                10 => "sites = \"y\"\n",
                _ => "",
            };
            let _ = write!(written, "[[changes]]\nrule = \"company-{rule}\"\n{action}{more}");
            written
        })
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, max_global_rejects: 5_000, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever a layer says, no rule below asks for less of any draft, unless that rule is delegated.
    #[test]
    fn no_layer_makes_a_policy_weaker(
        below in rules("company"),
        own in rules("sales"),
        changes in changes(),
        stance in prop::sample::select(Stance::ALL.to_vec()),
        delegated in 0..6_usize,
    ) {
        let head = "languages = [\"en\"]\n[[detectors]]\nid = \"acme.words\"\ntitle = \"w\"\nterms = [\"a\", \"b\", \"c\"]\n\
                    confidence = \"low\"\nnear = [{ terms = [\"zeer\"], within = 3, confidence = \"high\" }]\n";
        let delegates = format!("[[delegates]]\nrule = \"company-{}\"\nto = \"sales\"\nmay = [\"off\", \"loosen\"]\n", delegated.min(2));
        let delegates = if delegated < 3 { delegates.as_str() } else { "" };
        let company = format!("[policy]\nid = \"acme\"\nversion = 1\ntitle = \"t\"\nstance = \"{stance}\"\n{head}{below}{delegates}");
        let lower = policy(&[&company]);
        let higher = policy(&[&format!("{SALES}{own}{changes}"), &company]);
        let (Ok(lower), Ok(higher)) = (lower, higher) else { return Err(TestCaseError::reject("it may not be so")) };
        let free = format!("company-{delegated}");
        let (lower, higher) = (Engine::new(lower), Engine::new(higher));
        for draft in ["a", "zeer a", "a b", "b zeer c a", "zeer b, zeer c"] {
            for &audience in Audience::ALL {
                for (time, role) in [(0, "press"), (5, "sales"), (12, "press"), (17, "sales"), (22, "press"), (12, "x")] {
                    let context = Context { audience, time, roles: vec![role.to_owned()], site: "x".to_owned(), domains: Vec::new() };
                    let (before, after) = (lower.evaluate(draft, &context), higher.evaluate(draft, &context));
                    let asked = |verdict: &Verdict, rule: &str| {
                        let of_rule = verdict.reasons.iter().find(|reason| reason.rule == rule);
                        of_rule.map(|reason| reason.action).unwrap_or_default()
                    };
                    for reason in before.reasons.iter().filter(|reason| reason.rule != free) {
                        prop_assert!(asked(&after, &reason.rule) >= reason.action, "{} on {draft}, {context:?}", reason.rule);
                    }
                }
            }
        }
    }
}

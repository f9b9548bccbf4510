//! A policy as a page for people: what is asked, why, whom to ask.

mod html;
mod markdown;
mod messages;
mod rule;
mod times;

use crate::{Authored, time};
use bezint_core::{Text, policy::Card};
pub use html::Escaped;
use messages::Messages;
use serde::Serialize;

/// A page in one language. Its texts are plain; [`Document::markdown`] and [`Document::html`] escape them.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Document {
    language: String,
    title: String,
    blocks: Vec<Block>,
}

/// What a page is made of.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "lowercase")]
enum Block {
    /// A section, or a part of one (`deep`).
    Heading {
        deep: bool,
        text: String,
    },
    Paragraph(String),
    /// A paragraph that begins with what it is.
    Labelled {
        label: String,
        text: String,
    },
    List {
        label: String,
        items: Vec<String>,
    },
    /// Posts, as people would write them.
    Drafts {
        label: String,
        drafts: Vec<Draft>,
    },
}

/// A post, as a person would write it.
#[derive(Debug, Clone, PartialEq, Serialize)]
struct Draft {
    text: String,
    /// Who could read it, where that is not everyone; else empty.
    note: String,
}

impl Document {
    /// The page for a policy in one of its languages; `None` where documents cannot be written in it. `why` says why a
    /// detector matters, for rules that do not say so themselves: the packs know it of theirs.
    ///
    /// ```
    /// use bezint_policy::{Document, Packs, read};
    ///
    /// let source = r#"
    /// [policy]
    /// id = "acme"
    /// version = 3
    /// title = "Think before you post"
    /// languages = ["en"]
    /// stance = "open"
    /// "#;
    /// let authored = read(source, &Packs::default())?;
    /// let page = Document::new(&authored, "en", |_| None).unwrap().markdown();
    /// assert!(page.starts_with("# Think before you post\n\nVersion 3\n"));
    /// # Ok::<(), bezint_policy::Diagnostics>(())
    /// ```
    pub fn new<'w>(authored: &Authored<'_>, language: &str, why: impl Fn(&str) -> Option<&'w Text>) -> Option<Self> {
        let card = &authored.policy.card;
        let title = card.title.get(language)?.clone();
        let say = Messages::of(language)?;
        let mut blocks = vec![Block::Paragraph(say.version.replace("{version}", &card.version.to_string()))];
        let terms = terms_of(card, &say);
        blocks.extend((!terms.is_empty()).then_some(Block::Paragraph(terms)));
        match authored.header.why.as_ref().and_then(|why| why.get(language)) {
            Some(why) => blocks.push(Block::Paragraph(why.clone())),
            None => blocks.extend(say.intro.first().cloned().map(Block::Paragraph)),
        }
        blocks.extend(say.intro.iter().skip(1).cloned().map(Block::Paragraph));
        let layers = authored.policy.layers.iter().filter_map(|layer| {
            let title = layer.title.get(language)?;
            Some(say.layer.replace("{version}", &layer.version.to_string()).replace("{title}", title))
        });
        let items: Vec<_> = layers.collect();
        if !items.is_empty() {
            blocks.push(Block::List { label: say.layers.clone(), items });
        }
        blocks.extend(say.stance.get(&card.stance).cloned().map(Block::Paragraph));
        blocks.push(Block::Heading { deep: false, text: say.asks.clone() });
        for (rule, written) in authored.policy.rules.iter().zip(&authored.rules) {
            let part = rule::Part { policy: &authored.policy, rule, written, language, say: &say };
            part.write(&why, &mut blocks);
        }
        tool(authored, language, &say, &mut blocks);
        whom(authored, &say, &mut blocks);
        Some(Self { language: language.to_owned(), title, blocks })
    }
}

/// Who decides on the policy, and when it is valid; empty where it does not say.
fn terms_of(card: &Card, say: &Messages) -> String {
    let owner = card.owner.as_ref().map(|owner| say.decides.replace("{owner}", owner));
    let moment = |words: &str, at: Option<i64>| at.map(|at| words.replace("{moment}", &time::write(at)));
    let sentences = [owner, moment(&say.valid_from, card.valid_from), moment(&say.valid_until, card.valid_until)];
    sentences.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// Kinds of finding that are named together; of the rest it is said how many they are.
const MOST_TITLES: usize = 12;

/// Titles as a list in a sentence, each once.
fn names<'t>(titles: impl Iterator<Item = &'t str>, say: &Messages) -> String {
    let titles = each_once(titles);
    let more = titles.len().saturating_sub(MOST_TITLES);
    let names = titles.iter().take(MOST_TITLES).copied().collect::<Vec<_>>().join(", ");
    if more == 0 { names } else { say.more.replace("{names}", &names).replace("{count}", &more.to_string()) }
}

fn each_once<'t>(texts: impl Iterator<Item = &'t str>) -> Vec<&'t str> {
    let mut once: Vec<&str> = Vec::new();
    for text in texts {
        if !once.contains(&text) {
            once.push(text);
        }
    }
    once
}

/// A text in a language, or in another where it has none in that one.
fn spoken<'t>(text: &'t Text, language: &str) -> &'t str {
    text.get(language).or_else(|| text.values().next()).map(String::as_str).unwrap_or_default()
}

/// What the tool does and does not do.
fn tool(authored: &Authored<'_>, language: &str, say: &Messages, blocks: &mut Vec<Block>) {
    blocks.push(Block::Heading { deep: false, text: say.tool.clone() });
    blocks.push(Block::List { label: say.does_label.clone(), items: say.does.clone() });
    blocks.push(Block::List { label: say.does_not_label.clone(), items: say.does_not.clone() });
    let off = authored.policy.off.iter().zip(&authored.header.off).map(|(off, titles)| {
        let names = names(titles.iter().map(|title| spoken(title, language)), say);
        match &off.why {
            Some(why) => say.off_because.replace("{why}", spoken(why, language)).replace("{names}", &names),
            None => names,
        }
    });
    let items: Vec<_> = off.collect();
    if !items.is_empty() {
        blocks.push(Block::List { label: say.off.clone(), items });
    }
    let domains = &authored.policy.card.domains;
    if !domains.is_empty() {
        blocks.push(Block::Paragraph(say.domains.replace("{names}", &domains.join(", "))));
    }
    blocks.extend(authored.policy.card.corrections.then(|| Block::Paragraph(say.corrections.clone())));
    blocks.extend(say.on_error.get(&authored.policy.card.on_error).cloned().map(Block::Paragraph));
}

/// Whom to ask.
fn whom(authored: &Authored<'_>, say: &Messages, blocks: &mut Vec<Block>) {
    blocks.push(Block::Heading { deep: false, text: say.whom.clone() });
    blocks.push(Block::Paragraph(match &authored.policy.card.contact {
        Some(contact) => say.contact.replace("{contact}", contact),
        None => say.no_contact.clone(),
    }));
    let mut owned: Vec<(&str, Vec<&str>)> = Vec::new();
    for rule in &authored.policy.rules {
        let Some(owner) = rule.owner.as_deref() else { continue };
        match owned.iter_mut().find(|(known, _)| *known == owner) {
            Some((_, clauses)) => clauses.push(&rule.clause),
            None => owned.push((owner, vec![&rule.clause])),
        }
    }
    if !owned.is_empty() {
        let told = |(owner, clauses): &(&str, Vec<&str>)| {
            say.owner.replace("{clauses}", &clauses.join(", ")).replace("{owner}", owner)
        };
        let items = owned.iter().map(told).collect();
        blocks.push(Block::List { label: say.questions.clone(), items });
    }
}

//! Texts for people, in every language of a policy.

use super::source::{Sink, Value};
use crate::Problem;
use bezint_core::Text;
use toml::de::DeValue;

/// The languages of a policy, by two-letter code.
pub(super) fn languages<'s>(value: &Value<'s>, sink: &mut Sink<'s>) -> Vec<String> {
    let mut known = Vec::new();
    for item in sink.filled(value) {
        match language(item, sink) {
            Some(code) if known.contains(&code) => sink.add(item.span(), Problem::TwiceLanguage { code }),
            code => known.extend(code),
        }
    }
    known
}

fn language<'s>(value: &Value<'s>, sink: &mut Sink<'s>) -> Option<String> {
    let code = sink.text(value, "a language")?;
    if code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return Some(code);
    }
    sink.add(value.span(), Problem::BadLanguage { code });
    None
}

/// A text in each of these languages. A plain text will do where there is one language. Where there is none, what is
/// wrong has been said already.
pub(super) fn text<'s>(value: &Value<'s>, languages: &[String], sink: &mut Sink<'s>) -> Option<Text> {
    if languages.is_empty() {
        return None;
    }
    let DeValue::Table(entries) = value.get_ref() else {
        let written = sink.text(value, "this text")?;
        return match languages {
            [language] => Some(Text::from([(language.clone(), written)])),
            _ => {
                sink.add(value.span(), Problem::OneText { languages: languages.to_vec() });
                None
            }
        };
    };
    let mut text = Text::new();
    for (language, written) in entries {
        let code = language.get_ref().as_ref();
        if languages.iter().any(|language| language == code) {
            text.insert(code.to_owned(), sink.text(written, "this text")?);
        } else {
            let nearest = sink.nearest(code, languages.iter().map(String::as_str));
            sink.add(language.span(), Problem::ForeignLanguage { language: code.to_owned(), nearest });
        }
    }
    for language in languages.iter().filter(|language| !entries.contains_key(language.as_str())) {
        sink.add(value.span(), Problem::MissingLanguage { language: language.clone() });
    }
    Some(text)
}

//! The page in HTML: one file that fetches nothing and runs nothing, in light and dark, and on paper.

use super::{Block, Document, Draft};
use std::fmt::{self, Write};

const STYLE: &str = include_str!("page.css");

impl Document {
    /// The page in HTML. Nothing in the policy's texts is taken for markup.
    pub fn html(&self) -> String {
        let mut page = String::new();
        // Writing into a string does not fail.
        let _ = self.write(&mut page);
        page
    }

    fn write(&self, out: &mut String) -> fmt::Result {
        let (language, title) = (Escaped(&self.language), Escaped(&self.title));
        writeln!(out, "<!doctype html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">")?;
        writeln!(out, "<meta name=\"viewport\" content=\"width=device-width\">")?;
        writeln!(out, "<meta name=\"color-scheme\" content=\"light dark\">")?;
        let policy = "default-src 'none'; style-src 'unsafe-inline'";
        writeln!(out, "<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">")?;
        writeln!(out, "<title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>")?;
        // A part of a section is one article, up to the next heading of either kind.
        let mut in_article = false;
        for block in &self.blocks {
            if let Block::Heading { deep, .. } = block {
                if in_article {
                    writeln!(out, "</article>")?;
                }
                in_article = *deep;
                if in_article {
                    writeln!(out, "<article>")?;
                }
            }
            write_block(out, block)?;
        }
        if in_article {
            writeln!(out, "</article>")?;
        }
        writeln!(out, "</main>\n</body>\n</html>")
    }
}

fn write_block(out: &mut String, block: &Block) -> fmt::Result {
    match block {
        Block::Heading { deep: false, text } => writeln!(out, "<h2>{}</h2>", Escaped(text)),
        Block::Heading { deep: true, text } => writeln!(out, "<h3>{}</h3>", Escaped(text)),
        Block::Paragraph(text) => writeln!(out, "<p>{}</p>", Escaped(text)),
        Block::Labelled { label, text } => {
            writeln!(out, "<p><strong>{}:</strong> {}</p>", Escaped(label), Escaped(text))
        }
        Block::List { label, items } => {
            writeln!(out, "<p><strong>{}:</strong></p>\n<ul>", Escaped(label))?;
            for item in items {
                writeln!(out, "<li>{}</li>", Escaped(item))?;
            }
            writeln!(out, "</ul>")
        }
        Block::Drafts { label, drafts } => {
            writeln!(out, "<p>{}:</p>\n<ul class=\"drafts\">", Escaped(label))?;
            for Draft { text, note } in drafts {
                write!(out, "<li><q>{}</q>", Escaped(text))?;
                if !note.is_empty() {
                    write!(out, " <small>{}</small>", Escaped(note))?;
                }
                writeln!(out, "</li>")?;
            }
            writeln!(out, "</ul>")
        }
    }
}

/// A text in which nothing is markup, of HTML or XML, between quotes too. What these cannot hold at all becomes a
/// replacement character.
///
/// ```
/// use bezint_policy::Escaped;
/// assert_eq!(Escaped("<b> & \"b\"\n\u{1}é").to_string(), "&lt;b&gt; &amp; &quot;b&quot;&#10;\u{fffd}é");
/// ```
pub struct Escaped<'t>(pub &'t str);

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for character in self.0.chars() {
            match character {
                '&' => f.write_str("&amp;")?,
                '<' => f.write_str("&lt;")?,
                '>' => f.write_str("&gt;")?,
                '"' => f.write_str("&quot;")?,
                '\t' | '\n' | '\r' => write!(f, "&#{};", u32::from(character))?,
                '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => f.write_char('\u{fffd}')?,
                character => f.write_char(character)?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_is_taken_for_markup() {
        let title = "</title><script>\"&'</script>".to_owned();
        let page = Document { language: "en\"".into(), title, blocks: Vec::new() }.html();
        assert!(!page.contains("<script>") && page.contains("lang=\"en&quot;\""), "{page}");
    }
}

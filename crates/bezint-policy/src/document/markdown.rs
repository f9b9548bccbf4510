//! The page in Markdown.

use super::{Block, Document, Draft};

impl Document {
    /// The page in Markdown. Nothing in the policy's texts is taken for markup.
    pub fn markdown(&self) -> String {
        let mut parts = vec![format!("# {}", line(&self.title))];
        for block in &self.blocks {
            parts.push(match block {
                Block::Heading { deep: false, text } => format!("## {}", line(text)),
                Block::Heading { deep: true, text } => format!("### {}", line(text)),
                Block::Paragraph(text) => line(text),
                Block::Labelled { label, text } => format!("**{}:** {}", line(label), line(text)),
                Block::List { label, items } => {
                    let items: Vec<_> = items.iter().map(|item| format!("- {}", line(item))).collect();
                    format!("**{}:**\n\n{}", line(label), items.join("\n"))
                }
                Block::Drafts { label, drafts } => {
                    let drafts: Vec<_> = drafts
                        .iter()
                        .map(|Draft { text, note }| format!("- “{}”{}", line(text), spaced(note)))
                        .collect();
                    format!("{}:\n\n{}", line(label), drafts.join("\n"))
                }
            });
        }
        parts.join("\n\n") + "\n"
    }
}

/// A remark behind something, if there is one.
fn spaced(note: &str) -> String {
    if note.is_empty() { String::new() } else { format!(" {}", line(note)) }
}

/// A text on one line, in which nothing is markup.
fn line(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let mut number = true;
    let mut characters = text.trim().char_indices().peekable();
    while let Some((place, character)) = characters.next() {
        let ends_word = characters.peek().is_none_or(|(_, next)| next.is_whitespace());
        let begins_list = match character {
            '-' | '+' | '=' => place == 0 && ends_word,
            '.' | ')' => place > 0 && number && ends_word,
            _ => false,
        };
        number = number && character.is_ascii_digit();
        if begins_list || "\\`*_[]<>#|~&$".contains(character) {
            escaped.push('\\');
        }
        escaped.push(if character == '\n' { ' ' } else { character });
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_is_taken_for_markup() {
        assert_eq!(line("2.1 A *name* of <b>"), "2.1 A \\*name\\* of \\<b\\>");
        assert_eq!(line("1) first\n# second"), "1\\) first \\# second");
        assert_eq!(line("- [a](b)"), "\\- \\[a\\](b)");
        assert_eq!(line("Post it. Or not (yet)."), "Post it. Or not (yet).");
    }
}

//! The report as build servers read it: the XML that JUnit made customary. A suite is a file, a case is a draft, by
//! its place.

use super::{Report, Tried, failed, subject};
use std::{
    fmt,
    io::{self, Write},
};

pub(super) fn write(out: &mut impl Write, report: &Report) -> io::Result<()> {
    let (all, failed) = (report.trials().count(), report.failed());
    writeln!(out, r#"<?xml version="1.0" encoding="UTF-8"?>"#)?;
    writeln!(out, r#"<testsuites name="bezint test" tests="{all}" failures="{failed}">"#)?;
    for tried in &report.files {
        suite(out, tried)?;
    }
    writeln!(out, "</testsuites>")
}

fn suite(out: &mut impl Write, Tried { file, trials }: &Tried) -> io::Result<()> {
    let (all, failed, file) = (trials.len(), failed(trials), Xml(file));
    writeln!(out, r#"  <testsuite name="{file}" tests="{all}" failures="{failed}">"#)?;
    for trial in trials {
        let (of, id) = subject(trial);
        let class = Xml(id.unwrap_or(of));
        let (line, column) = (trial.line, trial.column);
        write!(out, r#"    <testcase classname="{class}" name="{file}:{line}:{column}" file="{file}" line="{line}""#)?;
        let Some(problem) = &trial.problem else {
            writeln!(out, "/>")?;
            continue;
        };
        let (message, help) = (problem.to_string(), problem.help().unwrap_or_default());
        writeln!(out, ">\n      <failure message=\"{}\">{}</failure>", Xml(&message), Xml(&help))?;
        writeln!(out, "    </testcase>")?;
    }
    writeln!(out, "  </testsuite>")
}

/// A text as XML may hold it, between quotes too. What XML cannot hold at all becomes a replacement character.
struct Xml<'t>(&'t str);

impl fmt::Display for Xml<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        use fmt::Write as _;
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
    fn no_text_breaks_the_xml() {
        assert_eq!(Xml("a<b> & \"c\"\n\u{1}é").to_string(), "a&lt;b&gt; &amp; &quot;c&quot;&#10;\u{fffd}é");
    }
}

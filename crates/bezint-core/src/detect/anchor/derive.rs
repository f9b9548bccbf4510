//! Reading an expression: is it usable, and what must every match of it hold?

use super::{
    super::expression::{Expression, PatternError, parse},
    Anchor, ByteSet, Core, Reach,
};
use regex_syntax::{
    ast::{self, Ast, Flag},
    hir::{Class, Hir, HirKind, literal::Extractor},
};

/// A core that is expected more often than this in a byte of ordinary text is not worth looking for.
const TOO_COMMON: f64 = 0.05;
/// Literals a core may have at most.
const MOST_LITERALS: usize = 64;
/// Characters of a class that is spelled out at most: fewer than there are digits.
const LARGEST_CLASS: usize = 8;
/// Bytes of a literal that are looked for at most.
const LONGEST_LITERAL: usize = 16;

impl Anchor {
    /// Reads an expression and finds what every match of it must hold.
    ///
    /// # Errors
    /// A syntax error, Unicode mode, a group the expression does not have, an expression that can match nothing at all or that can
    /// never match, or one that is too large when compiled.
    ///
    /// ```
    /// use bezint_core::detect::{Anchor, Core};
    /// let anchor = Anchor::derive(r"\bticket-[0-9]{4}\b", 0).unwrap();
    /// assert!(matches!(anchor, Anchor::Core { core: Core::Literals(found), .. } if found == [b"ticket-"]));
    /// assert!(Anchor::derive("(", 0).is_err());
    /// ```
    pub fn derive(regex: &str, group: u8) -> Result<Self, PatternError> {
        let hir = parse(regex)?;
        refuse_unicode(regex)?;
        if usize::from(group) > hir.properties().explicit_captures_len() {
            return Err(PatternError::whole(regex, format!("there is no group {group} in it")));
        }
        match hir.properties().minimum_len() {
            None => return Err(PatternError::whole(regex, "it can never match")),
            Some(0) => return Err(PatternError::whole(regex, "it can match nothing: it must need a character")),
            Some(_) => {}
        }
        Expression::compile(&hir, group).map_err(|message| PatternError::whole(regex, message))?;
        Ok(best_core(&hir))
    }
}

/// Refuses Unicode mode (`(?u)`). Its tables are not in the engine that browsers download, and a folded draft hardly
/// needs them: its accents are gone.
fn refuse_unicode(regex: &str) -> Result<(), PatternError> {
    struct UnicodeMode;
    impl ast::Visitor for UnicodeMode {
        type Output = ();
        type Err = ast::Span;

        fn finish(self) -> Result<(), ast::Span> {
            Ok(())
        }

        fn visit_pre(&mut self, part: &Ast) -> Result<(), ast::Span> {
            let flags = match part {
                Ast::Flags(set) => Some(&set.flags),
                Ast::Group(group) => group.flags(),
                _ => None,
            };
            match flags {
                Some(flags) if flags.flag_state(Flag::Unicode) == Some(true) => Err(flags.span),
                _ => Ok(()),
            }
        }
    }
    let Ok(parsed) = ast::parse::Parser::new().parse(regex) else { return Ok(()) };
    ast::visit(&parsed, UnicodeMode).map_err(|span| PatternError {
        span: span.start.offset..span.end.offset,
        message: "Unicode mode is not available: letters lose their accents before they are matched".to_owned(),
    })
}

/// The core that is expected least often in ordinary text.
fn best_core(hir: &Hir) -> Anchor {
    let mut items = Vec::new();
    flatten(hir, &mut items);
    let mut best = (TOO_COMMON, Anchor::Everywhere);
    let mut offer = |rate: f64, core: Core, before: &[&Hir], after: &[&Hir]| {
        if rate < best.0 {
            best = (rate, Anchor::Core { core, before: reach(before), after: reach(after) });
        }
    };
    for start in 0..items.len() {
        let (before, from) = items.split_at_checked(start).unwrap_or_default();
        if let Some(literals) = literals(from) {
            let rate = literals.iter().map(|literal| rate_of_literal(literal)).sum();
            offer(rate, Core::Literals(literals), before, from);
        }
        for len in 1..=from.len() {
            let (run, after) = from.split_at_checked(len).unwrap_or_default();
            let Reach { min, bytes, .. } = reach(run);
            offer(rate_of_run(&bytes, min), Core::Run { bytes, min }, before, after);
        }
    }
    best.1
}

/// The parts of an expression that stand one after the other, groups opened.
fn flatten<'hir>(hir: &'hir Hir, items: &mut Vec<&'hir Hir>) {
    match hir.kind() {
        HirKind::Capture(capture) => flatten(&capture.sub, items),
        HirKind::Concat(parts) => parts.iter().for_each(|part| flatten(part, items)),
        _ => items.push(hir),
    }
}

/// What parts that stand one after the other can match.
fn reach(parts: &[&Hir]) -> Reach {
    let mut all = Reach { min: 0, max: Some(0), bytes: ByteSet::default() };
    for part in parts {
        let size = |len: usize| u32::try_from(len).unwrap_or(u32::MAX);
        all.min = all.min.saturating_add(part.properties().minimum_len().map_or(0, size));
        let max = part.properties().maximum_len().and_then(|len| u32::try_from(len).ok());
        all.max = all.max.zip(max).and_then(|(so_far, more)| so_far.checked_add(more));
        add_alphabet(part, &mut all.bytes);
    }
    all
}

/// Adds every byte a match of an expression can hold.
fn add_alphabet(hir: &Hir, bytes: &mut ByteSet) {
    match hir.kind() {
        HirKind::Empty | HirKind::Look(_) => {}
        HirKind::Literal(literal) => literal.0.iter().for_each(|&byte| bytes.add(byte, byte)),
        HirKind::Class(Class::Bytes(class)) => class.iter().for_each(|range| bytes.add(range.start(), range.end())),
        HirKind::Class(Class::Unicode(_)) => bytes.add(0, u8::MAX),
        HirKind::Repetition(repetition) => add_alphabet(&repetition.sub, bytes),
        HirKind::Capture(capture) => add_alphabet(&capture.sub, bytes),
        HirKind::Concat(parts) | HirKind::Alternation(parts) => {
            parts.iter().for_each(|part| add_alphabet(part, bytes));
        }
    }
}

/// A few literals, in lower case, one of which begins every match of these parts.
fn literals(parts: &[&Hir]) -> Option<Vec<Vec<u8>>> {
    let hir = Hir::concat(parts.iter().map(|part| lower(part)).collect());
    let mut found = Extractor::new()
        .limit_class(LARGEST_CLASS)
        .limit_repeat(LONGEST_LITERAL)
        .limit_literal_len(LONGEST_LITERAL)
        .limit_total(MOST_LITERALS)
        .extract(&hir);
    found.sort();
    found.dedup();
    let mut shortest: Vec<Vec<u8>> = Vec::new();
    for literal in found.literals()? {
        if !shortest.last().is_some_and(|last| literal.as_bytes().starts_with(last)) {
            shortest.push(literal.as_bytes().to_vec());
        }
    }
    (!shortest.is_empty() && shortest.iter().all(|literal| !literal.is_empty())).then_some(shortest)
}

/// The same expression for a text in lower case. Literals are looked for without ASCII case, so that one stands for all
/// its spellings.
fn lower(hir: &Hir) -> Hir {
    match hir.kind() {
        HirKind::Empty | HirKind::Look(_) => Hir::empty(),
        HirKind::Literal(literal) => Hir::literal(literal.0.to_ascii_lowercase()),
        HirKind::Class(class) => only_letter(class).map_or_else(|| hir.clone(), |letter| Hir::literal([letter])),
        HirKind::Repetition(repetition) => Hir::repetition(repetition.with(lower(&repetition.sub))),
        HirKind::Capture(capture) => lower(&capture.sub),
        HirKind::Concat(parts) => Hir::concat(parts.iter().map(lower).collect()),
        HirKind::Alternation(parts) => Hir::alternation(parts.iter().map(lower).collect()),
    }
}

/// The one lower-case letter of a class that holds nothing but a letter in both cases.
fn only_letter(class: &Class) -> Option<u8> {
    let Class::Bytes(class) = class else { return None };
    let mut letters = class.iter().flat_map(|range| range.start()..=range.end()).map(|byte| byte.to_ascii_lowercase());
    let first = letters.next()?;
    letters.all(|letter| letter == first).then_some(first)
}

/// How often a literal is expected at a byte of ordinary text.
fn rate_of_literal(literal: &[u8]) -> f64 {
    literal.iter().map(|byte| rate_of_byte(*byte)).product()
}

/// How often such a run is expected to begin at a byte of ordinary text.
fn rate_of_run(bytes: &ByteSet, min: u32) -> f64 {
    let alphabet: f64 = bytes.iter().map(rate_of_byte).sum();
    (0..min.min(64)).map(|_| alphabet.min(1.0)).product()
}

/// How large a part of ordinary text a byte makes up, roughly and without case: enough to tell rare from common.
fn rate_of_byte(byte: u8) -> f64 {
    match byte {
        b' ' => 0.16,
        b'e' | b'n' => 0.1,
        b'a' | b'i' | b'o' | b'r' | b's' | b't' | b'd' | b'l' => 0.05,
        b'q' | b'x' => 0.001,
        b'a'..=b'z' => 0.015,
        b'\n' | b'.' | b',' => 0.012,
        b'0'..=b'9' => 0.003,
        b'A'..=b'Z' | b'-' | b'\'' | b'"' | b'!' | b'?' | b':' | b'/' => 0.002,
        _ => 0.0005,
    }
}

//! Choosing the cores of an expression: what must every match of it hold?
//!
//! Parts of an expression that stand one after the other must all match, so the rarest core among them will do. Of
//! alternatives one must match, so each needs a core of its own. What is rare is guessed from how often bytes are used
//! in ordinary text.

use super::{Anchor, Around, ByteSet, Core, Reach, Step};
use regex_syntax::hir::{Class, Hir, HirKind, literal::Extractor};

/// A core that is expected more often than this in a byte of ordinary text is not worth looking for.
const TOO_COMMON: f64 = 0.05;
/// Added to how often a run is expected. All literals are looked for at once, each kind of run costs by itself, and where
/// one long run stands, so do all kinds that hold it: a name that is rare enough is the better core.
const PRICE_OF_RUN: f64 = 1e-5;
/// Literals a core may have at most.
const MOST_LITERALS: usize = 64;
/// Characters of a class that is spelled out at most: fewer than there are digits.
const LARGEST_CLASS: usize = 8;
/// Bytes of a literal that are looked for at most.
const LONGEST_LITERAL: usize = 8;

/// Cores, each with how often it is expected at a byte of ordinary text.
type Cores = Vec<(f64, Around)>;

/// The cores that are expected least often in ordinary text.
pub(super) fn best(hir: &Hir) -> Anchor {
    match rarest(hir, None) {
        Some(cores) if rate(&cores) < TOO_COMMON => {
            Anchor::Cores(cores.into_iter().map(|(_, around)| around).collect())
        }
        _ => Anchor::Everywhere,
    }
}

fn rate(cores: &Cores) -> f64 {
    cores.iter().map(|(rate, _)| rate).sum()
}

/// The rarest cores of which every match holds one; if only one core will do, that one.
fn rarest(hir: &Hir, only: Option<&Core>) -> Option<Cores> {
    let mut parts = Vec::new();
    flatten(hir, &mut parts);
    let mut best: Option<Cores> = None;
    let mut offer = |cores: Cores| {
        let will_do = only.is_none_or(|only| cores.iter().all(|(_, around)| around.core == *only));
        if will_do && best.as_ref().is_none_or(|best| rate(&cores) < rate(best)) {
            best = Some(cores);
        }
    };
    for start in 0..parts.len() {
        let (before, from) = parts.split_at_checked(start).unwrap_or_default();
        let before = reach(before.iter().rev());
        if let Some(literals) = literals(from) {
            let rate = literals.iter().map(|literal| rate_of_literal(literal)).sum();
            let around = Around { core: Core::Literals(literals), before: before.clone(), after: reach(from.iter()) };
            offer(vec![(rate, around)]);
        }
        let mut run = Reach::NONE;
        for (place, part) in from.iter().enumerate() {
            run = run.then(&reach([part].into_iter()));
            // Bytes that a match can do without are no core.
            if run.min > 0 {
                let core = Core::Run { bytes: run.in_one().bytes, min: run.min };
                let after = from.get(place + 1..).unwrap_or_default();
                let around = Around { core, before: before.clone(), after: reach(after.iter()) };
                offer(vec![(rate_of_run(&run, &around.before), around)]);
            }
        }
        if let Some((part, after)) = from.split_first()
            && let HirKind::Alternation(alternatives) = part.kind()
            && let Some(cores) = of_each(alternatives, only)
        {
            let after = reach(after.iter());
            for run in runs(&cores).into_iter().filter(|_| only.is_none()) {
                let shared = of_each(alternatives, Some(run));
                shared.into_iter().for_each(|cores| offer(joined(cores, &before, &after)));
            }
            offer(joined(cores, &before, &after));
        }
    }
    best
}

/// The rarest cores of each of some alternatives, in one list.
fn of_each(alternatives: &[Hir], only: Option<&Core>) -> Option<Cores> {
    let cores: Option<Vec<Cores>> = alternatives.iter().map(|one| rarest(one, only)).collect();
    Some(cores?.into_iter().flatten().collect())
}

/// The runs among cores, each once: one that all alternatives hold costs no more than if one of them did.
fn runs(cores: &Cores) -> Vec<&Core> {
    let mut runs = Vec::new();
    for (_, Around { core, .. }) in cores {
        if matches!(core, Core::Run { .. }) && !runs.contains(&core) {
            runs.push(core);
        }
    }
    runs
}

/// The cores of alternatives, with what stands around all of these. Equal cores become one.
fn joined(cores: Cores, before: &Reach, after: &Reach) -> Cores {
    let mut joined: Cores = Vec::new();
    for (rate, mut around) in cores {
        around.before = around.before.then(before);
        around.after = around.after.then(after);
        match joined.iter_mut().find(|(_, same)| same.core == around.core) {
            Some((_, same)) => {
                same.before = same.before.or(&around.before);
                same.after = same.after.or(&around.after);
            }
            None => joined.push((rate, around)),
        }
    }
    joined
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
fn reach<'p>(parts: impl Iterator<Item = &'p &'p Hir>) -> Reach {
    let size = |len: usize| u32::try_from(len).ok();
    parts.fold(Reach::NONE, |so_far, part| {
        let mut bytes = ByteSet::NONE;
        add_alphabet(part, &mut bytes);
        let min = part.properties().minimum_len().map_or(0, |len| size(len).unwrap_or(u32::MAX));
        let max = part.properties().maximum_len().and_then(size);
        so_far.then(&Reach::new(min, Step { max, bytes }))
    })
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

/// How often a literal is expected at a byte of ordinary text. Its letters would not tell that links are common.
fn rate_of_literal(literal: &[u8]) -> f64 {
    const LINK: f64 = 0.007;
    if literal.windows(3).any(|part| part == b"://") {
        return LINK;
    }
    literal.iter().map(|byte| rate_of_byte(*byte)).product()
}

/// How often such a run, after what must stand before it, is expected to begin at a byte of ordinary text. Letters and
/// digits come in words and numbers: where one stands, the next is likely to be another, and some words are all
/// capitals. So a year is common, but a digit right after a letter is not.
fn rate_of_run(run: &Reach, before: &Reach) -> f64 {
    const LETTER_AFTER_LETTER: f64 = 0.8;
    const CAPITAL_AFTER_CAPITAL: f64 = 0.4;
    const DIGIT_AFTER_DIGIT: f64 = 0.6;
    const AT_A_BORDER: f64 = 0.02;
    let bytes = run.in_one().bytes;
    let share = |of: fn(&u8) -> bool| -> f64 {
        let all: f64 = (0..=u8::MAX).filter(of).map(rate_of_byte).sum();
        bytes.iter().filter(of).map(rate_of_byte).sum::<f64>() / all
    };
    let any = share(|_| true);
    let letters = LETTER_AFTER_LETTER * share(u8::is_ascii_alphabetic);
    let capitals = CAPITAL_AFTER_CAPITAL * share(u8::is_ascii_uppercase);
    let digits = DIGIT_AFTER_DIGIT * share(u8::is_ascii_digit);
    let after_letter = before.min > 0 && before.in_one().bytes.iter().all(|byte| byte.is_ascii_alphabetic());
    let border = if after_letter && letters == 0.0 && !bytes.contains(b' ') { AT_A_BORDER } else { 1.0 };
    let more = (1..run.min.min(64)).map(|_| any.max(letters).max(capitals).max(digits));
    border * any * more.product::<f64>() + PRICE_OF_RUN
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
